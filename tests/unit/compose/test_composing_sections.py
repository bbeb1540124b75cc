"""A report's sections in order: what each holds, and what an empty one leads to."""

from pathlib import Path
from typing import Any

import pytest

import template_packs
from prose import composed, of
from summarykit.compose import Audience, Composed, compose
from summarykit.diagnostics import Code
from summarykit.document import Attachment, AttachmentNote, Section, Signature, blocks_of
from summarykit.model import YearRecord
from summarykit.packs import Pack, read_pack

INTERNAL, PUBLIC = Audience.INTERNAL, Audience.PUBLIC
ROSTER = {"id": "roster", "name": "名册", "columns": ["姓", "名"], "rows": [["甲"], ["", "乙"]]}


def pack_with(folder: Path, report: str, **sections: str) -> Pack:
    files = {f"sections/{name}.md.j2": text for name, text in sections.items()}
    files["reports/summary.toml"] = report
    return template_packs.ready(read_pack(template_packs.write_pack(folder, files)))


OF_CARE = {"programmes": '["left_behind_care"]'}


def report(*sections: str, **lines: str) -> str:
    head = {"id": '"summary"', "name": '"工作"', "title": '"总结"', **lines}
    named = [f"{key} = {value}" for key, value in head.items()]
    return "\n".join([*named, f"sections = [{', '.join(sections)}]"])


def made(pack: Pack, record: YearRecord, audience: Audience = INTERNAL) -> Composed:
    return compose(record, pack, "summary", audience)


def told(composed: Composed) -> list[str]:
    return [str(finding) for finding in composed.findings]


def test_a_report_that_is_not_there_is_named_with_the_nearest(tmp_path: Path) -> None:
    pack = template_packs.plain_pack(tmp_path)

    near = compose(template_packs.record(), pack, "sumary", INTERNAL)
    far = compose(template_packs.record(), pack, "年终", INTERNAL)

    assert (near.document, far.document) == (None, None)
    assert told(near) == [
        "error report-unknown  the pack has no report sumary\n  hint: did you mean summary?"
    ]
    assert told(far) == [
        "error report-unknown  the pack has no report 年终\n  hint: there are: summary（工作）"
    ]


def test_a_record_without_the_programmes_of_a_report_makes_no_document(tmp_path: Path) -> None:
    one = pack_with(tmp_path / "1", report(programmes='["home_visits", "safety"]'))
    any_programme = pack_with(tmp_path / "2", report())

    assert told(made(one, template_packs.record())) == [
        (
            "programmes  error programme-missing  the record has no programme home_visits,"
            " safety\n  hint: add to programmes: home_visits, safety"
        )
    ]
    assert told(made(any_programme, template_packs.record(programmes={}))) == [
        (
            "programmes  error programme-missing  the record has no programme at all\n"
            "  hint: add to programmes: left_behind_care, migrant_enrolment,"
            " dropout_prevention, home_visits, legal_education, safety, student_aid"
        )
    ]


@pytest.mark.parametrize(
    ("rule", "severity"), [("omit", None), ("warn", "warning"), ("error", "error")]
)
@pytest.mark.parametrize(
    ("section", "place"),
    [
        ('id = "part", template = "sections/none.md.j2"', ""),
        ('id = "results", template = "sections/none.md.j2"', "results"),
        ('id = "part", kind = "signature"', "signature"),
        ('id = "part", kind = "attachment_note"', "attachments"),
        ('id = "part", kind = "attachments"', "attachments"),
    ],
)
def test_an_empty_section_follows_its_rule_and_names_the_field_to_fill(
    rule: str, severity: str | None, section: str, place: str, tmp_path: Path
) -> None:
    line = f'{{{section}, when_empty = "{rule}"}}'

    composed = made(pack_with(tmp_path, report(line), none=""), template_packs.record())

    around = "programmes.left_behind_care" if place in ("", "results") else ""
    expected = (
        f"{'.'.join(filter(None, (around, place)))}  {severity} section-empty"
        f"  the record has nothing for the section {place or 'part'}"
    )
    if place:
        expected += f"\n  hint: add {place} to the record"
    assert told(composed) == ([expected] if severity else [])
    assert (composed.document is None) == (severity == "error")
    if composed.document is not None:
        assert composed.document.blocks == ()


