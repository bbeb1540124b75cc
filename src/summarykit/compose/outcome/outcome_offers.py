"""What templates call to tell why, what came of it and what comes next."""

from collections.abc import Callable, Mapping
from functools import partial

from summarykit.compose.language.weaving import fresh, said_as
from summarykit.compose.outcome.achieving import achieved
from summarykit.compose.outcome.citing import cited, measure_named, titles
from summarykit.compose.outcome.concerned import concerned
from summarykit.compose.outcome.difficulties import (
    answered,
    difficulty_told,
    headed,
    missed,
    named_together,
)
from summarykit.compose.outcome.ending import closings
from summarykit.compose.outcome.outcomes import (
    Find,
    arranged,
    backing,
    figure_fits,
    foremost,
    heard_in,
    judged,
    rate_behind,
)
from summarykit.compose.outcome.starting import start_of, work_names
from summarykit.compose.outcome.steps import dated, form_of, head_of, steps_in_a_row
from summarykit.compose.outcome.tales import (
    alias_alone,
    in_order,
    outcome_of,
    problem_goes_on,
    problem_of,
)


def outcome_offers(find: Find) -> Mapping[str, Callable[..., object]]:
    """Return the functions by name; `find` looks up what a link names."""
    return {
        "achieved": partial(achieved, find=find),
        "answered": answered,
        "arranged": partial(arranged, find=find),
        "backing": partial(backing, find=find),
        "alias_alone": alias_alone,
        "cited": cited,
        "closings": closings,
        "concerned": concerned,
        "dated": dated,
        "difficulty_told": difficulty_told,
        "figure_fits": figure_fits,
        "foremost": partial(foremost, find=find),
        "form_of": form_of,
        "fresh": fresh,
        "head_of": head_of,
        "headed": headed,
        "heard_in": partial(heard_in, find=find),
        "in_order": in_order,
        "judged": partial(judged, find=find),
        "measure_named": measure_named,
        "missed": missed,
        "named_together": named_together,
        "outcome_of": outcome_of,
        "problem_goes_on": problem_goes_on,
        "problem_of": problem_of,
        "rate_behind": partial(rate_behind, find=find),
        "said_as": said_as,
        "start_of": start_of,
        "steps_in_a_row": steps_in_a_row,
        "titles": titles,
        "work_names": work_names,
    }
