"""How wide text is, in characters (`字`)."""

from unicodedata import combining, east_asian_width


def text_width(text: str) -> float:
    """Return the width of `text` in full-width characters, a digit or Latin letter being half.

    Quotation marks, dashes, `…` and `×` are full-width, as they are set in the Chinese font.
    """
    if text.isascii():
        return len(text) / 2
    return sum(
        [
            1.0 if east_asian_width(sign) in "WFA" else 0.5
            for sign in text
            if not combining(sign)
        ]
    )
