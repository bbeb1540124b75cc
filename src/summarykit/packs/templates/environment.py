"""The sandbox templates run in: immutable, strict, with only the names that prose needs.

What may be read is a list of names for each type (`template_names`), never "all but". What may
be called are macros and what carries `template_callable`. Loops, calls and includes use up the
steps of a filling, and operators take small numbers and short words only; so a template can
neither leave the sandbox nor keep a machine busy.
"""

from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sized
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final

from jinja2 import BaseLoader, Environment, StrictUndefined, Template, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.tests import TESTS as JINJA_TESTS
from jinja2.utils import Namespace, missing
from markupsafe import Markup

from summarykit.packs.templates.compiled import COMPILED, CompiledTemplates
from summarykit.packs.templates.filters import FILTERS, TESTS
from summarykit.packs.templates.generating import PhraseCodeGenerator
from summarykit.packs.templates.metering import cost_of_markup, measured, stepping
from summarykit.packs.templates.printing import (
    FILLING,
    MOST_CHARACTERS,
    OutputLimitError,
    Phrase,
    Visible,
    print_value,
)

LARGEST_NUMBER: Final = 10**12
LONGEST_SUM: Final = 10_000
_ADDED: Final = (str, list, tuple)
_NUMBERS: Final = (int, float, Decimal)
_CALLED: Final = (BlockReference, Macro, StrictUndefined)
"""What is called as it is: macros, `super`, and what says which name is not there."""
STEPS_OF_A_CALL: Final = 5
STEPS_OF_A_MISS: Final = 3
STEPS_OF_AN_INCLUDE: Final = 20
NAMES_IN_A_STEP: Final = 10
_TESTS: Final[Mapping[str, Callable[..., object]]] = MappingProxyType(
    {name: JINJA_TESTS[name] for name in TESTS}  # type: ignore[misc]  # mypy: "function"
)
LOOP_NAMES: Final = frozenset(
    {"index", "index0", "first", "last", "length", "previtem", "nextitem", "revindex"}
)


class UnknownNameError(UndefinedError):
    """Raised when a template uses a name that is not there.

    `known` are the names that are there, or None for a name that does not stand behind a dot.
    """

    def __init__(self, message: str, name: str, known: Iterable[str] | None) -> None:
        super().__init__(message)
        self.name = name
        self.known = None if known is None else tuple(known)


class OperatorError(SecurityError):
    """Raised for an operator between values that are too large for it, or not fit for it."""

    def __init__(self, operator: str) -> None:
        super().__init__(operator)
        self.operator = operator


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
        def unknown(text: str) -> Exception:
            known = None if obj is missing else sorted(getattr(obj, "template_names", ()))
            return UnknownNameError(text, str(name or hint), known)

        super().__init__(hint, obj, name, exc or unknown)  # type: ignore[arg-type]  # a callable will do


class _Macro(Macro):
    """A macro that is called at once when it is given values for its parameters only."""

    def __init__(
        self,
        environment: Environment,
        func: Callable[..., str],
        name: str,
        arguments: list[str],
        *options: bool,
    ) -> None:
        super().__init__(environment, func, name, arguments, *options)
        special = self.catch_kwargs or self.catch_varargs or self.caller
        self._body = func
        self._unset = (missing,) * len(arguments)
        self._most = -1 if special or not self._default_autoescape else len(arguments)

    def __call__(self, *args: object, **kwargs: object) -> str:
        """Return what the macro prints."""
        count = len(args)
        if count > self._most:
            return super().__call__(*args, **kwargs)
        others = self._unset[count:]
        if kwargs:
            others = tuple([kwargs.get(name, missing) for name in self.arguments[count:]])
            if len(others) - others.count(missing) != len(kwargs):
                return super().__call__(*args, **kwargs)
        return str.__new__(Markup, self._body(*args, *others))


