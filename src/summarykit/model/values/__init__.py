"""Value types: each reads what people write and prints it back."""

from summarykit.model.values.frequency import Frequency
from summarykit.model.values.money import Money
from summarykit.model.values.partial_date import PartialDate
from summarykit.model.values.quantity import Quantity
from summarykit.model.values.reading import UnreadableValue
from summarykit.model.values.text import RefusedText, Text, clean
from summarykit.model.values.time_limit import TimeLimit

__all__ = [
    "Frequency",
    "Money",
    "PartialDate",
    "Quantity",
    "RefusedText",
    "Text",
    "TimeLimit",
    "UnreadableValue",
    "clean",
]
