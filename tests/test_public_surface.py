import importlib
import json
import subprocess
import sys
from types import FunctionType

import pytest

import summarykit

HEAVY = ("babel", "docx", "jinja2", "lxml", "markdown_it", "pydantic", "yaml")

RECORD = """
summarykit: 1
organisation: {name: 青石小学, level: school}
period: {kind: school_year, start: 2023-09-01, end: 2024-07-05}
"""


def test_the_public_names_are_these_and_sorted() -> None:
    assert summarykit.__all__ == [
        "Code",
        "Finding",
        "FollowUp",
        "FollowUpStatus",
        "LeftOut",
        "LeftOutReason",
        "Place",
        "Severity",
        "Summary",
        "SummaryError",
        "YearRecord",
        "__version__",
        "check",
        "compose",
        "describe",
        "json_schema",
        "load_pack",
        "parse_record",
        "read_record",
        "review",
    ]
    assert summarykit.__all__ == sorted(summarykit.__all__)


@pytest.mark.parametrize("name", summarykit.__all__)
def test_every_public_name_is_there_and_described(name: str) -> None:
    value = getattr(summarykit, name)
    assert dir(summarykit) == summarykit.__all__
    assert isinstance(value, str) or value.__doc__


def test_a_name_that_is_not_public_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'summarykit' has no attribute 'composed'"):
        _ = summarykit.composed


def test_compose_is_the_function_whatever_was_imported_before() -> None:
    importlib.import_module("summarykit.compose.composing")
    assert isinstance(summarykit.compose, FunctionType)
    code = (
        "import summarykit.compose.composing, summarykit\n"
        "assert callable(summarykit.compose)\n"
        "from summarykit.compose import Composed, compose\n"
        "assert compose is not summarykit.compose\n"
    )
    command = [sys.executable, "-c", code]
    subprocess.run(command, check=True, env=environment())  # noqa: S603 - a fixed command


def environment() -> dict[str, str]:
    return {"PYTHONPATH": ":".join(sys.path), "PYTHONDONTWRITEBYTECODE": "1"}


def loaded(code: str) -> set[str]:
    """Return which of the heavy packages a fresh interpreter has loaded after `code`."""
    told = (
        f"import json, sys\n{code}\nprint(json.dumps([n for n in {HEAVY} if n in sys.modules]))"
    )
    done = subprocess.run(  # noqa: S603 - a fixed command
        [sys.executable, "-c", told], check=True, capture_output=True, env=environment()
    )
    return set(json.loads(done.stdout))


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert loaded("import summarykit") == set()
    assert loaded("from summarykit import Finding, SummaryError") == set()


def test_what_is_heavy_is_loaded_when_it_is_used(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    path = tmp_path_factory.mktemp("record") / "year.yaml"
    path.write_text(RECORD, "utf-8")
    model = loaded("import summarykit; summarykit.json_schema()")
    assert model == {"pydantic"}
    read = loaded(f"import summarykit; summarykit.read_record({str(path)!r})")
    assert read == {"pydantic", "yaml"}
    pack = loaded("import summarykit; summarykit.load_pack()")
    assert {"docx", "lxml", "yaml"} & pack == set()
