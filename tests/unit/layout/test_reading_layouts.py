"""A layout file is read whole, or every problem in it is told with its place."""

import pytest

from documents import LAYOUT, TABLES, layout_with
from summarykit.diagnostics import Code
from summarykit.layout import Length, Pitch, read_layout

Table = dict[str, object]


def _told(**tables: Table) -> list[tuple[str, str, str, str]]:
    """Return code, place, sentence and hint of what is wrong with the layout so changed."""
    merged: Table = dict(TABLES)
    for name, table in tables.items():
        under = merged.get(name, {})
        assert isinstance(under, dict)
        merged[name] = {**under, **table}
    layout, findings = read_layout(merged, "layout.toml")
    assert layout is None
    return [
        (each.code, str(each.at), str(each.message), str(each.hint or "")) for each in findings
    ]


@pytest.mark.parametrize(
    ("said", "rule", "value"),
    [
        ("28.95pt", "exact", 579),
        ("固定值 28 磅", "exact", 560),
        ("1.5倍", "auto", 360),
        ("1.5倍行距", "auto", 360),
        ("多倍 1.25倍", "auto", 300),
        ("单倍行距", "auto", 240),
        ("两倍", "auto", 480),
    ],
)
def test_lines_stand_at_a_fixed_distance_or_at_so_many_single_ones(
    said: str, rule: str, value: int
) -> None:
    pitch = layout_with(styles={"body": {"line": said}}).styles.body.line
    assert (pitch.rule, pitch.value) == (rule, value)
    assert Pitch.read(str(pitch)) == pitch


def test_of_so_many_single_lines_about_so_many_stand_on_a_page() -> None:
    body = layout_with(styles={"body": {"line": "单倍", "size": "14pt"}}).styles.body
    assert body.pitch == 364
    assert layout_with(styles={"body": {"line": "1.5倍"}}).lines == 20


def test_the_national_layout_gives_22_lines_of_28_characters() -> None:
    assert (LAYOUT.lines, LAYOUT.characters) == (22, 28)
    assert (LAYOUT.page.text_width, LAYOUT.page.text_height) == (8845, 12756)
    assert LAYOUT.page.footer == Length(1446)


def test_a_page_lies_down_with_its_head_at_the_binding_edge() -> None:
    page = LAYOUT.page.turned()
    assert (page.width.twips, page.height.twips) == (16838, 11906)
    sides = (page.top.twips, page.right.twips, page.bottom.twips, page.left.twips)
    assert sides == (1587, 2098, 1474, 1984)
    # The page number keeps its distance from the text.
    assert page.bottom.twips - page.footer.twips == 1984 - 1446


def test_a_style_takes_from_the_body_what_it_does_not_say() -> None:
    layout = layout_with(styles={"body": {"size": "14pt"}, "title": {"bold": True}})
    assert layout.styles.heading1.size == Length(280)
    assert layout.styles.title.size == Length(440)
    assert layout.styles.title.bold
    assert layout.styles.heading1.half_points == 28
    assert layout.styles.heading(4) == layout.styles.heading4


def test_a_font_counts_under_every_name_of_its_design() -> None:
    assert LAYOUT.fonts.by_role("hei").names[:2] == ("黑体", "SimHei")


