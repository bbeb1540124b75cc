"""The words a command line is made of, in the reader's language, which argparse lacks."""

import argparse
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final, NoReturn, get_args

from summarykit.cli.console import WRONG_USAGE, Console
from summarykit.cli.streams import write_aside
from summarykit.diagnostics import Message, message
from summarykit.l10n.messages import Language
from summarykit.l10n.nearest import nearest

LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
DEFAULT_LANGUAGE: Final[Language] = "zh"

# The sentences of argparse that people meet, each with ours, whose gaps its groups fill.
_REFUSALS: Final = (
    (
        r"the following arguments are required: COMMAND",
        message("a command is missing: -h lists them"),
    ),
    (r"the following arguments are required: (?P<absent>.+)", message("{absent} is missing")),
    (r"unrecognized arguments: (?P<names>-\S*).*", message("there is no {names} here")),
    (r"unrecognized arguments: (?P<names>.+)", message("{names} is too much here")),
    (r"argument (?P<name>\S+): expected one argument", message("{name} needs a value")),
    (
        r"argument COMMAND: invalid choice: (?P<found>.+) \(choose from (?P<names>.+)\)",
        message("there is no command {found}; there are: {names}"),
    ),
    (
        r"argument (?P<name>.+): invalid choice: (?P<found>.+) \(choose from (?P<names>.+)\)",
        message("{name} cannot be {found}; there are: {names}"),
    ),
    (
        r"argument (?P<name>.+): ignored explicit argument (?P<found>.+)",
        message("{name} takes no value: {found}"),
    ),
    (
        r"argument (?P<name>\S+): invalid .+ value: '\s*'",
        message("{name} cannot be empty"),
    ),
)


def language_of(arguments: Sequence[str]) -> Language:
    """Return the language that `--lang` asks for, needed before anything can be refused."""
    asked = DEFAULT_LANGUAGE
    for before, argument in pairwise(["", *arguments]):
        for lang in LANGUAGES:
            if argument == f"--lang={lang}" or (before, argument) == ("--lang", lang):
                asked = lang
    return asked


class Parser(argparse.ArgumentParser):
    """A parser whose usage, help and refusals are in the language of its console."""

    def __init__(self, console: Console, *, prog: str, description: str) -> None:
        self.console = console
        super().__init__(
            prog=prog,
            description=description,
            add_help=False,
            allow_abbrev=False,
            formatter_class=lambda prog: _Formatter(prog, console),
        )
        self._positionals.title = console.say(message("arguments"))
        self._optionals.title = console.say(message("options"))
        self.add_argument(
            "-h", "--help", action="help", help=console.say(message("show this help"))
        )
        self.add_argument(
            "--lang",
            choices=LANGUAGES,
            default=argparse.SUPPRESS,
            help=console.say(message("language of messages and help: zh (default) or en")),
        )

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line, and leave with exit code 2."""
        said = refusal(message, self.console, self._option_string_actions)
        write_aside(f"{self.format_usage()}{self.prog}: {said}\n")
        sys.exit(WRONG_USAGE)

    def parse_known_args(  # type: ignore[override]
        self,
        args: Sequence[str] | None = None,
        namespace: argparse.Namespace | None = None,
    ) -> tuple[argparse.Namespace, list[str]]:
        """Return what is known; the rest is refused, with the usage of its command."""
        known, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        return known, unknown


def refusal(sentence: str, console: Console, options: Iterable[str] = ()) -> str:
    """Return what argparse says, in the language of the console where that is known.

    Where another name is near, a hint has that one.
    """
    for pattern, ours in _REFUSALS:
        if found := re.fullmatch(pattern, sentence, re.DOTALL):
            gaps = found.groupdict()
            said = Message(ours.text, {name: _unquoted(gap) for name, gap in gaps.items()})
            return console.say(said) + _meant(gaps, console, options)
    return sentence


def _unquoted(gap: str) -> object:
    """Return the names that argparse puts in quotes as they are written."""
    quoted = re.findall(r"'([^']*)'", gap)
    return tuple(quoted) if len(quoted) > 1 else quoted[0] if quoted else gap


def _meant(gaps: Mapping[str, str], console: Console, options: Iterable[str]) -> str:
    given, known = gaps.get("names", ""), tuple(options)
    if "found" in gaps:
        given, known = gaps["found"].strip("'"), tuple(re.findall(r"'([^']*)'", given))
    near = nearest(re.split("[ =]", given)[0], known)
    return f"\n{console.hint(message('did you mean {name}?', name=near))}" if near else ""


class _Formatter(argparse.HelpFormatter):
    """Help whose first word is in the reader's language."""

    def __init__(self, prog: str, console: Console) -> None:
        super().__init__(prog, max_help_position=32)
        self._usage = console.say(message("usage: "))

    def add_usage(
        self,
        usage: str | None,
        actions: "argparse._ActionsContainer | object",
        groups: object,
        prefix: str | None = None,
    ) -> None:
        """Add the line that shows how the command is written."""
        super().add_usage(usage, actions, groups, prefix or self._usage)  # type: ignore[arg-type]
