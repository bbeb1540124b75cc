"""Macros are called as in any jinja2 template, though most calls take a shorter way."""

from pathlib import Path

import pytest

import template_packs

MACRO = "{% macro m(a, b='乙', c='丙') %}{{ a }}{{ b }}{{ c }}{% endmacro %}"
CALLS = {
    "{{ m('甲') }}": "甲乙丙",
    "{{ m('甲', '一') }}": "甲一丙",
    "{{ m('甲', '一', '二') }}": "甲一二",
    "{{ m('甲', c='二') }}": "甲乙二",
    "{{ m(b='一', a='甲') }}": "甲一丙",
    "{% macro w() %}“{{ caller() }}”{% endmacro %}{% call w() %}甲{% endcall %}": "“甲”",
    "{% macro w(a) %}{{ varargs | joined }}{% endmacro %}{{ w('甲', '乙', '丙') }}": "乙、丙",
    "{% macro w(a) %}{{ kwargs.b }}{% endmacro %}": "",
    "{% for x in ['甲', '乙'] %}{{ m(x, c='') }}{% endfor %}": "甲乙乙乙",
    "{% set n = namespace(x='甲') %}{{ m(n.x) }}": "甲乙丙",
}
MISTAKES = {
    "{{ m('甲', '乙', '丙', '丁') }}": "the macro m takes 3 values and no more",
    "{{ m('甲', d='丁') }}": "the macro m has no parameter d",
    "{{ m('甲', a='丁') }}": "the macro m has no parameter a",
    "{{ m() }}": "there is no a here",
}


@pytest.mark.parametrize(("call", "words"), CALLS.items())
def test_a_macro_takes_values_names_and_defaults(call: str, words: str, tmp_path: Path) -> None:
    result = template_packs.filled(tmp_path, MACRO + call, {})

    assert not result.findings, result.findings
    assert (
        "".join(
            inline.text for block in result.blocks for inline in getattr(block, "children", ())
        )
        == words
    )


@pytest.mark.parametrize(("call", "reason"), MISTAKES.items())
def test_a_macro_called_wrongly_is_a_finding(call: str, reason: str, tmp_path: Path) -> None:
    (found,) = template_packs.said(template_packs.filled(tmp_path, MACRO + call, {}))

    assert found.startswith("pack/sections/x.md.j2:1  error template-failed")
    assert reason in found
