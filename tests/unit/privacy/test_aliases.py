"""What children are called: in one style, each always alike, no two alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarykit.model.audience import AliasStyle
from summarykit.privacy.aliases import Child, bare, called, style_for, style_of

S = AliasStyle


@pytest.mark.parametrize(
    ("alias", "style"),
    [
        *[("李某某", S.SURNAME), ("李某", S.SURNAME), ("欧阳某某", S.SURNAME)],
        ("王某甲", S.SURNAME),
        *[("小禾（化名）", S.PSEUDONYM), ("小禾", S.PSEUDONYM), ("阿川", S.PSEUDONYM)],
        *[("学生A", S.LETTER), ("S01", S.LETTER), ("某生", S.LETTER), ("甲同学", S.LETTER)],
        *[("王鹊蘅", None), ("鹊蘅", None), ("陈芃", None)],
    ],
)  # fmt: skip
def test_an_alias_is_known_by_its_form(alias: str, style: AliasStyle | None) -> None:
    assert style_of(alias) is style


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (S.RECORDED, ("小竹（化名）", "小禾（化名）")),
        (S.PSEUDONYM, ("小竹（化名）", "小禾（化名）")),
        (S.LETTER, ("学生A", "学生B")),
        # Of the first only the alias is known, so nobody's surname is told.
        (S.SURNAME, ("学生A", "学生B")),
    ],
)
def test_all_are_called_in_the_style_of_the_audience(
    wanted: AliasStyle, expected: tuple[str, ...]
) -> None:
    children = (Child(alias="小竹（化名）"), Child(name="王鹊蘅"))
    assert called(children, wanted) == expected


def test_children_of_one_surname_are_told_apart() -> None:
    names = ("王鹊蘅", "李芃葭", "王荇薇", "欧阳茗")
    found = called([Child(name=name) for name in names], S.SURNAME)
    assert found == ("王某甲", "李某某", "王某乙", "欧阳某某")


def test_a_made_up_name_stands_nowhere_in_the_record() -> None:
    (found,) = called([Child(name="王鹊蘅")], S.PSEUDONYM, "小禾苗班和小川行动")
    assert found == "小林（化名）"


def test_without_aliases_in_a_record_letters_say_least() -> None:
    assert style_for([Child(name="王鹊蘅")], S.RECORDED) is S.LETTER


@given(
    names=st.lists(
        st.text("王李欧阳鹊蘅葭芃", min_size=2, max_size=4), unique=True, max_size=60
    ),
    aliases=st.lists(st.sampled_from(["小禾（化名）", "学生A", "李某某"]), unique=True),
    style=st.sampled_from(AliasStyle),
)
def test_no_two_children_are_called_alike(
    names: list[str], aliases: list[str], style: AliasStyle
) -> None:
    children = [*(Child(alias=one) for one in aliases), *(Child(name=one) for one in names)]
    found = called(children, style)
    assert len(set(map(bare, found))) == len(children)
    assert not {*names} & {*found}
