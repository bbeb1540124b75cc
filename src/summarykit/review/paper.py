"""What page a section should have, and how far its own may be gone by."""

from types import MappingProxyType
from typing import Final

from summarykit.diagnostics import Code
from summarykit.layout import Page
from summarykit.review.wordfile import Section

PAPER_SLACK: Final = 12
MARGIN_SLACK: Final = 57  # 1 mm
SIDES: Final = MappingProxyType(
    {"top": Code.P02, "left": Code.P03, "right": Code.P14, "bottom": Code.P15}
)
"""The margins, each with the rule that looks at it."""


def due_page(section: Section, page: Page) -> Page:
    """Return the page that the section should have, `page` being the upright one.

    A page on its side has the head of its tables at the binding edge, or on the back of a sheet
    at the other one (GB/T 9704-2012, 8): of the two ways to turn it, the one that fits better.
    """
    if not section.turned:
        return page
    one = page.turned()
    flipped = {"top": one.bottom, "bottom": one.top, "left": one.right, "right": one.left}
    other = one.model_copy(update=flipped)
    return min((one, other), key=lambda way: len(wrong_sides(section, way)))


def wrong_sides(section: Section, page: Page) -> list[str]:
    """Return the margins that are more than 1 mm from those of `page`."""
    return [
        side
        for side in SIDES
        # Word keeps a negative margin to say that the head may not push the text down.
        if abs(abs(section.margins[side]) - getattr(page, side).twips) > MARGIN_SLACK
    ]


def is_of_size(section: Section, page: Page) -> bool:
    """Return whether the paper of the section is that of `page`."""
    width, height = section.width - page.width.twips, section.height - page.height.twips
    return max(abs(width), abs(height)) <= PAPER_SLACK


def room(section: Section, page: Page) -> tuple[int, int]:
    """Return the width and the height of the text, as what stands in it should have them.

    They are those of the section itself, but where its paper, its gutter or a margin is wrong,
    those that it should have: what is wrong is said once, not of all that follows from it.
    """
    due = due_page(section, page)
    whole = is_of_size(section, due) and not section.margins["gutter"]
    if whole and not wrong_sides(section, due):
        return section.text_width, section.text_height
    return due.text_width, due.text_height
