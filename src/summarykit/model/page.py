"""The reference pages of the record format, made from the model and the catalogue.

They are docs/fields.md and docs/catalogue.md.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from summarykit.model.added import OUR_OWN, AddedProgramme, Vocabulary
from summarykit.model.catalogue import Document, Entry, Term, load_catalogue
from summarykit.model.entity import Entity, KnownFrom, LinksTo, sensitive_fields
from summarykit.model.record import YearRecord
from summarykit.model.schema import kinds_of
from summarykit.model.values import PartialDate
from summarykit.model.values.reading import Value
from summarykit.model.vocabulary import PolicyKind

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


def fields_page(vocabulary: Vocabulary = OUR_OWN) -> str:
    """Return the page as Markdown: a table for each entity, then one for each list of choices.

    It has the kinds that `vocabulary` adds, too. The same model gives the same page.
    """
    kinds = kinds_of(YearRecord)
    headings = _headings([kind for kind in kinds if issubclass(kind, Entity)])
    entities = (_entity(kind, headings) for kind in kinds if issubclass(kind, Entity))
    lists = (
        _choices([*kind, *vocabulary.added(kind)], headings[kind])
        for kind in kinds
        if issubclass(kind, Enum)
    )
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
    rows = (_row(kind, name, headings) for name in kind.model_fields)
    return f"## {headings[kind]}\n\n{_FIELDS}{''.join(rows)}"


def _row(kind: type[Entity], name: str, headings: dict[type[Any], str]) -> str:
    info = kind.model_fields[name]
    known = [mark.field for mark in info.metadata if isinstance(mark, KnownFrom)]
    instead = "".join(f"，或写{kind.model_fields[field].alias}" for field in known)
    required = f"是{instead}" if info.is_required() else ""
    form = _Form.of(info).written(headings)
    level = sensitive_fields(kind).get(name)
    secret = f"（{level.label}）" if level else ""
    return f"| {info.alias} | `{name}` | {required} | {form} | {info.description}{secret} |\n"


def _choices(choices: list[Any], heading: str) -> str:
    grouped = any(hasattr(choice, "group") for choice in choices)
    rows = (_choice(choice, grouped=grouped) for choice in choices)
    table = f"{_GROUPED if grouped else _CHOICES}{''.join(rows)}"
    added = [one for one in choices if isinstance(one, AddedProgramme) and one.about]
    notes = "".join(f"- {one.label}：{one.about}\n" for one in added)
    return f"## {heading}\n\n共 {len(choices)} 个。\n\n{table}" + (notes and f"\n{notes}")


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


_CATALOGUE_HEAD = """\
# 通用目录

全国性的法律、法规和文件，以及各地通用的简称。记录中的政策写 `通用文件`（`catalogue`）一项，
填代号、标题或简称，书名号可写可不写，标题、类型、发文机关、文号、发布时间就不必再写；
记录中写了的，以记录为准。政策简称只写名称、不写含义的，用这里的含义。

目录只收能够确认的内容：文号或日期不能确认的，空着不写；各地含义不同的说法（如双线四包、
七长责任制）不收，由记录自己写明。几份文件同名的，写代号。“依据”一栏是发布机关公布的原文；只到文件库的，
按标题或文号检索；“见于”是报道或转载，可以看到标题、发文机关和年份。
带 ＊ 的，文号或内容据一般了解写出，没有查到原文，引用前请核对。
`summarykit catalogue` 在命令行列出这些条目。

This page is made from `catalogue.toml` by `summarykit.model.page.catalogue_page`.
Where the record leaves out what a document is, `catalogue` supplies it; what it gives stands.

"""
_DOCUMENTS = (
    "| 代号 | 标题 | 简称 | 发文机关 | 文号 | 发布 | 修订 | 内容 | 依据 |\n"
    "|---|---|---|---|---|---|---|---|---|\n"
)
_TERMS = "| 简称 | 含义 | 年份 | 说明 | 依据 |\n|---|---|---|---|---|\n"


def catalogue_page() -> str:
    """Return the page of the catalogue as Markdown: documents by kind, then terms."""
    documents, terms = load_catalogue().documents, load_catalogue().terms
    kinds = [kind for kind in PolicyKind if any(d.kind is kind for d in documents)]
    tables = (
        f"## {kind.label}\n\n{_DOCUMENTS}"
        + "".join(_document_row(document) for document in documents if document.kind is kind)
        for kind in kinds
    )
    names = f"## 简称和含义\n\n{_TERMS}{''.join(map(_term_row, terms))}"
    return _CATALOGUE_HEAD + "\n".join([*tables, names])


def _document_row(one: Document) -> str:
    revised = PartialDate.parse(one.revised) if one.revised else ""
    short = "、".join(one.short)
    return (
        f"| `{one.id}` | {one.title} | {short} | {one.issuer} | {one.number or ''} "
        f"| {PartialDate.parse(one.issued)} | {revised} | {one.about} | {_source(one)} |\n"
    )


def _term_row(one: Term) -> str:
    return (
        f"| {'，'.join(one.names)} | {'；'.join(one.items)} | {one.year} | {one.about} "
        f"| {_source(one)} |\n"
    )


def _source(one: Entry) -> str:
    """Return links to the text or the library that has it and to a report, marked if unsure."""
    kind = "文件库" if one.is_in_library else "原文"
    links = [f"[{kind}]({one.source})" if one.source else "未查到原文"]
    links += [f"[见于]({one.seen})"] if one.seen else []
    return "，".join(links) + ("" if one.is_confirmed else " ＊")
