"""Record and pack to document."""

from summarykit.compose.composing import Composed, Extent, compose
from summarykit.compose.scope import Audience

__all__ = ["Audience", "Composed", "Extent", "compose"]
