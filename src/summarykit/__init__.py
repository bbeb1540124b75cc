"""Structured Chinese school work summaries (工作总结) from typed records, as Word files.

    import summarykit as sk

    summary = sk.compose("year.yaml", report="left_behind_care")
    summary.save("总结.docx")

A name is loaded when it is first used, so that importing the package costs next to nothing.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarykit.api import (
        Summary,
        check,
        compose,
        describe,
        json_schema,
        load_pack,
        parse_record,
        read_record,
        review,
    )
    from summarykit.compose.completeness.leaving import LeftOut, LeftOutReason
    from summarykit.diagnostics import Code, Finding, Place, Severity, SummaryError
    from summarykit.facts.earlier import FollowUp, FollowUpStatus
    from summarykit.model import YearRecord
    from summarykit.version import __version__

__all__ = [
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

_HOMES = {
    "Code": "summarykit.diagnostics",
    "Finding": "summarykit.diagnostics",
    "FollowUp": "summarykit.facts.earlier",
    "FollowUpStatus": "summarykit.facts.earlier",
    "LeftOut": "summarykit.compose.completeness.leaving",
    "LeftOutReason": "summarykit.compose.completeness.leaving",
    "Place": "summarykit.diagnostics",
    "Severity": "summarykit.diagnostics",
    "SummaryError": "summarykit.diagnostics",
    "YearRecord": "summarykit.model",
    "__version__": "summarykit.version",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    value: object = getattr(import_module(_HOMES.get(name, "summarykit.api")), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)


# Functions that have the name of a folder inside.
_FUNCTIONS = frozenset({"compose", "review"})


class _Package(ModuleType):
    """Keeps `compose` and `review` functions, though folders inside are called so, too."""

    def __setattr__(self, name: str, value: object) -> None:
        # Python binds a folder to its name here when something in it is first imported.
        if not (name in _FUNCTIONS and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
