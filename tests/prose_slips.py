"""What the rules for words say of some lines, in few words: for tests."""

from summarykit.review.prose.passages import of_lines
from summarykit.review.prose.reviewing import slips_of


def slips_in(*lines: str, code: str) -> list[tuple[int, str]]:
    """Return the line and the words of each slip of a code; a title goes before the lines."""
    text = "\n".join(("青石镇中心小学控辍保学工作总结", *lines))
    return [
        (slip.passage.spot.numbers[0] - 1, slip.words)
        for slip in slips_of(of_lines(text), lines=True)
        if slip.code.name == code
    ]
