"""The Python that templates are compiled to: what jinja2 writes, but for a few expressions."""

from typing import Any, Final, cast

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, operators

from summarykit.packs.templates.metering import count_bodies

MOST_NODES: Final = 8_000
"""The most signs, names and tags of a template; the largest that ships has two thousand."""


class PhraseCodeGenerator(CodeGenerator):
    """Compiles `a ~ b` to a phrase, so that values keep their provenance, and counts steps."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - jinja2's name
        """Write the functions of a template, with the steps that long bodies take."""
        if sum(1 for _ in node.find_all(nodes.Node)) > MOST_NODES:
            self.fail("template is too long", node.lineno)
        count_bodies(node, lambda steps: self._ours("step", nodes.Const(steps)))
        super().visit_Template(node, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - jinja2's name
        """Write the call that makes a phrase of the parts."""
        self.write("environment.phrase((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802 - jinja2's name
        """Write a loop over `environment.turns(…)` of what the template loops over."""
        node.iter = self._ours("turns", node.iter)
        super().visit_For(node, frame)

    def visit_Compare(self, node: nodes.Compare, frame: Frame) -> None:  # noqa: N802 - jinja2's name
        """Write a comparison of operands that have taken steps for what they hold."""
        self.write("(")
        self._measured(node.expr, frame)
        for operand in node.ops:
            self.write(f" {operators[operand.op]} ")
            self._measured(operand.expr, frame)
        self.write(")")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802 - jinja2's name
        """Write a look-up; what a slice copies takes steps."""
        if isinstance(node.arg, nodes.Slice):
            node.node = self._ours("measured", node.node)
        super().visit_Getitem(node, frame)

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:  # noqa: N802 - jinja2's name
        """Write a table; its keys take steps, for Python goes through all that they hold."""
        for pair in node.items:
            if not isinstance(pair.key, nodes.Const):
                pair.key = self._ours("measured", pair.key)
        super().visit_Dict(node, frame)

    def _ours(self, name: str, value: nodes.Node) -> nodes.Call:
        """Return the call of a method of the environment."""
        method = nodes.EnvironmentAttribute(name, environment=self.environment)
        return nodes.Call(
            method,
            [cast("nodes.Expr", value)],
            [],
            None,
            None,
            lineno=value.lineno,
            environment=self.environment,
        )

    def _measured(self, value: nodes.Expr, frame: Frame) -> None:
        constant = isinstance(value, nodes.Const)
        self.visit(value if constant else self._ours("measured", value), frame)

    def visit_Call(  # noqa: N802 - jinja2's name
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: FBT001, FBT002 - jinja2's signature
    ) -> None:
        """Write a call of what the environment lets be called, without the caller's context.

        What jinja2 passes on to functions that want the variables of the loop is left out.
        """
        if isinstance(node.node, nodes.EnvironmentAttribute):
            self.write(f"environment.{node.node.name}(")
            self.visit(node.args[0], frame)
        else:
            self.write("environment.call(context, ")
            self.visit(node.node, frame)
            self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")

    def write_commons(self) -> None:
        """Write the beginning of a function, in which macros are ours."""
        super().write_commons()
        self.writeline("Macro = environment.macro")

    def _output_child_pre(
        self,
        node: nodes.Expr,
        frame: Frame,
        finalize: Any,  # noqa: ANN401 - a private type of jinja2
    ) -> None:
        # What `finalize` gives is markup; escaping it once more would only copy it.
        del node, frame
        self.write(finalize.src)

    def _output_child_post(
        self,
        node: nodes.Expr,
        frame: Frame,
        finalize: Any,  # noqa: ANN401 - as above
    ) -> None:
        del node, frame, finalize
        self.write(")")

    def _output_child_to_const(
        self,
        node: nodes.Expr,
        frame: Frame,
        finalize: Any,  # noqa: ANN401 - a private type of jinja2
    ) -> str:
        # A constant such as {{ "甲" | quoted }} is printed like any value, when the template
        # is filled: while it is compiled there is nothing to leave its mark in.
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)
