"""Where a text tells what is private: pure functions from text to spans with a kind."""

from summarykit.privacy.detecting.searching import numbered_spans, private_spans
from summarykit.privacy.detecting.spans import PrivateKind, PrivateSpan

__all__ = ["PrivateKind", "PrivateSpan", "numbered_spans", "private_spans"]
