"""Fonts of a Word file as the parts that fonts play in a layout."""

from collections.abc import Mapping
from typing import Any


class Faces:
    """Which part each font plays, and what the fonts of the parts are called then."""

    def __init__(self, layout: Mapping[str, Any]) -> None:
        self._fonts: Mapping[str, Any] = layout.get("fonts", {})
        self._named: dict[str, str] = {}
        self._roles: dict[str, str] = {
            str(name).casefold(): role
            for role, font in reversed(list(self._fonts.items()))
            for name in (*font.get("alternatives", ()), font.get("name", ""))
        }
        # A name of its own comes before one that another font may stand for.
        self._roles |= {str(f.get("name", "")).casefold(): r for r, f in self._fonts.items()}

    def known(self, name: str) -> str:
        """Return the part that a font plays, nothing if it has none."""
        role = self._roles.get(name.casefold(), "")
        if role:
            self._named.setdefault(role, name)
        return role

    def claimed(self, name: str, role: str) -> str:
        """Return `role` for a font that has no part yet, nothing if it is another one's."""
        if known := self.known(name):
            return known
        if not role or role in self._named:
            return ""
        self._named[role] = name
        self._roles[name.casefold()] = role
        return role

    def table(self) -> dict[str, object]:
        """Return the table `[fonts]` for those fonts that are called otherwise now."""
        made: dict[str, object] = {}
        for role, name in self._named.items():
            font = self._fonts.get(role, {})
            usual, others = str(font.get("name", "")), list(font.get("alternatives", ()))
            if name == usual:
                continue
            made[role] = {"name": name}
            if name in others:
                kept = [usual, *(other for other in others if other != name)]
                made[role] = {"name": name, "alternatives": kept}
        return made
