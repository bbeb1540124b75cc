"""Where organisation and date stand (GB/T 9704-2012, 7.3.5.1 and 7.3.5.2)."""

import pytest

from documents import LAYOUT, layout_with
from summarykit.layout import (
    SignatureBlock,
    is_signed_by_name,
    printed_date,
    signature_block,
)

DATE = "2024年7月5日"  # six characters wide


@pytest.mark.parametrize(
    ("organisation", "block"),
    [
        ("××县××镇中心小学", SignatureBlock(1, 2, 4)),
        ("青石小学", SignatureBlock(1, 6, 2)),  # shorter than the date: the date keeps two
        ("青石镇小学校", SignatureBlock(1, 2, 0)),  # as long: the date starts two further right
    ],
)
def test_without_a_seal_the_date_starts_two_characters_after_the_name(
    organisation: str, block: SignatureBlock
) -> None:
    assert signature_block(organisation, DATE, seal=False, rule=LAYOUT.signature) == block


@pytest.mark.parametrize(
    ("organisation", "block"),
    [
        ("××县××镇中心小学", SignatureBlock(2, 2, 4)),
        ("青石小学", SignatureBlock(2, 5, 4)),
        ("云岭县教育体育局青石镇中心小学校", SignatureBlock(2, 0, 5)),  # gives up four
    ],
)
def test_with_a_seal_the_name_is_centred_on_the_date(
    organisation: str, block: SignatureBlock
) -> None:
    assert signature_block(organisation, DATE, seal=True, rule=LAYOUT.signature) == block


CHINESE = layout_with(signature={"date": "chinese"}).signature
ONCE = layout_with(signature={"unit": "unless_in_title"}).signature


@pytest.mark.parametrize(
    ("date", "printed"),
    [
        ("2024年7月5日", "二〇二四年七月五日"),
        ("2010年10月10日", "二〇一〇年十月十日"),
        ("2024年12月31日", "二〇二四年十二月三十一日"),
        ("2024年7月", "二〇二四年七月"),
        ("2024年春季学期", "二〇二四年春季学期"),
        ("甲", "甲"),
    ],
)
def test_a_date_can_be_printed_in_chinese_numerals(date: str, printed: str) -> None:
    assert printed_date(date, CHINESE) == printed
    assert printed_date(date, LAYOUT.signature) == date


def test_a_lone_date_keeps_the_blank_at_the_right() -> None:
    assert signature_block("", DATE, seal=False, rule=LAYOUT.signature).date_right == 2
    assert signature_block("", DATE, seal=True, rule=LAYOUT.signature).date_right == 4


@pytest.mark.parametrize(
    ("heads", "signs"),
    [
        (("青石小学2024年工作总结", ""), False),
        (("云岭县青石\n小学 工作总结", ""), False),  # broken by hand, and with a blank
        (("工作总结", "青石小学"), False),
        (("青石镇小学工作总结", "2024年7月"), True),
        (("", ""), True),
    ],
)
def test_a_name_in_the_heads_need_not_be_signed(heads: tuple[str, str], *, signs: bool) -> None:
    assert is_signed_by_name("青石小学", heads, ONCE) is signs
    assert is_signed_by_name("青石小学", heads, LAYOUT.signature)


def test_all_may_be_set_as_with_a_seal() -> None:
    rule = layout_with(signature={"as_sealed": True}).signature
    unsealed = signature_block("青石镇中心小学", DATE, seal=False, rule=rule)
    assert unsealed == signature_block("青石镇中心小学", DATE, seal=True, rule=LAYOUT.signature)
    assert unsealed.date_right == 4
