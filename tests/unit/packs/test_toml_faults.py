"""What the TOML files of a pack say wrongly is told with its line, in our words."""

import re
from pathlib import Path

import pytest

import template_packs
from summarykit.packs import read_pack
from summarykit.packs.settings.toml_lines import line_of


def found(folder: Path, **replaced: str) -> list[str]:
    named = {name.replace("__", "/") + ".toml": text for name, text in replaced.items()}
    result = read_pack(template_packs.write_pack(folder, named))
    assert result.pack is None
    return [str(finding) for finding in result.findings]


def without_line(finding: str) -> str:
    return re.sub(r"^(\S+\.toml):\d+", r"\1", finding)


def test_a_file_that_is_no_toml_is_a_finding(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, pack="format = ")

    assert finding == (
        "pack/pack.toml:1  error pack-invalid  this is not TOML: nothing stands behind =\n"
        "  hint: write a value behind =, or put # before the line"
    )


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("format = 1\nx = = 2\n", ":2:5", "the value is none that TOML knows"),
        ("x = " + "[" * 5000, "", "it is nested too deeply"),
        ("x = " + "9" * 6000, "", "a number in it is too long"),
    ],
)
def test_what_is_wrong_with_toml_has_its_reason_and_line(
    text: str, line: str, reason: str, tmp_path: Path
) -> None:
    (finding,) = found(tmp_path, pack=text)

    assert finding == f"pack/pack.toml{line}  error pack-invalid  this is not TOML: {reason}"


def test_an_empty_layout_is_a_layout_without_its_tables(tmp_path: Path) -> None:
    findings = found(tmp_path, layout="")

    assert findings[0] == "pack/layout.toml page  error missing-field  page is missing"


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("pack", 'format = 3\nid = "a"\nname = "a"\nversion = "1"\nreports = []', "format"),
        ("pack", 'format = 1\nid = "A b"\nname = "a"\nversion = "1"\nreports = []', "id"),
        ("reports__summary", template_packs.REPORT + "\nlook = 1", "look"),
        ("reports__summary", template_packs.REPORT + '\nprogrammes = ["x"]', "programmes[0]"),
        ("reports__summary", template_packs.REPORT + '\ncohorts = ["x"]', "cohorts[0]"),
        ("terms", "[voice.school]\nself = '我校'", "voice"),
        ("terms", "[voice.moon]\nself = '我月'", "voice.moon"),
        ("terms", "[voice.school]\n__class__ = '我'", "voice.school.__class__"),
    ],
)
def test_what_a_file_says_wrongly_is_a_finding_with_its_place(
    name: str, text: str, place: str, tmp_path: Path
) -> None:
    findings = map(without_line, found(tmp_path, **{name: text}))

    source = f"pack/{name.replace('__', '/')}.toml"
    assert any(line.startswith(f"{source} {place}  error pack-invalid  ") for line in findings)


PACK = 'format = 1\nid = "pack"\nname = "a"\nversion = "1"\nreports = ["summary"]\n'
REPORT = template_packs.REPORT
SENTENCES = [
    ("pack", PACK.replace('"1"', '"1\\u0001"'), "version", "character U+0001 is not text"),
    (
        "pack",
        PACK.replace('"a"', "7"),
        "name",
        '7 is not text\n  hint: put it in quotation marks: "7"',
    ),
    (
        "pack",
        PACK.replace('"1"', "2024-07-05"),
        "version",
        '2024-07-05 is not text\n  hint: put it in quotation marks: "2024-07-05"',
    ),
    ("pack", PACK.replace('"a"', '""'), "name", "there is nothing here"),
    ("pack", PACK.replace('"a"', "{}"), "name", "[…] is not text"),
    ("pack", PACK.replace('["summary"]', "[]"), "reports", "there is nothing here"),
    ("pack", PACK.replace('["summary"]', "true"), "reports", "true is not a list"),
    (
        "pack",
        PACK.replace('["summary"]', '["summary", "summary"]'),
        "reports",
        "the id summary is there more than once",
    ),
    (
        "pack",
        PACK.replace('"pack"', '"A b"'),
        "id",
        "A b is not a name: small letters, digits, - and _, a letter first",
    ),
    (
        "pack",
        PACK.replace('"pack"', f'"{"B" * 50}"'),
        "id",
        f"{'B' * 40}… is not a name: small letters, digits, - and _, a letter first",
    ),
    (
        "pack",
        PACK.replace("= 1", "= 3"),
        "format",
        (
            "the pack has format 3; this summarykit reads the formats 1, 2\n"
            "  hint: update summarykit, or ask for the pack in one of these formats"
        ),
    ),
    ("pack", PACK.replace("version", "vers"), "version", "version is missing"),
    (
        "pack",
        PACK + "descripton = ''",
        "descripton",
        "descripton is not a key of this file\n  hint: did you mean description?",
    ),
    (
        "reports__summary",
        REPORT.replace("title =", "titel =").replace('titel = "{{', 'title = "{{'),
        "sections[0].titel",
        "titel is not a key of this file\n  hint: did you mean title?",
    ),
    (
        "reports__summary",
        REPORT + 'programmes = ["left_behind_car"]',
        "programmes[0]",
        "left_behind_car is not allowed here\n  hint: did you mean left_behind_care?",
    ),
    (
        "reports__summary",
        REPORT.replace('template = "', 'when_empty = "never", template = "'),
        "sections[0].when_empty",
        "never is not allowed here\n  hint: there are: omit, warn, error",
    ),
    (
        "reports__summary",
        REPORT.replace("正文", "{{ voice.self }}"),
        "sections",
        "{{ voice.self }} is printed as it stands: a section's title is words",
    ),
    (
        "reports__summary",
        REPORT.replace('"summary"', '"sumary"'),
        "id",
        "the id sumary is not the name of the file",
    ),
    (
        "reports__summary",
        REPORT.replace('"正文"', "3"),
        "sections[0].title",
        '3 is not text\n  hint: put it in quotation marks: "3"',
    ),
    (
        "pack",
        PACK + '"[key]" = 1',
        "",
        (
            "[key] is not a key of this file\n"
            "  hint: there are: format, extends, id, name, version, description, reports"
        ),
    ),
    ("terms", "voice = 3", "voice", "3 is not a table"),
]


