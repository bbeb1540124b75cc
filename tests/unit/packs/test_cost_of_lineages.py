"""A document by a pack of five levels takes no more than one by the base pack.

Nothing here looks at a clock: what is counted are templates compiled, files read, calls made
and steps taken.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import FrameType

import pytest

import template_packs
from five_levels import NAMES, REPORT, five_levels
from small_record import SMALL
from summarykit import parse_record
from summarykit.compose import Audience, Composed, compose
from summarykit.packs import Pack, load_pack, read_pack
from summarykit.packs.places.sources import FolderSource
from summarykit.packs.templates.environment import TemplateEnvironment
from summarykit.packs.templates.printing import Filling

RECORD = parse_record(SMALL, format="yaml")


def composed(pack: Pack) -> Composed:
    return compose(RECORD, pack, REPORT, Audience.PUBLIC)


def base() -> Pack:
    return template_packs.ready(load_pack("zh"))


@contextmanager
def counted(monkeypatch: pytest.MonkeyPatch, owner: type, name: str) -> Iterator[list[object]]:
    """Give a list that grows by one with each call of a method."""
    calls: list[object] = []
    method: Callable[..., object] = getattr(owner, name)

    def counting(self: object, *args: object, **kwargs: object) -> object:
        calls.append(args)
        return method(self, *args, **kwargs)

    with monkeypatch.context() as patched:
        patched.setattr(owner, name, counting)
        yield calls


def calls_of(work: Callable[[], object]) -> int:
    """Return how many functions of Python are called for some work, after doing it once."""
    calls: Counter[str] = Counter()

    def seen(_: FrameType, event: str, __: object) -> None:
        calls[event] += 1

    work()
    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls["call"]


def steps_of(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> int:
    """Return how many steps the templates of a document take."""
    with counted(monkeypatch, Filling, "take") as taken:
        composed(pack)
    return sum(args[0] for args in taken)  # type: ignore[index]  # arguments of `take`


def test_a_document_by_five_levels_takes_the_calls_and_steps_of_the_base_pack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heir = template_packs.ready(read_pack(five_levels(tmp_path, blocks=False)))

    assert steps_of(heir, monkeypatch) == steps_of(base(), monkeypatch) > 0
    # A field that a pack declares is looked for in the record: a few calls for each.
    more = calls_of(partial(composed, heir)) - calls_of(partial(composed, base()))
    assert more < calls_of(partial(composed, base())) / 50


def test_five_blocks_around_one_another_take_a_few_steps_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heir = template_packs.ready(read_pack(five_levels(tmp_path, blocks=True)))

    per_level = (steps_of(heir, monkeypatch) - steps_of(base(), monkeypatch)) / len(NAMES)
    assert 0 < per_level < 100


def test_a_document_compiles_nothing_and_reads_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heir = template_packs.ready(read_pack(five_levels(tmp_path, blocks=True)))

    with (
        counted(monkeypatch, TemplateEnvironment, "compile") as compiled,
        counted(monkeypatch, FolderSource, "read") as read,
    ):
        assert composed(heir).document is not None
    assert (compiled, read) == ([], [])


def test_five_levels_compile_only_what_they_have_themselves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base()
    nearest = str(five_levels(tmp_path, blocks=True))

    with counted(monkeypatch, TemplateEnvironment, "compile") as compiled:
        pack = template_packs.ready(load_pack(nearest))
    with (
        counted(monkeypatch, TemplateEnvironment, "compile") as again,
        counted(monkeypatch, FolderSource, "read") as read,
    ):
        assert template_packs.ready(load_pack(nearest)) is pack

    # And the template of the base pack, under the name that it has as a parent.
    assert len(NAMES) <= len(compiled) <= len(NAMES) + 1
    assert (again, read) == ([], [])
