"""Plain text as it is pasted into a mail."""

from documents import LAYOUT, SUMMARY, doc, layout_with, with_blocks, words
from summarykit.document import (
    Align,
    Attachment,
    Column,
    Document,
    Figure,
    Paragraph,
    Properties,
    Section,
    Signature,
    Table,
)
from summarykit.writers.plain import write_text

EMPTY = Document((), (), Properties("", ""))


def test_a_summary_is_written_from_title_to_attachment() -> None:
    assert write_text(doc(SUMMARY), LAYOUT).decode() == (
        "关爱留守儿童工作总结\n"
        "（2024年7月）\n"
        "\n"
        "县教育局：\n"
        "　　一、基本情况\n"
        "　　共有87名，全部建档。\n"
        "　　（一）摸底。逐户走访。\n"
        "　　（二）结对\n"
        "\n"
        "表1　人数\n"
        "单位：人\n"
        "年级  人数\n"
        "----  ----\n"
        " 一    9\n"
        "合计  109\n"
        "\n"
        "　　附件：1.统计表\n"
        "　　　　　2.花名册\n"
        "\n"
        f"{'　' * 18}中心小学\n"
        f"{'　' * 20}2024年7月5日\n"
        "\n"
        "附件1\n"
        "统计表\n"
        "\n"
        "　　一、说明\n"
        "\n"
        "附件2\n"
        "花名册\n"
    )


def test_columns_line_up_where_chinese_is_twice_as_wide() -> None:
    columns = tuple(Column(words(f"{align}"), align) for align in Align)
    rows = ((words("甲"), words("甲\n乙"), words("9")), ((), words("德育"), words("12名")))
    table = Table("t", columns, rows)
    assert write_text(with_blocks(EMPTY, table), LAYOUT).decode() == (
        "left  center  right\n----  ------  -----\n甲    甲 乙       9\n       德育    12名\n"
    )


def test_a_picture_is_told_by_its_description() -> None:
    captioned = Figure("f", b"", words("读书活动"), alt="学生在读书")
    bare = Figure("g", b"", (), alt="校门")
    assert write_text(with_blocks(EMPTY, captioned, bare), LAYOUT).decode() == (
        "［图：学生在读书］\n读书活动\n\n［图：校门］\n"
    )


def test_a_sealed_signature_is_centred_on_its_date() -> None:
    signature = Signature("s", words("青石镇中心小学"), words("2024年7月5日"), seal=True)
    organisation, date = write_text(with_blocks(EMPTY, signature), LAYOUT).decode().splitlines()
    assert organisation == "　" * 17 + " 青石镇中心小学"
    assert date == "　" * 18 + "2024年7月5日"


def test_a_name_wider_than_the_line_starts_at_its_beginning() -> None:
    signature = Signature("s", words("校" * 40), words("2024年7月5日"))
    organisation, _ = write_text(with_blocks(EMPTY, signature), LAYOUT).decode().splitlines()
    assert organisation == "校" * 40


def test_a_notice_stands_under_the_mark_of_its_attachment() -> None:
    attachment = Attachment("a", words("花名册"), (), notice="内部掌握，不得公开")
    assert write_text(with_blocks(EMPTY, attachment), LAYOUT).decode() == (
        "附件\n内部掌握，不得公开\n花名册\n"
    )


def test_a_section_without_heading_is_only_its_blocks() -> None:
    section = Section("s", None, (Paragraph("p", words("我校……\n第二行")),))
    assert write_text(with_blocks(EMPTY, section), LAYOUT) == "　　我校……\n第二行\n".encode()


def test_nothing_is_padded_behind_the_last_words_of_a_row() -> None:
    columns = (Column(words("甲")), Column(words("乙乙")), Column(words("丙丙丙")))
    rows = ((words("1"), (), ()), ((), (), ()), ((), words("2"), words("3 ")))
    table = Table("t", columns, rows)
    assert write_text(with_blocks(EMPTY, table), LAYOUT).decode().splitlines() == [
        "甲  乙乙  丙丙丙",
        "--  ----  ------",
        "1",
        "",
        "     2      3 ",
    ]


def test_a_signature_without_a_date_is_one_line() -> None:
    signature = Signature("s", words("青石镇中心小学"), ())
    assert (
        write_text(with_blocks(EMPTY, signature), LAYOUT).decode().endswith("青石镇中心小学\n")
    )


def test_a_signature_is_printed_as_the_layout_asks() -> None:
    layout = layout_with(signature={"unit": "unless_in_title", "date": "chinese"})
    tree = doc("= 中心小学总结\n正文。\n署名： 中心小学，2024年7月5日")
    date = "\u3000" * 17 + "二〇二四年七月五日"
    assert write_text(tree, layout).decode().endswith(f"正文。\n\n{date}\n")
