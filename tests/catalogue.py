"""What the sources say in messages, read from their syntax trees, and its translations."""

import ast
from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import read_po

from summarykit.model import values
from summarykit.model.values.reading import Value

SOURCES = Path(__file__).parents[1] / "src/summarykit"
_CALLS = ("message", "Message", "UnreadableValue")


def sentences() -> dict[str, str]:
    """Return every sentence of a message with the file that says it."""
    found: dict[str, str] = {}
    for file in sorted(SOURCES.rglob("*.py")):
        for sentence in _sentences_of(ast.parse(file.read_text("utf-8"))):
            found.setdefault(sentence, file.relative_to(SOURCES).as_posix())
    for kind in vars(values).values():
        if isinstance(kind, type) and issubclass(kind, Value):
            found.setdefault(kind.unreadable("x").template, "model/values")
    return found


def translations() -> dict[str, str]:
    """Return the Chinese sentences of the catalogue by their English keys."""
    with (SOURCES / "l10n/locale/zh_CN/LC_MESSAGES/summarykit.po").open("rb") as file:
        return {str(e.id): str(e.string) for e in read_po(file, locale="zh_CN") if e.id}


def _sentences_of(module: ast.Module) -> Iterator[str]:
    tables = dict(_tables(module))
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and node.args and _name(node.func) in _CALLS:
            place = 1 if _name(node.func) == "UnreadableValue" else 0
            yield from _texts(node.args[place], tables)


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else ""


def _texts(expression: ast.expr, tables: dict[str, list[str]]) -> Iterator[str]:
    """The sentence itself, both of a choice, or all of a table that it is looked up in."""
    match expression:
        case ast.Constant(value=str() as text):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from _texts(body, tables)
            yield from _texts(orelse, tables)
        case ast.Subscript(value=ast.Name(id=table)):
            yield from tables.get(table, ())
        case ast.Call(func=ast.Attribute(value=ast.Name(id=table), attr="get"), args=args):
            yield from tables.get(table, ())
            for otherwise in args[1:]:
                yield from _texts(otherwise, tables)
        case _:
            pass


def _tables(module: ast.Module) -> Iterator[tuple[str, list[str]]]:
    for node in module.body:
        target, value = None, None
        if isinstance(node, ast.Assign):
            target, value = node.targets[0], node.value
        elif isinstance(node, ast.AnnAssign):
            target, value = node.target, node.value
        if isinstance(target, ast.Name) and value:
            inside = [d for d in ast.walk(value) if isinstance(d, ast.Dict)]
            texts = [v.value for d in inside for v in d.values if isinstance(v, ast.Constant)]
            yield target.id, [text for text in texts if isinstance(text, str)]
