"""Compiled templates, shared by all packs: an heir compiles only what differs."""

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING, Final

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

if TYPE_CHECKING:
    from types import CodeType

MOST_CHARACTERS: Final = 4_000_000
"""The most text whose compiled code is kept; the pack that ships has less than a tenth."""


class CompiledTemplates(BytecodeCache):
    """Keeps the code of a text by its name, its file and the text itself; never on the disk.

    The name and the file are in the code, for tracebacks. The oldest is forgotten first.
    """

    def __init__(self) -> None:
        self._codes: OrderedDict[str, CodeType] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def get_bucket(
        self, environment: Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """Return what jinja2 takes the code of a text from, and puts it into."""
        bucket = Bucket(environment, "\0".join((name, filename or "", source)), "")
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a text, if it is kept."""
        bucket.code = self._codes.get(bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a text."""
        if bucket.code is None:
            return
        with self._lock:
            if bucket.key not in self._codes:
                self._size += len(bucket.key)
            self._codes[bucket.key] = bucket.code
            while self._size > MOST_CHARACTERS:
                forgotten, _ = self._codes.popitem(last=False)
                self._size -= len(forgotten)


COMPILED: Final = CompiledTemplates()
"""What all packs of the process share."""