def test_a_template_that_fails_is_told_once_and_leaves_no_document(tmp_path: Path) -> None:
    line = '{id = "part", template = "sections/bad.md.j2", when_empty = "error"}'

    composed = made(pack_with(tmp_path, report(line), bad="{{ 1 }}"), template_packs.record())

    assert composed.document is None
    assert len(composed.findings) == 1


YEAR: dict[str, Any] = {
    "addressee": "县教育局",
    "programmes": {
        "left_behind_care": {
            "background": "多数家长外出",
            "measures": [
                {"id": "m1", "kind": "heart_talk", "practice": "谈心", "pairs": "3对"},
                {"kind": "home_visit", "status": "planned", "practice": "上门走访"},
            ],
            "results": [{"text": "有成效", "evidence": ["m1", "nobody"]}],
        }
    },
    "signature": {"date": "2024-07-05", "seal": True},
    "attachments": [ROSTER],
}


def test_sections_stand_in_order_under_their_headings(tmp_path: Path) -> None:
    composed = made(template_packs.plain_pack(tmp_path), template_packs.record(**YEAR))

    assert composed.findings == ()
    assert template_packs.text(composed.document).split("\n") == [
        "青石小学2023—2024学年工作总结",
        "县教育局：",
        "我校青石小学总结如下。",
        "一、主要工作",
        "多数家长外出。",
        "（一）结对与关爱",
        "1.谈心。我校谈心，3对。",
        "（二）家校协同",
        "1.家访。我校计划上门走访。",
        "有成效（见m1）。",
        "附件：名册",
        "青石小学",
        "2024年7月5日",
        "附件",
        "名册",
        "姓",
        "名",
        "甲",
        "—",
        "—",
        "乙",
    ]
    assert composed.document is not None
    properties = composed.document.properties
    assert (properties.creator, properties.subject) == ("青石小学", "工作")
    assert (properties.keywords, properties.date) == (("关爱留守儿童",), "2024-07-05")


@pytest.mark.parametrize("date", [None, "2024-07"])
def test_a_date_without_its_day_is_no_property_of_the_file(
    date: str | None, tmp_path: Path
) -> None:
    record = template_packs.record(signature={"unit": "办公室", "date": date})

    document = made(template_packs.plain_pack(tmp_path), record).document

    assert document is not None
    assert document.properties.date == ""
    (signed,) = [block for block in document.blocks if isinstance(block, Signature)]
    assert bool(signed.date) == (date is not None)


def test_the_same_record_makes_the_same_tree(tmp_path: Path) -> None:
    pack = template_packs.plain_pack(tmp_path)
    record = template_packs.record(attachments=[ROSTER])

    assert made(pack, record) == made(pack, record)


def test_blocks_keep_their_ids_when_the_record_grows(tmp_path: Path) -> None:
    pack = template_packs.plain_pack(tmp_path)
    old = {"id": "m1", "kind": "heart_talk", "practice": "谈心"}
    new = {"id": "m0", "kind": "leading_group", "practice": "成立小组"}

    few, many = (
        made(
            pack, template_packs.record(programmes={"safety": {"measures": measures}})
        ).document
        for measures in ([old], [new, old])
    )

    assert few is not None
    assert many is not None
    told = {block.id for block in blocks_of(few) if "m1" in block.id}
    assert told
    assert told <= {block.id for block in blocks_of(many)}


