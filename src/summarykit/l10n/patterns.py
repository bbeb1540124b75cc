"""Regular expressions that are compiled when first used, so that importing stays quick."""

import re
from collections.abc import Callable


class LazyPattern:
    """A regular expression whose methods are those of `re.Pattern`, compiled at the first call.

    The compiled methods become attributes of the instance, so later calls cost nothing more.
    """

    fullmatch: Callable[[str], re.Match[str] | None]
    match: Callable[[str], re.Match[str] | None]
    search: Callable[[str], re.Match[str] | None]
    findall: Callable[[str], list[str]]
    sub: Callable[..., str]

    def __init__(self, source: str) -> None:
        self._source = source

    def __getattr__(self, name: str) -> object:
        """Compile, and return the method `name`; called only while it is missing."""
        if name not in LazyPattern.__annotations__:
            raise AttributeError(name)
        compiled = re.compile(self._source)
        for method in LazyPattern.__annotations__:
            self.__dict__[method] = getattr(compiled, method)
        return self.__dict__[name]
