"""What work costs: for tests of growth, which must hold on any machine, however busy."""

import sys
from collections.abc import Callable
from time import process_time

Work = Callable[[], object]


def calls(work: Work) -> int:
    """Return how many functions, of Python and of C, a piece of work calls."""
    counted = 0

    def count(_frame: object, event: str, _what: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return counted


def seconds(work: Work) -> float:
    """Return the CPU time of a piece of work, the least of three times.

    It is for comparing with that of other work, done on the same machine in the same test: what
    goes on inside one call of a regular expression is not counted by `calls`.
    """
    times = []
    for _ in range(3):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)
