"""Where a text tells what is private: pure functions from text to spans with a kind."""

from summarykit.privacy.detecting.searching import private_spans
from summarykit.privacy.detecting.spans import PrivateKind, PrivateSpan

__all__ = ["PrivateKind", "PrivateSpan", "private_spans"]
