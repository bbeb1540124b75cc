"""A template cannot reach the system or the record behind the views, nor run for ever."""

from pathlib import Path
from typing import Any

import pytest

import template_packs
from summarykit.compose import Audience
from summarykit.compose.scope import Assignment, scope
from summarykit.document.nodes import Fact, PageBreak, Strong, Table, Text
from summarykit.model.entity import Entity
from summarykit.packs import Filled, Phrase, Printable
from summarykit.packs.templates import printing
from summarykit.packs.templates.printing import Filling, OutputLimitError

PLACE = "pack/sections/x.md.j2:1"
UNSAFE = "the template reaches for what it may not use: "


@pytest.fixture
def names(tmp_path: Path) -> dict[str, Any]:
    pack = template_packs.plain_pack(tmp_path / "names")
    year = template_packs.record(
        population=[{"id": "all", "cohort": "enrolled", "count": "612名"}],
        programmes={
            "left_behind_care": {
                "background": "多数家长外出",
                "measures": [{"id": "m1", "kind": "heart_talk", "practice": "结对谈心"}],
            }
        },
    )
    return scope(year, Assignment(pack, pack.reports["summary"], Audience.INTERNAL))


def outcome(folder: Path, template: str, names: dict[str, Any], **more: str) -> list[str]:
    """Return the findings of a template, that of its compilation included."""
    result = template_packs.read(folder, sections__x=template, **more)
    if result.pack is None:
        return [str(finding) for finding in result.findings]
    return template_packs.said(result.pack.fill("sections/x.md.j2", names, prefix="x"))


UNREACHABLE = {
    "''.__class__.__mro__": "__class__ of str cannot be read",
    "''['__class__']": "__class__ of str cannot be read",
    "organisation.area.ref": "ref of ShownList cannot be read",
    "period.start.year.real": "real of int cannot be read",
    "at._function": "_function of Offer cannot be read",
    "at(programme.measures[0]).id": ("id of Anchor cannot be read"),
    "(organisation.name ~ '甲').parts": ("parts of Phrase cannot be read"),
    "namespace.__init__": "__init__ of type cannot be read",
    "namespace(a=1)._Namespace__attrs": ("_Namespace__attrs of Namespace cannot be read"),
    "self._TemplateReference__context": (
        "_TemplateReference__context of TemplateReference cannot be read"
    ),
    "[].append(1)": "append of list cannot be read",
    "{}.update(a=1)": "update of dict cannot be read",
    "['甲'] | map(attribute='__class__') | list | joined": ("__class__ of str cannot be read"),
    "['甲'] | selectattr('__class__') | list | joined": ("__class__ of str cannot be read"),
}
UNLISTED = {
    "record.__init__.__globals__": "__init__",
    "record.entity": "entity",
    "record['entity']": "entity",
    "record.ref": "ref",
    "record._more": "_more",
    "record.template_names": "template_names",
    "organisation.name.value": "value",
    "organisation.name.ref": "ref",
    "organisation.name.printed()": "printed",
    "organisation.profile.ref": "ref",
    "voice._names": "_names",
}
NOT_CALLABLE = ("organisation()", "voice()", "'{0.__class__}'.format(record)", "(1).real()")


@pytest.mark.parametrize(("expression", "reason"), UNREACHABLE.items())
def test_what_is_not_listed_cannot_be_read(
    expression: str, reason: str, names: dict[str, Any], tmp_path: Path
) -> None:
    found = outcome(tmp_path, f"{{{{ {expression} }}}}", names)

    assert found == [f"{PLACE}  error template-failed  {UNSAFE}{reason}"]


@pytest.mark.parametrize(("expression", "name"), UNLISTED.items())
def test_what_a_view_does_not_list_is_not_there(
    expression: str, name: str, names: dict[str, Any], tmp_path: Path
) -> None:
    (found,) = outcome(tmp_path, f"{{{{ {expression} }}}}", names)

    assert found.startswith(f"{PLACE}  error template-failed  there is no {name} here")


