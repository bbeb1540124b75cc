"""What a program hands over by mistake is a finding that says what is expected instead."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import summarykit as sk
from small_pack import small_pack
from small_record import SMALL

RECORD = sk.parse_record(SMALL)
WANTED = "a record, the path of its file, or a mapping of fields"


@pytest.fixture(name="pack", scope="module")
def write_the_pack_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_pack(tmp_path_factory.mktemp("packs"))


class BytesPath:
    """A path of the system, in bytes, which no name of a file in a sentence can be."""

    def __fspath__(self) -> bytes:
        return b"year.yaml"


def refused(call: Callable[[], object]) -> list[str]:
    with pytest.raises(sk.SummaryError) as raised:
        call()
    assert all(sk.describe(finding) for finding in raised.value.findings)
    return [str(finding) for finding in raised.value.findings]


@pytest.mark.parametrize(
    ("record", "kind"),
    [(5, "int"), (None, "None"), ([], "list"), (b"a", "bytes"), (BytesPath(), "BytesPath")],
)
def test_what_is_no_record_is_a_finding(record: Any, kind: str, pack: Path) -> None:  # noqa: ANN401 - whatever may come
    said = f"error wrong-type  record has to be {WANTED}, not {kind}"
    assert refused(lambda: sk.compose(record, pack=pack)) == [said]
    assert [str(finding) for finding in sk.check(record, pack=pack)] == [said]
    read = f"error wrong-type  path has to be the path of a file, not {kind}"
    assert refused(lambda: sk.read_record(record)) == [read]


@pytest.mark.parametrize("wrong", [5, None, [], b"a", [5], object()])
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("report", "report has to be the id or the name of a report, not"),
        ("pack", "pack has to be a pack, its name or its folder, not"),
        ("audience", "there is no audience"),
        ("length", "there is no length"),
        ("programmes", "programmes has to be names of kinds of work, not"),
    ],
)
def test_a_wish_of_another_kind_is_a_finding(
    name: str,
    said: str,
    wrong: Any,  # noqa: ANN401 - as above
    pack: Path,
) -> None:
    if (name, wrong) in (("report", None), ("programmes", [])):
        return  # which are wishes: none, and none in particular
    wishes: dict[str, Any] = {"pack": pack} | {name: wrong}
    (found,) = refused(lambda: sk.compose(RECORD, **wishes))
    assert said in found
    assert [str(finding) for finding in sk.check(RECORD, **wishes)] == [found]


def test_every_wrong_wish_is_told_in_one_run(pack: Path) -> None:
    wrong: dict[str, Any] = {"audience": "all", "length": 3, "programmes": ["家坊", "visits"]}
    found = refused(lambda: sk.compose(None, report=7, pack=pack, **wrong))  # type: ignore[arg-type]
    assert len(found) == 6
    assert "there is no kind of work 家坊\n  hint: did you mean 家访?" in found[4]


def test_names_that_can_be_gone_through_once_are_names(pack: Path) -> None:
    names = ("left_behind_care", "关爱留守儿童")
    made = sk.compose(RECORD, pack=pack, programmes=(name for name in names))
    assert made == sk.compose(RECORD, pack=pack, programmes="left_behind_care")


def test_choices_are_named_in_either_language(pack: Path) -> None:
    made = sk.compose(RECORD, pack=pack, audience="内部", length="简短")
    assert made == sk.compose(RECORD, pack=pack, audience="internal", length="short")
    wrong: Any = "长"
    (found,) = refused(lambda: sk.compose(RECORD, pack=pack, length=wrong))
    assert found.endswith("there are: short（简短）, standard（标准）, long（详细）")


def test_one_name_that_is_none_is_what_is_refused(pack: Path) -> None:
    wrong: Any = ["家访", 3]
    (found,) = refused(lambda: sk.compose(RECORD, pack=pack, programmes=wrong))
    assert found.endswith("programmes has to be names of kinds of work, not int")


@pytest.mark.parametrize("pack", [None, 5, b"zh"])
def test_a_pack_is_loaded_by_its_name_or_folder(pack: Any) -> None:  # noqa: ANN401 - as above
    (found,) = refused(lambda: sk.load_pack(pack))
    assert "pack has to be a pack, its name or its folder, not" in found


@pytest.mark.parametrize("path", [None, 5, b"a.txt", ["a.txt"]])
def test_a_summary_is_saved_under_a_path(path: Any, pack: Path) -> None:  # noqa: ANN401 - as above
    summary = sk.compose(RECORD, pack=pack)
    (found,) = refused(lambda: summary.save(path))
    assert "path has to be the path of a file, not" in found


def test_only_findings_are_described_in_a_language_there_is() -> None:
    finding = sk.check(5)[0]  # type: ignore[arg-type]
    assert sk.describe(finding) == (
        "错误 wrong-type  record 应为记录、记录文件的路径或一组字段，不能是 int"
    )
    wrong: Any = "fr"
    (found,) = refused(lambda: sk.describe(finding, wrong))
    assert found.endswith("there is no language fr\n  hint: there are: zh, en")
    wrong = "no finding"
    (found,) = refused(lambda: sk.describe(wrong))
    assert found.endswith("finding has to be a finding, not str")


def test_a_path_that_names_nothing_is_told_so() -> None:
    assert refused(lambda: sk.read_record(" ")) == ["error file-unreadable  no file is named"]
