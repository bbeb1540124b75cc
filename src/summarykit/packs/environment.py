"""The sandbox templates run in: immutable, strict, with only the names that prose needs."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from jinja2 import BaseLoader, StrictUndefined, UndefinedError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace, missing

from summarykit.packs.filters import FILTERS, TESTS
from summarykit.packs.printing import Phrase, print_value

LOOP_NAMES: Final = frozenset(
    {"index", "index0", "first", "last", "length", "previtem", "nextitem", "revindex", "cycle"}
)


class UnknownNameError(UndefinedError):
    """Raised when a template uses a name that is not there; `known` are the names that are."""

    def __init__(self, message: str, name: str, known: tuple[str, ...]) -> None:
        super().__init__(message)
        self.name = name
        self.known = known


class NamedUndefined(StrictUndefined):
    """A name that is not there: any use of it raises `UnknownNameError`."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,  # noqa: ANN401 - the signature is jinja2's
        name: str | None = None,
        exc: Callable[[str], Exception] | None = None,
    ) -> None:
        known = tuple(sorted(getattr(obj, "template_names", ())))
        raising = exc or (lambda text: UnknownNameError(text, str(name), known))
        super().__init__(hint, obj, name, raising)  # type: ignore[arg-type]  # a callable will do


class PhraseCodeGenerator(CodeGenerator):
    """Compiles `a ~ b` to a phrase, so that values keep their provenance through it."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - jinja2's name
        """Write the call that makes a phrase of the parts."""
        self.write("environment.phrase((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """The one environment of a pack; shared by threads, changed by none."""

    code_generator_class = PhraseCodeGenerator

    def __init__(self, loader: BaseLoader, extra_globals: Mapping[str, object]) -> None:
        super().__init__(
            loader=loader,
            autoescape=True,
            undefined=NamedUndefined,
            finalize=print_value,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
        )
        self.filters = dict(FILTERS)
        self.tests = {name: self.tests[name] for name in TESTS}
        self.globals = {"namespace": Namespace, **extra_globals}

    @staticmethod
    def phrase(parts: tuple[object, ...]) -> Phrase | str:
        """Return `parts` as one phrase; plain words alone stay words (a template's name)."""
        if all(type(part) is str for part in parts):
            return "".join(map(str, parts))
        return Phrase(parts)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401, ARG002 - jinja2's
        """Return whether a template may read `obj.attr`: only names that the type lists."""
        if isinstance(obj, LoopContext):
            return attr in LOOP_NAMES
        if isinstance(obj, Namespace):
            return not attr.startswith("_")
        return attr in getattr(obj, "template_names", ())

    def is_safe_callable(self, obj: Any) -> bool:  # noqa: ANN401 - jinja2's
        """Return whether a template may call `obj`: macros, and what the pack offers."""
        return isinstance(obj, Macro) or obj is Namespace or hasattr(obj, "template_callable")
