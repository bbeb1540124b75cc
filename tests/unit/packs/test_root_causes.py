"""One slip in the files of a pack is one finding, whatever follows of it."""

from pathlib import Path

import pytest

from summarykit.api.pack_checking import check_pack
from summarykit.api.packs import new_pack
from summarykit.packs import read_pack


@pytest.fixture(autouse=True)
def try_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarykit.api.pack_checking.tried_out", lambda *_: ())


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    new_pack("county", folder=tmp_path)
    return tmp_path / "county"


def told(pack: Path) -> list[tuple[str, str, str]]:
    """Return where, what and the hint of all that is said of a pack."""
    return [
        (str(one.at).removeprefix("county/"), str(one.message), str(one.hint or ""))
        for one in check_pack(pack)
    ]


TO_UTF_8 = "save it as UTF-8: in Notepad choose Save as, and UTF-8 as the encoding"


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
@pytest.mark.parametrize("file", ["pack.toml", "layout.toml"])
def test_a_file_in_another_encoding_is_all_that_is_told(
    file: str, encoding: str, pack: Path
) -> None:
    text = (pack / file).read_text("utf-8")
    (pack / file).write_bytes(text.encode(encoding))

    ((where, said, hint),) = told(pack)

    assert where == file
    assert said == "this file of the pack cannot be read: line 1 is not UTF-8"
    assert hint == TO_UTF_8
    assert [one.hint is not None for one in read_pack(pack).findings] == [True]


def without_extends(pack: Path, more: str = "") -> None:
    manifest = pack / "pack.toml"
    lines = manifest.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("extends")]
    manifest.write_text("".join(kept) + more, "utf-8")


EXTENDS = ("pack.toml", "extends is missing", 'write: extends = "zh"')


@pytest.mark.parametrize("more", ["", 'reports = ["annual"]\n'])
def test_a_new_pack_without_extends_lacks_that_line_alone(more: str, pack: Path) -> None:
    without_extends(pack, more)
    with (pack / "layout.toml").open("a", encoding="utf-8") as layout:
        layout.write('\n[page_number]\nposition = "center"\n')

    assert told(pack) == [EXTENDS]


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("layout.toml", '[page]\nwidth = "210mm"\nheight = "297mm"\n'),
        (
            "terms.toml",
            "".join(f'[voice.{level}]\nself = "我"\n' for level in ("school", "county")),
        ),
    ],
)
def test_a_pack_that_stands_alone_hears_all(file: str, words: str, pack: Path) -> None:
    without_extends(pack, 'reports = ["annual"]\n')
    for other in ("layout.toml", "terms.toml"):
        (pack / other).unlink()
    (pack / file).write_text(words, "utf-8")

    assert len(told(pack)) > 1


@pytest.mark.parametrize("file", ["layout.toml", "terms.toml"])
def test_a_file_among_the_reports_is_to_be_moved_up(file: str, pack: Path) -> None:
    (pack / file).rename(pack / "reports" / file)

    ((where, said, hint),) = told(pack)

    assert where == f"reports/{file}"
    assert said == "this file lies among the reports, where it is read as one of them"
    assert hint == "move it up, beside pack.toml"


def kinds(pack: Path, words: str) -> None:
    (pack / "kinds.toml").write_text(words, "utf-8")


KEY = 'write an English name in its place, as [{}.my_name], and below it label = "{}"'


@pytest.mark.parametrize(
    ("words", "said", "hint"),
    [
        (
            "[programmes.膳食]",
            "this is not TOML: 膳食 is Chinese; a kind needs a name in English letters here",
            KEY.format("programmes", "膳食"),
        ),
        (
            "[膳食]",
            "this is not TOML: 膳食 is Chinese; a kind needs a name in English letters here",
            KEY.format("programmes", "膳食"),
        ),
        (
            '[measures."陪餐"]\nlabel = "陪餐"\ngroup = "care"',
            "陪餐 is not a name: small letters, digits and _",
            KEY.format("measures", "陪餐"),
        ),
        (
            '[programmes.meals]\n中文名 = "膳食"',
            "this is not TOML: 中文名 is a Chinese name; a key is in English letters",
            'write: label = "膳食"',
        ),
    ],
)
def test_a_kind_has_an_english_key_and_a_chinese_label(
    words: str, said: str, hint: str, pack: Path
) -> None:
    kinds(pack, words)

    ((where, found, how),) = told(pack)

    assert where.startswith("kinds.toml:")
    assert (found, how) == (said, hint)


REPORT = """\
id = "meals"
name = "营养改善总结"
title = "营养改善工作总结"
programmes = ["meals"]
"""
SECTIONS = """
[[sections]]
id = "measures"
title = "主要措施"
template = "sections/measures.md.j2"
"""


def test_an_error_among_the_kinds_makes_no_right_name_of_one_wrong(pack: Path) -> None:
    kinds(pack, '[programmes.meals]\nlabel = "膳食"\n')
    (pack / "reports/meals.toml").write_text(REPORT + SECTIONS, "utf-8")
    (pack / "fields.toml").write_text(
        '[fields.cook]\nname = "厨师"\nprogrammes = ["meals"]\n', "utf-8"
    )

    assert [(where, said) for where, said, _ in told(pack)] == [
        ("kinds.toml:1 programmes.meals.about", "about is missing")
    ]


def test_a_name_of_no_kind_is_told_beside_sound_kinds(pack: Path) -> None:
    kinds(pack, '[programmes.meals]\nlabel = "膳食"\nabout = "供餐"\n')
    (pack / "reports/meals.toml").write_text(REPORT.replace('["meals', '["meat') + SECTIONS)

    ((where, _, _),) = told(pack)

    assert where == "reports/meals.toml:4 programmes[0]"


def test_a_new_report_is_told_what_it_lacks(pack: Path) -> None:
    words = REPORT.replace('["meals"]', '["safety"]')
    (pack / "reports/meals.toml").write_text(words, "utf-8")

    ((where, said, hint),) = told(pack)

    assert (where, said) == ("reports/meals.toml sections", "sections is missing")
    assert '[[sections]]  id = "measures"' in hint


def test_a_new_report_of_sections_alone_is_told_the_lines_of_its_head(pack: Path) -> None:
    (pack / "reports/meals.toml").write_text(SECTIONS, "utf-8")

    assert [hint for _, _, hint in told(pack)] == [
        'write: id = "meals"',
        'write: name = "课后服务总结"',
        'write: title = "课后服务工作总结"',
    ]


def test_a_folder_that_is_no_pack_and_a_misspelt_one_are_told_apart(
    pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(pack.parent)
    Path("empty").mkdir()

    assert told(Path("empty")) == [
        (
            "empty",
            "the folder empty has no pack.toml",
            "name the folder in which the pack.toml of the pack lies",
        )
    ]
    assert told(Path("countty")) == [
        ("countty", "there is no pack countty", "did you mean county?")
    ]
    beside = f"{pack.parent}/countz"
    assert told(Path(beside))[0][2] == f"did you mean {pack}?"
    assert told(Path("nowhere/county"))[0][2] == "there are: zh"
