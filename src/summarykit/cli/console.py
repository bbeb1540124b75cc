"""What a command says, and where: results on stdout, findings and progress on stderr."""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from summarykit.cli.streams import write_aside, write_result
from summarykit.diagnostics import Finding, Message, has_errors
from summarykit.l10n.messages import Language, as_json, describe, hint, shown, translate
from summarykit.layout.widths import text_width

DONE, FOUND_ERRORS, WRONG_USAGE = 0, 1, 2
_GAP = "  "


@dataclass(frozen=True, slots=True)
class Console:
    """The terminal, in one language."""

    lang: Language

    def say(self, sentence: Message) -> str:
        """Return the sentence in the language of the console."""
        return translate(sentence, self.lang)

    def hint(self, sentence: Message) -> str:
        """Return what to do about it, as it stands below a finding."""
        return hint(sentence, self.lang)

    def show(self, value: object) -> str:
        """Return a value of the model, or several, by the names of the language."""
        return shown(value, self.lang)

    def print(self, line: str) -> None:
        """Write one line of a result."""
        write_result(f"{line}\n")

    def tell(self, line: str) -> None:
        """Write one line that is no result to stderr."""
        write_aside(f"{line}\n")

    def print_json(self, content: object) -> None:
        """Write a result as JSON, the same for the same content."""
        self.print(json.dumps(content, ensure_ascii=False, indent=2))

    def print_table(self, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Write rows in columns that line up, a Chinese character being two wide."""
        lines = [head, *rows]
        widths = [max(map(_columns, cells)) for cells in zip(*lines, strict=True)]
        for index, line in enumerate(lines):
            padded = (
                cell + " " * (width - _columns(cell))
                for cell, width in zip(line, widths, strict=True)
            )
            self.print(_GAP.join(padded).rstrip())
            if not index:
                self.print(_GAP.join("-" * width for width in widths))

    def report(self, findings: Sequence[Finding]) -> int:
        """Return the exit code that the findings ask for, having written them to stderr.

        What is to be done stands below the first finding that it mends: thirty fields of one
        wrong name need it once.
        """
        told: set[str] = set()
        for finding in findings:
            words = self.say(finding.hint) if finding.hint else ""
            shown_once = replace(finding, hint=None) if words in told else finding
            self.tell(describe(shown_once, self.lang))
            told.add(words)
        return FOUND_ERRORS if has_errors(findings) else DONE

    def as_json(self, finding: Finding) -> dict[str, object]:
        """Return a finding as JSON holds it, in the language of the console."""
        return as_json(finding, self.lang)

    def progress(self, done: int, total: int) -> None:
        """Show how far the work is, to people only; the last step leaves no trace."""
        if sys.stderr is not None and sys.stderr.isatty():
            write_aside(f"\r{done}/{total}" if done < total else "\r\x1b[K")


def _columns(text: str) -> int:
    return round(2 * text_width(text))
