import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from venv import EnvBuilder
from zipfile import ZipFile

import pytest

pytestmark = pytest.mark.packaging

ROOT = Path(__file__).parents[2]


def run(command: list[str | Path], folder: Path) -> str:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "COV"))}
    done = subprocess.run(  # noqa: S603 - a fixed command
        command, cwd=folder, env=environment, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def fresh_environment(folder: Path) -> Path:
    """Return the programs of a new environment that shares the dependencies of this one."""
    EnvBuilder(with_pip=False, symlinks=os.name != "nt").create(folder)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    packages = run([programs / "python", "-c", _WHERE], folder).strip()
    # A path in a .pth is searched, but what is installed for editing there is not.
    here = sysconfig.get_path("purelib")
    (Path(packages) / "dependencies.pth").write_text(f"{here}\n", "utf-8")
    return programs


_WHERE = "import sysconfig; print(sysconfig.get_path('purelib'))"


def install(programs: Path, what: list[str | Path], folder: Path) -> None:
    offline = ["--no-deps", "--no-index", "--no-build-isolation", "--quiet"]
    python = str(programs / "python")
    pip = [sys.executable, "-m", "pip", "--python", python, "install", *offline]
    run([*pip, *what], folder)


def demo(programs: Path, folder: Path) -> set[str]:
    """Return the names of the files that the demo writes from another folder."""
    folder.mkdir()
    program = shutil.which("summarykit", path=programs)
    assert program is not None
    said = run([program, "--lang", "en", "demo"], folder)
    files = {path.name for path in (folder / "summarykit-demo").iterdir()}
    assert len(said.splitlines()) == 2 + len(files)
    return files


def location(programs: Path, folder: Path) -> Path:
    code = "import summarykit; print(summarykit.__file__)"
    return Path(run([programs / "python", "-c", code], folder).strip())


@pytest.fixture(name="wheel", scope="module")
def build_the_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], ROOT)
    (wheel,) = folder.iterdir()
    return wheel


def test_the_wheel_holds_what_is_not_python_too(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = set(archive.namelist())
    wanted = [ROOT / "src/summarykit/py.typed", *(ROOT / "src/summarykit").rglob("*.po")]
    assert {path.relative_to(ROOT / "src").as_posix() for path in wanted} <= names
    for folder in ("templates", "examples"):
        files = [path for path in (ROOT / folder).rglob("*") if path.is_file()]
        shipped = {f"summarykit/_bundled/{path.relative_to(ROOT).as_posix()}" for path in files}
        assert shipped <= names
    assert not [name for name in names if name.startswith(("tests", "docs"))]


def test_the_installed_wheel_runs_the_demo_from_another_folder(
    wheel: Path, tmp_path: Path
) -> None:
    programs = fresh_environment(tmp_path / "venv")
    install(programs, [wheel], tmp_path)
    assert tmp_path / "venv" in location(programs, tmp_path).parents
    files = demo(programs, tmp_path / "elsewhere")
    assert len(files) >= 6
    assert {name.rpartition(".")[2] for name in files} == {"docx"}


def test_an_editable_install_runs_the_demo_from_another_folder(tmp_path: Path) -> None:
    programs = fresh_environment(tmp_path / "venv")
    install(programs, ["-e", ROOT], tmp_path)
    assert location(programs, tmp_path) == ROOT / "src/summarykit/__init__.py"
    assert len(demo(programs, tmp_path / "elsewhere")) >= 6
