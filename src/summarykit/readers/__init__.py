"""From a file to a record: every problem of the file at once, each with its line and column."""

from summarykit.readers.data import read_data
from summarykit.readers.places import Places
from summarykit.readers.record import ReadResult, read_record, read_text

__all__ = ["Places", "ReadResult", "read_data", "read_record", "read_text"]
