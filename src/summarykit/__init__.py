"""Structured Chinese school work summaries from typed records."""
