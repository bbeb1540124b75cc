"""Lines and columns of a text, counted from 1 as editors do."""

from bisect import bisect_right


class Lines:
    r"""The lines of a text whose only line break is `\n`."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._starts: list[int] = []
        offset = 0
        for line in self._lines:
            self._starts.append(offset)
            offset += len(line) + 1

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of the character at `offset` (from 0)."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def text_of(self, line: int) -> str:
        """Return the text of a line, without its break."""
        return self._lines[line - 1]

    def inside(self, line: int, column: int) -> tuple[int, int]:
        """Return the place, or the end of the text where the place lies beyond it.

        libyaml counts one line more than there is when the last one has no break.
        """
        if line <= len(self._lines):
            return line, column
        return len(self._lines), len(self._lines[-1]) + 1