@pytest.mark.parametrize("expression", NOT_CALLABLE)
def test_only_macros_and_what_the_pack_offers_are_called(
    expression: str, names: dict[str, Any], tmp_path: Path
) -> None:
    (found,) = outcome(tmp_path, f"{{{{ {expression} }}}}", names)

    assert found.startswith(f"{PLACE}  error template-failed  {UNSAFE}")


@pytest.mark.parametrize(
    "name",
    [
        "lipsum",
        "cycler",
        "joiner",
        "range",
        "dict",
        "environment",
        "context",
        "request",
        "caller",
        "loop",
        "super",
        "_",
        "__builtins__",
        "missing",
        "resolve",
    ],
)
def test_there_are_no_other_names(name: str, names: dict[str, Any], tmp_path: Path) -> None:
    (found,) = outcome(tmp_path, f"{{{{ {name}('x') }}}}", names)

    assert found.startswith(f"{PLACE}  error template-failed  there is no {name} here")


@pytest.mark.parametrize(
    "filtering",
    ["attr('__class__')", "format(1)", "groupby('x')", "xmlattr", "tojson", "pprint", "safe"],
)
def test_there_are_no_other_filters(
    filtering: str, names: dict[str, Any], tmp_path: Path
) -> None:
    filter_name = filtering.partition("(")[0]

    (found,) = outcome(tmp_path, f"{{{{ record | {filtering} }}}}", names)
    assert found.partition("\n")[0] == (
        f"{PLACE}  error template-syntax  the template does not compile:"
        f" there is no filter {filter_name}"
    )


@pytest.mark.parametrize(
    "template",
    [
        "import os",
        "{% import os %}",
        "{% do record.x() %}",
        "{% debug %}",
        "{% from 'sections/body.md.j2' import _secret %}",
        "{% trans %}甲{% endtrans %}",
    ],
)
def test_python_and_extensions_are_not_templates(
    template: str, names: dict[str, Any], tmp_path: Path
) -> None:
    if template == "import os":
        assert text_of(template_packs.filled(tmp_path, template, names)) == "import os"
    else:
        (found,) = outcome(tmp_path, template, names)
        assert found.startswith(f"{PLACE}  error template-syntax  the template does not")


@pytest.mark.parametrize("name", ["/etc/passwd", "../x.md.j2", "..\\x", "pack.toml"])
@pytest.mark.parametrize("statement", ["include", "extends"])
def test_only_templates_of_the_pack_are_included(
    statement: str, name: str, names: dict[str, Any], tmp_path: Path
) -> None:
    quoted = name.replace("\\", "\\\\")

    assert outcome(tmp_path, f'{{% {statement} "{quoted}" %}}', names) == [
        f"{PLACE}  error template-missing  the pack has no template {name}"
    ]


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("set voice.self = 1", "cannot assign attribute on non-namespace object"),
        ("set record.entity = 1", "cannot assign attribute on non-namespace object"),
        ("set loop.index = 1", "cannot assign attribute on non-namespace object"),
        ("set organisation.name = '甲'", "cannot assign attribute on non-namespace object"),
    ],
)
def test_nothing_that_was_given_can_be_changed(
    statement: str, reason: str, names: dict[str, Any], tmp_path: Path
) -> None:
    found = outcome(tmp_path, f"{{% {statement} %}}", names)

    assert found == [
        f"{PLACE}  error template-failed  the template failed: TemplateRuntimeError: {reason}"
    ]
    assert (names["voice"].self, str(names["organisation"].name)) == ("我校", "青石小学")


