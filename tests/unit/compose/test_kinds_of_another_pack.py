"""A record that was read with one pack and is told by another: the kinds are the teller's."""

from pathlib import Path

import summarykit as sk
from own_kinds import heir
from summarykit.compose.strange_kinds import as_known
from summarykit.document.walking import text_of
from summarykit.packs import Pack

KINDS = """\
[programmes.reading]
label = "{label}"
about = "学生阅读"
[measures.book_corner]
label = "{label}角"
group = "{group}"
"""
RECORD = {
    "organisation": {"name": "青石小学", "level": "school"},
    "period": {"kind": "school_year", "start": "2023年9月", "end": "2024年7月"},
    "programmes": {
        "reading": {"measures": [{"kind": "book_corner", "frequency": "每周一次"}]},
        "safety": {"measures": [{"kind": "safety_emergency", "frequency": "每月一次"}]},
    },
    "extra": [{"name": "藏书", "value": "412册", "programmes": ["reading"]}],
    "signature": {"unit": "青石小学", "date": "2024年7月10日"},
}


def packs(folder: Path) -> tuple[Pack, Pack]:
    first = heir(folder, "first", kinds=KINDS.format(label="课外阅读", group="care"))
    second = heir(folder, "second", kinds=KINDS.format(label="书香校园", group="activities"))
    return sk.load_pack(first), sk.load_pack(second)


def test_the_kinds_are_those_of_the_pack_that_tells(tmp_path: Path) -> None:
    first, second = packs(tmp_path)
    read = sk.parse_record(RECORD, pack=first)
    told = sk.compose(read, report="annual", pack=second)
    expected = sk.compose(sk.parse_record(RECORD, pack=second), report="annual", pack=second)

    assert told.document == expected.document
    text = "".join(text_of(told.document))
    assert "书香校园" in text
    assert "课外阅读" not in text
    assert [kind.label for kind in told.record.extra[0].programmes] == ["书香校园"]


def test_a_record_of_the_pack_itself_stays_as_it_is(tmp_path: Path) -> None:
    first, second = packs(tmp_path)
    read = sk.parse_record(RECORD, pack=first)

    assert as_known(read, first.vocabulary) is read
    again = as_known(read, second.vocabulary)
    (reading, _) = again.programmes
    assert reading is second.vocabulary.added_programmes[0]
    assert again.programmes[reading].measures[0].kind is second.vocabulary.added_measures[0]
    assert as_known(read, sk.load_pack("zh").vocabulary) is read
