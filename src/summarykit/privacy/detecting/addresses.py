"""Addresses: chains of places that end at a house or a group of houses."""

import re
from collections.abc import Iterator
from typing import Final

from summarykit.privacy.detecting.lines import lines_with
from summarykit.privacy.detecting.spans import PrivateKind, PrivateSpan

_NO_NAME: Final = (
    "的在到于住是为自从来去往至和与及了各每个等我本该全这那访入进省市州县区旗镇乡村组"
)
_PLACE_NAME: Final = f"[^\\W0-9A-Za-z_{_NO_NAME}]{{1,4}}?"
_WIDE: Final = "(?:省|自治区|自治州|市|州|自治县|县|区|旗|镇|乡)"
_NEAR: Final = "(?:街道|村|社区|小区|大道|路|街|巷|胡同|弄堂|屯|寨|庄|家属院|花园|新村)"
_COUNT: Final = "第?(?:[0-9]{1,4}(?:[-—][0-9]{1,4})?|[一二三四五六七八九十百]{1,3})"
_HOUSE: Final = "(?:村民小组|小组|组|社|队|号楼|栋|幢|单元|弄|号院?|室|楼)"
_ADDRESS: Final = re.compile(
    f"(?:{_PLACE_NAME}{_WIDE}){{0,4}}(?:{_PLACE_NAME}{_NEAR}){{1,3}}(?:{_PLACE_NAME})?(?:{_COUNT}{_HOUSE}(?![\u4e00-\u9fff]{{0,2}}学)){{1,4}}"
)
_NUMBERED: Final = re.compile(f"[0-9一二三四五六七八九十百]{_HOUSE}")
"""What every address ends with."""
_LINKS: Final = re.compile(f"{_PLACE_NAME}(?:{_WIDE}|{_NEAR})|{_COUNT}{_HOUSE}")
_LEAST: Final = 3
"""白杨村3组 alone is a place of many."""
_LIVES: Final = re.compile("(?:家住|住在|住|家在|(?:住|地)址(?:[是为：:])?)$")
"""Where somebody lives, a group of a village says it."""
_OF_SCHOOL: Final = re.compile(
    "(?:校址|学校(?:位于|坐落于|坐落在|地址|地处|在)|(?:小学|中学|幼儿园)(?:位于|坐落于|坐落在|地处))[是为：:]?$"
)


def addresses(text: str) -> Iterator[PrivateSpan]:
    """Yield the addresses of at least three links, the last of them with a number.

    That somebody lives there counts as a link.

    Where a school says where it lies itself, it tells of no one.
    """
    for start, end in lines_with(_NUMBERED, text):
        for found in _ADDRESS.finditer(text, start, end):
            before = text[max(0, found.start() - 8) : found.start()]
            links = len(_LINKS.findall(found.group())) + bool(_LIVES.search(before))
            if links >= _LEAST and not _OF_SCHOOL.search(before):
                yield PrivateSpan(*found.span(), PrivateKind.ADDRESS)
