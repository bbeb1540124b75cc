from documents import LAYOUT
from summarykit.layout import missing_fonts

EVERY = frozenset(
    {"宋体", "仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体", "Times New Roman"}
)


def test_a_machine_with_every_font_lacks_none() -> None:
    assert missing_fonts(LAYOUT, EVERY) == ()


def test_a_font_that_counts_as_the_same_will_do() -> None:
    assert missing_fonts(LAYOUT, EVERY - {"仿宋_GB2312"} | {"FangSong"}) == ()


def test_fonts_that_are_lacking_are_named_in_one_remark() -> None:
    (finding,) = missing_fonts(LAYOUT, EVERY - {"黑体", "楷体_GB2312"})
    assert str(finding) == (
        "layout.toml fonts  info font-missing  this machine has no font 楷体_GB2312, 黑体\n"
        "  hint: the file is right; shown on this machine, its pages look different"
    )
