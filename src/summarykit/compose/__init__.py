"""Record and pack to document."""

from summarykit.compose.composing import Composed, Extent, compose
from summarykit.model.audience import Audience

__all__ = ["Audience", "Composed", "Extent", "compose"]
