"""Drawn records in which everything agrees, whatever the figures are: to break one thing in.

Every relation that is checked has something in them that keeps it.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from hypothesis import strategies as st

from summarykit.l10n import numbers, numerals

Data = dict[str, Any]
CARE: Final = "programmes.left_behind_care"


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a school's year; all others follow from them."""

    helpers: int
    each: int
    girls: int
    others: int
    staff: int
    went: int
    came: int
    price: int
    helped: int
    spent: int
    items: int

    @property
    def left_behind(self) -> int:
        """As many as the helpers have together."""
        return self.helpers * self.each

    @property
    def boys(self) -> int:
        return self.left_behind - self.girls

    @property
    def enrolled(self) -> int:
        return self.left_behind + self.others

    @property
    def opening(self) -> int:
        return self.enrolled + self.went - self.came

    @property
    def aid(self) -> int:
        return self.price * self.helped

    @property
    def promised(self) -> str:
        """The number of items in the name of a slogan: 五."""
        return numerals.to_chinese(Decimal(self.items))

    def rate(self, part: int, whole: int) -> str:
        """Return a rate as somebody works it out, with one decimal."""
        return f"{numbers.plain(numbers.rate(part, whole))}%"


@st.composite
def figures(draw: st.DrawFn) -> Figures:
    """Return figures that a school may have."""
    helpers, each = draw(st.integers(3, 40)), draw(st.integers(2, 6))
    return Figures(
        helpers=helpers,
        each=each,
        girls=draw(st.integers(1, helpers * each - 1)),
        others=draw(st.integers(60, 900)),
        staff=helpers + draw(st.integers(1, 30)),
        went=draw(st.integers(0, 20)),
        came=draw(st.integers(0, 20)),
        price=draw(st.integers(100, 1500)),
        helped=draw(st.integers(2, helpers * each)),
        spent=draw(st.integers(1, 9_000)),
        items=draw(st.integers(2, 9)),
    )


def sound(known: Figures) -> Data:
    """Return the data of a record in which all these figures agree."""
    return {
        "organisation": {
            "name": "云岭县青石镇中心小学",
            "level": "school",
            "stages": ["primary"],
            "staff": [
                {"kind": "教职工", "count": f"{known.staff}名"},
                {"kind": "班主任", "count": f"{known.helpers}名"},
            ],
        },
        "period": {
            "kind": "school_year",
            "name": "2023—2024学年",
            "start": "2023-09-01",
            "end": "2024-07-05",
            "as_of": ["2024-06-30"],
            "comparison": {"start": "2022-09-01", "end": "2023-07-05"},
        },
        "pupils": [{"id": "s1", "alias": "小禾（化名）", "grade": "三年级"}],
        **_people(known),
        **_doings(known),
        "programmes": {"left_behind_care": _care(known)},
        "responsibilities": {
            "contracts": [{"id": "k1", "name": "控辍保学责任书", "signed": "2023-08"}]
        },
        "policies": [{"id": "law", "title": "义务教育法", "issued": "2018-12-29"}],
        "attachments": [
            {
                "name": "留守儿童人数表",
                "columns": ["性别", "人数", "占比"],
                "rows": [
                    ["女生", f"{known.girls}", "一部分"],
                    ["男生", f"{known.boys}", "一部分"],
                    ["合计", f"{known.left_behind}", "全部"],
                ],
            }
        ],
        "signature": {"date": "2024-07-08", "issued_on": "2024-07-09"},
        "extra": [{"id": "x1", "name": "绿化面积", "type": "quantity", "value": "300平方米"}],
    }


def _people(known: Figures) -> Data:
    left_behind = {"cohort": "left_behind", "part_of": "left_behind"}
    whole = f"{known.left_behind}名"
    return {
        "population": [
            {"id": "enrolled", "cohort": "enrolled", "count": f"{known.enrolled}名",
             "date": "2024-07-05"},
            {"id": "left_behind", "cohort": "left_behind", "count": whole,
             "part_of": "enrolled", "definition": "six_months", "previous": "92名",
             "previous_definition": "six_months"},
            {"id": "girls", "gender": "female", "count": f"{known.girls}名"} | left_behind,
            {"id": "boys", "gender": "male", "count": f"{known.boys}名"} | left_behind,
        ],
        "partitions": [{"whole": "left_behind", "parts": ["girls", "boys"], "by": "gender"}],
        "enrolment_flow": [
            {"start": "2023-09-01", "end": "2024-07-05", "opening": f"{known.opening}",
             "transferred_out": f"{known.went}", "transferred_in": f"{known.came}",
             "closing": f"{known.enrolled}"},
            {"start": "2023-09-01", "end": "2024-07-05", "grade": "三年级",
             "closing": f"{known.left_behind}"},
            {"start": "2023-09-01", "end": "2024-07-05", "grade": "四年级",
             "closing": f"{known.others}"},
            {"grade": "二年级", "opening": f"{known.came}", "transferred_out": "0"},
        ],
        "indicators": [
            {"code": "pairing_coverage", "cohort": "left_behind", "value": "100%",
             "numerator": whole, "denominator": whole, "target": "95%"},
            {"code": "visit_coverage", "numerator": f"{known.girls}名", "denominator": whole,
             "value": known.rate(known.girls, known.left_behind)},
            {"code": "enrolment", "cohort": "enrolled", "exempt": "1名",
             "exemption": "送教上门", "numerator": f"{known.enrolled - 2}名",
             "denominator": f"{known.enrolled - 1}名"},
            {"code": "guardianship_share", "name": "祖辈监护", "value": "62.3%"},
            {"code": "guardianship_share", "name": "其他监护", "value": "37.8%"},
        ],
    }  # fmt: skip


