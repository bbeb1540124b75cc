"""Who answers for what in the work, where a record says it of a person: 分管德育和家访."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from summarykit.compose.language.fields import Seen, value_of, values_of, views_of
from summarykit.compose.language.matching import begins
from summarykit.compose.views import Missing, Shown, View
from summarykit.model.added import AddedProgramme, AnyProgramme
from summarykit.model.vocabulary import ProgrammeKind
from summarykit.packs import Phrase

_DOING: Final = (
    *("负责", "全面", "分管", "主管", "主持", "主抓", "统筹", "协助", "协调", "配合", "联系"),
    *(
        "具体",
        "承担",
        "牵头",
        "组织",
        "指导",
        "管理",
        "监督",
        "参与",
        "总负责",
        "总揽",
        "总抓",
        "直接",
        "抓",
        "管",
    ),
)
"""How a part begins that says what somebody does, and not what he or she is."""
_CHAIRS: Final = (("副组长", "vice_chairs"), ("组长", "chairs"))
_GROUP: Final = "领导小组"
_OFFICES: Final = ("组长", "主任", "队长", "召集人")
"""How an office ends that one is appointed to: 任组长, but 为联络员."""
_WRITERS: Final = ("撰写人", "执笔人", "撰稿人")
_COMMA: Final = "，"
_WORK: Final[Mapping[ProgrammeKind, tuple[str, ...]]] = MappingProxyType(
    {
        ProgrammeKind.LEFT_BEHIND_CARE: ("留守",),
        ProgrammeKind.MIGRANT_ENROLMENT: ("随迁", "务工人员子女"),
        ProgrammeKind.DROPOUT_PREVENTION: ("控辍", "辍学", "劝返"),
        ProgrammeKind.HOME_VISITS: ("家访",),
    }
)
"""Words of a part that say which work it is about."""


@dataclass(frozen=True, slots=True)
class Assigned(Seen):
    """A person with a part in the work."""

    who: Phrase
    """The post before the name: 副校长林秀文; the name alone where it says the post."""
    part: Phrase
    """What he or she does or is: 分管家访, 任领导小组组长, 为联络员."""


def assigned(
    people: Iterable[View],
    duties: View | Missing,
    programmes: Iterable[View],
    every: Iterable[AnyProgramme] = (),
) -> tuple[Assigned, ...]:
    """Return the people with a part in the work, in the order of the record.

    Who only chairs a leading group is left to the sentence on the group, and a part in other
    work, of `every` kind that the record has, to the report that tells it. Who wrote the text
    has no part in the work.
    """
    groups = views_of(duties, "leading_groups") if isinstance(duties, View) else ()
    kinds = [str(programme.kind) for programme in programmes]
    found = ((person, value_of(person, "role")) for person in people)
    own = (
        (person, [part for part in _parts(role) if not is_of_the_text(str(part))])
        for person, role in found
        if isinstance(role, Shown) and not is_of_other_work(str(role), kinds, every)
    )
    return tuple(
        Assigned(_called(person), _said(parts))
        for person, parts in own
        if not all(_is_told(person, part, groups) for part in parts)
    )


def is_of_the_text(role: str) -> bool:
    """Return whether a role is a part in the text and not in the work: 本文撰写人."""
    return all(part.endswith(_WRITERS) for part in role.split(_COMMA))


def _parts(role: Shown) -> tuple[Shown, ...]:
    """Return the parts that a record tells in one: 领导小组组长，总结撰写人."""
    words = str(role).split(_COMMA)
    if len(words) == 1 or any(begins(word, *_DOING) for word in words):
        return (role,)
    named = ((f"{role.ref}#part{n}", word) for n, word in enumerate(words))
    return tuple(Shown(role.value, ref, word) for ref, word in named)


def _said(parts: Sequence[Shown]) -> Phrase:
    """Return the parts with their verbs, one for those that have the same."""
    words: list[object] = []
    before = None
    for part in parts:
        verb = _verb(str(part))
        goes_on = verb and verb == before
        words += [("、" if goes_on else f"，{verb}") if words else verb, part]
        before = verb
    return Phrase(words)


def _verb(part: str) -> str:
    """Return what stands before a part: nothing where it says what is done."""
    if begins(part, *_DOING):
        return ""
    return "任" if part.endswith(_OFFICES) else "为"


def is_of_other_work(
    role: str, kinds: Iterable[str], every: Iterable[AnyProgramme] = ()
) -> bool:
    """Return whether a part is about other kinds of work only: 负责控辍保学.

    Of `every` kind of work of a record, those that a pack adds are known by their names.
    """
    added = {k.value: (k.label, k.short) for k in every if isinstance(k, AddedProgramme)}
    ours = {kind.value: words for kind, words in _WORK.items()}
    known = (ours | added).items()
    about = {kind for kind, words in known if any(word in role for word in words)}
    return bool(about) and about.isdisjoint(kinds)


def _called(person: View) -> Phrase:
    name, post = value_of(person, "name"), value_of(person, "post")
    said = not post or str(post) in str(name)
    return Phrase((name,) if said else (post, name))


def _is_told(person: View, part: Shown, groups: Iterable[View]) -> bool:
    """Return whether a leading group says of whom it is chaired by that it is this person."""
    role = str(part)
    field = next((field for end, field in _CHAIRS if role.endswith(end)), None)
    if field is None or _GROUP not in role:
        return False
    names = [str(value_of(person, name)) for name in ("name", "post")]
    chairs = [str(view) for group in groups for view in values_of(group, field)]
    return any(name in chair for name in names if name for chair in chairs)
