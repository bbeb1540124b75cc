"""The list of what was kept from the readers of a summary, and why."""

from dataclasses import dataclass
from typing import Final

from summarykit.diagnostics import Message, Path, message
from summarykit.model.vocabulary import Labelled
from summarykit.privacy.detecting import PrivateKind


class MaskedKind(Labelled):
    """What was masked or withheld."""

    IDENTITY_NUMBER = "identity_number", "证件号码"
    TELEPHONE = "telephone", "电话"
    BANK_CARD = "bank_card", "银行卡号"
    BIRTH_DATE = "birth_date", "出生日期"
    ADDRESS = "address", "住址"
    CHILD_NAME = "child_name", "学生姓名"
    GUARDIAN_NAME = "guardian_name", "家长姓名"
    ILLNESS = "illness", "病情"
    FAMILY = "family", "家庭情况"
    SMALL_COUNT = "small_count", "过小的数字"
    REVEALING_COUNT = "revealing_count", "能推算出过小数字的数字"
    CASE = "case", "个案"
    ROSTER = "roster", "名册和内部附件"
    SENSITIVE_FIELD = "sensitive_field", "敏感栏目"


_NUMBERS: Final = message("numbers and dates that find one person stand in no text")
REASONS: Final[dict[MaskedKind, Message]] = {
    MaskedKind.IDENTITY_NUMBER: _NUMBERS,
    MaskedKind.TELEPHONE: _NUMBERS,
    MaskedKind.BANK_CARD: _NUMBERS,
    MaskedKind.BIRTH_DATE: _NUMBERS,
    MaskedKind.ADDRESS: _NUMBERS,
    MaskedKind.CHILD_NAME: message("children are called by an alias"),
    MaskedKind.GUARDIAN_NAME: message("who the parents are tells who the child is"),
    MaskedKind.ILLNESS: message("illness of a child who is named is not for the public"),
    MaskedKind.FAMILY: message("family matters of a child who is named are not for the public"),
    MaskedKind.SMALL_COUNT: message("so few of a sensitive group can be told one by one"),
    MaskedKind.REVEALING_COUNT: message("the small count beside it could be computed from it"),
    MaskedKind.CASE: message("the guardian has not agreed, or the case is marked as internal"),
    MaskedKind.ROSTER: message("a list of children, or marked as internal"),
    MaskedKind.SENSITIVE_FIELD: message("the field is declared as not for these readers"),
}
"""Why each is kept back; the clauses are in docs/privacy.md."""


@dataclass(frozen=True, slots=True)
class Masked:
    """One thing that is kept from the readers: where it stands in the record, and what it is.

    `instead` is what stands in its place; empty where nothing does. What it was is not in it.
    """

    path: Path
    kind: MaskedKind
    instead: str = ""

    @property
    def reason(self) -> Message:
        """Why it is kept back."""
        return REASONS[self.kind]


def kind_of(found: PrivateKind) -> MaskedKind:
    """Return how the list calls what a text tells."""
    return next(kind for kind in MaskedKind if kind == found.value)
