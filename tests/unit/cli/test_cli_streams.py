"""Whatever becomes of stdout and stderr, files are written and exit codes are right."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from small_pack import small_pack
from small_record import HALF_TOLD, SMALL, UNSOUND
from summarykit.cli import main

RUN = "import sys; from summarykit.cli import main; sys.exit(main(sys.argv[1:]))"
needs_a_full_device = pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="there is no full device here"
)


class Broken(io.StringIO):
    """A stream that takes nothing."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.error = error

    def write(self, text: str) -> int:
        del text
        raise self.error

    def flush(self) -> None:
        raise self.error


@pytest.fixture(name="folder")
def write_a_pack_and_two_records(tmp_path: Path) -> Path:
    small_pack(tmp_path).rename(tmp_path / "pack")
    (tmp_path / "half.yaml").write_text(HALF_TOLD, "utf-8")
    (tmp_path / "unsound.yaml").write_text(UNSOUND, "utf-8")
    (tmp_path / "small.yaml").write_text(SMALL, "utf-8")
    return tmp_path


def shell(folder: Path, words: str, rest: str) -> subprocess.CompletedProcess[str]:
    command = f'exec "$0" -c "$1" {words} {rest}'
    return subprocess.run(  # noqa: S603 - fixed commands
        ["/bin/sh", "-c", command, sys.executable, RUN],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"},
    )


@needs_a_full_device
@pytest.mark.parametrize("rest", ["2>&-", ">&-", "2>/dev/full", ">&- 2>&-"])
def test_a_file_is_written_whoever_listens(folder: Path, rest: str) -> None:
    done = shell(folder, "build half.yaml -o out.txt --pack ./pack", rest)
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert (folder / "out.txt").is_file()


@needs_a_full_device
@pytest.mark.parametrize("rest", ["2>&-", ">&-", "2>/dev/full", ">&- 2>&-"])
def test_errors_are_told_by_the_exit_code_whoever_listens(folder: Path, rest: str) -> None:
    done = shell(folder, "check unsound.yaml --pack ./pack", rest)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


@needs_a_full_device
@pytest.mark.parametrize("words", ["schema", "schema --format md", "reports --pack ./pack"])
def test_a_result_that_is_lost_is_an_error(folder: Path, words: str) -> None:
    done = shell(folder, f"--lang en {words}", ">/dev/full")
    assert done.returncode == 1
    assert done.stderr == "the output cannot be written: the disk is full\n"


def test_a_reader_of_findings_that_has_left_changes_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ["build", str(folder / "half.yaml"), "--pack", str(folder / "pack")]
    monkeypatch.setattr("summarykit.cli.build.installed_fonts", lambda: None)
    with monkeypatch.context() as here:
        here.setattr(sys, "stderr", Broken(BrokenPipeError()))
        here.setattr(sys, "stdout", Broken(BrokenPipeError()))
        assert main([*words, "-o", str(folder / "out.docx")]) == 0
        assert main(["check", str(folder / "unsound.yaml"), *words[2:]]) == 1
    assert (folder / "out.docx").is_file()


def test_what_was_found_is_told_with_why_nothing_was_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record, pack = str(folder / "half.yaml"), str(folder / "pack")
    assert main(["--lang", "en", "build", record, "-o", "a.odt", "--pack", pack]) == 1
    said = capsys.readouterr().err
    assert [word in said for word in ("attachment-missing", "writer-unknown")] == [True] * 2
    assert said.endswith("nothing was written\n")


def test_a_folder_that_may_not_be_read_is_a_finding(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(_: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.is_dir", refused)
    words = ["build", str(folder / "small.yaml"), "-o", str(folder / "a.md")]
    assert main(words) == 1
    assert "Traceback" not in capsys.readouterr().err


def test_an_interrupt_while_loading_is_no_traceback(folder: Path) -> None:
    code = (
        "import sys\n"
        "class Interrupting:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'argparse': raise KeyboardInterrupt\n"
        "sys.modules.pop('argparse', None)\n"
        "sys.meta_path.insert(0, Interrupting())\n"
        "from summarykit.cli import main\n"
        "sys.exit(main(['reports']))\n"
    )
    done = subprocess.run(  # noqa: S603 - a fixed command
        [sys.executable, "-c", code],
        cwd=folder,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert (done.returncode, done.stderr) == (130, b"")


@pytest.mark.parametrize("error", [OSError(28, "No space left"), BrokenPipeError()])
def test_only_a_result_that_nobody_declined_is_lost(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: OSError
) -> None:
    with monkeypatch.context() as here:
        here.setattr(sys, "stdout", Broken(error))
        assert main(["--lang", "en", "schema"]) == int(not isinstance(error, BrokenPipeError))
    lost = "the output cannot be written: the disk is full\n"
    assert capsys.readouterr().err == ("" if isinstance(error, BrokenPipeError) else lost)


def test_closed_streams_take_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as here:
        here.setattr(sys, "stdout", None)
        here.setattr(sys, "stderr", None)
        assert main(["check", str(folder / "unsound.yaml")]) == 1
        assert main(["demo", str(folder / "unsound.yaml")]) == 1
        with pytest.raises(SystemExit) as left:
            main(["nothing"])
    assert left.value.code == 2
