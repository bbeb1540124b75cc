"""The catalogue tells where each entry is from, and fills only what a record leaves out."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from records import HEAD, found_in
from summarykit.l10n.messages import describe
from summarykit.model import Policy, PolicyKind, ShortName
from summarykit.model.catalogue import Document, Term, load_catalogue
from summarykit.model.page import catalogue_page
from summarykit.model.schema import json_schema
from summarykit.model.values import PartialDate, Quantity
from summarykit.readers import read_text

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs/catalogue.md"
FILE = ROOT / "src/summarykit/model/catalogue.toml"
DOCUMENTS = load_catalogue().documents
TERMS = load_catalogue().terms
PUBLISHERS = r"https?://([a-z]+\.)*(gov\.cn|xinhuanet\.com)/\S*"
NUMBER = r"[\u4e00-\u9fff]{2,5}〔(?P<year>\d{4})〕[1-9]\d*号|(国务院|教育部)令第[1-9]\d*号"
_OF_POLICY = ("title", "kind", "issuer", "number", "issued")
CARE = "left_behind_care_2016"


def policy(**fields: object) -> Policy:
    return Policy.model_validate(fields)


def as_known(document: Document) -> dict[str, object]:
    return {
        "title": document.title,
        "kind": document.kind,
        "issuer": document.issuer,
        "number": document.number,
        "issued": PartialDate.parse(document.issued),
    }


def year_of(day: str) -> int:
    year = PartialDate.parse(day).year
    assert year is not None
    return year


@pytest.mark.parametrize("entry", [*DOCUMENTS, *TERMS], ids=lambda entry: entry.names[0])
def test_each_entry_says_what_it_is_and_where_the_issuer_publishes_it(
    entry: Document | Term,
) -> None:
    assert re.fullmatch(r"[^。\n|]+。", entry.about)
    assert re.fullmatch(PUBLISHERS, entry.source) or not (entry.source or entry.is_confirmed)
    assert entry.seen is None or re.fullmatch(r"https?://[\w.-]+/\S+", entry.seen)
    assert entry.verified in ("search", "knowledge")
    assert not re.search(r"[《》|\n]", "".join(entry.names))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.id)
def test_each_document_has_a_year_and_a_number_of_the_usual_form(document: Document) -> None:
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*(_\d{4})?", document.id)
    issued = year_of(document.issued)
    assert document.revised is None or year_of(document.revised) > issued
    named = re.search(r"\d{4}$", document.id)
    assert named is None or int(named.group()) == issued
    if document.number is not None:
        numbered = re.fullmatch(NUMBER, document.number)
        assert numbered
        # A paper numbered at the end of a year may be published in the next.
        assert numbered["year"] is None or issued - int(numbered["year"]) in (0, 1)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.id)
def test_laws_have_no_number_and_all_else_has_one_or_none_that_is_known(
    document: Document,
) -> None:
    is_law = document.kind is PolicyKind.LAW
    assert document.title.startswith("中华人民共和国") is is_law
    assert not (is_law and document.number)
    assert document.kind is not PolicyKind.REGULATION or "令第" in str(document.number)


def test_entries_are_in_order_and_one_alone_has_a_name() -> None:
    ids = [document.id for document in DOCUMENTS]
    assert ids == sorted(set(ids))
    shared = {
        name: named
        for document in DOCUMENTS
        for name in document.names
        if len(named := load_catalogue().documents_named(name)) > 1
    }
    assert {tuple(one.id for one in named) for named in shared.values()} == {
        ("student_records_2013", "student_records_2025")
    }
    names = [name for term in TERMS for name in term.names]
    assert len(names) == len(set(names))
    assert [term.name for term in TERMS] == sorted(term.name for term in TERMS)


def test_no_number_is_given_to_two_documents() -> None:
    numbers = [document.number for document in DOCUMENTS if document.number]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.name)
def test_a_term_stands_for_as_many_items_as_it_says(term: Term) -> None:
    counts = {"双": "两"}
    said = [
        Quantity.parse(f"{counts.get(n, n)}项")
        for n in re.findall("[一二两双三四五六十]", term.name)
    ]
    assert sum(int(one.value or 0) for one in said) == len(term.items) == len(set(term.items))
    assert 2000 < term.year < 2100


def test_the_page_is_the_one_that_the_catalogue_makes() -> None:
    assert PAGE.read_text("utf-8") == catalogue_page()


def test_the_page_tells_every_entry_of_the_file() -> None:
    entries = tomllib.loads(FILE.read_text("utf-8"))
    assert [list(entries), len(entries["documents"]), len(entries["terms"])] == [
        ["documents", "terms"],
        len(DOCUMENTS),
        len(TERMS),
    ]
    page = catalogue_page()
    for document in DOCUMENTS:
        (row,) = re.findall(rf"(?m)^\| `{document.id}` \|.*$", page)
        told = (document.title, document.issuer, document.number or "", document.source)
        assert all(part in row for part in told)
        assert row.endswith("＊ |") is (document.verified == "knowledge")
    assert all(
        f"| {'，'.join(term.names)} | {'；'.join(term.items)} |" in page for term in TERMS
    )


@pytest.mark.parametrize("form", ["{}", "《{}》", " {}\u200b"])
def test_a_policy_is_filled_from_any_name_of_its_document(form: str) -> None:
    for document in DOCUMENTS:
        for name in document.names:
            if len(load_catalogue().documents_named(name)) > 1:
                continue
            found = policy(catalogue=form.format(name))
            assert {field: getattr(found, field) for field in _OF_POLICY} == as_known(document)


@pytest.mark.parametrize("field", _OF_POLICY)
def test_what_the_record_gives_always_stands(field: str) -> None:
    given: dict[str, Any] = {
        "title": "县里的转发通知",
        "kind": PolicyKind.NOTICE,
        "issuer": "云岭县人民政府",
        "number": "云政发〔2016〕7号",
        "issued": PartialDate.parse("2016年5月"),
    }
    label = str(Policy.model_fields[field].alias)
    for key in (field, label):
        found = policy(**{"通用文件": CARE, key: given[field]})
        known = as_known(load_catalogue().documents_named(CARE)[0])
        assert {f: getattr(found, f) for f in _OF_POLICY} == known | {field: given[field]}


def test_a_field_that_is_left_blank_is_left_out() -> None:
    assert policy(通用文件=CARE, 标题=None, number=None) == policy(通用文件=CARE)


def test_a_policy_that_names_no_document_is_as_it_is_written() -> None:
    plain = policy(title="义务教育法")
    assert plain.model_fields_set == {"title"}
    assert plain == Policy.model_validate({"标题": "义务教育法", "kind": None, "number": None})


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.id)
def test_a_policy_that_was_filled_reads_back_the_same(document: Document) -> None:
    found = policy(catalogue=document.id, applied_to="全县", 简称={"简称": "两免一补"})
    for dumped in (
        found.model_dump(),
        found.model_dump(by_alias=True),
        json.loads(found.model_dump_json(by_alias=True)),
        found.model_dump(exclude_unset=True),
    ):
        assert Policy.model_validate(dumped) == found
    assert Policy.model_validate(found) == found


@pytest.mark.parametrize("key", ["name", "简称"])
def test_a_short_name_stands_for_what_the_catalogue_says_unless_the_record_says(
    key: str,
) -> None:
    for term in TERMS:
        for name in term.names:
            assert ShortName.model_validate({key: name}).items == term.items
            assert ShortName.model_validate({key: name, "含义": None}).items == term.items
    for items in ((), ("免学费",), "免学费"):
        given = ShortName.model_validate({key: "两免一补", "items": items})
        assert given.items == ((items,) if isinstance(items, str) else items)
    assert ShortName.model_validate({key: "双线四包"}).items == ()


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (
            "政策: [{通用文件: 义务教育发}]",
            (
                "3:13 policies[0].catalogue  错误 wrong-value  通用目录中没有 义务教育发，"
                "最接近的有 义务教育法、教育法、城乡义务教育一体化意见\n"
                "   提示：是不是 义务教育法？"
            ),
        ),
        (
            "政策: [{通用文件: 某县通知}]",
            (
                "3:13 policies[0].catalogue  错误 wrong-value  通用目录中没有 某县通知，"
                "最接近的有 控辍保学通知、控辍保学常态化报告通知、"
                "国务院关于进一步完善城乡义务教育经费保障机制的通知\n"
                "   提示：请改写标题、发文机关和文号"
            ),
        ),
        (
            "政策: [{通用文件: 《学籍管理办法》}]",
            (
                "3:13 policies[0].catalogue  错误 wrong-value  通用目录中有几份文件叫 "
                "《学籍管理办法》：student_records_2013、student_records_2025\n"
                "   提示：请写所指的那一份的代号"
            ),
        ),
        (
            "政策: [{类型: 法律}]",
            (
                "3:6 policies[0].title  错误 missing-field  缺少标题（title）\n"
                "   提示：写法如 `标题: …`（文件标题，不带书名号；写了通用文件的，可以不写）"
            ),
        ),
    ],
)
def test_a_name_that_is_not_one_document_is_an_error_with_its_place(
    entry: str, told: str
) -> None:
    (found,) = found_in(f"{HEAD}{entry}\n")
    assert describe(found, "zh") == f"year.yaml:{told}"


def test_an_id_that_is_misspelt_is_likened_to_ids() -> None:
    (found,) = found_in(f"{HEAD}policies: [{{catalogue: compulsory_educaton_law}}]\n")
    assert str(found) == (
        "year.yaml:3:24 policies[0].catalogue  error wrong-value  "
        "compulsory_educaton_law is no document of the catalogue; the nearest are "
        "compulsory_education_law, compulsory_funding_2015, family_education_law\n"
        "  hint: did you mean compulsory_education_law?"
    )


@pytest.mark.parametrize("value", ["''", "[a]", "{a: b}"])
def test_a_name_that_is_not_even_text_is_the_only_thing_wrong(value: str) -> None:
    (found,) = found_in(f"{HEAD}policies: [{{catalogue: {value}}}]\n")
    assert found.at.path == ("policies", 0, "catalogue")


@pytest.mark.parametrize(
    ("entry", "is_read"),
    [
        ({"catalogue": "义务教育法"}, True),
        ({"通用文件": CARE, "title": "县里的通知"}, True),
        ({"标题": "县里的通知"}, True),
        ({}, False),
        ({"kind": "law"}, False),
    ],
)
def test_the_schema_wants_a_title_or_a_document(
    entry: dict[str, str], *, is_read: bool
) -> None:
    tree = {
        "organisation": {"name": "甲", "level": "school"},
        "period": {"kind": "term"},
        "policies": [entry],
    }
    assert Draft202012Validator(json_schema()).is_valid(tree) is is_read
    read = read_text(json.dumps(tree), format="json", source="x")
    assert (read.record is not None) is is_read


def test_the_catalogue_is_read_only_by_who_cites_from_it() -> None:
    code = """
    import summarykit
    from summarykit.model import Policy, ShortName
    from summarykit.model.catalogue import load_catalogue
    Policy.model_validate({"title": "甲"})
    ShortName.model_validate({"name": "两免一补", "items": "免学费"})
    assert load_catalogue.cache_info().currsize == 0
    ShortName.model_validate({"name": "两免一补"})
    assert load_catalogue.cache_info().currsize == 1
    """
    lines = "\n".join(line.strip() for line in code.splitlines())
    run = subprocess.run(  # noqa: S603 - our own lines
        [sys.executable, "-c", lines], capture_output=True, text=True, check=False
    )
    assert run.stderr == ""
