"""What packs are made wrong with in `fuzz_packs`: values, keys, settings, bits of templates."""

from typing import Final

from summarykit.packs.tools.key_names import key_names

VALUES: Final = (
    *("3", "-1", "1.5", "nan", "inf", "true", "[]", "{}", "[[]]", '""', '"甲"', "2024-01-01"),
    *("''", '"{{ a }}"', '"{% if %}"', '["a", 1]', "{a = 1}", "9" * 400, '"\\u0000"', "0x7f"),
    *('"' + "长" * 3_000 + '"', "[" * 60 + "]" * 60, '"zh"', '"county"', '"../zh"', "1e999"),
    *('"sections/none.md.j2"', '"signature"', '"99999mm"', '"0pt"', "07:32:00", '"\\u202e"'),
)
KEYS: Final = (
    *("extends", "format", "id", "name", "reports", "sections", "after", "before", "remove"),
    *("template", "title", "voice", "terms", "page", "styles", "lengths", "most", "kind"),
    *("leaves_out", "when_empty", "programmes", "cohorts", "__class__", "a.b.c", "fields"),
)
SNIPPETS: Final = (
    *("{{", "{%", "{#", "}}", "{{ }}", "{% if %}", "{% endif %}", "{% for %}", "{{ a.b.c }}"),
    *("{{ 1 / 0 }}", "{{ nobody }}", "{{ organisation.__class__ }}", "{{ record }}"),
    *("{{ [] | first }}", "{{ at() }}", "{{ choose() }}", "{{ clauses(1) }}", "{{ table(3) }}"),
    *("{{ self }}", "{{ loop }}", "{{ super() }}", "{% include 'pack.toml' %}", "{{ -'a' }}"),
    *("{% include 3 %}", "{% import '' as x %}", "{% from 'a' import b %}", "{% block a %}"),
    *("{% macro %}", "# 甲\n", "- 甲\n", "```\n", "<b>", "![](x)", "[a]: b\n", "|a|\n|-|\n"),
    *("\x00", "\x029\x03", "\x1c", "\u2028", "{{ '\\x02' }}", "{{ '甲' | nothing }}"),
    *("{{ 1 is nothing }}", "{% set a.b = 1 %}", "{{ (1,)[5] }}", "{{ {}['a'] }}"),
    *("{{ none.x }}", "{{ period.start ~ [] }}", "{{ population | joined }}", "{{ 'a' < 1 }}"),
    *("{{ {[]: 1} }}", "{{ [1][1:'a'] }}", "{{ '甲' | map }}", "{{ 3 | list }}"),
    "{% extends 'parent/sections/x.md.j2' %}",
    "{% block a %}{% endblock %}{% block a %}{% endblock %}",
    "{{ population | map(attribute=3) | list }}",
    "{{ population | select('in') | list }}",
    "{% set t %}{{ table('population', population) }}{% endset %}{{ t ~ '甲' }}",
)

LAYOUT_KEYS: Final = tuple(sorted(key for key in key_names() if len(key) > 1))
"""Every table in a table and every setting of a layout."""
FITTING: Final = (
    *("true", "false", "0", "1", "2", "7", '"12pt"', '"0pt"', '"30mm"', '"2字"', '"三号"'),
    *('"hei"', '"kai"', '"latin"', '"word"', '"lines"', '"none"', '"document"', '"letter"'),
    *('"center"', '"outer"', '"left"', '"-{page}-"', '"第{page}页共{pages}页"', '"甲"'),
    *('["甲", "乙"]', "[]", '["1、", "①", "（一）", "一."]', '"{organisation}文件"'),
    *('"three_line"', '"chinese"', '"unless_in_title"', '"200mm"', '"550mm"', '"-3pt"'),
)
"""Values that some setting of a layout takes, though few take any of them."""
SHOWING: Final = (
    ("[letterhead]", 'kind = "document"'),
    ("[letterhead]", 'kind = "letter"'),
    ("[imprint]", "shown = true"),
    ("[cover]", "shown = true"),
    ("[numbering]", "automatic = true"),
    ("[last_line]", "characters = 3"),
)
"""What brings the parts of a file into play that the layout of the base pack does without."""
FIELD_TYPES: Final = (
    *('type = "quantity"', 'type = "money"', 'type = "date"', 'type = "text"'),
    *("required = true", 'programmes = ["left_behind_care"]', 'programmes = ["migrant_care"]'),
)
FIELD_LINES: Final = (
    *('name = "供餐学生"', 'programmes = ["none"]', "required = 1", 'name = "meals"'),
    *("name = 3", "remove = true", 'type = "kind"'),
)
FIELD_USES: Final = (
    *("{{ fields.meals }}", "{% if fields.meals %}{{ fields.meals }}。{% endif %}"),
    *(
        "{{ fields }}",
        "{{ fields.none }}",
        "{{ fields.meals.number }}",
        "{{ fields.mode ~ '甲' }}",
    ),
    *(
        "{% for x in fields %}{{ x }}{% endfor %}",
        "{{ fields['meals'] }}",
        "{{ fields.meals() }}",
    ),
)
FORMATS: Final = ("1", "2", "3", "0", "-1", "true", '"2"', "2.0", "10" * 20, "[2]", "")
