"""What the expressions and bodies of a template cost: steps, of which a filling has so many.

Whatever takes time or memory with the size of its operands takes steps with it: comparing,
looking up, slicing, adding, calling. What a template repeats takes steps with its length. So
the steps of a filling bound its time and its memory, however they are used up.
"""

from collections.abc import Callable, Iterator
from functools import wraps
from types import GeneratorType
from typing import Any, Final

from jinja2 import nodes

from summarykit.packs.templates.printing import FILLING, Filling

_LISTS: Final = (list, tuple)
_HEAVY: Final = (str, list, tuple, dict)
_NODES_IN_A_STEP: Final = 10
COST_OF_A_MACRO: Final = 5
"""What it takes to define one, which a loop may do again and again."""
COST_OF_A_SIGN: Final = 15
COST_OF_A_LINE: Final = 10
_SIGNS: Final = "#*_[]()<>&`~\\|!+-"
"""What markup is made of; each may open something that has no end."""
_MAKING: Final = (
    nodes.BinExpr,
    nodes.Concat,
    nodes.Dict,
    nodes.Filter,
    nodes.List,
    nodes.Slice,
    nodes.Tuple,
)
"""The expressions that make something new, which may be kept."""
_Repeated = nodes.Block | nodes.CallBlock | nodes.For | nodes.Macro
_REPEATED: Final = (nodes.Block, nodes.CallBlock, nodes.For, nodes.Macro)
"""What has a body that may be gone through more than once."""


def measured(value: Any) -> Any:  # noqa: ANN401 - whatever a template has
    """Return the value, after taking steps for all that it holds.

    Raises:
        StepLimitError: It holds more than there are steps left.
    """
    if isinstance(value, _HEAVY):
        _weigh(value, FILLING.get())
    return value


def _weigh(value: Any, filling: Filling) -> None:  # noqa: ANN401 - as above
    """Take the steps of one value; what is in it twice, it goes through twice."""
    if isinstance(value, str):
        filling.copy(len(value))
        return
    filling.take(len(value))
    if type(value) is dict:
        _weigh(tuple(value), filling)
        value = value.values()
    elif type(value) not in _LISTS:
        return  # what the record lists, is what it is
    for one in value:
        if isinstance(one, _HEAVY):
            _weigh(one, filling)


def stepping(function: Callable[..., object]) -> Callable[..., object]:
    """Return a filter or test that takes a step, and steps for what it is given and gives."""

    @wraps(function)
    def taking(*args: object, **kwargs: object) -> object:
        filling = FILLING.get()
        filling.take(1)
        given = [_given(one, filling) for one in args]
        for one in kwargs.values():
            measured(one)
        result = function(*given, **kwargs)
        if isinstance(result, _LISTS):
            filling.take(len(result))
        return _counted(result, filling) if isinstance(result, GeneratorType) else result

    return taking


def _given(value: object, filling: Filling) -> object:
    """Return what a filter is given, after taking its steps; a string may be gone through."""
    if isinstance(value, GeneratorType):
        return list(value)  # thousands of them in one another would break Python
    if isinstance(value, str):
        filling.take(len(value) // _NODES_IN_A_STEP)
    elif isinstance(value, _HEAVY):
        _weigh(value, filling)
    return value


def _counted(entries: Iterator[object], filling: Filling) -> Iterator[object]:
    for entry in entries:
        filling.take(1)
        yield entry


def cost_of_markup(text: str) -> int:
    """Return the steps that it takes to read a filled text as markup."""
    signs = sum(map(text.count, _SIGNS))
    return COST_OF_A_SIGN * signs + COST_OF_A_LINE * text.count("\n")


def count_bodies(template: nodes.Template, taking: Callable[[int], nodes.Expr]) -> None:
    """Put a call before each long body that may be repeated; it takes the steps of the body."""
    found: Iterator[_Repeated] = template.find_all(_REPEATED)
    for repeated in (template, *found):
        parameters = repeated.defaults if isinstance(repeated, nodes.Macro) else []
        if steps := _cost([*parameters, *repeated.body]) // _NODES_IN_A_STEP:
            step = nodes.ExprStmt(taking(steps), lineno=repeated.lineno)
            repeated.body = [step, *repeated.body]


def _cost(body: list[nodes.Node]) -> int:
    found = [node for one in body for node in (one, *one.find_all(nodes.Node))]
    making = sum(isinstance(node, _MAKING) for node in found)
    printed = sum(len(node.nodes) for node in found if isinstance(node, nodes.Output))
    macros = sum(isinstance(node, nodes.Macro | nodes.CallBlock) for node in found)
    return len(found) + _NODES_IN_A_STEP * (making + printed + COST_OF_A_MACRO * macros)
