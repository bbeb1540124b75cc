"""What the console says of findings."""

import pytest

from summarykit.cli.console import FOUND_ERRORS, Console
from summarykit.diagnostics import Code, Finding, Place, Severity, message


def _finding(index: int, name: str | None) -> Finding:
    hint = message("did you mean {name}?", name=name) if name else None
    place = Place(path=("measures", index))
    return Finding(Severity.ERROR, Code.UNKNOWN_KEY, message("there is no such"), place, hint)


def test_what_is_to_be_done_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    findings = [_finding(at, name) for at, name in enumerate(("a", "a", None, "b", "a"))]
    assert Console("en").report(findings) == FOUND_ERRORS
    lines = capsys.readouterr().err.splitlines()
    assert [line.split()[-1] for line in lines if "hint" in line] == ["a?", "b?"]
    assert sum("unknown-key" in line for line in lines) == 5
    assert "hint" in lines[1]
