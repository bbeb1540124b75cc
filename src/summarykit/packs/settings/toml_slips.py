"""What somebody meant who wrote a line that is not TOML: the line as it has to be.

People who are no programmers leave out quotation marks, write full-width signs, `True` or the
Chinese name of a key. Where mending that makes a line TOML, a finding says what was found and
shows the line to write instead.
"""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from summarykit.diagnostics import Message, message
from summarykit.packs.places.paths import KINDS
from summarykit.packs.tools.key_names import Key, key_names, keys_in
from summarykit.packs.tools.value_names import value_called

HALF_WIDTH: Final = MappingProxyType(
    {
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "＂": '"',
        "＇": "'",
        "＝": "=",
        "，": ",",
        "、": ",",
        "＃": "#",
        "【": "[",
        "】": "]",
        "［": "[",
        "］": "]",
        "｛": "{",
        "｝": "}",
        "．": ".",
        "。": ".",
        "\u3000": " ",
    }
)
"""The full-width signs for which TOML has others."""
_TRUTHS: Final = MappingProxyType(
    dict.fromkeys(("true", "yes", "on", "是", "有"), "true")
    | dict.fromkeys(("false", "no", "off", "否", "无"), "false")
)
_QUOTED: Final = re.compile(r'("(?:[^"\\]|\\.)*"|\'[^\']*\')')
_PAIR: Final = re.compile(
    r"(?P<key>\s*[^\s=]+)\s*=\s*(?P<value>[^#]*?)(?P<rest>\s*(?:#.*)?)", re.DOTALL
)
_COLON: Final = re.compile(r"(\s*[^\s=:：\"']+)\s*[:：]\s*(.+)")
_NO_SIGN: Final = re.compile(r"(\s*[^\s=\"'\[\]]+)\s+([\"'\[{0-9].*|[^\s=]+)")
_HEAD: Final = re.compile(r"\s*\[\[?\s*([^\[\]]+?)\s*\]*\s*(?:#.*)?")
_REMARK: Final = re.compile(r"\s*(?://|--|;|；|※)\s*(.*)")


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong with a line, and what to write instead."""

    said: Message
    hint: Message


def slip(text: str, line: int, path: str) -> Slip | None:
    """Return what is wrong with a line of the file at `path`, if it can be mended."""
    lines = text.split("\n")
    words = "".join(lines[line - 1 : line]).rstrip("\r")  # which has fewer than Unicode has
    return _named(words, table_above(lines[: line - 1]), path) or _mended(words)


def table_above(lines: list[str]) -> str:
    """Return the table that lines stand in, by the last head among them."""
    heads = (head_of(line) for line in reversed(lines))
    return next((head for head in heads if head), "")


def head_of(line: str) -> str | None:
    """Return what a line calls the table that begins there, if it is the head of one."""
    found = _HEAD.fullmatch(line)
    return found[1] if found else None


def key_of(line: str) -> str | None:
    """Return the key of a line that gives a value."""
    found = _PAIR.fullmatch(line)
    return found["key"].strip() if found else None


def _mended(words: str) -> Slip | None:
    if re.fullmatch(r"\s*[\w.-]+\s*=\s*(?:#.*)?", words):
        hint = message("write a value behind =, or put # before the line")
        return Slip(message("nothing stands behind ="), hint)
    said: list[Message] = []
    for mend, why in _MENDS:
        if _is_toml(words):
            break
        mended = mend(words)
        if mended != words:
            said.append(why(words, mended))
            words = mended
    if said and _is_toml(words):
        return Slip(said[0], message("write: {line}", line=words.strip()))
    return None


def _is_toml(line: str) -> bool:
    try:
        tomllib.loads(line)
    except ValueError:
        return False
    return True


def _named(words: str, table: str, path: str) -> Slip | None:
    """Return what to write for a key or a table that is called by its Chinese name."""
    words = _half_width(words)
    head = head_of(words)
    if head is not None:
        if path == KINDS and not head.isascii():
            return _kind_named(head)
        keys = () if head.isascii() or head[0] in "\"'" else keys_in(path, head)
        if not keys:
            return None
        said = message("[{found}] is a Chinese name of a table; its key is needed", found=head)
        return Slip(said, message("write: {line}", line=f"[{'.'.join(keys[0])}]"))
    pair = _PAIR.fullmatch(_signed(words))
    key = pair["key"].strip() if pair else ""
    if pair is None or key.isascii() or key[0] in "\"'#":
        return None
    said = message("{found} is a Chinese name; a key is in English letters", found=key)
    return Slip(said, _key_to_write(keys_in(path, key), _value(pair["value"]), table))


def _kind_named(head: str) -> Slip:
    """Return that a kind has a key in English letters beside its Chinese name."""
    table, _, name = head.rpartition(".")
    name = name.strip("\"' ")
    said = message(
        "{found} is Chinese; a kind needs a name in English letters here", found=name
    )
    return Slip(said, key_of_kind(table or "programmes", name))


def key_of_kind(table: str, name: str) -> Message:
    """Return what to write for a kind whose key is its Chinese name."""
    return message(
        "write an English name in its place, as [{table}.my_name], and below it {line}",
        table=table,
        line=f'label = "{name}"',
    )


def _key_to_write(keys: tuple[Key, ...], value: str, table: str) -> Message:
    """Return the line to write for a value of which the Chinese name has been given."""
    if not keys:
        return message("docs/your-county.md lists the keys with their Chinese names")
    *above, key = keys[0]
    if not above:
        names = tuple(
            f"{setting[1]}（{called[0]}）"
            for setting, called in key_names().items()
            if setting[0] == key and len(setting) == len((key, ""))
        )
        return message(
            "write [{key}], and below it a line for each: {names}", key=key, names=names
        )
    meant = value_called(keys[0], value.strip("\"'"))
    line = f'{key} = "{meant}"' if meant else f"{key} = {value}"
    wanted = ".".join(above)
    if wanted in ("", table):
        return message("write: {line}", line=line)
    return message("write {line} below [{table}]", line=line, table=wanted)


def _half_width(words: str) -> str:
    """Return a line with ASCII signs where they are not words in quotation marks."""
    told, sign, remark = words.partition("#")
    pieces = _QUOTED.split(told)
    pieces[::2] = ["".join(HALF_WIDTH.get(s, s) for s in piece) for piece in pieces[::2]]
    return "".join(pieces) + sign + remark


def _which_sign(words: str, mended: str) -> Message:
    sign, plain = next((a, b) for a, b in zip(words, mended, strict=True) if a != b)
    return message("{sign} is a full-width sign; TOML has {plain}", sign=sign, plain=plain)


def _signed(words: str) -> str:
    """Return a line with = between key and value, where there is a colon or nothing."""
    bare = "".join(_QUOTED.split(words)[::2])
    if "=" in bare.partition("#")[0] or words.lstrip().startswith(("#", "[")):
        return words
    found = _COLON.fullmatch(words) or _NO_SIGN.fullmatch(words)
    return f"{found[1]} = {found[2]}" if found else words


def _no_sign(words: str, mended: str) -> Message:
    del mended
    sign = next((sign for sign in ("：", ":") if sign in words), None)
    if sign is None:
        return message("an = is missing behind the key")
    return message("{found} stands here instead of {signs}", found=sign, signs="=")


def _with_value(words: str) -> str:
    pair = _PAIR.fullmatch(words)
    value = _value(pair["value"]) if pair else ""
    return f"{pair['key']} = {value}{pair['rest']}" if pair and value else words


def _value(found: str) -> str:
    """Return a value as TOML wants it: truths in small letters, words in quotation marks."""
    found = found.strip()
    if not found or _is_toml(f"x = {found}"):
        return found
    if found.casefold() in _TRUTHS:
        return _TRUTHS[found.casefold()]
    if found.count('"') + found.count("'") == 1:
        found = found.replace('"', "").replace("'", "").strip()
    if found[0] in "[{=" or "\\" in found:
        return found
    if found[0] == found[-1] and found[0] in "\"'":
        found = found[1:-1].replace('"', "”")
    return f'"{found}"'


def _no_value(words: str, mended: str) -> Message:
    del mended
    pair = _PAIR.fullmatch(words)
    found = pair["value"].strip() if pair else ""
    if found.casefold() in _TRUTHS:
        return message("{found} is written {plain} here", found=found, plain=_value(found))
    if '"' in found or "'" in found:
        return message("a quotation mark is not closed")
    return message("{found} needs quotation marks", found=found)


def _closed(words: str) -> str:
    """Return the head of a table, or a list, with the brackets that close it and no more."""
    stripped = words.rstrip()
    missing = stripped.count("[") - stripped.count("]")
    if missing < 0 and head_of(stripped):
        return stripped[:missing]
    return stripped + "]" * missing if 0 < missing < len("[[[") else words


def _not_closed(words: str, mended: str) -> Message:
    more = len(mended) - len(words.rstrip())
    if more < 0:
        return message("there is one ] too many")
    return message("{signs} is missing", signs="]" * more)


def _as_remark(words: str) -> str:
    return _REMARK.sub(r"# \1", words, count=1) if _REMARK.match(words) else words


def _no_remark(words: str, mended: str) -> Message:
    del words, mended
    return message("a remark begins with #")


def _without_stop(words: str) -> str:
    """Return a line without a full stop behind its value."""
    return re.sub(r"(?<=[\"'\]\w”])\s*[。；;，,]\s*$", "", words)


def _no_stop(words: str, mended: str) -> Message:
    return message("{found} stands behind the value", found=words[len(mended) :].strip())


_Mend = tuple[Callable[[str], str], Callable[[str, str], Message]]
_MENDS: Final[tuple[_Mend, ...]] = (
    (_as_remark, _no_remark),
    (_without_stop, _no_stop),
    (_half_width, _which_sign),
    (_signed, _no_sign),
    (_with_value, _no_value),
    (_closed, _not_closed),
)
