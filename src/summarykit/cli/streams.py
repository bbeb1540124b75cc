"""Stdout and stderr as they may be: closed, full, or with a reader that has left."""

import contextlib
import os
import sys
from typing import TextIO

from summarykit.diagnostics import Message
from summarykit.l10n.system_errors import reason_of


class OutputLost(Exception):  # noqa: N818 - it names what happened to the output
    """Raised when a result cannot be written; `reason` says why, a full disk usually."""

    def __init__(self, reason: Message | str) -> None:
        self.reason = reason
        super().__init__(str(reason))


def write_result(text: str) -> None:
    """Write to stdout; a reader that has seen enough (`| head`) is no error.

    Raises:
        OutputLost: The result cannot be written.
    """
    if sys.stdout is not None:
        try:
            sys.stdout.write(text)
        except OSError as error:
            _lost(error)


def flush_results() -> None:
    """Have everything on stdout written.

    Raises:
        OutputLost: It cannot be written.
    """
    if sys.stdout is not None:
        try:
            sys.stdout.flush()
        except OSError as error:
            _lost(error)


def write_aside(text: str) -> None:
    """Write to stderr as far as it takes anything: the exit code says the same."""
    if sys.stderr is not None:
        try:
            sys.stderr.write(text)
            sys.stderr.flush()
        except OSError:
            _turn_off(sys.stderr)


def _lost(error: OSError) -> None:
    _turn_off(sys.stdout)
    if not isinstance(error, BrokenPipeError):
        raise OutputLost(reason_of(error)) from error


def _turn_off(stream: TextIO) -> None:
    # What it still holds would fail again when Python ends, which changes the exit code.
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
