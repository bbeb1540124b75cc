"""What an organisation did in a year: frozen pydantic models and value types, no I/O."""

from summarykit.model.kinds import DifficultyKind, DifficultyLevel, MeasureGroup, MeasureKind
from summarykit.model.record import Programme, YearRecord

__all__ = [
    "DifficultyKind",
    "DifficultyLevel",
    "MeasureGroup",
    "MeasureKind",
    "Programme",
    "YearRecord",
]
