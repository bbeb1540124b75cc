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
