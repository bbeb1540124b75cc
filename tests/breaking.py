"""How one thing of a sound record is broken: changes of its data, and what they must give."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sound_scenes import Data, Figures

Change = Callable[[Data, Figures, int], object]
Told = Callable[[Figures, int], str]


@dataclass(frozen=True, slots=True)
class Breaking:
    """One thing that is broken, and what the finding must say; `masked` is a figure behind it.

    Where that figure is masked (若干名), nothing can be said: it is never computed with.
    """

    change: Change
    told: Told = lambda _figures, _by: ""
    masked: str = ""


def put(data: Data, path: str, value: object) -> None:
    """Set the field at `path` (`population.1.count`)."""
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    holder: Any = data
    for step in way:
        holder = holder[step]
    holder[last] = value


def at(data: Data, path: str) -> Any:  # noqa: ANN401 - plain data
    """Return what stands at `path`."""
    holder: Any = data
    for step in path.split("."):
        holder = holder[int(step) if step.isdigit() else step]
    return holder


def to(path: str, form: str | list[str] | None = None, **values: str) -> Change:
    """Return the change of the field at `path`: to `form`, or by key to `values`."""
    return lambda data, _known, _by: put(data, path, values or form)


def raised(path: str, base: Callable[[Figures], int], unit: str = "名") -> Change:
    """Return the change of a figure to some more than `base`."""
    return lambda data, known, by: put(data, path, f"{base(known) + by}{unit}")


def figured(path: str, figure: Callable[[Figures], int], unit: str = "名") -> Change:
    """Return the change of a figure to one that follows from the others."""
    return lambda data, known, _by: put(data, path, f"{figure(known)}{unit}")


def also(path: str, **entry: object) -> Change:
    """Return the change that puts one more entry behind a list."""
    return lambda data, _known, _by: at(data, path).append(dict(entry))


def all_of(*changes: Change) -> Change:
    """Return the changes one after another."""

    def change(data: Data, known: Figures, by: int) -> None:
        for one in changes:
            one(data, known, by)

    return change


def without(name: str) -> Change:
    """Return the change that leaves a key of the record out."""
    return lambda data, _known, _by: data.pop(name)
