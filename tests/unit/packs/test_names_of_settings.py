"""Every setting of a layout has a Chinese name, and a name says one thing."""

from collections import Counter
from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from summarykit.layout import Layout
from summarykit.packs.tools.key_names import key_names, keys_called, name_of


def settings(model: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, declared in model.model_fields.items():
        yield (*path, name)
        kind = declared.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from settings(kind, (*path, name))


def test_the_settings_named_are_those_of_a_layout() -> None:
    assert {*key_names()} == {*settings(Layout)}


def test_the_name_that_is_shown_is_of_one_setting_only() -> None:
    shown = Counter(names[0] for names in key_names().values())

    # The number of a page has a table and a style of its own: both are meant.
    assert [name for name, count in shown.items() if count > 1] == []


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("行距", "styles.body.line"),
        ("上边距", "page.top"),
        ("天头", "page.top"),
        ("正文字体", "styles.body.font"),
        ("标题字号", "styles.title.size"),
        ("一级标题的行距", "styles.heading1.line"),
        ("页码", "page_number"),
        ("页码字号", "styles.footer.size"),
    ],
)
def test_people_find_a_setting_by_the_name_they_use(name: str, key: str) -> None:
    assert [".".join(found) for found in keys_called(name)] == [key]


def test_what_is_no_setting_has_no_name() -> None:
    assert name_of(("page", "smell")) is None
    assert keys_called("气味") == ()
