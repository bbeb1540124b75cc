"""Finished Word files, ours or anyone's, against the layout that the writer uses."""

from summarykit.review.files import load
from summarykit.review.reviewing import review

__all__ = ["load", "review"]
