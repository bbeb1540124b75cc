"""Where packs lie and what is in them: a folder read once into memory."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from summarykit.diagnostics import Code, Finding, Place, Severity, message

TEMPLATE_SUFFIX = ".j2"
_READ = (".toml", TEMPLATE_SUFFIX)


@dataclass(frozen=True, slots=True)
class PackFiles:
    """The texts of a pack by their path inside it, and the name findings give the pack."""

    name: str
    texts: Mapping[str, str]

    def source(self, path: str) -> str:
        """Return how findings call the file at `path`: `zh/reports/annual.toml`."""
        return f"{self.name}/{path}"

    def templates(self) -> tuple[str, ...]:
        """Return the paths of all templates."""
        return tuple(path for path in self.texts if path.endswith(TEMPLATE_SUFFIX))


def bundled(folder: str) -> Path:
    """Return where a folder that ships with us lies: in the package, or in the checkout."""
    package = Path(__file__).parents[1]
    inside = package / "_bundled" / folder
    return inside if inside.is_dir() else package.parents[1] / folder


def find_pack(name: str) -> Path | None:
    """Return the folder of a pack given by path or, for one that ships with us, by name."""
    for folder in (Path(name), bundled("templates") / name):
        if (folder / "pack.toml").is_file():
            return folder
    return None


def read_files(folder: Path) -> tuple[PackFiles, tuple[Finding, ...]]:
    """Return the texts of the pack in `folder`; what cannot be read as UTF-8 is a finding."""
    name = folder.resolve().name
    texts: dict[str, str] = {}
    findings: list[Finding] = []
    for path in sorted(p for p in folder.rglob("*") if p.suffix in _READ):
        inner = path.relative_to(folder).as_posix()
        try:
            texts[inner] = path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            place = Place(source=f"{name}/{inner}")
            said = message("this file of the pack cannot be read: {reason}", reason=error)
            findings.append(Finding(Severity.ERROR, Code.PACK_INVALID, said, place))
    return PackFiles(name, MappingProxyType(texts)), tuple(findings)


@dataclass(slots=True)
class TomlReader:
    """Reads the TOML files of a pack, keeping what is wrong with them."""

    files: PackFiles
    findings: list[Finding]

    def table(self, path: str) -> dict[str, object] | None:
        """Return the tables of the file at `path`, or nothing when it is missing or broken."""
        text = self.files.texts.get(path)
        place = Place(source=self.files.source(path))
        if text is None:
            said = message("the pack has no file {path}", path=path)
            self.findings.append(Finding(Severity.ERROR, Code.PACK_INVALID, said, place))
            return None
        try:
            return tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            said = message("this is not TOML: {reason}", reason=error)
            self.findings.append(Finding(Severity.ERROR, Code.PACK_INVALID, said, place))
            return None
