"""The reference page of the record format, made from the model: docs/fields.md."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from summarykit.model.entity import Entity, LinksTo
from summarykit.model.record import YearRecord
from summarykit.model.schema import kinds_of
from summarykit.model.values.reading import Value

_HEAD = """\
# 记录的字段

每个字段有中文名和英文名，写哪一个都可以；可选的值也是这样。
“可多项”的字段写成列表；只有一项时，可以直接写这一项。

This page is made from the model by `summarykit schema --format md`.
Each field, and each value to choose, has two names; either may be written.

"""
_FIELDS = "| 中文名 | 英文名 | 必填 | 写法 | 说明 |\n|---|---|---|---|---|\n"
_CHOICES = "| 中文名 | 英文名 |\n|---|---|\n"
_GROUPED = "| 中文名 | 英文名 | 类别 |\n|---|---|---|\n"
_EXAMPLES = 3


def fields_page() -> str:
    """Return the page as Markdown: a table for each entity, then one for each list of choices.

    The same model gives the same page.
    """
    kinds = kinds_of(YearRecord)
    headings = _headings([kind for kind in kinds if issubclass(kind, Entity)])
    entities = (_entity(kind, headings) for kind in kinds if issubclass(kind, Entity))
    lists = (_choices(kind, headings) for kind in kinds if issubclass(kind, Enum))
    return _HEAD + "\n".join([*entities, *lists])


def _headings(entities: list[type[Entity]]) -> dict[type[Any], str]:
    """Return what each entity and list is called: after the field that first holds it."""
    labels: dict[type[Any], str] = {YearRecord: "记录"}
    for entity in entities:
        for info in entity.model_fields.values():
            for kind in _Form.of(info).kinds:
                own = str(info.alias)
                labels.setdefault(
                    kind, own if issubclass(kind, Entity) else f"{labels[entity]}的{own}"
                )
    return {kind: f"{label} {kind.__name__}" for kind, label in labels.items()}


def _entity(kind: type[Entity], headings: dict[type[Any], str]) -> str:
    rows = (_row(name, info, headings) for name, info in kind.model_fields.items())
    return f"## {headings[kind]}\n\n{_FIELDS}{''.join(rows)}"


def _row(name: str, info: FieldInfo, headings: dict[type[Any], str]) -> str:
    required = "是" if info.is_required() else ""
    form = _Form.of(info).written(headings)
    return f"| {info.alias} | `{name}` | {required} | {form} | {info.description} |\n"


def _choices(kind: type[Enum], headings: dict[type[Any], str]) -> str:
    grouped = any(hasattr(choice, "group") for choice in kind)
    rows = (_choice(choice, grouped=grouped) for choice in kind)
    table = f"{_GROUPED if grouped else _CHOICES}{''.join(rows)}"
    return f"## {headings[kind]}\n\n共 {len(kind)} 个。\n\n{table}"


def _choice(choice: Any, *, grouped: bool) -> str:  # noqa: ANN401 - a member of any list
    group = f" {choice.group.label} |" if grouped else ""
    return f"| {choice.label} | `{choice.value}` |{group}\n"


@dataclass(frozen=True, slots=True)
class _Form:
    """How a field is written: the types it names, and what its annotation says of them."""

    kinds: tuple[type[Entity] | type[Enum], ...]
    values: tuple[type[Value], ...]
    literals: tuple[object, ...]
    is_many: bool
    is_link: bool
    is_yes_no: bool

    @classmethod
    def of(cls, info: FieldInfo) -> "_Form":
        """Return the form of a field, read from its annotation."""
        parts = [*_parts(info.annotation), *info.metadata]
        classes = [part for part in parts if isinstance(part, type)]
        return cls(
            tuple(kind for kind in classes if issubclass(kind, (Entity, Enum))),
            tuple(kind for kind in classes if issubclass(kind, Value)),
            tuple(
                value
                for part in parts
                if get_origin(part) is Literal
                for value in get_args(part)
            ),
            any(get_origin(part) is tuple for part in parts),
            any(isinstance(part, LinksTo) for part in parts),
            bool in classes,
        )

    def written(self, headings: dict[type[Any], str]) -> str:
        """Return how the field is written, in Chinese, with links to what it is made of."""
        return f"{self._one(headings)}{'，可多项' if self.is_many else ''}"

    def _one(self, headings: dict[type[Any], str]) -> str:
        if self.values:
            return "、".join(self.values[0].examples[:_EXAMPLES])
        if self.kinds:
            return "：".join(_link(headings[kind]) for kind in self.kinds)
        if self.is_link:
            return "编号"
        if self.is_yes_no:
            return "是 或 否"
        return " 或 ".join(f"`{value}`" for value in self.literals if value) or "文字"


def _link(heading: str) -> str:
    return f"[{heading}](#{heading.lower().replace(' ', '-')})"


def _parts(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 - a type expression
    """Yield an annotation and everything it is made of."""
    yield annotation
    if get_origin(annotation) is not Literal:
        for inner in get_args(annotation):
            yield from _parts(inner)
