"""Laws of two years: what did not change is not told, and what did is told alone."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from earlier_records import BEFORE, SCHOOL_YEAR, beside, changed, fewer
from generated_records import generated
from prose import pack, seams
from strategies_records import records
from summarykit.compose import Audience, Composed, Extent, compose
from summarykit.diagnostics import Code, in_previous
from summarykit.document import facts_of, repeated_ids
from summarykit.facts import FactKind, index, printed_figures
from summarykit.facts.earlier import Comparable, YearOnYear, year_on_year
from summarykit.model import YearRecord
from summarykit.model.audience import AUDIENCES
from summarykit.model.entity import Entity
from summarykit.model.values import Money
from summarykit.packs import Length

LAW = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
SEEDS = st.integers(0, 400)


def composed(
    record: YearRecord, both: YearOnYear | None, audience: Audience = Audience.INTERNAL
) -> Composed:
    return compose(record, pack(), "annual", audience, Extent(Length.LONG, earlier=both))


def of_earlier(made: Composed) -> set[str]:
    """Return what a document tells of the period before: its figures, and what came of them."""
    assert made.document is not None, [str(one) for one in made.findings]
    refs = (fact.ref.removesuffix("#figure") for fact in facts_of(made.document))
    return {
        ref for ref in refs
        if ref.startswith("previous.") or "#change" in ref
        or ref.endswith((".previous", ".baseline"))
    }  # fmt: skip


def texts(record: YearRecord) -> Iterator[str]:
    for fact in index(record).values():
        if fact.kind is FactKind.TEXT:
            yield str(fact)


@LAW
@given(SEEDS)
def test_a_year_like_the_one_before_tells_no_change_and_copies_every_text(seed: int) -> None:
    record, before = beside(generated(seed))
    both = year_on_year(record, before)
    assert composed(record, both).document == composed(record, None).document
    assert not any(one.is_changed for one in both.figures)
    unwanted = {Code.PREVIOUS_REFUSED, Code.PREVIOUS_DIFFERS, Code.PREVIOUS_INCOMPARABLE}
    assert unwanted.isdisjoint(one.code for one in both.findings)
    copied = {one.at.path for one in both.findings if one.code is Code.TEXT_COPIED}
    for programme, work in record.programmes.items():
        for at, measure in enumerate(work.measures):
            path = ("programmes", programme.value, "measures", at, "practice")
            # In twenty characters, marks and figures left out, there may be two of these.
            if measure.practice and len(measure.practice) > 30:
                assert path in copied


@LAW
@given(SEEDS, st.data())
def test_one_figure_that_changed_is_the_only_one_that_is_told(
    seed: int, data: st.DataObject
) -> None:
    record, before = beside(generated(seed))
    figures = year_on_year(record, before).figures
    if not figures:
        return
    one = data.draw(st.sampled_from(figures))
    other = _with(before, one)
    both = year_on_year(record, other)
    moved = [figure for figure in both.figures if figure.is_changed]
    told = of_earlier(composed(record, both)) - of_earlier(composed(record, None))
    if not moved:
        assert told == set()  # a count that its rate does not show
        return
    assert len({figure.pair.path for figure in moved}) == 1
    for ref in told:
        assert _belongs(ref, one, record), (ref, one.path)


def _with(record: YearRecord, one: Comparable) -> YearRecord:
    """Return the earlier record with another figure at one place; a rate is stated."""
    figure = one.before
    amount = figure.amount if isinstance(figure, Money) else figure
    number = (amount.value or Decimal(0)) + 1
    new: Any = amount.of(number, amount.unit)
    if isinstance(figure, Money):
        new = Money(new, figure.per, figure.compact)
    made: YearRecord = _put(record, one.before_path, new)
    return made


def _put(entity: Any, path: tuple[str | int, ...], value: object) -> Any:  # noqa: ANN401 - any
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(entity, tuple):
        at = int(step)
        return (*entity[:at], _put(entity[at], rest, value), *entity[at + 1 :])
    if isinstance(entity, dict):
        return type(entity)(
            {key: _put(one, rest, value) if key == step else one for key, one in entity.items()}
        )
    return entity.model_copy(update={str(step): _put(getattr(entity, str(step)), rest, value)})


def _belongs(ref: str, one: Comparable, record: YearRecord) -> bool:
    """Return whether something that is told is of the entry whose figure changed."""
    facts = index(record)
    bare = ref.removeprefix("previous.").partition("#")[0]
    homes = (f"{bare}.", f"{bare.rpartition('.')[0]}.")
    size = len(one.pair.path)
    return any(
        fact.path[:size] == one.pair.path
        for name, fact in facts.items()
        if name.startswith(homes)
    )


@LAW
@given(SEEDS, st.sampled_from(AUDIENCES))
def test_a_year_in_which_all_changed_reads_well_and_each_figure_has_its_origin(
    seed: int, audience: Audience
) -> None:
    record, before = beside(generated(seed))
    before = changed(before, fewer)
    both = year_on_year(record, before)
    alone, made = composed(record, None, audience), composed(record, both, audience)
    assert alone.document is not None
    assert made.document is not None
    assert set(seams(made.document)) <= set(seams(alone.document))
    assert repeated_ids(made.document) == ()
    printed = printed_figures(made.document, record, made.taken)
    origins = {one.ref: one for one in printed if one.ref in of_earlier(made)}
    assert set(origins) == of_earlier(made)
    for one in origins.values():
        assert one.path[:1] == ("previous",) or one.calculation is not None, one


@LAW
@given(SEEDS)
def test_a_computed_change_is_what_its_sum_gives(seed: int) -> None:
    record, before = beside(generated(seed))
    made = composed(record, year_on_year(record, changed(before, fewer)))
    assert made.document is not None
    for one in printed_figures(made.document, record, made.taken):
        if "#change" in one.ref and one.calculation is not None:
            first = one.calculation.spelled(one.value)
            assert one.value in first
            number = one.value.rstrip("名人对次元%个百分点位户份场间件项期篇所条台套册本张")
            if number.replace(".", "").isdecimal():
                assert Decimal(number) == one.calculation.result


def test_the_records_have_something_to_compare() -> None:
    sizes = []
    for seed in range(30):
        record, before = beside(generated(seed))
        sizes.append(len(year_on_year(record, before).figures))
    assert sum(size > 5 for size in sizes) > 15, sizes


@pytest.mark.parametrize("audience", AUDIENCES)
def test_two_years_that_are_told_are_the_same_each_time(audience: Audience) -> None:
    record, before = beside(generated(5))
    both = year_on_year(record, changed(before, fewer))
    assert composed(record, both, audience) == composed(record, both, audience)


WILD = settings(
    LAW,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@WILD
@given(record=records(), other=records(), audience=st.sampled_from(AUDIENCES))
def test_any_two_records_can_be_set_beside_one_another(
    record: YearRecord, other: YearRecord, audience: Audience
) -> None:
    now = record.model_copy(update={"period": SCHOOL_YEAR})
    before = other.model_copy(update={"period": BEFORE, "organisation": now.organisation})
    both = year_on_year(now, before)
    assert Code.PREVIOUS_REFUSED not in [one.code for one in both.findings]
    for finding in both.findings:
        inner = in_previous(finding.at.path)
        assert _stands(now if inner is None else before, inner or finding.at.path)
    made = composed(now, both, audience)
    assert made.document is not None, [str(one) for one in made.findings]
    for one in printed_figures(made.document, now, made.taken):
        assert one.path or one.calculation is not None or "#" in one.ref


def _stands(record: YearRecord, path: tuple[str | int, ...]) -> bool:
    """Return whether there is something at a place of a record."""
    here: Any = record
    for step in path:
        here = getattr(here, str(step)) if isinstance(here, Entity) else here[step]
    return True