class _Context(Context):
    """The names of a template: each included one and each block has its own copy of them."""

    def __init__(
        self,
        environment: Environment,
        parent: dict[str, Any],
        *others: Any,  # noqa: ANN401 - jinja2's
        **more: Any,  # noqa: ANN401 - jinja2's
    ) -> None:
        FILLING.get().take(STEPS_OF_AN_INCLUDE + len(parent) // NAMES_IN_A_STEP)
        super().__init__(environment, parent, *others, **more)


def _turns(entries: Any) -> Sized:  # noqa: ANN401 - whatever a template loops over
    """Return what a loop goes through, after taking as many steps as it has turns."""
    sized = entries if isinstance(entries, (tuple, Sized)) else tuple(entries)
    FILLING.get().take(len(sized))
    return sized


def _step(steps: int) -> None:
    """Take the steps of a long body that may be repeated."""
    FILLING.get().take(steps)


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """The one environment of a pack; shared by threads, changed by none."""

    code_generator_class = PhraseCodeGenerator
    context_class = _Context
    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    compiled: CompiledTemplates | None = COMPILED

    turns = staticmethod(_turns)
    step = staticmethod(_step)
    measured = staticmethod(measured)
    macro = _Macro

    def __init__(self, loader: BaseLoader) -> None:
        super().__init__(
            loader=loader,
            autoescape=True,
            undefined=NamedUndefined,
            finalize=print_value,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=self.compiled,
        )
        self.filters = {name: stepping(function) for name, function in FILTERS.items()}
        self.tests = {name: stepping(function) for name, function in _TESTS.items()}
        self.globals = {"namespace": Namespace}

    def text(self, template: str, scope: Mapping[str, object]) -> str:
        """Return what `template` makes of `scope`: markup with marks for the values.

        Raises:
            Exception: Whatever goes wrong, with the lines of the templates in its traceback.
        """
        compiled = self.get_template(template)
        context = compiled.new_context(dict(scope))
        try:
            return _joined(compiled.root_render_func(context))
        except Exception:  # noqa: BLE001 - raised again by jinja2, with the lines of the template
            self.handle_exception()

    @staticmethod
    def phrase(parts: tuple[object, ...]) -> Phrase | str:
        """Return `parts` as one phrase; plain words alone stay words (a template's name).

        Raises:
            OperatorError: The words are longer than any sum of words may be.
        """
        words = [part for part in parts if type(part) is str]
        if len(words) < len(parts):
            return Phrase(parts)
        size = sum(map(len, words))
        if size > LONGEST_SUM:
            raise OperatorError("~")
        FILLING.get().copy(size)
        return "".join(words)

    @staticmethod
    def concat(chunks: Iterable[str]) -> str:
        """Return what a macro, a block or a `set` has captured; long text takes steps.

        Raises:
            OutputLimitError: It is longer than a document.
        """
        listed = chunks if isinstance(chunks, list) else list(chunks)
        size = sum(map(len, listed))
        if size > MOST_CHARACTERS:
            raise OutputLimitError
        FILLING.get().copy(size)
        return "".join(listed)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the names that every template has, which nothing ever changes."""
        return {**self.globals, **(d or {})}

    def call(self, context: Context, obj: Any, *args: object, **kwargs: object) -> Any:  # noqa: ANN401, ARG002 - jinja2's
        """Return what a call in a template returns; it takes a few steps, and more for much."""
        FILLING.get().take(STEPS_OF_A_CALL + len(args) + len(kwargs))
        measured(args)
        measured(tuple(kwargs.values()))
        if isinstance(obj, _CALLED) or hasattr(type(obj), "template_callable"):
            try:
                return obj(*args, **kwargs)
            except TypeError:
                _use_all((*args, *kwargs.values()))
                raise
        if obj is not Namespace:
            raise SecurityError(f"{type(obj).__name__} cannot be called")
        return Namespace(*args, **kwargs)

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - jinja2's
        """Return `obj.attribute`, or what raises when it is used: there is no such name."""
        if isinstance(obj, Visible):
            try:
                return obj.template_value(attribute)
            except KeyError:
                FILLING.get().take(STEPS_OF_A_MISS)
                return self.undefined(obj=obj, name=attribute)
        if type(obj) is LoopContext and attribute in LOOP_NAMES:
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401 - jinja2's
        """Return `obj[argument]`; what a template may look into is read by name alone."""
        if isinstance(obj, Visible):
            return self.getattr(obj, str(measured(argument)))
        return super().getitem(obj, measured(argument))

    def join_path(self, template: str, parent: str) -> str:
        """Return the name of the template that the template `parent` calls `template`."""
        joined = getattr(self.loader, "joined", None)
        return joined(template, parent) if joined else template

    def get_template(self, *args: Any, **kwargs: Any) -> Template:  # noqa: ANN401 - jinja2's
        """Return a compiled template; an include or import takes some steps."""
        filling = FILLING.get(None)
        if filling is not None:
            filling.take(STEPS_OF_AN_INCLUDE)
        return super().get_template(*args, **kwargs)

    def select_template(self, names: Any, *args: Any, **kwargs: Any) -> Template:  # noqa: ANN401 - jinja2's
        """Return the first of several templates that is there; each name takes steps."""
        FILLING.get().take(1)
        return super().select_template(measured(names), *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - jinja2's
        """Return the result of an operator between small numbers, or of a short sum of words.

        Raises:
            OperatorError: Anything else, since it may take any time and memory.
        """
        allowed = _can_be_added if operator == "+" else _are_small
        if operator == "**" or not allowed(left, right):
            raise OperatorError(operator)
        if isinstance(left, _ADDED):
            measured((left, right))
        return super().call_binop(context, operator, left, right)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401, ARG002 - jinja2's
        """Return whether a template may read `obj.attr` of what is not `Visible`."""
        if isinstance(obj, LoopContext):
            return attr in LOOP_NAMES
        return isinstance(obj, Namespace) and not attr.startswith("_")

    def is_safe_callable(self, obj: Any) -> bool:  # noqa: ANN401 - jinja2's
        """Return whether a template may call `obj`, beside macros and what the pack offers."""
        return obj is Namespace


def _use_all(values: Iterable[object]) -> None:
    """Raise for the first name that is not there: it is why a function has been called wrongly.

    Raises:
        UnknownNameError: There is such a name among the values.
    """
    for value in values:
        if isinstance(value, NamedUndefined):
            str(value)


def _are_small(*values: Any) -> bool:  # noqa: ANN401 - whatever stands beside an operator
    return all(
        isinstance(value, _NUMBERS) and -LARGEST_NUMBER <= value <= LARGEST_NUMBER
        for value in values
    )


def _can_be_added(left: Any, right: Any) -> bool:  # noqa: ANN401 - as above
    if isinstance(left, Markup) or isinstance(right, Markup):
        return False  # it would escape what is added to it; `~` makes a phrase of both
    if isinstance(left, _ADDED) and isinstance(right, _ADDED):
        return len(left) + len(right) <= LONGEST_SUM
    return _are_small(left, right)


def _joined(chunks: Iterable[str]) -> str:
    kept: list[str] = []
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > MOST_CHARACTERS:
            raise OutputLimitError
        kept.append(chunk)
    text = "".join(kept)
    filling = FILLING.get()
    filling.copy(size)
    filling.take(cost_of_markup(text))
    return text
