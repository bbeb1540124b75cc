"""Pairs of small records, one of the period before: what words of comparing are shown by."""

from functools import cache
from typing import Any, Final

from term_scenes import Scene, measure, scene

FOLLOWED: Final = '{{ table("followed", followed_up(), words=terms.followed) }}\n'
"""A template of a county that lists every next step of the period before."""
_WORK: Final = {"measures": [measure("heart_talk")], "results": [{"text": "孩子比以前开朗"}]}
_STEPS: Final = [{"id": "room", "action": "建成亲情通话室"}]


def _two(
    earlier: dict[str, Any],
    later: dict[str, Any],
    report: str = "annual",
    fields: tuple[dict[str, Any], dict[str, Any]] = ({}, {}),
    kind: str = "school_year",
) -> Scene:
    """Return two records, of the work before and of the work now."""
    both = [
        scene(work, period=_dated(kind, turn), **fields[turn]).record
        for turn, work in enumerate((earlier, later))
    ]
    return Scene(both[1], report, both[0])


_YEARS: Final = (("2022-09-01", "2023-07-05"), ("2023-09-01", "2024-07-05"))
_PERIODS: Final = {
    "term": (("2023-09-01", "2024-01-20"), ("2024-03-01", "2024-07-05")),
    "calendar_year": (("2022-01-01", "2022-12-31"), ("2023-01-01", "2023-12-31")),
    "multi_year": (("2020-09-01", "2022-07-05"), ("2022-09-01", "2024-07-05")),
    "since_start": (("2020-09-01", "2023-07-05"), ("2020-09-01", "2024-07-05")),
}
"""When periods of a kind were that come one after the other."""


def _dated(kind: str, turn: int) -> dict[str, str]:
    start, end = _PERIODS.get(kind, _YEARS)[turn]
    return {"kind": kind, "start": start, "end": end}


@cache
def present(kind: str) -> Scene:
    """Return a period of that kind with more changes than a sentence holds."""

    def helped(count: int) -> list[dict[str, str]]:
        kinds = ("meals", "boarding", "insurance", "in_kind", "living_allowance")
        return [
            {"kind": one, "name": f"资助项目{at}", "beneficiaries": f"{count + at}名"}
            for at, one in enumerate(kinds)
        ]

    fields = ({"aid": helped(80)}, {"aid": helped(95)})
    return _two(_WORK, _WORK, fields=fields, kind=kind)


@cache
def compared(name: str) -> Scene:
    """Return two periods of which one figure differs, and whose it is."""
    owner, _, figure = name.partition("_")
    if owner == "measure":
        return _measured(figure)
    both = (_figure(owner, figure, 0), _figure(owner, figure, 1))
    return _two(_WORK, _WORK, fields=both)


def _figure(owner: str, figure: str, turn: int) -> dict[str, Any]:
    count = f"{(80, 95)[turn]}名"
    if owner == "flow":
        return {"enrolment_flow": [{"id": "f", "stage": "primary", figure: count}]}
    if owner == "aid":
        amount = f"{(36000, 40000)[turn]}元"
        value = amount if figure == "amount" else count
        return {"aid": [{"kind": "meals", "name": "营养改善计划", figure: value}]}
    campaign: dict[str, Any] = {"id": "v", "name": "秋季家访"}
    if owner == "round":
        campaign[figure] = f"{(18, 22)[turn]}名"
    else:
        visited = f"{(80, 87)[turn]}户"
        campaign["coverage"] = [{"group": "留守儿童", "visited": visited, "total": "100户"}]
    return {"home_visits": {"campaigns": [campaign]}}


def _measured(figure: str) -> Scene:
    def told(turn: int) -> dict[str, Any]:
        value = f"{(300, 500)[turn]}元" if figure == "amount" else f"{(20, 24)[turn]}名"
        one = measure("heart_talk", practice="每周谈心", **{figure: value})
        return {**_WORK, "measures": [one]}

    return _two(told(0), told(1))


@cache
def followed(status: str) -> Scene:
    """Return what became of a step of the period before."""
    done = {"done": "done", "under_way": "ongoing"}.get(status)
    if done is not None:
        own = measure("heart_talk", practice="通话室", status=done, follows="room")
        now = {**_WORK, "measures": [own]}
    elif status == "planned_again":
        again = {"action": "建成通话室", "follows": "room"}
        now = {**_WORK, "next_steps": [again]}
    else:
        now = _WORK
    report = "followed" if status == "not_mentioned" else "annual"
    return _two({**_WORK, "next_steps": _STEPS}, now, report)
