"""The command line: one module a command."""

from collections.abc import Sequence

_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Return the exit code of the command that `arguments` name; wrong usage exits with 2."""
    try:
        # Loading takes long enough to be interrupted.
        from summarykit.cli.entry import run  # noqa: PLC0415 - see above

        return run(arguments)
    except KeyboardInterrupt:
        return _INTERRUPTED
