"""Where organisation and date stand (GB/T 9704-2012, 7.3.5.1 and 7.3.5.2)."""

import pytest

from documents import LAYOUT
from summarykit.layout import SignatureBlock, signature_block

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
