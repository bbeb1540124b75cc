from datetime import time

from summarykit.l10n import dates


def test_the_clock_runs_to_twenty_four() -> None:
    assert dates.clock(time(15, 40)) == "15时40分"
    assert dates.clock(time(9)) == "9时"


def test_a_school_year_is_joined_by_a_dash() -> None:
    assert dates.school_year(2023) == "2023—2024学年"
