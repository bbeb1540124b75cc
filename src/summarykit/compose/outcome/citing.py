"""Policies as an opening cites them: law before document, higher issuer before lower."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from summarykit.compose.language.fields import Seen, value_of, values_of, views_of
from summarykit.compose.outline.items import has_words
from summarykit.compose.views import View
from summarykit.model.plan import Policy
from summarykit.model.vocabulary import MeasureStatus, PolicyKind
from summarykit.packs import Phrase

MOST_IN_A_SENTENCE: Final = 4
LONGEST_IN_A_SENTENCE: Final = 76
"""More titles than these, or longer ones, are told in sentences of their own."""
_LAWS: Final = (PolicyKind.LAW, PolicyKind.REGULATION)
_TOLD_WITH_MEASURES: Final = frozenset({PolicyKind.SCHOOL_RULE, PolicyKind.PROGRAMME})
_FINDING: Final = ("issuer", "issued", "number")
_STUDY: Final = "学习"
_RANKS: Final = (
    ("中共中央", "国务院", "全国", "国家", "部", "最高人民"),
    ("省", "自治区"),
    ("市",),
    ("县", "区", "旗"),
    ("镇", "乡", "街道"),
)
"""Words that say how high an issuer stands, the highest first."""
_CENTRAL: Final = ("国", "中", "教", "民", "财")
"""How the number of a document of the state or of a ministry begins."""
_ORDER_OF_THE_STATE: Final = "令"


@dataclass(frozen=True, slots=True)
class Cited(Seen):
    """The policies of some programmes, by what an opening says of them."""

    laws: tuple[View, ...]
    documents: tuple[View, ...]
    """Notices, opinions and plans, from the highest issuer to the lowest."""
    rules: tuple[View, ...]
    """Rules of the organisation that no measure cites."""
    terms: tuple[View, ...]
    """Terms such as 两免一补 that no measure cites."""
    studied: tuple[View, ...]
    """What was studied and not followed, where no measure tells it."""
    many: bool
    """Whether the titles take a sentence of their own."""


def cited(
    policies: Iterable[View], programmes: Iterable[View], *, planned: bool = False
) -> Cited:
    """Return the policies that an opening cites; what measures tell of is left to them.

    A measure that has no more than a title tells of nothing, and where only what is `planned`
    is told, other measures do not.
    """
    listed = (m for programme in programmes for m in views_of(programme, "measures"))
    measures = filter(has_words, listed)
    told = {
        str(link)
        for measure in measures
        if not planned or value_of(measure, "status") == MeasureStatus.PLANNED
        for link in values_of(measure, "policies")
    }
    left = [p for p in policies if not (_is_for_measures(p) and p.ref in told)]
    studied = [p for p in left if _is_studied(p)]
    followed = [p for p in left if p not in studied]
    laws = sorted(_of(followed, *_LAWS), key=lambda p: _LAWS.index(_kind(p) or _LAWS[0]))
    apart = {*_LAWS, *_TOLD_WITH_MEASURES}
    documents = sorted((p for p in followed if _kind(p) not in apart), key=_rank)
    return Cited(
        laws=tuple(laws),
        documents=tuple(documents),
        rules=tuple(_of(followed, PolicyKind.SCHOOL_RULE)),
        terms=tuple(_of(followed, PolicyKind.PROGRAMME)),
        studied=tuple(studied),
        many=_are_many([*laws, *documents]),
    )


def _are_many(policies: list[View]) -> bool:
    if len(policies) > MOST_IN_A_SENTENCE:
        return True
    cited_as = [(p.title, p.number or "", p.issuer or "") for p in map(_entity, policies)]
    return sum(len("".join(words)) for words in cited_as) > LONGEST_IN_A_SENTENCE


def titles(
    policies: Iterable[View], own: object = "", dates: Collection[object] = ()
) -> Phrase:
    """Return the titles of policies in a row, as GB/T 9704 cites them: title, then number.

    《甲法》《乙意见》（国发〔2016〕13号）、《丙通知》: titles that touch need no mark between.
    Who issued a document stands before it, where its title does not say it, once for those in
    a row, and not if it is the organisation (`own`) itself; nor when, if that is one of the
    `dates` that are said with it.
    """
    parts: list[object] = []
    touching, last = False, ""
    for policy in policies:
        issuer = str(value_of(policy, "issuer") or "")
        said = issuer in {last, str(own)}
        before = _before(policy, named=said, dates=dates)
        last = issuer if said or issuer in map(str, before) else ""
        if parts and (before or not touching):
            parts.append("、")
        number = _number(policy)
        title = value_of(policy, "title")
        marked = str(title).startswith("《")
        parts += [*before, title] if marked else [*before, "《", title, "》"]
        more = [*(["（", number, "）"] if number else []), *terms(policy).parts]
        parts += more
        touching = not more
    return Phrase(parts)


def measure_named(policy: View) -> Phrase:
    """Return the title of a policy that is no document, with what finds it, if that is known.

    What the catalogue knows of it, everybody knows: 落实“两免一补”政策.
    """
    entity, title = _entity(policy), value_of(policy, "title")
    if all(is_of_catalogue(entity, name) for name in _FINDING):
        return Phrase([title])
    number = "" if is_of_catalogue(entity, "number") else _number(policy)
    before = _before(policy, named=is_of_catalogue(entity, "issuer"))
    return Phrase([*before, title, *(["（", number, "）"] if number else [])])


def is_of_catalogue(policy: Policy, field: str) -> bool:
    """Return whether a field of a policy is what the catalogue adds to the title it cites."""
    if policy.catalogue is None:
        return False
    known = _known(str(policy.catalogue))
    return field != "title" and getattr(known, field) == getattr(policy, field)


@cache
def _known(name: str) -> Policy:
    return Policy.model_validate({"catalogue": name})


def terms(policy: View) -> Phrase:
    """Return what a policy is called for short and what that stands for, in brackets.

    （两免一补，即免除学杂费、免费提供教科书）; what the title says is not said again.
    """
    title, parts = str(value_of(policy, "title")), list[object]()
    for short in views_of(policy, "short_names"):
        name, items = value_of(short, "name"), values_of(short, "items")
        listed = [part for one in items for part in ("、", one)][1:]
        words: list[object] = [] if str(name) in title else [name]
        words += [*(["，"] if words else []), "即", *listed] if listed else []
        parts += ["（", *words, "）"] if words else []
    return Phrase(parts)


def _entity(policy: View) -> Policy:
    if not isinstance(policy.entity, Policy):
        msg = "citing needs a policy"
        raise TypeError(msg)
    return policy.entity


def _kind(policy: View) -> PolicyKind | None:
    return _entity(policy).kind


def _of(policies: Iterable[View], *kinds: PolicyKind) -> list[View]:
    return [policy for policy in policies if _kind(policy) in kinds]


def _is_studied(policy: View) -> bool:
    return _STUDY in (_entity(policy).applied_to or "")


def _is_for_measures(policy: View) -> bool:
    return _kind(policy) in _TOLD_WITH_MEASURES or _is_studied(policy)


def _rank(policy: View) -> int:
    """Return how far down an issuer stands; who is not known stands last but for the school."""
    entity = _entity(policy)
    name = entity.issuer or entity.title
    ranks = (i for i, words in enumerate(_RANKS) if any(word in name for word in words))
    central = (entity.number or "").startswith(_CENTRAL)
    return next(ranks, 0 if central else len(_RANKS))


def _before(policy: View, *, named: bool, dates: Collection[object] = ()) -> list[object]:
    """Return the issuer, where nothing else has said it, and the date, if no number says it.

    Nobody names who passed a law, and its date is not cited.
    """
    entity, issuer = _entity(policy), value_of(policy, "issuer")
    if entity.kind is PolicyKind.LAW:
        return []
    said = named or not issuer or str(issuer) in entity.title
    by: list[object] = [] if said else [issuer]
    issued = value_of(policy, "issued")
    year = str(entity.issued.year) if entity.issued else ""
    numbered = (entity.number and year in entity.number) or entity.issued in dates
    dated = issued and not numbered and entity.kind is not PolicyKind.REGULATION
    return [*by, issued, "印发的"] if dated else by


def _number(policy: View) -> object:
    """Return the number of a document; that of a law (主席令第…号) is not cited."""
    number = value_of(policy, "number")
    is_order = _kind(policy) in _LAWS and _ORDER_OF_THE_STATE in str(number or "")
    return "" if is_order or not number else number
