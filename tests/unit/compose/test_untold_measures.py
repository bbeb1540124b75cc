"""A measure that has a title and no content is told by its title at most, with a warning."""

import re
from typing import Any

from prose import composed, document_of, of
from summarykit.document import text_of


def told(measures: list[dict[str, Any]], **more: object) -> list[str]:
    data = of(measures=measures) | more
    findings = composed(data, "left_behind_care").findings
    return [str(finding) for finding in findings if finding.code == "measure-untold"]


def test_a_title_alone_is_left_out_and_told_once_with_its_place() -> None:
    titled = {"kind": "boarding_priority", "name": "寄宿管理", "status": "heading_only"}
    measures = [{"kind": "heart_talk", "practice": "谈心"}, titled]

    assert told(measures) == [
        (
            "programmes.left_behind_care.measures[1]  warning measure-untold  寄宿管理 has a"
            " title and no content: it is left out\n  hint: write the practice, or take the"
            " measure out"
        )
    ]
    assert "寄宿管理" not in "".join(
        text_of(document_of(of(measures=measures), "left_behind_care"))
    )


def test_three_titles_alone_make_one_sentence_and_a_warning_each() -> None:
    measures = [
        {"kind": "teacher_pairing"},
        {"kind": "home_visit", "name": "定期家访"},
        {"kind": "heart_talk"},
    ]

    assert len(told(measures)) == 3
    text = "\n".join(text_of(document_of(of(measures=measures), "left_behind_care")))
    assert re.search("(主要做法|开展的工作)有教师结对、谈心、定期家访。", text)


def test_a_measure_without_name_and_words_is_called_by_its_kind() -> None:
    assert "谈心 has a title" in told([{"kind": "heart_talk", "id": "m"}])[0]


def test_a_plan_is_told_by_its_title() -> None:
    assert told([{"kind": "heart_talk", "name": "谈心", "status": "planned"}]) == []


def test_what_stands_under_a_measure_without_words_of_its_own_is_not_missed() -> None:
    groups = {"leading_groups": [{"name": "领导小组", "chairs": "校长"}]}
    assert told([{"kind": "leading_group"}], responsibilities=groups) == []


def test_photographs_that_are_not_placed_are_told_with_the_activities_of_the_report() -> None:
    picture = {"file": "a.png", "caption": "生日会"}
    activities = [
        {"kind": "theme", "name": "集体生日会", "photographs": [picture, picture]},
        {
            "kind": "theme",
            "name": "家访",
            "photographs": picture,
            "programmes": ["home_visits"],
        },
    ]
    data = of(measures=[{"kind": "heart_talk", "practice": "谈心"}]) | {
        "activities": activities
    }
    data["programmes"]["home_visits"] = {}
    findings = composed(data, "left_behind_care").findings

    assert [str(f) for f in findings if f.code == "photographs-left-out"] == [
        (
            "activities[0].photographs  info photographs-left-out  2 photographs of 集体生日会"
            " are left out: summaries hold no pictures yet"
        )
    ]
