"""Lists of children: which attachments are rosters, and the names that stand in them."""

import re
from collections.abc import Iterator
from typing import Final

from summarykit.model import YearRecord
from summarykit.model.record import Attachment
from summarykit.model.vocabulary import AttachmentKind, AttachmentSource

_NAMES: Final = frozenset(
    ("姓名", "学生姓名", "学生", "儿童姓名", "幼儿姓名", "孩子姓名", "学生名单", "儿童")
)
_OF_CHILDREN: Final = frozenset(
    ("年级", "班级", "学生", "监护人", "家长", "就读学校", "学籍号")
)
"""Other heads that say whose names a column 姓名 holds."""
_OF_ADULTS: Final = ("职务", "职称", "学科", "任教", "岗位", "教师", "领导", "分工", "工作单位")
_CHILD: Final = re.compile("学生|儿童|幼儿|孩子|留守|随迁|辍学|受助|资助")
_NAME: Final = re.compile("[\u3400-\u9fff·]{1,4}[ \u3000]*[\u3400-\u9fff·]{1,4}")


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
    """Yield the names of children that the rosters of a record list, in order."""
    for attachment in record.attachments:
        column = _column(attachment)
        if column is not None:
            cells = (row[column] for row in attachment.rows if column < len(row))
            yield from filter(_is_name, cells)


def _is_name(cell: str) -> bool:
    return bool(_NAME.fullmatch(cell)) and "某" not in cell


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
    certain = heads[named] != "姓名" or attachment.kind is AttachmentKind.ROSTER
    told = _CHILD.search(attachment.name) or not _OF_CHILDREN.isdisjoint(heads)
    return named if certain or told else None
