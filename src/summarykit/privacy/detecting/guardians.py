"""Names of parents and guardians, known by the relation beside them: they tell whose child."""

import re
from collections.abc import Iterator
from typing import Final

from summarykit.privacy.detecting.no_names import is_no_child, is_no_name
from summarykit.privacy.detecting.spans import PrivateKind, PrivateSpan
from summarykit.privacy.detecting.surnames import COMMON, GIVEN, LONG_NAME, SURNAMES

RELATIONS: Final = (
    *("父亲", "母亲", "爸爸", "妈妈", "爷爷", "奶奶", "外公", "外婆", "姥姥", "姥爷"),
    *("父母", "祖父", "祖母", "养父", "养母", "继父", "继母", "伯父", "伯母", "叔叔", "婶婶"),
    *("姑姑", "姑妈", "舅舅", "姨妈", "其父", "其母", "监护人", "家长", "家长代表"),
)
_BARE: Final = ("[^\u4e00-\u9fff]父", "[^\u4e00-\u9fff]母", "^父", "^母")
"""父高松柏，母李白杨, as patterns."""
_LAST_SIGNS: Final = "".join(dict.fromkeys(one[-1] for one in (*RELATIONS, *_BARE)))
_BEHIND: Final = "(?:" + "|".join(f"(?<={one})" for one in (*RELATIONS, *_BARE)) + ")"
_LINK: Final = "(?:姓名)?(?:名叫|叫|是|为)?[：（“]?"
_END: Final = "[，。；、）” \u3000\n]|$|在外|因|病|去世|常年|长期|外出|务工|打工"
"""How a sentence goes on behind the name of a grown-up, be it short."""
_MORE: Final = (
    f"{_END}|[（在患于去说也都均从将曾有没无经每一独签参今现又年的和与及等来到照抚陪送接身是为"
    "离已残发讲介感提写带给把对向则还想住靠以打改同生代家早晚坚赶跑找请求问答看听帮教管种做开卖买搬回出进走留受"
    "用守护扶养]"
)
_LED_TO: Final = re.compile(
    f"[{_LAST_SIGNS}]{_BEHIND}(?!亲){_LINK}({LONG_NAME}(?={_MORE})|[{COMMON}]{GIVEN}(?={_END}))"
)
_NEXT: Final = re.compile(f"[、和与及 \u3000]({LONG_NAME})(?={_MORE})")
_FOLLOWED: Final = re.compile(
    f"([{SURNAMES}]{GIVEN}{{1,2}})(?=（[^）\n]{{0,8}}(?:{'|'.join(RELATIONS)})）)"
)


def guardians(text: str) -> Iterator[PrivateSpan]:
    """Yield the full names of those whom a text calls a child's parent or guardian."""
    for found in _LED_TO.finditer(text):
        one: re.Match[str] | None = found
        while one is not None and not is_no_child(one[1], text, one.end(1)):
            yield PrivateSpan(*one.span(1), PrivateKind.GUARDIAN_NAME)
            one = _NEXT.match(text, one.end(1))
    for found in _FOLLOWED.finditer(text) if "）" in text else ():
        if not is_no_name(found[1]):
            yield PrivateSpan(*found.span(1), PrivateKind.GUARDIAN_NAME)
