"""What the machine has: the families of the fonts installed on it."""

import shutil
import subprocess
import sys
from collections.abc import Iterator

_REGISTRY = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts"
_PATIENCE = 5


def installed_fonts() -> frozenset[str] | None:
    """Return the families installed here, or None where the machine cannot be asked.

    Windows is asked through its registry, others through fontconfig's `fc-list`.
    """
    registered = frozenset(_registered())
    program = shutil.which("fc-list")
    return registered or (families(_listed(program)) if program else None)


def families(listing: str) -> frozenset[str] | None:
    """Return the families of a listing of `fc-list : family`; None when it lists nothing."""
    found = {name.strip() for line in listing.splitlines() for name in line.split(",")}
    return frozenset(found - {""}) or None


def _listed(program: str) -> str:
    command = [program, ":", "family"]
    try:
        done = subprocess.run(  # noqa: S603 - the program is fontconfig's, the words are fixed
            command, capture_output=True, check=False, timeout=_PATIENCE
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace")


def _registered() -> Iterator[str]:
    yield from ()
    if sys.platform == "win32":  # pragma: no cover - the gate runs on Debian
        import winreg  # noqa: PLC0415 - there is none elsewhere

        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _REGISTRY) as key:
            for index in range(winreg.QueryInfoKey(key)[1]):
                name = str(winreg.EnumValue(key, index)[0]).partition(" (")[0]
                yield from name.split(" & ")
