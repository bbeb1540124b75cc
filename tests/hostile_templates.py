"""Templates that were made to keep a machine busy, or to fill its memory.

Each is the text of `sections/x.md.j2`, and perhaps of more templates. None may take more than
two seconds or 200 MB with all the steps of a filling; most end with a finding.
"""

from typing import Final, NamedTuple

STEPS: Final = "the template takes more steps than a document needs"
OUTPUT: Final = "the template prints more than a document can hold"
ENDLESS: Final = "the template calls itself without end"
SMALL: Final = "is for small numbers and short words only"
DEEP: Final = "it is nested too deeply"
LONG: Final = "it is longer than any template needs to be"
BARE: Final = "that is neither words nor a value of the record"
NOTHING: Final = ""
"""It ends well, and soon."""


class Hostile(NamedTuple):
    """A template, what it ends with, and the templates that it uses, by their names."""

    text: str
    said: str
    others: tuple[tuple[str, str], ...] = ()


def often(body: str, depth: int = 3) -> str:
    """Return a template that does something thirty, nine hundred, 27 000, 810 000 times."""
    loops = "".join(f"{{% for x{n} in many %}}" for n in range(depth))
    return f"{{% set many = '{'.' * 30}' | list %}}{loops}{body}{'{% endfor %}' * depth}"


def grown(first: str, body: str, depth: int = 3) -> str:
    """Return a template that makes `n.x` grow, beginning with `first`."""
    return f"{{% set n = namespace(x={first}, y={first}, k=[]) %}}{often(body, depth)}"


WORDS: Final = f"'{'甲' * 9_000}'"
LONG_LIST: Final = grown(
    "[1]", "{% if n.x | length < 8000 %}{% set n.x = n.x + n.x %}{% endif %}", 1
)
LONG_WORDS: Final = f"{{% set w = {WORDS} %}}"
TWICE: Final = "{% set n.x = [n.x, n.x] %}{% set n.y = [n.y, n.y] %}"
DEEPER: Final = "{% set n.x = [n.x] %}"
NAMES: Final = "".join(f"{{% set v{n} = 1 %}}" for n in range(1_500))
SUPERS: Final = "{% block a %}{{ super() }}{{ super() }}{% endblock %}"
CHAIN: Final = tuple(
    (f"y{n}", f"{{% extends 'sections/y{n + 1}.md.j2' %}}{SUPERS}") for n in range(24)
)
LAST: Final = ("y24", "{% block a %}甲{% endblock %}")

