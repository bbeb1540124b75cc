"""The Python that templates are compiled to: what jinja2 writes, but for a few expressions."""

from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame


class PhraseCodeGenerator(CodeGenerator):
    """Compiles `a ~ b` to a phrase, so that values keep their provenance, and counts loops."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - jinja2's name
        """Write the call that makes a phrase of the parts."""
        self.write("environment.phrase((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802 - jinja2's name
        """Write a loop over `environment.turns(…)` of what the template loops over."""
        turns = nodes.EnvironmentAttribute("turns", environment=self.environment)
        node.iter = nodes.Call(
            turns, [node.iter], [], None, None, lineno=node.lineno, environment=self.environment
        )
        super().visit_For(node, frame)

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
            self.write("environment.turns(")
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
