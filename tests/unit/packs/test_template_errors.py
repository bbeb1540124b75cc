"""What is wrong in a template is told with its file, its line and the nearest right name."""

from pathlib import Path
from typing import Any

import pytest

import template_packs
from summarykit.compose import Audience
from summarykit.compose.scope import Assignment, scope
from summarykit.document import Paragraph, plain
from summarykit.packs import Filled, ReportSpec, SectionSpec, read_pack

HINTS = {
    "missing": "ask first: {% if field %} … {% endif %}",
    "bare": "print a value of the record, so that the figure has its source",
    "markup": "paragraphs, headings from ## to #### and **strong** are all there is",
}


@pytest.fixture
def names(tmp_path: Path) -> dict[str, Any]:
    pack = template_packs.plain_pack(tmp_path / "names")
    year = template_packs.record(
        population=[{"id": "all", "cohort": "enrolled", "count": "612名"}]
    )
    return scope(year, Assignment(pack, pack.reports["summary"], Audience.INTERNAL))


FAULTS = {
    "甲\n{% if %}": (
        "x.md.j2:2  error template-syntax  the template does not compile:"
        " a name or a value is missing before %}"
    ),
    "甲\n{{ organisation.name | no_such }}": (
        "x.md.j2:2  error template-syntax  the template does not compile:"
        " there is no filter no_such"
    ),
    "甲\n\n{{ organisation.name is callable }}": (
        "x.md.j2:3  error template-syntax  the template does not compile:"
        " there is no test callable"
    ),
    "甲\n{{ organisaton.name }}": (
        "x.md.j2:2  error template-failed  there is no organisaton here\n"
        "  hint: did you mean organisation?"
    ),
    "甲\n{{ nothing_like_it_at_all }}": (
        "x.md.j2:2  error template-failed  there is no nothing_like_it_at_all here"
    ),
    "甲\n{% if organisation.nmae %}{% endif %}": (
        "x.md.j2:2  error template-failed  there is no nmae here\n  hint: did you mean name?"
    ),
    "{{ voice.shelf_of_books }}": (
        "x.md.j2:1  error template-failed  there is no shelf_of_books here\n"
        "  hint: there are: self"
    ),
    "{{ table('populations', population) }}": (
        "x.md.j2:1  error template-failed  there is no populations here\n"
        "  hint: did you mean population?"
    ),
    "{{ organisation.profile }}": (
        "x.md.j2:1  error template-failed  organisation.profile is printed, and the record"
        f" leaves it empty\n  hint: {HINTS['missing']}"
    ),
    "{{ '甲' ~ population[0].name }}": (
        "x.md.j2:1  error template-failed  all.name is printed, and the record leaves it"
        f" empty\n  hint: {HINTS['missing']}"
    ),
    "{{ 3 }}": (
        "x.md.j2:1  error template-failed  a int is printed that is neither words nor a"
        f" value of the record\n  hint: {HINTS['bare']}"
    ),
    "{{ population | length ~ '人' }}": (
        "x.md.j2:1  error template-failed  a int is printed that is neither words nor a"
        f" value of the record\n  hint: {HINTS['bare']}"
    ),
    "{{ quoted(population) }}": (
        "x.md.j2:1  error template-failed  there is no quoted here\n"
        "  hint: quoted is a filter: write it behind a value, after |"
    ),
    "{{ population | quoted }}": (
        "x.md.j2:1  error template-failed  a ShownList is printed that is neither words nor a"
        f" value of the record\n  hint: {HINTS['bare']}"
    ),
    "{% set a %}{{ at(population[0]) }}{% endset %}{{ a | quoted }}": (
        "x.md.j2:1  error template-failed  a Anchor is printed that is neither words nor a"
        f" value of the record\n  hint: {HINTS['bare']}"
    ),
    "甲\n{% include 'sections/no.md.j2' %}": (
        "x.md.j2:2  error template-missing  the pack has no template sections/no.md.j2"
    ),
    "{{ linked('nope') }}": (
        "x.md.j2:1  error template-failed  the template failed: what linked is given is not a"
        " link of the record"
    ),
    "{{ year_of('x') }}": (
        "x.md.j2:1  error template-failed  the template failed: what year_of is given is not a"
        " date"
    ),
    "{{ at('x') }}": (
        "x.md.j2:1  error template-failed  a value of another kind is needed here"
    ),
    "{{ organisation() }}": (
        "x.md.j2:1  error template-failed  the template reaches for what it may not use: View"
        " is no function"
    ),
    "甲\n\n| 乙 | 丙 |\n|---|---|\n| 丁 | 戊 |": (
        f"x.md.j2:3  error markup-refused  |---| is {{}}\n  hint: {HINTS['markup']}"
    ),
    "甲~~乙~~": f"x.md.j2:1  error markup-refused  ~~ is {{}}\n  hint: {HINTS['markup']}",
    "甲\n乙\u202e丙": (
        f"x.md.j2:2  error markup-refused  U+202E is {{}}\n  hint: {HINTS['markup']}"
    ),
    "甲\u200b": f"x.md.j2:1  error markup-refused  U+200B is {{}}\n  hint: {HINTS['markup']}",
    "{{ rate_of(organisation) }}": (
        "x.md.j2:1  error template-failed  the template failed: what rate_of is given is"
        " not an"
        " indicator"
    ),
    "甲\n\n- 乙": f"x.md.j2:3  error markup-refused  - is {{}}\n  hint: {HINTS['markup']}",
    "甲\n\n1. 乙": f"x.md.j2:3  error markup-refused  1. is {{}}\n  hint: {HINTS['markup']}",
    "甲\n乙[丙](丁)": (
        f"x.md.j2:2  error markup-refused  […](…) is {{}}\n  hint: {HINTS['markup']}"
    ),
    "![丙](丁)": f"x.md.j2:1  error markup-refused  ![…](…) is {{}}\n  hint: {HINTS['markup']}",
    "> 甲": f"x.md.j2:1  error markup-refused  > is {{}}\n  hint: {HINTS['markup']}",
    "甲<b>乙</b>": f"x.md.j2:1  error markup-refused  <b> is {{}}\n  hint: {HINTS['markup']}",
    "<div>\n甲\n</div>": (
        f"x.md.j2:1  error markup-refused  <…> is {{}}\n  hint: {HINTS['markup']}"
    ),
    "甲`乙`": f"x.md.j2:1  error markup-refused  ` is {{}}\n  hint: {HINTS['markup']}",
    "```\n甲\n```": f"x.md.j2:1  error markup-refused  ``` is {{}}\n  hint: {HINTS['markup']}",
    "甲*乙*": f"x.md.j2:1  error markup-refused  * is {{}}\n  hint: {HINTS['markup']}",
    "甲\n\n***\n": f"x.md.j2:3  error markup-refused  --- is {{}}\n  hint: {HINTS['markup']}",
    "甲\\\n乙": f"x.md.j2:1  error markup-refused  \\ is {{}}\n  hint: {HINTS['markup']}",
    "甲\n# 乙": f"x.md.j2:2  error markup-refused  # is {{}}\n  hint: {HINTS['markup']}",
    "##### 乙": f"x.md.j2:1  error markup-refused  ##### is {{}}\n  hint: {HINTS['markup']}",
    "{{ '\\x02' }}": (
        f"x.md.j2:1  error markup-refused  U+0002 is {{}}\n  hint: {HINTS['markup']}"
    ),
    "{{ '甲' ~ table('population', population * 2) }}": (
        "x.md.j2:1  error template-failed  * is for small numbers and short words only"
    ),
}


