"""Lists of children: which attachments are rosters, and the names that stand in them."""

import re
from collections.abc import Iterator
from typing import Final

from summarykit.model import YearRecord
from summarykit.model.record import Attachment
from summarykit.model.vocabulary import AttachmentKind, AttachmentSource
from summarykit.privacy.detecting.names import looks_named
from summarykit.privacy.detecting.surnames import DOTS

_NAMES: Final = frozenset(
    ("姓名", "学生姓名", "学生", "儿童姓名", "幼儿姓名", "孩子姓名", "学生名单", "儿童")
)
_LOOSE: Final = frozenset(("学生", "儿童"))
"""Heads under which kinds of children may stand as well."""
_NO_NAMES: Final = frozenset(
    ("合计", "总计", "小计", "共计", "总数", "不详", "未知", "同上", "其他")
)
_OF_CHILDREN: Final = frozenset(
    ("年级", "班级", "学生", "监护人", "家长", "就读学校", "学籍号")
)
"""Other heads that say whose names a column 姓名 holds."""
_OF_ADULTS: Final = ("职务", "职称", "学科", "任教", "岗位", "教师", "领导", "分工", "工作单位")
_OF_ONE: Final = re.compile(
    "获奖(?:者|人|学生)|帮扶对象|结对(?:学生|对象|儿童)|(?:受助|留守|困难)?(?:学生|儿童)$|受助人|受助对象"
)
"""Heads of columns in which children may be named."""
_OF_GUARDIANS: Final = re.compile("^(?:监护人|家长|父亲|母亲|父母)(?:的?姓名)?$")
_ADULT_TABLES: Final = ("教师", "教职工", "领导小组", "党员", "干部", "志愿者")
_CHILD: Final = re.compile("学生|儿童|幼儿|孩子|留守|随迁|辍学|受助|资助")
_NAME: Final = re.compile(
    "[\u3400-\u9fff]{1,4}[ \u3000]*[\u3400-\u9fff]{1,4}"
    f"|[\u3400-\u9fff]{{1,8}}(?:[{DOTS}][\u3400-\u9fff]{{1,8}})+"
)


def is_roster(attachment: Attachment) -> bool:
    """Return whether an attachment lists children: as it is declared, or by its heads."""
    if attachment.from_record is AttachmentSource.PUPILS:
        return True
    listed = attachment.kind is AttachmentKind.ROSTER and not _is_of_adults(attachment)
    return listed or _column(attachment) is not None


def is_secret(attachment: Attachment) -> bool:
    """Return whether an attachment is for insiders only: as marked, or a list of children."""
    return attachment.confidential or is_roster(attachment)


def listed_names(record: YearRecord) -> Iterator[str]:
    """Yield the names of children that the tables of a record list, in order.

    A column of names under a head that is not of adults lists children; a surname and a given
    name may stand in columns of their own, and a table may have its heads in the first column.
    """
    for attachment in record.attachments:
        if _is_of_adults_by_name(attachment):
            continue
        for column in _columns_of_names(attachment):
            cells = (row[column] for row in attachment.rows if column < len(row))
            yield from filter(_is_name, cells)
        yield from _in_two_columns(attachment)
        yield from (row[1] for row in attachment.rows if _is_titled(row))


def listed_guardians(record: YearRecord) -> Iterator[str]:
    """Yield the names of parents and guardians that the tables of a record list, in order."""
    for attachment in record.attachments:
        for at, head in enumerate(attachment.columns):
            if _OF_GUARDIANS.search(head) and _holds_names(attachment, at):
                cells = (row[at] for row in attachment.rows if at < len(row))
                yield from filter(_is_name, cells)


def _columns_of_names(attachment: Attachment) -> Iterator[int]:
    own = _column(attachment)
    if own is not None:
        yield own
    for at, head in enumerate(attachment.columns):
        if at == own or any(word in head for word in _OF_ADULTS):
            continue
        of_names = head in _NAMES and not _is_of_adults(attachment)
        if (of_names or _OF_ONE.search(head)) and _holds_names(attachment, at):
            yield at


def _holds_names(attachment: Attachment, column: int) -> bool:
    """Return whether most cells of a column look like names of people."""
    cells = [row[column] for row in attachment.rows if column < len(row) and row[column]]
    named = sum(_is_name(cell) and looks_named(cell) for cell in cells)
    return bool(cells) and named * 2 > len(cells)


def _in_two_columns(attachment: Attachment) -> Iterator[str]:
    heads = attachment.columns
    if "姓" in heads and "名" in heads:
        surname, given = heads.index("姓"), heads.index("名")
        for row in attachment.rows:
            if max(surname, given) < len(row):
                yield row[surname] + row[given]


def _is_titled(row: tuple[str, ...]) -> bool:
    return len(row) > 1 and row[0] in _NAMES and looks_named(row[1])


def _is_of_adults_by_name(attachment: Attachment) -> bool:
    return any(word in attachment.name for word in _ADULT_TABLES)


def _is_name(cell: str) -> bool:
    found = _NAME.fullmatch(cell)
    return found is not None and "某" not in cell and "".join(cell.split()) not in _NO_NAMES


def _is_of_adults(attachment: Attachment) -> bool:
    words = (attachment.name, *attachment.columns)
    return any(word in head for word in _OF_ADULTS for head in words)


def _column(attachment: Attachment) -> int | None:
    """Return which column of a table holds the names of children."""
    if _is_of_adults(attachment):
        return None
    heads = attachment.columns
    named = next((i for i, head in enumerate(heads) if head in _NAMES), None)
    if named is None:
        return None
    if heads[named] in _LOOSE and not _holds_names(attachment, named):
        return None  # 女生 and 男生 stand under 学生, too
    certain = heads[named] != "姓名" or attachment.kind is AttachmentKind.ROSTER
    told = _CHILD.search(attachment.name) or not _OF_CHILDREN.isdisjoint(heads)
    return named if certain or told else None
