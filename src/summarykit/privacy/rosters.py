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
_GROUPED: Final = frozenset(("年级", "班级"))
_OF_ADULTS: Final = ("职务", "职称", "学科", "任教", "岗位", "教师", "领导", "分工", "工作单位")
_CARING: Final = re.compile(
    "(?:帮扶|结对|包保|联系|责任|辅导|指导|关爱|送教|家访)(?:教师|老师|领导|干部|人)|班主任|代理家长"
)
"""Heads of those who look after the ones that a table lists."""
_OF_ONE: Final = re.compile(
    "获奖(?:者|人|学生)|帮扶对象|结对(?:学生|对象|儿童)|(?:受助|留守|困难)?(?:学生|儿童)$|受助人|受助对象"
)
"""Heads of columns in which children may be named."""
_OF_GUARDIANS: Final = re.compile("^(?:监护人|家长|父亲|母亲|父母)(?:的?姓名)?$")
_ADULT_TABLES: Final = re.compile("教师|教职工|领导小组|党员|(?<![班队生小])干部|志愿者")
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
        if _is_of_adults_by_name(attachment) and not _tells_children(attachment):
            continue
        for column in _columns_of_names(attachment):
            cells = (row[column] for row in attachment.rows if column < len(row))
            yield from filter(_is_name, cells)
        yield from _in_two_columns(attachment)
        yield from (row[1] for row in attachment.rows if _is_titled(row))


def listed_guardians(record: YearRecord) -> Iterator[str]:
    """Yield the names of parents and guardians that the tables of a record list, in order."""
    for attachment in record.attachments:
        for at, head in enumerate(_heads(attachment)):
            if _OF_GUARDIANS.search(head) and _holds_names(attachment, at):
                cells = (row[at] for row in attachment.rows if at < len(row))
                yield from filter(_is_name, cells)


def _columns_of_names(attachment: Attachment) -> Iterator[int]:
    own, heads = _column(attachment), _heads(attachment)
    if own is not None:
        yield own
    for at, head in enumerate(heads):
        if at == own or any(word in head for word in _OF_ADULTS):
            continue
        adult = _is_of_adults(attachment) or _is_beside_children(heads, head)
        of_names = head in _NAMES and not adult
        if (of_names or _OF_ONE.search(head)) and _holds_names(attachment, at):
            yield at


def _holds_names(attachment: Attachment, column: int) -> bool:
    """Return whether most cells of a column look like names of people."""
    cells = [row[column] for row in attachment.rows if column < len(row) and row[column]]
    named = sum(_is_name(cell) and looks_named(cell) for cell in cells)
    return bool(cells) and named * 2 > len(cells)


def _in_two_columns(attachment: Attachment) -> Iterator[str]:
    heads = _heads(attachment)
    if "姓" in heads and "名" in heads:
        surname, given = heads.index("姓"), heads.index("名")
        for row in attachment.rows:
            if max(surname, given) < len(row):
                yield row[surname] + row[given]


def _is_titled(row: tuple[str, ...]) -> bool:
    return len(row) > 1 and row[0] in _NAMES and looks_named(row[1])


def _is_of_adults_by_name(attachment: Attachment) -> bool:
    return _ADULT_TABLES.search(attachment.name) is not None


def _is_name(cell: str) -> bool:
    found = _NAME.fullmatch(cell)
    return found is not None and "某" not in cell and "".join(cell.split()) not in _NO_NAMES


def _is_of_adults(attachment: Attachment) -> bool:
    """Return whether a table lists grown-ups: its heads are theirs, and none is a child's.

    A class or a grade beside a post is that of a pupil with a post, unless the name of the
    table says teachers.
    """
    if _tells_children(attachment):
        return False
    if _is_of_adults_by_name(attachment):
        return True
    heads = _heads(attachment)
    words = (attachment.name, *heads)
    named = any(word in each for word in _OF_ADULTS for each in words)
    return named and _GROUPED.isdisjoint(heads)


def _tells_children(attachment: Attachment) -> bool:
    """Return whether a column is of children, or of those who look after them."""
    return any(
        head in _NAMES - {"姓名"} or head in _OF_CHILDREN - _GROUPED or _of_one(head)
        for head in _heads(attachment)
    )


def _of_one(head: str) -> bool:
    return bool(_OF_ONE.search(head) or _CARING.search(head))


def _heads(attachment: Attachment) -> tuple[str, ...]:
    """Return the heads of a table without the blanks that spread them: 姓　名."""
    return tuple("".join(head.split()) for head in attachment.columns)


def _column(attachment: Attachment) -> int | None:
    """Return which column of a table holds the names of children."""
    if _is_of_adults(attachment):
        return None
    heads = _heads(attachment)
    named = next((i for i, head in enumerate(heads) if head in _NAMES), None)
    if named is None or _is_beside_children(heads, heads[named]):
        return None
    if heads[named] in _LOOSE and not _holds_names(attachment, named):
        return None  # 女生 and 男生 stand under 学生, too
    certain = heads[named] != "姓名" or attachment.kind is AttachmentKind.ROSTER
    told = _CHILD.search(attachment.name) or not _OF_CHILDREN.isdisjoint(heads)
    cared_for = any(_CARING.search(head) for head in heads)
    return named if certain or told or cared_for else None


def _is_beside_children(heads: tuple[str, ...], head: str) -> bool:
    """Return whether 姓名 is that of a teacher: a post is beside it, the child in a column."""
    posts = any(
        word in each and not _CARING.search(each) for word in _OF_ADULTS for each in heads
    )
    return head == "姓名" and posts and any(_OF_ONE.search(each) for each in heads)