@pytest.mark.parametrize(("name", "text", "place", "sentence"), SENTENCES)
def test_what_a_file_says_wrongly_is_told_in_our_words(
    name: str, text: str, place: str, sentence: str, tmp_path: Path
) -> None:
    source = f"pack/{name.replace('__', '/')}.toml"

    head = f"{source} {place}".strip()
    assert f"{head}  error pack-invalid  {sentence}" in map(
        without_line, found(tmp_path, **{name: text})
    )


def test_two_sections_of_a_report_cannot_share_an_id(tmp_path: Path) -> None:
    section = '{id = "body", template = "sections/work.md.j2"}'
    report = f'id = "summary"\nname = "工作"\ntitle = "总结"\nsections = [{section}, {section}]'

    (finding,) = found(tmp_path, reports__summary=report)

    assert finding.startswith(
        "pack/reports/summary.toml:4 sections[1].id  error pack-invalid  the id body is there"
        " more than once"
    )


def test_a_layout_that_cannot_be_read_leaves_no_pack(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, layout="[page]\nwidth = 'wide'")[:1]

    assert finding.startswith("pack/layout.toml:2 page.width  error ")


SHRINK = "lengths  error pack-invalid  {} has {} characters, not less than the {} of {}"
LENGTHS = [
    (
        "lengths = {short = 3000, standard = 1500}",
        SHRINK.format("short", 3000, 1500, "standard"),
    ),
    (
        "lengths = {short = 900, standard = 900}",
        SHRINK.format("short", 900, 900, "standard"),
    ),
    (
        "lengths = {standard = 3000, long = 2000}",
        SHRINK.format("standard", 3000, 2000, "long"),
    ),
    (
        "most = 800\nlengths = {standard = 900}",
        "lengths  error pack-invalid  standard has 900 characters; most allows 800",
    ),
    (
        "lengths = {standard = 'abc'}",
        "lengths.standard  error pack-invalid  abc is not a whole number",
    ),
    (
        "lengths = {standard = 1.5}",
        "lengths.standard  error pack-invalid  1.5 is not a whole number",
    ),
    ("[lengths]\nshort = 0", "lengths.short  error pack-invalid  0 is not more than 0"),
    (
        "[lengths]\n\n# kurz\nshrt = 900",
        (
            "lengths.shrt  error pack-invalid  shrt is not allowed here\n"
            "  hint: did you mean short?"
        ),
    ),
]


@pytest.mark.parametrize(("lengths", "said"), LENGTHS)
def test_the_lengths_of_a_report_are_whole_numbers_that_grow(
    lengths: str, said: str, tmp_path: Path
) -> None:
    report = f"{REPORT}{lengths}\n"

    (finding,) = found(tmp_path, reports__summary=report)

    line = len(report.splitlines())
    assert finding == f"pack/reports/summary.toml:{line} {said}"


FILE = """\
id = "a"
# id = "b"
text = \"""
[sections]
id = 3
\"""

[[sections]]
id = "one"
[[sections]]
"id" = "two"
look.size = 3
[voice.school]
self = "我校"
[[sections.parts]]
x = 1
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("id",), 1),
        (("text",), 3),
        (("sections", 0), 8),
        (("sections", 0, "id"), 9),
        (("sections", 1, "id"), 11),
        (("sections", 1, "title"), 10),
        (("sections", 1, "look", "size"), 12),
        (("sections", 1, "parts", 0, "x"), 16),
        (("voice", "school", "self"), 14),
        (("text", 5), 3),
        (("elsewhere",), None),
        ((), None),
    ],
)
def test_the_line_of_a_field_is_that_of_its_key_or_of_what_is_around_it(
    path: tuple[str | int, ...], line: int | None
) -> None:
    assert line_of(FILE, path) == line
