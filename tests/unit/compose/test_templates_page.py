"""docs/templates.md names all that a template can use, and its example is the real one."""

from pathlib import Path

from prose import BASE, check, of, pack
from summarykit.compose.scope import Assignment, scope
from summarykit.model import YearRecord
from summarykit.model.audience import Audience
from summarykit.packs.templates.filters import FILTERS

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs/templates.md").read_text("utf-8")


def test_the_page_has_every_name_function_and_filter() -> None:
    record = YearRecord.model_validate(of())
    names = scope(record, Assignment(pack(), pack().reports["annual"], Audience.INTERNAL))
    missing = {name for name in (*names, *FILTERS) if f"`{name}" not in PAGE} - {"d"}
    assert missing == set()


def test_the_example_of_the_page_is_the_template_and_makes_the_text_it_shows() -> None:
    template = (ROOT / "templates/zh/measures/teacher_pairing.md.j2").read_text("utf-8")
    assert template.split("\n", 1)[1] in PAGE
    measure = {"kind": "teacher_pairing", "pairs": "87对", "frequency": "每周一次"}
    told = check({**BASE, **of(measures=[measure])})
    shown = next(line for line in PAGE.split("\n") if line.startswith("> "))
    assert shown.removeprefix("> ") in told
