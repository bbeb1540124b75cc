"""`summarykit catalogue`: the national documents and terms that a record may name."""

import argparse
from dataclasses import asdict

from summarykit.cli.console import DONE, Console
from summarykit.cli.parser import Parser
from summarykit.diagnostics import message
from summarykit.model.catalogue import Document, Term, load_catalogue

ABOUT = message("list the national laws, documents and terms that a record may name")
_INDENT = "  "


def declare(parser: Parser, console: Console) -> None:
    """Add what `catalogue` is told."""
    words = console.say(message("text for people (default), or json for programs"))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=words)


def run(chosen: argparse.Namespace, console: Console) -> int:
    """Return the exit code, having written what each entry is and where it is published."""
    catalogue = load_catalogue()
    if chosen.format == "json":
        listed = {
            "documents": [_as_json(document) for document in catalogue.documents],
            "terms": [_as_json(term) for term in catalogue.terms],
        }
        console.print_json(listed)
        return DONE
    for document in catalogue.documents:
        kind = console.show(document.kind)
        _print(console, [document.id, kind, _year(document), document.issuer], document)
    for term in catalogue.terms:
        _print(console, ["、".join(term.names), console.say(_TERM), str(term.year)], term)
    return DONE


_TERM = message("term")


def _year(document: Document) -> str:
    return document.issued[:4]


def _print(console: Console, head: list[str], entry: Document | Term) -> None:
    """Write an entry in lines that fit a terminal, which its title and address would not."""
    told = entry.title if isinstance(entry, Document) else "；".join(entry.items)
    source = entry.source or console.say(message("no source was found"))
    told_by = [console.say(message("reported in {address}", address=entry.seen))]
    mark = [] if entry.is_confirmed else [console.say(message("not confirmed"))]
    console.print(_INDENT.join(head))
    console.print(f"{_INDENT}{told}")
    console.print(_INDENT + "  ".join([source, *(told_by if entry.seen else []), *mark]))


def _as_json(entry: Document | Term) -> dict[str, object]:
    """Return an entry as JSON holds it: names as they are, the year beside the date."""
    year = _year(entry) if isinstance(entry, Document) else entry.year
    return {**asdict(entry), "year": int(year)}
