"""Facts that a pack declares and no template tells, as sentences: 供餐学生为612名，……."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from typing import Final

from summarykit.compose.language.fields import value_of
from summarykit.compose.language.sentences import flowing
from summarykit.compose.views import View
from summarykit.document import Block, Document, Paragraph, Section, facts_of
from summarykit.packs import Phrase, inlines_of

NO_AMOUNTS: Final = frozenset({"text", "date"})
"""Facts of these types say who the organisation is, not what was reached."""
_BOUNDS: Final = ("以下", "以上", "以内", "左右")
_LEADS: Final = (
    *("约", "近", "不足", "不到", "不少于", "不超过"),
    *("超过", "至少", "至多", "多达", "达"),
)
"""What a count begins with that needs no verb before it: 供餐学生约600名."""
_DONE: Final = (
    *("开展", "组织", "举办", "召开", "发放", "完成", "投入", "新增", "安排", "参加", "接受"),
    *("资助", "建成", "改造", "培训", "检查", "配备", "设立", "争取", "减免", "慰问", "走访"),
)
_MEASURED: Final = (
    *("数", "率", "额", "费", "量", "人次", "次数", "面积", "资金", "经费", "时间", "比例"),
    *("学生", "教师", "学校", "家长", "人员", "天数"),
)
"""How a label ends that is a noun though it begins with what is done: 培训人次."""
_QUOTED: Final = ("校训", "班训", "口号", "校风", "班风", "教风", "学风", "理念", "主题")
"""How labels end whose values are words of somebody: 校训为“……”."""
_CLAUSED: Final = ("情况", "说明", "做法", "经过", "评价", "特点", "原因", "要求", "备注")
"""How labels end whose values are clauses more than names: 供餐情况是……."""
_MARKS: Final = frozenset("，；。：！？")
_STOPS: Final = "。！？；，"
"""What a text ends with that does not go into quotation marks or before a comma."""
_PREFIX: Final = "further"


def stated(facts: Iterable[View], *, of_work: bool = False) -> Phrase:
    """Return the sentences on those facts that the pack declares and no template tells.

    Those on the organisation: what belongs to no work, and texts and dates of any; or,
    `of_work`, amounts that belong to some. No words where there are none.
    """
    own = (fact for fact in facts if fact.template_value("declared") is True)
    return _sentences(one for one in own if _is_of_work(one) == of_work)


def with_unstated(document: Document, facts: Iterable[View]) -> Document:
    """Return the document with a paragraph on the declared facts that it still says nothing of.

    They stand at the beginning of its first section with a heading, where the figures of the
    year are looked for; without one, at the end of the first section.
    """
    declared = [one for one in facts if one.template_value("declared") is True]
    if not declared:
        return document  # most have none, and the document need not be walked
    printed = printed_refs(document)
    left = [one for one in declared if value_of(one, "value").ref not in printed]
    words = inlines_of(_sentences(left))
    return _led(document, Paragraph(f"{_PREFIX}/{left[0].ref}", words)) if words else document


def printed_refs(document: Document) -> frozenset[str]:
    """Return what is printed anywhere in a document, in whatever form, by its references."""
    return frozenset(fact.ref.partition("#")[0] for fact in facts_of(document))


def _led(document: Document, paragraph: Paragraph) -> Document:
    sections = [(i, one) for i, one in enumerate(document.blocks) if isinstance(one, Section)]
    headed = next((pair for pair in sections if pair[1].heading), None)
    if headed:
        index, section = headed
        changed: Block = replace(section, blocks=(paragraph, *section.blocks))
    elif sections:
        index, section = sections[0]
        changed = replace(section, blocks=(*section.blocks, paragraph))
    else:
        return replace(document, blocks=(paragraph, *document.blocks))
    blocks = (*document.blocks[:index], changed, *document.blocks[index + 1 :])
    return replace(document, blocks=blocks)


def _is_of_work(fact: View) -> bool:
    kind = fact.template_value("type")
    return bool(fact.template_value("programmes")) and kind not in NO_AMOUNTS


def _sentences(facts: Iterable[View]) -> Phrase:
    """Return the sentences: short clauses share one, a text with clauses of its own has one."""
    there = [one for one in facts if value_of(one, "value")]
    parts: list[object] = []
    for apart, group in groupby(there, key=_is_apart):
        clauses = [_clause(one) for one in group]
        parts += [flowing([one]) for one in clauses] if apart else [flowing(clauses)]
    return Phrase(parts)


def _is_apart(fact: View) -> bool:
    return not _MARKS.isdisjoint(str(value_of(fact, "value")).rstrip(_STOPS))


def _clause(fact: View) -> Phrase:
    label, value = value_of(fact, "name"), value_of(fact, "value")
    called, said = str(label), str(value)
    if fact.template_value("type") != "text":
        return Phrase([label, _verb_of_amount(called, said), value])
    if called.endswith(_QUOTED) and not said.startswith(("“", "《")):
        return Phrase([label, "为“", value, "”"])
    is_clause = called.endswith(_CLAUSED) or said.startswith("为")
    return Phrase([label, "是" if is_clause else "为", value])


def _verb_of_amount(called: str, said: str) -> str:
    if said.endswith(_BOUNDS):
        return "在"
    is_done = called.startswith(_DONE) and not called.endswith(_MEASURED)
    return "" if is_done or said.startswith(_LEADS) else "为"
