"""Five packs that extend one another and the base pack, each with something of every kind."""

from pathlib import Path
from typing import Final

NAMES: Final = ("nation", "province", "county", "town", "school")
REPORT: Final = "left_behind_care"
_MANIFEST: Final = 'format = 2\nid = "{}"\nname = "某地"\nversion = "1"\nextends = "{}"\n'
_OPENING: Final = "sections/opening.md.j2"
_BLOCK: Final = (
    f'{{% extends "parent/{_OPENING}" %}}'
    "{% block transition %}{{ super() }}{% endblock %}\n{# {} #}\n"
)


def five_levels(folder: Path, *, blocks: bool) -> Path:
    """Return the nearest of the packs, written into `folder`; none alters what is said.

    With `blocks`, each wraps a block of the one below.
    """
    parent = "zh"
    for number, name in enumerate(NAMES):
        files = {
            "pack.toml": _MANIFEST.format(name, parent),
            "layout.toml": f'[page]\ntop = "{30 + number}mm"\n[styles.body]\nline = "28pt"\n',
            "terms.toml": f'[terms.own]\nword{number} = "甲"\n',
            "fields.toml": f'[fields.meals{number}]\nname = "供餐学生{number}"\n',
            f"reports/{REPORT}.toml": f'[[sections]]\nid = "results"\ntitle = "成效{number}"\n',
        }
        if blocks:
            files[_OPENING] = _BLOCK.replace("{# {} #}", f"{{# {name}, {folder.name} #}}")
        for path, text in files.items():
            (folder / name / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / name / path).write_text(text, "utf-8")
        parent = name
    return folder / parent