def _doings(known: Figures) -> Data:
    return {
        "slogans": [
            {"name": f"{known.promised}必访",
             "items": [{"text": f"第{place}类"} for place in range(known.items)]}
        ],
        "activities": [
            {"id": "a1", "kind": "theme", "name": "读书月", "date": "2024-04",
             "end": "2024-05", "outcome": "读完一本书",
             "participants": [{"group": "留守儿童", "count": f"{known.girls}名"}]},
            {"kind": "theme", "name": "夏令营", "date": "2024-08", "status": "planned"},
        ],
        "home_visits": {
            "campaigns": [
                {"name": "寒假家访", "start": "2024-01-20", "end": "2024-02-10",
                 "visitor_count": f"{known.helpers}名",
                 "coverage": [
                     {"group": "留守儿童", "visited": f"{known.girls}名",
                      "total": f"{known.left_behind}名"},
                     {"group": "六年级", "rate": "90%"},
                 ]}
            ],
            "visits": [{"pupil": "s1", "date": "2024-03-02"}],
        },
        "aid": [
            {"kind": "boarding", "beneficiaries": f"{known.helped}名",
             "per_head": f"每人每年{known.price}元", "amount": f"{known.aid}元",
             "of_whom": [{"group": "留守儿童", "count": f"{known.helped}名",
                          "amount": f"{known.aid}元"}]},
            {"kind": "meals", "beneficiaries": f"{known.helped}名",
             "per_head": f"每人每学期{known.price}元", "amount": f"{known.aid * 2}元"},
        ],
        "donations": [
            {"donor": "商会", "amount": f"{known.spent}元", "spent": f"{known.spent}元",
             "date": "2024-03-05"}
        ],
    }  # fmt: skip


def _care(known: Figures) -> Data:
    return {
        "title": "青石镇中心小学2023—2024学年关爱留守儿童工作总结",
        "start": "2023-09",
        "goals": [
            {"id": "g1", "text": "人人有结对教师",
             "target": {"indicator": "pairing_coverage", "at_least": "95%"}}
        ],
        "measures": [
            {"id": "m1", "kind": "teacher_pairing", "serves": ["g1"], "date": "2023-10",
             "population": "left_behind", "pairs": f"{known.left_behind}对",
             "mentors": f"{known.helpers}名", "per_mentor": f"{known.each}名",
             "reached": f"{known.left_behind}名", "policies": ["law"],
             "mentor_groups": [{"who": "女教师", "count": f"{known.helpers}名"}]},
            {"id": "m2", "kind": "heart_talk", "serves": ["g1"], "since": "2021-09",
             "pairs": f"{known.left_behind}对", "mentors": f"{known.helpers}名",
             "per_mentor": f"{known.each}～{known.each + 2}名",
             "practice": "每周谈心一次"},
            {"id": "m3", "kind": "rules_and_plans", "serves": ["g1"],
             "name": f"{known.promised}项制度",
             "contents": [f"第{place}项" for place in range(known.items)]},
            {"id": "m4", "kind": "counselling", "serves": ["g1"], "status": "planned"},
        ],
        "results": [
            {"text": "结对实现全覆盖", "goal": ["g1"], "evidence": ["m1", "a1"],
             "date": "2024-06"}
        ],
        "difficulties": [
            {"id": "d1", "kind": "no_counselling_staff", "cohort": "left_behind",
             "affected": f"{known.girls}名"}
        ],
        "next_steps": [
            {"action": "选派教师参加培训", "actor": "教导处", "by": "2024-12",
             "answers": ["d1"]}
        ],
    }  # fmt: skip