HOSTILE: Final = {
    # Templates that lead back to themselves.
    "extends itself": Hostile("{% extends 'sections/x.md.j2' %}", ENDLESS),
    "extends a name": Hostile("{% set t = 'sections/x.md.j2' %}{% extends t %}", ENDLESS),
    "extends in a circle": Hostile(
        "{% extends 'sections/y.md.j2' %}",
        ENDLESS,
        (("y", "{% extends 'sections/x.md.j2' %}"),),
    ),
    "imports itself": Hostile("{% import 'sections/x.md.j2' as y %}", ENDLESS),
    "a macro includes": Hostile(
        "{% macro m() %}{% include 'sections/x.md.j2' %}{% endmacro %}{{ m() }}", ENDLESS
    ),
    "a block calls itself": Hostile("{% block a %}{{ self.a() }}{% endblock %}", ENDLESS),
    "blocks call one another": Hostile(
        "{% block a %}{{ self.b() }}{% endblock %}{% block b %}{{ self.a() }}{% endblock %}",
        ENDLESS,
    ),
    "super and self": Hostile(
        "{% extends 'sections/y.md.j2' %}"
        "{% block a %}{{ super() }}{{ self.a() }}{% endblock %}",
        ENDLESS,
        (("y", "{% block a %}甲{% endblock %}"),),
    ),
    "super twice in each of many": Hostile(
        "{% extends 'sections/y0.md.j2' %}", STEPS, (*CHAIN, LAST)
    ),
    "callers in callers": Hostile(
        "{% macro m() %}{{ caller() }}{{ caller() }}{% endmacro %}"
        + "{% call m() %}" * 18
        + "甲"
        + "{% endcall %}" * 18,
        STEPS,
    ),
    "a caller that calls": Hostile(
        "{% macro m() %}{{ caller() }}{% endmacro %}{% macro k() %}{% call m() %}{{ k() }}"
        "{% endcall %}{% endmacro %}{{ k() }}",
        ENDLESS,
    ),
    # What is compared, looked up or gone through is large.
    "long lists are compared": Hostile(
        LONG_LIST + often("{% if n.x == n.x + [] %}{% endif %}"), STEPS
    ),
    "lists of long words are compared": Hostile(
        grown(f"[{WORDS}]", "{% set n.x = n.x + n.x %}{% set n.y = n.y + n.y %}", 1)
        + often("{% if n.x == n.y %}{% endif %}"),
        STEPS,
    ),
    "something is sought in long lists": Hostile(
        LONG_LIST + often("{% if 2 in n.x %}{% endif %}"), STEPS
    ),
    "something is sought in long words": Hostile(
        LONG_WORDS + often("{% if '甲甲甲甲乙' in w %}{% endif %}", 4), STEPS
    ),
    "lists of the same are compared": Hostile(
        grown("[]", TWICE, 1) + "{% if n.x == n.y %}{% endif %}", STEPS
    ),
    "lists of the same are tested": Hostile(
        grown("[]", TWICE, 1) + "{% if n.x is eq(n.y) %}{% endif %}", STEPS
    ),
    "lists of the same are selected": Hostile(
        grown("[]", TWICE, 1) + "{{ [n.x] | select('in', [n.y]) | list | length }}", STEPS
    ),
    "tables of the same are ordered": Hostile(
        grown("[]", "{% set n.x = {1: n.x, 2: n.x} %}", 1) + "{% if n.x != n.y %}{% endif %}",
        STEPS,
    ),
    "lists of the same are keys": Hostile(
        grown("()", "{% set n.x = (n.x, n.x) %}", 1) + "{% set t = {n.x: 1} %}", STEPS
    ),
    "lists of the same are looked up": Hostile(
        grown("[]", TWICE, 1) + "{% set t = record[n.x] %}", STEPS
    ),
    "lists of the same are trimmed": Hostile(grown("[]", TWICE, 1) + "{{ n.x | trim }}", STEPS),
    "lists of the same are joined": Hostile(
        grown("['甲']", TWICE, 1) + "{{ n.x | joined }}", STEPS
    ),
    "lists of the same are given": Hostile(
        "{% macro m(a) %}{% endmacro %}" + grown("[]", TWICE, 1) + "{{ m(n.x) }}", STEPS
    ),
    "lists in lists without end": Hostile(
        grown("[]", DEEPER) + "{% if n.x == n.y %}{% endif %}", ENDLESS
    ),
    "lists in lists are let go": Hostile(grown("[]", DEEPER, 4), STEPS),
    "filters of filters": Hostile(
        grown("['甲']", "{% set n.x = n.x | map('default') %}") + "{{ n.x | joined }}",
        STEPS,
    ),
    "long names are looked up": Hostile(
        LONG_WORDS + often("{% set t = record[w] is defined %}", 4), STEPS
    ),
    "names that are not there": Hostile(
        often("{% set t = record[loop.index] is defined %}", 4), STEPS
    ),
    "templates that are not there": Hostile(
        often("{% include 'sections/none.md.j2' ignore missing %}", 4), STEPS
    ),
    "lists of templates that are not there": Hostile(
        LONG_WORDS + often("{% include [w, w, w, w] ignore missing %}", 4), STEPS
    ),
    # What is made is kept.
    "slices of lists": Hostile(LONG_LIST + often("{% set n.k = [n.k, n.x[1:]] %}"), STEPS),
    "slices of words": Hostile(LONG_WORDS + grown("[]", "{% set n.k = [n.k, w[1:]] %}"), STEPS),
    "sums of lists": Hostile(LONG_LIST + often("{% set n.k = [n.k, n.x + [1]] %}"), STEPS),
    "sums of words": Hostile(
        LONG_WORDS + grown("[]", "{% set n.k = [n.k, w + '甲'] %}"), STEPS
    ),
    "words beside words": Hostile(
        LONG_WORDS + grown("[]", "{% set n.k = [n.k, w ~ '甲'] %}"), STEPS
    ),
    "letters of words": Hostile(
        LONG_WORDS + grown("[]", "{% set n.k = [n.k, w | list] %}"), STEPS
    ),
    "lists of lists": Hostile(grown("[]", f"{{% set n.k = [n.k{', [many]' * 500}] %}}"), STEPS),
    "empty tables": Hostile(grown("[]", f"{{% set n.k = [n.k{', {}' * 50}] %}}", 4), STEPS),
    "namespaces": Hostile(
        grown("[]", f"{{% set n.k = [n.k{', namespace(a=many)' * 20}] %}}", 4), STEPS
    ),
    "macros": Hostile(
        grown("[]", "{% macro m() %}{% endmacro %}{% set n.k = [n.k, m] %}", 4), STEPS
    ),
    "imports": Hostile(
        grown(
            "[]",
            "{% import 'sections/y.md.j2' as t with context %}{% set n.k = [n.k, t] %}",
            4,
        ),
        STEPS,
        (("y", "{% macro m() %}{% endmacro %}"),),
    ),
    "phrases": Hostile(
        f"{{% set p = {' ~ '.join(['period.start'] * 19)} %}}"
        + grown("[]", "{% set n.k = [n.k, p ~ ''] %}", 4),
        STEPS,
    ),
    "long phrases": Hostile(
        grown("[]", f"{{% set n.k = [n.k, {' ~ '.join(['period.start'] * 90)}] %}}"), STEPS
    ),
    "captured words": Hostile(
        grown("[]", f"{{% set t %}}{'甲' * 9_000}{{% endset %}}{{% set n.k = [n.k, t] %}}"),
        STEPS,
    ),
    # What is repeated is long.
    "many words are printed": Hostile(often("{{ '' }}" * 100, 4), STEPS),
    "many conditions": Hostile(often("{% if 1 %}{% endif %}" * 50, 4), STEPS),
    "many variables": Hostile(often("{% set t = many[0] %}" * 50, 4), STEPS),
    "a long condition": Hostile(
        often(f"{{% if {' or '.join(['false'] * 200)} %}}{{% endif %}}", 4), STEPS
    ),
    "a long list": Hostile(often(f"{{% set t = [{'many, ' * 1_000}] %}}"), STEPS),
    "many parameters": Hostile(
        f"{{% macro m({', '.join(f'a{n}=1' for n in range(900))}) %}}{{% endmacro %}}"
        + often("{{ m() }}", 4),
        STEPS,
    ),
    "many values": Hostile(
        "{% macro m() %}{% set t = varargs %}{% endmacro %}"
        + LONG_LIST
        + often("{{ m(*n.x) }}", 4),
        STEPS,
    ),
    "many filters": Hostile(often(f"{{% set t = '甲'{' | trim' * 50} %}}", 4), STEPS),
    "a block of many names": Hostile(
        NAMES + often("{% block a scoped %}{{ x0 }}{% endblock %}"), STEPS
    ),
    "an include of many names": Hostile(
        NAMES + often("{% include 'sections/y.md.j2' %}"), STEPS, (("y", ""),)
    ),
    # What is printed is much to read.
    "headings": Hostile(often("## 甲\n\n"), STEPS),
    "brackets": Hostile(often("[["), STEPS),
    "strong words": Hostile(often("**甲**乙"), STEPS),
    "lists in the markup": Hostile(often("1) 甲\n"), STEPS),
    "paragraphs": Hostile(often("甲\n\n", 4), STEPS),
    "pages": Hostile(often("甲乙丙丁。" * 20), OUTPUT),
    "values": Hostile(often("{{ period.start }}", 4), STEPS),
    "captured pages": Hostile(
        grown("''", "{% set n.x %}{{ n.x }}{{ n.x }}甲{% endset %}", 1), STEPS
    ),
    # What is written is long or deep.
    "an import of much text": Hostile(
        often("{% import 'sections/y.md.j2' as t %}", 2), NOTHING, (("y", "甲" * 20_000),)
    ),
    "sums in sums": Hostile(f"{{{{ {'1 + ' * 10_000}1 }}}}", DEEP),
    "brackets in brackets": Hostile(f"{{{{ {'(' * 5_000}1{')' * 5_000} }}}}", DEEP),
    "dots behind dots": Hostile(f"{{{{ a{'.b' * 10_000} }}}}", DEEP),
    "nots": Hostile(f"{{{{ {'not ' * 10_000}1 }}}}", DEEP),
    "a list of everything": Hostile(f"{{% set t = [{'1,' * 30_000}] %}}", LONG),
    "prints and prints": Hostile("{{a}}" * 13_000, LONG),
    "macros and macros": Hostile(
        "".join(f"{{% macro m{n}() %}}甲{{% endmacro %}}" for n in range(1_500)), NOTHING
    ),
    "a long number": Hostile(f"{{{{ {'9' * 60_000} }}}}", "a number in it is too long"),
    "a power": Hostile("{{ 9 ** 9 ** 9 }}", SMALL),
    "words many times": Hostile("{{ '甲' * 1000000000 }}", SMALL),
    "lists many times": Hostile("{{ [1] * 1000000000 }}", SMALL),
    "a wide word": Hostile("{{ '%1000000000d' % 1 }}", SMALL),
    "a list is printed": Hostile("{{ [record] | trim }}", BARE),
}