def test_equal_layouts_have_equal_hashes() -> None:
    assert hash(layout_with()) == hash(LAYOUT)
    assert layout_with() == LAYOUT
    mirrored = layout_with(page={"mirror": True})
    assert mirrored != LAYOUT
    copied = LAYOUT.model_copy(update={"page": mirrored.page})
    assert copied == mirrored
    assert hash(copied) == hash(mirrored)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            {"page": {"top": "37"}},
            (
                Code.WRONG_VALUE,
                "layout.toml page.top",
                "37 is not a length",
                'write the unit, too, in quotation marks: "37毫米", "37磅"',
            ),
        ),
        (
            {"page": {"top": 37}},
            (
                Code.WRONG_VALUE,
                "layout.toml page.top",
                "37 is not a length",
                'write the unit, too, in quotation marks: "37毫米", "37磅"',
            ),
        ),
        (
            {"page": {"left": "2字"}},
            (
                Code.WRONG_VALUE,
                "layout.toml page.left",
                "2字 counts characters where there is no text to measure by",
                "write a number and a unit: 磅, 毫米, 厘米, pt, mm, cm",
            ),
        ),
        (
            {"signature": {"right": "7mm"}},
            (
                Code.WRONG_VALUE,
                "layout.toml signature.right",
                "7mm does not count characters",
                "write how many characters: 2字",
            ),
        ),
        (
            {"page": {"left": "200mm"}},
            (
                Code.WRONG_VALUE,
                "layout.toml page",
                "the margins leave no room for text",
                "",
            ),
        ),
        (
            {"page": {"mirrow": True}},
            (
                Code.UNKNOWN_KEY,
                "layout.toml page.mirrow",
                "mirrow is not a setting of a layout",
                "did you mean mirror?",
            ),
        ),
        (
            {"styles": {"titel": {}}},
            (
                Code.UNKNOWN_KEY,
                "layout.toml styles.titel",
                "titel is not a setting of a layout",
                "did you mean title?",
            ),
        ),
        (
            {"kopf": {}},
            (Code.UNKNOWN_KEY, "layout.toml kopf", "kopf is not a setting of a layout", ""),
        ),
        (
            {"page": {"grid": "dots"}},
            (
                Code.WRONG_VALUE,
                "layout.toml page.grid",
                "dots is not allowed here",
                "allowed: lines, word, none",
            ),
        ),
        (
            {"page": {"mirror": "yes"}},
            (
                Code.WRONG_TYPE,
                "layout.toml page.mirror",
                "yes is not true or false",
                "write true or false, without quotation marks",
            ),
        ),
        (
            {"title": {"characters": True}},
            (
                Code.WRONG_TYPE,
                "layout.toml title.characters",
                "true is not a whole number",
                "",
            ),
        ),
        (
            {"fonts": {"hei": "黑体"}},
            (Code.WRONG_TYPE, "layout.toml fonts.hei", "黑体 is not a table", ""),
        ),
        (
            {"numbering": {"table": {}}},
            (Code.WRONG_TYPE, "layout.toml numbering.table", "[…] is not text", ""),
        ),
        (
            {"numbering": {"headings": ["一、", "（一）", "甲", "（1）"]}},
            (
                Code.WRONG_VALUE,
                "layout.toml numbering.headings[2]",
                "甲 does not show how a number looks",
                "write the first number as it looks, for example （一）",
            ),
        ),
        (
            {"page_number": {"form": "— 1 —"}},
            (
                Code.WRONG_VALUE,
                "layout.toml page_number.form",
                "— 1 — is not allowed here",
                "write {page} where the number goes",
            ),
        ),
        (
            {"page_number": {"form": "{page}{page}"}},
            (
                Code.WRONG_VALUE,
                "layout.toml page_number.form",
                "{page}{page} is not allowed here",
                "write {page} where the number goes",
            ),
        ),
        (
            {"page_number": {"form": "共{pages}页"}},
            (
                Code.WRONG_VALUE,
                "layout.toml page_number.form",
                "共{pages}页 is not allowed here",
                "write {page} where the number goes",
            ),
        ),
        (
            {"page_number": {"position": "inner"}},
            (
                Code.WRONG_VALUE,
                "layout.toml page_number.position",
                "inner is not allowed here",
                "allowed: outer, center, right, left, none",
            ),
        ),
        (
            {"cover": {"shown": True}, "page_number": {"form": "{page}/{pages}"}},
            (
                Code.WRONG_VALUE,
                "layout.toml page_number.form",
                "{page}/{pages} would count the cover, which has no number",
                "",
            ),
        ),
        (
            {"cover": {"shown": "yes"}},
            (
                Code.WRONG_TYPE,
                "layout.toml cover.shown",
                "yes is not true or false",
                "write true or false, without quotation marks",
            ),
        ),
        (
            {"letterhead": {"kind": "red"}},
            (
                Code.WRONG_VALUE,
                "layout.toml letterhead.kind",
                "red is not allowed here",
                "allowed: none, document, letter",
            ),
        ),
        (
            {"letterhead": {"mark": "{name}文件"}},
            (
                Code.WRONG_VALUE,
                "layout.toml letterhead.mark",
                "{name}文件 is not allowed here",
                "write {organisation} where the name goes",
            ),
        ),
        (
            {"last_line": {"condense": "1字"}},
            (
                Code.WRONG_VALUE,
                "layout.toml last_line.condense",
                "1字 counts characters where there is no text to measure by",
                "write a number and a unit: 磅, 毫米, 厘米, pt, mm, cm",
            ),
        ),
        (
            {"signature": {"date": "roman"}},
            (
                Code.WRONG_VALUE,
                "layout.toml signature.date",
                "roman is not allowed here",
                "allowed: arabic, chinese",
            ),
        ),
        (
            {"signature": {"unit": True}},
            (
                Code.WRONG_VALUE,
                "layout.toml signature.unit",
                "true is not allowed here",
                "allowed: always, unless_in_title",
            ),
        ),
        (
            {"styles": {"title": {"size": "22.3pt"}}},
            (
                Code.WRONG_VALUE,
                "layout.toml styles.title.size",
                "22.3pt is not a font size: whole half points are needed",
                "write a size such as 三号, 16磅, 10.5磅",
            ),
        ),
    ],
)
def test_what_is_wrong_is_told_once_with_its_place(
    change: dict[str, Table], told: tuple[str, str, str, str]
) -> None:
    assert _told(**change) == [told]


