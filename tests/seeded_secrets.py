"""Records with something private in every field that takes text, all of it invented.

`seeded(number)` is the generated record of that number in which each text has one more secret:
the name of a child, a number, an address, an illness. None of it is of anybody.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from random import Random
from typing import Any, Final

from generated_records import generated
from summarykit.diagnostics import Path
from summarykit.facts.survey import survey
from summarykit.model import YearRecord
from summarykit.model.organisation import Pupil
from summarykit.model.record import Attachment
from summarykit.model.vocabulary import AttachmentKind
from summarykit.privacy.texts import rewritten, texts_of

_SURNAMES: Final = (
    "王李张刘陈杨赵吴周徐孙朱胡郭何罗郑梁谢宋唐许邓冯曹彭曾萧田董袁潘蔡蒋余杜叶魏苏吕丁任卢姚"
)
_GIVEN: Final = "鹊蘅葭蓁荇薇蕤芃萱茗"
_PAIRS: Final = tuple((one, two) for one, two in product(_GIVEN, _GIVEN) if one != two)
NAMES: Final = tuple(surname + one + two for (one, two), surname in product(_PAIRS, _SURNAMES))
OTHER_NAMES: Final = (
    *(f"{surname}{one}{two}" for surname in ("欧阳", "诸葛", "慕容") for one, two in _PAIRS),
    *(f"阿依{one}·买买提{two}" for one, two in _PAIRS),
)
"""Names with surnames of two signs, and with dots."""
_PARENTS: Final = tuple(f"高{one}{two}" for one, two in product("樟桉榕枞柞槿", "鹇鸲鹪鸫鹀鹟"))
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_FORMS: Final = (
    *("{name}同学", "学生{name}的奶奶", "{listed}", "三年级（2）班{name}，父母离异"),
    *("身份证号{identity}", "联系电话{phone}", "卡号{card}", "{name}同学{birth}出生"),
    *("家住{address}", "{name}同学患白血病", "{listed}被查出癫痫"),
    *("{name}、{other}等2名同学", "{name}小朋友的父亲正在服刑"),
    *("{listed}的父亲{parent}常年在外", "监护人：{parent}"),
)
_OF_AN_ADULT: Final = "联系电话{phone}"
_OF_ADULTS: Final = ("people",)
_NOT_FREE: Final = frozenset({"catalogue", "type", "signer"})
"""Fields whose words are chosen from a list, or are of an adult alone."""
_LISTED: Final = 8


@dataclass(frozen=True)
class Seeded:
    """A record, the secrets in it, and the place of each of its texts that has one."""

    record: YearRecord
    secrets: frozenset[str]
    places: frozenset[Path]


def seeded(number: int) -> Seeded:
    """Return the record of that number with a secret in each of its texts."""
    dice = Random(number)  # noqa: S311 - it invents, it hides nothing
    names = dice.sample(NAMES, len(NAMES))
    listed = names[:_LISTED]
    others = [*names[_LISTED:], *OTHER_NAMES]
    free = iter(dice.sample(others, len(others)))
    record = _with_rosters(generated(number), listed)
    secrets: set[str] = set(listed)
    changed: dict[Path, str] = {}
    ids = {name: f"{name}-{next(free)}同学" for _, _, name in survey(record).named}
    links = {one.path: ids[one.target] for one in survey(record).links}
    for path, text in texts_of(record):
        if path[-1] == "id":
            changed[path] = ids[text]
            secrets.add(ids[text].split("-")[-1].removesuffix("同学"))
        elif path in links:
            changed[path] = links[path]
        elif _takes_words(path) and type(_at(record, path)) is str:
            told, kept = _secret(dice, path, listed, free)
            secrets |= kept
            changed[path] = f"{text}，{told}" if text else told
    return Seeded(rewritten(record, changed), frozenset(secrets), frozenset(changed))


def _at(record: YearRecord, path: Path) -> object:
    found: Any = record
    for step in path:
        if isinstance(found, dict):
            found = next(one for key, one in found.items() if key == step)
        else:
            found = found[int(step)] if isinstance(found, tuple) else getattr(found, str(step))
    return found


def _takes_words(path: Path) -> bool:
    in_roster = path[0] == "attachments" and path[1] == 0
    return path[-1] not in _NOT_FREE and not in_roster and path[:1] != ("pupils",)


def _with_rosters(record: YearRecord, listed: list[str]) -> YearRecord:
    """Return the record with a roster of half of the names; pupils are called by the others."""
    half = len(listed) // 2
    roster = Attachment(
        name="学生名册",
        kind=AttachmentKind.ROSTER,
        columns=("姓名", "年级"),
        rows=tuple((f"{name[0]} {name[1:]}", "三年级") for name in listed[:half]),
    )
    pupils = tuple(Pupil(name=name, id=f"roster{i}") for i, name in enumerate(listed[half:]))
    extra = tuple(one.model_copy(update={"type": "text"}) for one in record.extra)
    update: dict[str, Any] = {
        "extra": extra,
        # A case whose grade has a secret is of another one than its pupil, which is an error.
        "attachments": (roster, *record.attachments),
        "pupils": (*(p.model_copy(update={"grade": None}) for p in record.pupils), *pupils),
    }
    return record.model_copy(update=update)


def _secret(
    dice: Random, path: Path, listed: list[str], free: Iterator[str]
) -> tuple[str, set[str]]:
    """Return words with a secret, and what must not survive of them."""
    adult = path[0] in _OF_ADULTS
    form = _OF_AN_ADULT if adult else dice.choice(_FORMS)
    parts = {
        "name": next(free),
        "other": next(free),
        "listed": dice.choice(listed),
        "parent": dice.choice(_PARENTS),
        "identity": _identity(dice),
        "phone": f"1{dice.randrange(30, 99)}{dice.randrange(10**8):08}",
        "card": _card(dice),
        "birth": f"200{dice.randrange(10)}年{dice.randrange(1, 13)}月{dice.randrange(1, 29)}日",
        "address": f"白杨镇青石村柳树湾{dice.randrange(1, 20)}组{dice.randrange(1, 300)}号",
    }
    kept = {parts[name] for name in parts if f"{{{name}}}" in form}
    kept |= {word for word in ("白血病", "癫痫", "父母离异", "服刑") if word in form}
    return form.format_map(parts), kept


def _identity(dice: Random) -> str:
    born = f"201{dice.randrange(10)}0{dice.randrange(1, 10)}1{dice.randrange(10)}"
    digits = f"530926{born}{dice.randrange(1000):03}"
    total = sum(int(a) * b for a, b in zip(digits, _WEIGHTS, strict=True))
    return digits + "10X98765432"[total % 11]


def _card(dice: Random) -> str:
    digits = f"622848{dice.randrange(10**12):012}"
    doubled = (int(d) * (2 - at % 2) for at, d in enumerate(reversed(digits)))
    return digits + str(-sum(n - 9 if n > 9 else n for n in doubled) % 10)
