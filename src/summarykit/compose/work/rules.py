"""What several rules have in common, so that it is said once."""

from collections.abc import Iterable

from summarykit.compose.views import Missing, View

_LEAST = 2


def shared_basis(rules: Iterable[View]) -> View | Missing:
    """Return the first rule where several all rest on the same text or document."""
    listed = tuple(rules)
    bases = {_basis(rule) for rule in listed}
    if len(listed) < _LEAST or len(bases) > 1 or bases == {""}:
        return Missing("rules.basis")
    return listed[0]


def _basis(rule: View) -> str:
    return str(rule.basis or rule.policy) if rule.basis or rule.policy else ""