OUT_OF_BOUNDS = [
    ("page", "width", "99999999999999mm", "99999999999999mm is not from 0.02mm to 558.8mm"),
    ("page", "height", "0mm", "0mm is not from 0.02mm to 558.8mm"),
    ("page", "footer", "-1mm", "-1mm is not from 0mm to 558.8mm"),
    ("title", "blank_lines", 100000000, "100000000 is not from 0 to 100"),
    ("title", "characters", 0, "0 is not from 1 to 1000"),
    ("signature", "right", "101字", "101字 is not from -100字 to 100字"),
    ("signature", "right", "-101字", "-101字 is not from -100字 to 100字"),
    ("cover", "top", "-1mm", "-1mm is not from 0mm to 558.8mm"),
    ("imprint", "frame", "13pt", "13pt is not from 0pt to 12pt"),
    ("letterhead", "mark", "", "there is nothing here"),
    ("letterhead", "top", "-1mm", "-1mm is not from 0mm to 558.8mm"),
    ("letterhead", "line", "13pt", "13pt is not from 0pt to 12pt"),
    ("last_line", "characters", 11, "11 is not from 0 to 10"),
    ("last_line", "condense", "1.1pt", "1.1pt is not from 0pt to 1pt"),
    ("last_line", "widen", "-0.1pt", "-0.1pt is not from 0pt to 1pt"),
    ("table", "frame", "1000pt", "1000pt is not from 0pt to 12pt"),
    ("fonts.hei", "name", "", "there is nothing here"),
    ("fonts.hei", "name", "体" * 101, "体" * 40 + "… is too long"),
    ("styles.body", "line", "0pt", "0pt is not from 0.02mm to 558.8mm"),
    ("styles.body", "line", "-3pt", "-3pt is not from 0.02mm to 558.8mm"),
    ("styles.body", "line", "11倍", "11倍 is not from 0.5倍 to 10倍"),
    ("styles.body", "line", "0倍", "0倍 is not from 0.5倍 to 10倍"),
    ("styles.body", "size", "1638.5pt", "1638.5pt is not from 0.5pt to 1638pt"),
]


@pytest.mark.parametrize(("table", "key", "value", "sentence"), OUT_OF_BOUNDS)
def test_what_no_page_can_hold_is_told(
    table: str, key: str, value: object, sentence: str
) -> None:
    outer, _, inner = table.partition(".")
    under = TABLES[outer]
    assert isinstance(under, dict)
    change: Table = {inner: {**under[inner], key: value}} if inner else {key: value}

    assert _told(**{outer: change}) == [
        (Code.WRONG_VALUE, f"layout.toml {table}.{key}", sentence, "")
    ]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"size": "500pt"}, "not one sign of body has room on the page"),
        ({"spacing": "-16pt"}, "the spacing of body leaves a sign no width"),
    ],
)
def test_a_style_of_which_no_sign_has_room_is_told(
    change: dict[str, str], sentence: str
) -> None:
    body = TABLES["styles"]["body"]  # type: ignore[index]
    assert _told(styles={"body": {**body, **change}}) == [
        (Code.WRONG_VALUE, "layout.toml styles.body", sentence, "")
    ]


def test_lines_higher_than_the_page_are_told_at_their_setting() -> None:
    body = TABLES["styles"]["body"]  # type: ignore[index]
    ((_, where, sentence, _),) = _told(styles={"body": {**body, "line": "640pt"}})
    assert where == "layout.toml styles.body.line"
    assert sentence == "one line of 640pt is higher than the page"


@pytest.mark.parametrize(
    ("table", "key", "value", "place"),
    [
        ("numbering", "table", "表\x01", "numbering.table"),
        ("numbering", "separator", "\n", "numbering.separator"),
        (
            "numbering",
            "headings",
            ["一、\x0c", *"一一一"],
            "numbering.headings[0]",
        ),
        ("page_number", "form", "\u202e{page}", "page_number.form"),
        ("fonts", "hei", {"name": "黑\ufffe", "alternatives": []}, "fonts.hei.name"),
        ("fonts", "hei", {"name": "黑", "alternatives": ["\x00"]}, "fonts.hei.alternatives[0]"),
    ],
)
def test_words_that_no_document_can_hold_are_told(
    table: str, key: str, value: object, place: str
) -> None:
    ((code, where, sentence, hint),) = _told(**{table: {key: value}})

    assert (code, where, hint) == (Code.TEXT_REFUSED, f"layout.toml {place}", "delete it")
    assert sentence.startswith("character U+")


