"""Letterheads with very many styles, or with styles that are based on one another."""

from pathlib import Path

import pytest

import reference_docx
from documents import doc
from reference_docx import changed, part, size, style
from reference_packs import layout_of
from spending import calls
from summarykit.layout import Layout, Length
from summarykit.ooxml.properties import DEEPEST
from summarykit.packs.reference.taking import model_of
from summarykit.review.reviewing import review
from summarykit.writers.docx import write_docx

DEEP = 60
TREE = doc("= 题\n# 甲\n正文。\n署名： 云岭县青石镇中心小学，2024年7月5日\n")


def with_styles(added: str, header: str | None = None) -> bytes:
    edits = {"styles": lambda text: text.replace("</w:styles>", f"{added}</w:styles>")}
    if header is not None:
        edits["header1"] = lambda _: part("hdr", header)
    return changed(**edits)


def chain(count: int, root: str = "1") -> str:
    """Return `count` styles, each based on the one before."""
    return "".join(
        style(f"s{n}", f"样式{n}", "", size(10 + n / 10), f"s{n - 1}" if n else root)
        for n in range(count)
    )


def in_style(identity: str) -> str:
    return reference_docx.paragraph("行", f'<w:pStyle w:val="{identity}"/>')


@pytest.mark.parametrize("count", [DEEP, 1000])
def test_too_long_a_chain_of_styles_is_refused(count: int) -> None:
    model = model_of(with_styles(chain(count)))
    assert [str(said) for said in model.refused] == [
        f"a style is based on another, that on a third and so on, more than {DEEP} times"
    ]


def test_too_many_styles_are_refused() -> None:
    many = "".join(style(f"s{n}", f"样式{n}", "", "") for n in range(4100))
    model = model_of(with_styles(many))
    assert [str(said) for said in model.refused] == [
        "it has 4106 styles, more than the 4096 that are read"
    ]


def test_the_longest_chain_is_taken_along_whole(tmp_path: Path) -> None:
    last = DEEP - 2
    layout = layout_of(tmp_path, with_styles(chain(last + 1), in_style(f"s{last}")))
    based = layout.furniture.styles.count("<w:basedOn")
    assert based == DEEP + len(("base", "header", "footer"))
    assert f'<w:sz w:val="{round(20 + last / 5)}"/>' in layout.furniture.styles
    assert reviewed(layout) == reviewed(layout_of(tmp_path, changed()))


def reviewed(layout: Layout) -> list[str]:
    return [str(finding) for finding in review(write_docx(TREE, layout), layout, "a.docx")]


def test_styles_that_are_based_on_one_another_end(tmp_path: Path) -> None:
    ring = style("s1", "样式1", "", size(10), "s2") + style("s2", "样式2", "", size(11), "s1")
    layout = layout_of(tmp_path, with_styles(ring, in_style("s1")))
    assert layout.furniture.styles.count('w:val="reference 1"') == 1


def test_a_style_without_an_id_is_the_basis_of_none(tmp_path: Path) -> None:
    nameless = style("", "无名", "", size(40), "").replace(' w:styleId=""', "")
    layout = layout_of(tmp_path, with_styles(nameless))
    assert layout.styles.body.size == Length.read("16pt")


def many_styles(chains: int) -> bytes:
    """Return a letterhead with that many chains of styles, which nobody uses."""
    deepest = DEEP - 2
    return with_styles(
        "".join(
            style(f"s{n}", f"样式{n}", "", size(12), f"s{n - 1}" if n % deepest else "1")
            for n in range(chains * deepest)
        )
    )


def test_styles_that_nobody_uses_cost_no_more_than_their_number() -> None:
    few, many = many_styles(17), many_styles(68)
    assert not model_of(many).refused
    assert calls(lambda: model_of(many)) < 5 * calls(lambda: model_of(few))
    assert DEEP < DEEPEST
