"""Short texts for tests of what `review` says of words: a title and lines under it."""

from summarykit.diagnostics import Code
from summarykit.review.prose.passages import of_lines
from summarykit.review.prose.reviewing import slips_of

TITLE = "云岭县青石镇中心小学关爱留守儿童工作总结"


def slipped(code: Code, *lines: str, title: str = TITLE) -> list[tuple[int, str]]:
    """Return the line, from 1 for the title, and the words of each slip of a code."""
    prose = of_lines("\n".join((title, *lines)))
    slips = slips_of(prose, lines=True)
    return [(one.passage.spot.numbers[0], one.words) for one in slips if one.code is code]