@pytest.mark.parametrize(("template", "expected"), FAULTS.items())
def test_a_fault_has_its_file_and_line(
    template: str, expected: str, names: dict[str, Any], tmp_path: Path
) -> None:
    result = template_packs.read(tmp_path, sections__x=template)
    found = [str(one) for one in result.findings]
    if result.pack is not None:
        found = template_packs.said(result.pack.fill("sections/x.md.j2", names, prefix="x"))

    said = expected.replace("{}", "markup that a template cannot use")
    assert found == [f"pack/sections/{said}"]


def test_a_fault_in_an_included_template_has_that_file_and_line(
    names: dict[str, Any], tmp_path: Path
) -> None:
    result = template_packs.filled(
        tmp_path,
        "甲\n{% include 'sections/inner.md.j2' %}",
        names,
        sections__inner="乙\n\n{{ organisation.profile }}",
    )

    (found,) = template_packs.said(result)
    assert found.startswith("pack/sections/inner.md.j2:3  error template-failed")


def test_markup_in_an_included_template_has_that_file_and_line(
    names: dict[str, Any], tmp_path: Path
) -> None:
    result = template_packs.filled(
        tmp_path,
        "甲\n\n{% if organisation.name %}\n{% include 'sections/inner.md.j2' %}\n{% endif %}",
        names,
        sections__inner="{% for x in [1] %}\n乙{{ organisation.name }}\n丙`丁`\n{% endfor %}",
    )

    (found,) = template_packs.said(result)
    assert found.startswith("pack/sections/inner.md.j2:3  error markup-refused  ` is markup")