def test_every_problem_is_told_in_one_run() -> None:
    places = [
        place for _, place, _, _ in _told(page={"top": "1", "bottom": "2"}, title={"x": 1})
    ]
    assert places == ["layout.toml page.top", "layout.toml page.bottom", "layout.toml title.x"]


def test_what_is_wrong_with_the_body_is_not_told_again_for_each_style() -> None:
    body = TABLES["styles"]["body"]  # type: ignore[index]
    assert [place for _, place, _, _ in _told(styles={"body": {**body, "size": "big"}})] == [
        "layout.toml styles.body.size"
    ]


def test_what_is_missing_is_named() -> None:
    layout, findings = read_layout(
        {name: table for name, table in TABLES.items() if name != "styles"}, "layout.toml"
    )
    assert layout is None
    assert [str(each) for each in findings] == [
        "layout.toml styles  error missing-field  styles is missing"
    ]


@pytest.mark.parametrize("styles", [3, {}, {"body": 3}])
def test_styles_that_are_no_tables_are_told_not_raised(styles: object) -> None:
    layout, findings = read_layout({**TABLES, "styles": styles}, "layout.toml")
    assert layout is None
    assert findings


@pytest.mark.parametrize("mode", ["python", "json"])
def test_a_layout_reads_what_it_writes(mode: str) -> None:
    layout, findings = read_layout(LAYOUT.model_dump(mode=mode), "layout.toml")
    assert (layout, findings) == (LAYOUT, ())


@pytest.mark.parametrize(
    ("text", "twips"),
    [("28磅", 560), ("3厘米", 1701), ("3公分", 1701), ("20毫米", 1134), ("三号", 320)],
)
def test_lengths_are_read_as_rule_sheets_write_them(text: str, twips: int) -> None:
    assert Length.read(text).twips == twips


_LINES = "write a distance of lines such as 28磅, 1.5倍, 单倍"


@pytest.mark.parametrize(
    ("change", "hint"),
    [
        (
            {"page": {"top": "三厘米"}},
            "write a number and a unit: 磅, 毫米, 厘米, 字, pt, mm, cm",
        ),
        ({"page": {"top": "３７毫米"}}, 'write "37毫米"'),
        ({"page": {"top": "约3 厘米左右"}}, 'write "3厘米"'),
        ({"styles": {"title": {"line": "约28磅左右"}}}, 'write "28磅"'),
        (
            {"styles": {"title": {"line": 28}}},
            'write the unit, too, in quotation marks: "28磅"',
        ),
        (
            {"styles": {"title": {"line": "很宽"}}},
            _LINES,
        ),
        (
            {"styles": {"title": {"line": "最小值28磅"}}},
            "a fixed distance is meant: write 28磅, 固定值28磅",
        ),
        ({"styles": {"title": {"line": "１.５倍"}}}, 'write "1.5倍"'),
        ({"styles": {"title": {"line": "1.5 行"}}}, 'write "1.5倍"'),
        ({"styles": {"title": {"line": "多倍行距1.25倍行距"}}}, _LINES),
        ({"styles": {"title": {"line": "99行"}}}, _LINES),
        (
            {"styles": {"title": {"size": 16}}},
            'write the unit, too, in quotation marks: "16磅"',
        ),
        ({"styles": {"title": {"size": "大"}}}, "write a size such as 三号, 16磅, 10.5磅"),
        ({"signature": {"blank_lines": "2行"}}, "write the number alone: 2"),
        ({"signature": {"blank_lines": "两行"}}, ""),
    ],
)
def test_the_hint_is_what_somebody_meant(change: dict[str, Table], hint: str) -> None:
    ((_, _, _, told),) = _told(**change)

    assert told == hint


def test_a_colour_has_six_digits() -> None:
    hint = "write six digits for red, green and blue, for example C00000"
    place = "layout.toml styles.title.colour"
    for wrong in ("red", "#C00000", "C0000"):
        (told,) = _told(styles={**TABLES["styles"], "title": {"colour": wrong}})  # type: ignore[dict-item]
        assert told == (Code.WRONG_VALUE, place, f"{wrong} is not allowed here", hint)
    assert layout_with(styles={"title": {"colour": "c00000"}}).styles.title.colour == "C00000"
