"""Every fact of a record is either in its document or in a list of facts left out."""

from summarykit.compose.completeness.accounting import left_out
from summarykit.compose.completeness.leaving import LeftOut, LeftOutReason, Telling

__all__ = ["LeftOut", "LeftOutReason", "Telling", "left_out"]