def test_an_attachment_without_content_is_left_out_with_a_warning_if_it_is_to_be_there(
    tmp_path: Path,
) -> None:
    empty = {"name": "照片", "text": "见光盘", "present": False}
    bare = {"name": "附表", "columns": ["甲"]}

    composed = made(
        template_packs.plain_pack(tmp_path),
        template_packs.record(attachments=[empty, bare, ROSTER]),
    )

    assert told(composed) == [
        (
            "programmes.left_behind_care  warning section-empty  the record has nothing for the"
            " section 主要工作"
        ),
        (
            "signature  warning section-empty  the record has nothing for the section"
            " signature\n  hint: add signature to the record"
        ),
        (
            "attachments[1]  warning attachment-missing  the attachment 附表 has no content"
            " and is left out"
        ),
    ]
    assert composed.document is not None
    notes = [block for block in composed.document.blocks if isinstance(block, AttachmentNote)]
    assert [len(note.names) for note in notes] == [1]


def test_an_attachment_holds_its_text_its_table_and_its_note(tmp_path: Path) -> None:
    listed = {**ROSTER, "unit": "人", "note": "仅供核对", "landscape": True, "text": "一\n\n二"}

    document = made(
        template_packs.plain_pack(tmp_path), template_packs.record(attachments=[listed])
    ).document

    assert document is not None
    (page,) = [block for block in document.blocks if isinstance(block, Attachment)]
    assert page.landscape
    assert [block.id for block in page.blocks] == [
        "attachments/roster/1",
        "attachments/roster/2",
        "attachments/roster/table",
        "attachments/roster/note",
    ]
    assert "注：仅供核对" in template_packs.text(document)


KEPT_BACK = {"cases": ("内部案例", "无同意案例"), "attachments": ("内部名册",)}


def test_the_public_sees_neither_confidential_attachments_nor_cases(tmp_path: Path) -> None:
    section = '{id = "all", template = "sections/all.md.j2"}, {id = "a", kind = "attachments"}'
    template = (
        "{% for list in [cases, record.cases] %}{% for case in list %}{{ case.alias }}，"
        "{% endfor %}{% endfor %}"
        "{% for one in record.attachments %}{{ one.name }}，{% endfor %}"
        "{% for result in programme.results %}{% for one in result.evidence if linked(one) %}"
        "{{ linked(one).id }}；{% endfor %}{% endfor %}终"
    )
    pack = pack_with(tmp_path, report(section, **OF_CARE), all=template)
    record = template_packs.record(
        cases=[
            {"id": "c1", "alias": "公开", "consent": True, "sensitivity": "public"},
            {"id": "c2", "alias": "未同意", "sensitivity": "public"},
            {"id": "c3", "alias": "内部", "consent": True, "sensitivity": "internal"},
            {"id": "c4", "alias": "机密", "consent": True, "sensitivity": "confidential"},
            {"alias": "他项", "programmes": ["safety"]},
        ],
        attachments=[{**ROSTER, "confidential": True}, {"name": "公开表", "text": "文"}],
        programmes={
            "left_behind_care": {
                "results": [{"text": "成效", "evidence": ["c1", "c2", "c3", "c4", "roster"]}]
            },
            "safety": {},
        },
    )

    public = template_packs.text(made(pack, record, PUBLIC).document)
    internal = template_packs.text(made(pack, record, INTERNAL).document)

    assert public.split("\n")[1:] == ["公开，公开，公开表，终", "附件", "公开表", "文"]
    assert internal.split("\n")[1] == (
        "公开，未同意，内部，公开，未同意，内部，他项，名册，公开表，c1；c2；c3；roster；终"
    )
    assert "内部掌握，不得公开" in internal
    assert "机密" not in internal


