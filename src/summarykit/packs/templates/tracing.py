"""Where in a template the words of a filled text stand: the text filled again, leaving traces.

Markup is read when a template has been filled, so what is wrong with it has a line in the
filled text only. To find the line of the template, the right one among included ones, the
template is filled once more by an environment that writes before each piece where it stands.
"""

import re
from collections.abc import Mapping
from typing import Final

from jinja2 import nodes
from jinja2.compiler import Frame

from summarykit.packs.templates.environment import TemplateEnvironment
from summarykit.packs.templates.generating import PhraseCodeGenerator

_START, _STEP, _END = "\x1c", "\x1d", "\x1e"
_TRACE: Final = re.compile(f"{_START}([^{_STEP}]*){_STEP}([0-9]+){_END}")


class _TracingCodeGenerator(PhraseCodeGenerator):
    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802 - jinja2's name
        traced: list[nodes.Expr] = []
        for part in node.nodes:
            trace = f"{_START}{self.name}{_STEP}{part.lineno}{_END}"
            traced += [nodes.TemplateData(trace, lineno=part.lineno), part]
        node.nodes = traced
        super().visit_Output(node, frame)


class TracingEnvironment(TemplateEnvironment):
    """Fills templates like the environment it is made for, with traces in the text."""

    code_generator_class = _TracingCodeGenerator
    compiled = None  # what it compiles is not what others fill

    def place(
        self, template: str, scope: Mapping[str, object], line: int
    ) -> tuple[str, int] | None:
        """Return the template and its line that gave the line of the filled text, if found."""
        return _place(self.text(template, scope), line)


def _place(traced: str, line: int) -> tuple[str, int] | None:
    _, *pieces = _TRACE.split(traced)
    passed = 0
    for name, at, text in zip(*[iter(pieces)] * 3, strict=True):
        for index, words in enumerate(text.split("\n")):
            if passed + index + 1 == line and words.strip():
                return name, int(at) + index
        passed += text.count("\n")
    return None