def test_markup_that_a_macro_makes_has_the_line_in_the_macro(
    names: dict[str, Any], tmp_path: Path
) -> None:
    template = (
        "{% macro m(x) %}\n甲\n\n> {{ x }}\n{% endmacro %}\n乙\n\n{{ m(organisation.name) }}"
    )

    (found,) = template_packs.said(template_packs.filled(tmp_path, template, names))

    assert found.startswith("pack/sections/x.md.j2:4  error markup-refused  > is markup")


@pytest.mark.parametrize("instead", ["", "{{ 3 }}"])
def test_markup_whose_line_cannot_be_found_has_the_file(
    instead: str, names: dict[str, Any], tmp_path: Path
) -> None:
    # With traces in it the captured text is never empty, so the second filling goes elsewhere.
    template = (
        "{% set seen %}{{ '' }}{% endset %}"
        f"{{% if seen %}}{instead}{{% else %}}\n\n> 甲{{% endif %}}"
    )

    (found,) = template_packs.said(template_packs.filled(tmp_path, template, names))

    assert found.startswith("pack/sections/x.md.j2  error markup-refused  > is markup")


def test_an_anchor_always_stands_alone(names: dict[str, Any], tmp_path: Path) -> None:
    result = template_packs.filled(tmp_path, "甲{{ at(population[0]) }}乙", names)

    assert [block.id for block in result.blocks] == ["x/1", "x/all/1"]


def test_a_fault_that_passes_no_line_of_a_template_has_the_file(
    names: dict[str, Any], tmp_path: Path
) -> None:
    template = "甲{% filter quoted %}乙{% endfilter %}"

    (found,) = template_packs.said(template_packs.filled(tmp_path, template, names))

    assert found.startswith("pack/sections/x.md.j2  error template-failed  the template failed")


def test_a_title_has_only_words(tmp_path: Path, names: dict[str, Any]) -> None:
    report = template_packs.REPORT.replace("工作总结", "\\n\\n## 总结")
    pack = template_packs.ready(
        read_pack(
            template_packs.write_pack(
                tmp_path, {"reports/summary.toml": report, "sections/body.md.j2": ""}
            )
        )
    )

    words, filled = pack.fill_line("reports/summary.toml#title", names)

    assert words == ()
    assert template_packs.said(filled) == [
        (
            "pack/reports/summary.toml#title  error markup-refused  Heading is markup that a"
            f" template cannot use\n  hint: {HINTS['markup']}"
        )
    ]


def test_a_title_of_several_lines_loses_none(tmp_path: Path) -> None:
    pack = template_packs.plain_pack(tmp_path)
    year = template_packs.record(organisation={"name": "甲\n乙", "level": "school"})
    names = scope(year, Assignment(pack, pack.reports["summary"], Audience.INTERNAL))

    words, filled = pack.fill_line("reports/summary.toml#title", names)

    assert (plain(words), filled.findings) == ("甲乙2023—2024学年工作总结", ())


def test_a_filling_that_failed_leaves_the_next_one_alone(
    names: dict[str, Any], tmp_path: Path
) -> None:
    pack = template_packs.ready(
        template_packs.read(tmp_path, sections__x="{{ 3 }}", sections__y="{{ voice.self }}")
    )

    failed = pack.fill("sections/x.md.j2", names, prefix="x")
    after = pack.fill("sections/y.md.j2", names, prefix="y")

    assert isinstance(failed, Filled)
    assert [type(block) for block in after.blocks] == [Paragraph]


def test_a_report_without_its_template_is_a_finding(tmp_path: Path) -> None:
    report = template_packs.REPORT.replace("body.md", "no.md")

    result = read_pack(template_packs.write_pack(tmp_path, {"reports/summary.toml": report}))

    assert result.pack is None
    assert [str(finding) for finding in result.findings] == [
        (
            "pack/reports/summary.toml:4 sections[0].template  error template-missing"
            "  the pack has no template sections/no.md.j2"
        )
    ]
    assert ReportSpec(id="a", name="a", title="a", sections=()).title_template == (
        "reports/a.toml#title"
    )
    assert SectionSpec(id="a").when_empty == "omit"
