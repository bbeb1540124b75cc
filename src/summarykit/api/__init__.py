"""What other software calls: a record in, a summary out; the one place that raises findings.

What a function needs beyond the model (YAML, jinja2, the writers) is imported when called.
"""

from summarykit.api.composing import check, compose, fitting_report
from summarykit.api.loading import DEFAULT_PACK, load_pack
from summarykit.api.records import json_schema, parse_record, read_record
from summarykit.api.reviewing import review
from summarykit.api.summaries import Summary, describe
from summarykit.api.wishes import LENGTHS

__all__ = [
    "DEFAULT_PACK",
    "LENGTHS",
    "Summary",
    "check",
    "compose",
    "describe",
    "fitting_report",
    "json_schema",
    "load_pack",
    "parse_record",
    "read_record",
    "review",
]