@pytest.mark.parametrize(
    "template",
    [
        "{% for a in [1] %}{{ loop.__class__ }}{% endfor %}",
        "{% for a in [1] %}{{ loop._iterator }}{% endfor %}",
        "{% for a in [1] %}{{ loop.cycle('a', 'b') }}{% endfor %}",
        "{% for a in [1] recursive %}{{ loop([]) }}{% endfor %}",
        "{% macro m() %}{% endmacro %}{{ m.name }}",
        "{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}",
        "{% macro m() %}{{ caller.__class__ }}{% endmacro %}{% call m() %}{% endcall %}",
        "{% set words %}甲{% endset %}{{ words.format(record) }}",
        "{% set words %}甲{% endset %}{{ words.unescape() }}",
        "{{ (['甲'] | map('default') ).gi_frame }}",
        "{{ '%s' % record }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ '甲' * 1000000000 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ 10000000000000 * 3 }}",
        "{{ [0] * 1000000000 }}",
        "{% set words %}甲{% endset %}{{ words + '&' }}",
    ],
)
def test_the_usual_escapes_end_in_a_finding(
    template: str, names: dict[str, Any], tmp_path: Path
) -> None:
    (found,) = outcome(tmp_path, template, names)

    assert found.startswith(f"{PLACE}  error template-failed  ")
    assert UNSAFE in found or found.endswith(" is for small numbers and short words only")


@pytest.mark.parametrize(
    "expression", ["self", "namespace", "namespace(printed=at)", "at", "record", "population"]
)
def test_what_is_no_value_is_not_printed(
    expression: str, names: dict[str, Any], tmp_path: Path
) -> None:
    (found,) = outcome(tmp_path, f"{{{{ {expression} }}}}", names)

    assert "is printed that is neither words nor a value of the record" in found


def test_a_namespace_posing_as_a_function_or_a_value_gains_nothing(
    names: dict[str, Any], tmp_path: Path
) -> None:
    for index, template in enumerate(
        ("{{ namespace(template_callable=1)() }}", "{{ namespace(template_names=5).x.y }}")
    ):
        (found,) = outcome(tmp_path / str(index), template, names)
        assert "error template-failed" in found


def test_no_view_lists_its_inside_as_a_name_for_templates(names: dict[str, Any]) -> None:
    seen = {type(value).__name__: value for value in _walk(names, depth=6)}

    assert {"View", "Shown", "ShownList", "Missing", "Names", "Offer"} <= set(seen)
    for value in seen.values():
        listed: frozenset[str] = getattr(value, "template_names", frozenset())
        assert not {name for name in listed if name.startswith("_")}
        assert not listed & {"entity", "ref", "value", "printed", "template_names", "parts"}


def _walk(value: object, depth: int) -> list[object]:
    if depth == 0:
        return []
    inner: list[object] = []
    if isinstance(value, dict):
        inner = list(value.values())
    elif isinstance(value, tuple):
        inner = list(value)
    else:
        inner = [getattr(value, name) for name in getattr(value, "template_names", ())]
    return [value, *(found for one in inner for found in _walk(one, depth - 1))]


def test_no_field_of_the_model_hides_behind_a_name_of_its_view() -> None:
    taken = {"entity", "ref", "template_names"}

    assert not taken & {name for kind in _entities(Entity) for name in kind.model_fields}


def _entities(kind: type[Any]) -> set[type[Any]]:
    return {kind}.union(*(_entities(below) for below in kind.__subclasses__()))


def nested(depth: int, body: str) -> str:
    """Return a template that goes through thirty entries, and in each through thirty more."""
    loops = "".join(f"{{% for x{n} in many %}}" for n in range(depth))
    ends = "{% endfor %}" * depth
    return f"{{% set many = '{'.' * 30}' | list %}}{loops}{body}{ends}"


