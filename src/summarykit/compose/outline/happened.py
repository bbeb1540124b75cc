"""Whether an activity and a measure are one event, so that it is told once."""

from collections.abc import Iterable, Mapping
from typing import Any

from summarykit.compose.views import View
from summarykit.model.events import Activity
from summarykit.model.plan import Measure
from summarykit.model.vocabulary import MeasureStatus


def twins(
    measure: View, activities: Iterable[View], kinds: Mapping[str, Any]
) -> tuple[View, ...]:
    """Return the activities that are the same event as `measure`.

    Their kinds belong together (`kinds`: activity to measure), and their dates are the same,
    or, where neither has one, how often it took place. What is planned has no twin.
    """
    return tuple(a for a in activities if _is_twin(a.entity, measure.entity, kinds))


def _is_twin(activity: object, measure: object, kinds: Mapping[str, Any]) -> bool:
    if not (isinstance(activity, Activity) and isinstance(measure, Measure)):
        return False
    if MeasureStatus.PLANNED in (activity.status, measure.status):
        return False
    if kinds.get(activity.kind.value) != measure.kind.value:
        return False
    if activity.date is None and measure.date is None:
        return activity.count is not None and activity.count == measure.count
    if activity.date is None or measure.date is None:
        return False
    # 2024年5月17日 is within 2024年5月.
    return str(activity.date).startswith(str(measure.date))