def test_of_a_case_and_a_visit_the_public_sees_nothing_that_tells_the_child(
    tmp_path: Path,
) -> None:
    template = (
        "{% for c in cases %}{{ c.alias }}{% if c.situation or c.quote %}（{{ c.quote }}）"
        "{% endif %}{% endfor %}；{% for v in record.home_visits.visits %}访"
        "{% if v.trigger %}（{{ v.trigger }}）{% endif %}{% endfor %}"
    )
    pack = pack_with(tmp_path, report('{id = "x", template = "sections/x.md.j2"}'), x=template)
    record = template_packs.record(
        cases=[
            {"alias": "甲", "quote": "好", "consent": True, "sensitivity": "public"},
        ],
        home_visits={"visits": [{"id": "v", "trigger": "缺课"}]},
    )

    said = [template_packs.text(made(pack, record, a).document) for a in (PUBLIC, INTERNAL)]

    assert [text.split("\n")[1] for text in said] == ["甲；访", "甲（好）；访（缺课）"]


def test_a_case_that_is_told_without_consent_is_a_warning(tmp_path: Path) -> None:
    record = template_packs.record(
        cases=[
            {"alias": "甲", "consent": True},
            {"alias": "乙"},
            {"alias": "丙", "sensitivity": "confidential"},
            {"alias": "丁", "programmes": ["safety"]},
        ],
        programmes={"left_behind_care": {}, "safety": {}},
    )

    assert told(made(pack_with(tmp_path, report(**OF_CARE)), record)) == [
        (
            "cases[1]  warning case-without-consent  a case is told without the consent of the"
            " guardian\n  hint: ask the guardian, or mark the case as confidential"
        )
    ]


def test_a_signature_without_a_date_is_a_warning(tmp_path: Path) -> None:
    pack = pack_with(tmp_path, report('{id = "s", kind = "signature"}'))

    assert told(made(pack, template_packs.record(signature={"unit": "青石小学"}))) == [
        (
            "signature  warning signature-undated  the summary is signed but has no date"
            "\n  hint: add the date to the signature"
        )
    ]


def test_a_notice_that_the_note_repeats_is_told_once(tmp_path: Path) -> None:
    pack = pack_with(tmp_path, report('{id = "a", kind = "attachments"}'))
    roster = {**ROSTER, "confidential": True, "note": "内部掌握，不得公开。"}

    text = template_packs.text(made(pack, template_packs.record(attachments=[roster])).document)

    assert text.count("不得公开") == 1


def test_a_section_without_a_title_has_no_heading(tmp_path: Path) -> None:
    document = made(template_packs.plain_pack(tmp_path), template_packs.record()).document

    assert document is not None
    (opening,) = [block for block in document.blocks if isinstance(block, Section)]
    assert (opening.id, opening.heading) == ("opening/section", None)


def test_a_title_of_more_than_three_lines_is_a_warning(tmp_path: Path) -> None:
    title = "关于全镇各校开展关爱留守儿童工作情况的总结" * 3
    pack = pack_with(tmp_path, report(title=f'"{title}"'))

    composed = made(pack, template_packs.record())

    assert composed.document is not None
    (finding,) = composed.findings
    assert str(finding) == (
        "programmes.left_behind_care  warning title-too-long  "
        f"the title takes 4 lines: {title}\n  hint: give the programme a shorter title"
    )


def test_a_plan_without_plans_says_what_a_plan_tells() -> None:
    done = {"kind": "heart_talk", "practice": "逐个谈心", "status": "done"}
    findings = composed(of(measures=[done]), "work_plan").findings
    empty = {str(f.message): str(f.hint) for f in findings if f.code is Code.SECTION_EMPTY}
    assert empty["the record has nothing for the section 主要任务"] == (
        "give the measures that are to come the status planned"
    )
    assert empty["the record has nothing for the section 工作安排"] == (
        "add next_steps to the record"
    )


def test_a_report_to_nobody_is_warned_of_and_a_summary_is_not() -> None:
    said = "addressee  warning section-empty  a report goes to somebody"
    data = of(measures=[{"kind": "heart_talk", "practice": "谈心"}])

    assert any(line.startswith(said) for line in told(composed(data, "situation_report")))
    assert not any(line.startswith(said) for line in told(composed(data, "left_behind_care")))
    sent = data | {"addressee": "云岭县教育局"}
    assert not any(line.startswith(said) for line in told(composed(sent, "situation_report")))