STEPS = "the template takes more steps than a document needs"
OUTPUT = "the template prints more than a document can hold"
ENDLESS = {
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}": "the template calls itself without end",
    "{% include 'sections/x.md.j2' %}": "the template calls itself without end",
    "{% include ['sections/x.md.j2'] %}": "the template calls itself without end",
    "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}"
    "{{ m(64) }}": STEPS,
    nested(9, ""): STEPS,
    nested(3, "{% set y = many | list | map('quoted') | list %}"): STEPS,
    "{% set n = namespace(x=['甲']) %}" + nested(1, "{% set n.x = n.x + n.x %}"): (
        "+ is for small numbers and short words only"
    ),
    "{% set n = namespace(x='甲') %}" + nested(1, "{% set n.x = n.x ~ n.x %}"): (
        "~ is for small numbers and short words only"
    ),
    "{% set n = namespace(x='甲') %}"
    + nested(1, "{% set n.x %}{{ n.x }}{{ n.x }}{% endset %}"): OUTPUT,
    "{% set w = '" + "甲" * 9_000 + "' %}" + nested(3, "{{ w }}"): OUTPUT,
    "{% set w %}"
    + "甲" * 9_000
    + "{% endset %}{% set n = namespace(x=w ~ '甲') %}"
    + nested(2, "{% set n.x = n.x ~ w %}"): OUTPUT,
    "{% set n = namespace(x='甲' ~ period.start) %}"
    + nested(3, "{% set n.x = n.x ~ period.start %}"): STEPS,
    nested(3, "{% set w %}" + "甲" * 20_000 + "{% endset %}"): STEPS,
    "{% set n = namespace(x='甲' ~ period.start) %}" + nested(1, "{% set n.x = n.x ~ n.x %}"): (
        OUTPUT
    ),
    nested(4, "{{ period.start }}"): OUTPUT,
    nested(3, "长" * 100): OUTPUT,
}


@pytest.mark.parametrize(("template", "sentence"), ENDLESS.items())
def test_a_template_that_never_ends_or_only_late_is_stopped(
    template: str, sentence: str, names: dict[str, Any], tmp_path: Path
) -> None:
    (found,) = outcome(tmp_path, template, names)

    assert found.startswith("pack/sections/x.md.j2")
    assert sentence in found


def test_words_in_tables_and_emphasis_count_and_pictures_hardly(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(printing, "MOST_CHARACTERS", 20)
    filling = Filling()
    filling.put(Table("t", (), (((Text("甲乙"),), (Text("丙"),)),)))
    filling.put((Strong((Text("甲乙丙"), Fact("丁", "a"))),))
    filling.put(PageBreak("b"))

    assert filling.characters == 5 + 4 + 1
    with pytest.raises(OutputLimitError):
        filling.put((Text("甲" * 11),))


def test_more_loops_in_one_another_than_python_takes_are_a_finding(
    names: dict[str, Any], tmp_path: Path
) -> None:
    template = "{% for a in [1] %}" * 30 + "{% endfor %}" * 30

    (found,) = outcome(tmp_path, template, names)

    assert found.startswith(
        "pack/sections/x.md.j2  error template-syntax  the template does not compile: too many"
    )


def test_a_macro_a_loop_an_import_and_inheritance_work(
    names: dict[str, Any], tmp_path: Path
) -> None:
    result = template_packs.filled(
        tmp_path,
        "{% extends 'sections/frame.md.j2' %}{% from 'sections/macros.md.j2' import told %}"
        "{% block inside %}{% for m in programme.measures %}{{ loop.index0 + 1 == loop.index }}"
        "{{ told(m) }}{% endfor %}{% endblock %}".replace(
            "{{ loop.index0 + 1 == loop.index }}",
            "{% if loop.index0 + 1 == loop.index %}甲{% endif %}",
        ),
        names,
        sections__frame="始{% block inside %}{% endblock %}终",
        sections__macros="{% macro told(m) %}{{ m.practice }}{% endmacro %}",
    )

    assert text_of(result) == "始甲结对谈心终"


def text_of(result: Filled) -> str:
    assert not result.findings, result.findings
    return "".join(
        inline.text for block in result.blocks for inline in getattr(block, "children", ())
    )


def test_a_printable_value_says_how_it_is_printed() -> None:
    with pytest.raises(NotImplementedError):
        Printable().printed()
    assert not Phrase(["", Phrase([""])])
