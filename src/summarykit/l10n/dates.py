"""School years and clock times as Chinese official texts print them."""

from datetime import time


def clock(moment: time) -> str:
    """Return the time of day on 24 hours in words: 15时40分, and 9时 on the hour."""
    return f"{moment.hour}时{moment.minute}分" if moment.minute else f"{moment.hour}时"


def school_year(start: int) -> str:
    """Return the school year that begins in the year `start`: 2023—2024学年."""
    return f"{start}—{start + 1}学年"
