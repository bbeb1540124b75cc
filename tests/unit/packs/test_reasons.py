"""What jinja2 and tomllib say is said in our words, which are there in Chinese, too."""

import re
import tomllib
from pathlib import Path

import pytest
from jinja2 import Environment, TemplateSyntaxError

import template_packs
from summarykit.compose.scope import Assignment, scope
from summarykit.diagnostics import Message
from summarykit.l10n.messages import translate
from summarykit.model.audience import Audience
from summarykit.packs.settings.reasons import jinja_reason, toml_reason

SYNTAX = {
    "{% for x in y %}": "for 没有结束，缺少 endfor、else",
    "{% set a %}甲": "set 没有结束，缺少 endset",
    "{% if x %}{% endfor %}": "此处应为 elif、else、endif，实际为 endfor",
    "{% for x in y %}{% if x %}{% endfor %}{% endif %}": (
        "此处应为 elif、else、endif，实际为 endfor"
    ),
    "{% iff x %}": "没有 iff 这种标签",
    "{% endif %}": "多出一个 endif，前面没有与它相配的开头",
    "{{ x ": "模板到此为止，还缺少 }}",
    "{% if x ": "模板到此为止，还缺少 %}",
    "{{ x } }}": "此处不能有 }",
    "{{ (x] }}": "此处应为 )，实际为 ]",
    "{{ 甲 乙 }}": "此处应为 }}，实际为 乙",
    "{% for x of y %}{% endfor %}": "此处应为 in，实际为 of",
    "{% if x = 1 %}{% endif %}": "此处应为 %}，实际为 =",
    "{{ 'abc }}": "引号 ' 没有配对",
    "{{ 甲：乙 }}": "： 是全角标点，模板的代码里要用半角",
    "{{ “甲” }}": "“ 是全角标点，模板的代码里要用半角",
    "{{ x $ y }}": "此处不能有 $",
    "{{ }}": "}} 前面缺少名称或值",
    "{{ x. }}": "点号后面缺少名称",
    "{% %}": "缺少标签的名称",
    "{# 甲": "注释没有结束，缺少 #}",
    "{% raw %}甲": "raw 没有结束，缺少 endraw",
    "{{ x | nofilter }}": "没有 nofilter 这个过滤器",
    "{% set 1 = 2 %}": "set 只能给名称赋值",
    "{{ f(a=1, 2) }}": "不写名称的值要放在写名称的值前面",
    "{% macro a(x=1, y) %}{% endmacro %}": "没有缺省值的参数要放在有缺省值的前面",
}


def in_chinese(reason: Message | str) -> str:
    return translate(reason, "zh") if isinstance(reason, Message) else reason


@pytest.mark.parametrize(("template", "said"), SYNTAX.items())
def test_the_usual_reasons_of_jinja_are_told_in_chinese(template: str, said: str) -> None:
    with pytest.raises(TemplateSyntaxError) as raised:
        Environment(autoescape=True).from_string(template)
    assert in_chinese(jinja_reason(raised.value.message or "")) == said


TOML = {
    "a = 甲": "等号后面的值写法不对（文字要加引号）",
    "a = ": "等号后面的值写法不对（文字要加引号）",
    "= 1": "这一行既不是“键 = 值”，也不是 [表名]",
    "a = 1 b = 2": "值的后面还有多余的内容",
    "a 1": "键的后面缺少等号",
    "[a": "缺少 ]",
    "[[a]": "缺少 ]]",
    "[a]\n[a]": "a 写了两次",
    "a = 1\na = 2": "同一个键写了两次",
    "a = {b = 1, b = 2}": "b 写了两次",
    "a = [1, 2": "列表没有结束，缺少 ]",
    "a = {b = 1": "表没有结束，缺少 }",
    'a = "甲': "引号没有配对",
    'a = "甲\n"': "引号没有配对",
    "a = '甲\n'": "引号没有配对",
    'a = """甲': "引号没有配对",
    'a = "C:\\d"': "请写两个反斜杠",
    "a = 2024-02-30": "没有这样的日期",
    "键 = 1": "这一行既不是“键 = 值”，也不是 [表名]",
    "[键]": "键不能这样开头（含汉字或空格的键要加引号）",
}


@pytest.mark.parametrize(("text", "said"), TOML.items())
def test_the_usual_reasons_of_toml_are_told_in_chinese(text: str, said: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError) as raised:
        tomllib.loads(text)
    reason = re.sub(r" \(at .*\)$", "", str(raised.value))
    assert in_chinese(toml_reason(reason)) == said


def test_a_rare_reason_stays_as_it_is() -> None:
    assert jinja_reason("block 'a' defined twice") == "block 'a' defined twice"
    assert toml_reason("Invalid hex value") == "Invalid hex value"


@pytest.mark.parametrize(
    ("template", "near"),
    [
        ("{% for measure in [] %}{% endfor %}{{ mesure }}", "measure"),
        ("{% macro told(x) %}{{ x }}{% endmacro %}{{ tolld('甲') }}", "told"),
        ("{% from 'sections/inner.md.j2' import spoken as said %}{{ siad('甲') }}", "said"),
        ("{% import 'sections/inner.md.j2' as inner %}{{ iner.x }}", "inner"),
        ("{{ outsider_name }}", "outside_name"),
    ],
)
def test_a_name_that_templates_give_is_the_nearest_too(
    template: str, near: str, tmp_path: Path
) -> None:
    """`measure_told` is offered to every template, yet `mesure` is nearer to `measure`."""
    inner = "{% set outside_name = '甲' %}{% macro spoken(x) %}{{ x }}{% endmacro %}"
    scope = {"measure_told": "甲", "measures_of": "乙"}
    result = template_packs.filled(tmp_path, template, scope, sections__inner=inner)
    (found,) = template_packs.said(result)
    assert found.endswith(f"hint: did you mean {near}?")


def test_a_misspelt_name_given_to_a_function_is_told_itself(tmp_path: Path) -> None:
    pack = template_packs.plain_pack(tmp_path / "names")
    names = scope(
        template_packs.record(), Assignment(pack, pack.reports["summary"], Audience.INTERNAL)
    )
    template = "{% for measure in [] %}{% endfor %}{{ choose(mesure, '甲', '乙') }}"
    result = template_packs.filled(tmp_path, template, names)
    (found,) = template_packs.said(result)
    assert found.endswith("there is no mesure here\n  hint: did you mean measure?")


def test_what_functions_need_is_told_in_chinese() -> None:
    assert in_chinese(jinja_reason("year_of needs a date")) == "交给 year_of 的不是日期"
    told = "交给 choose 的不是记录中的条目或名称"
    assert in_chinese(jinja_reason("choose needs an entity or a name as its place")) == told
    told = "不能读取 str 的 __class__"
    said = "access to attribute '__class__' of 'str' object is unsafe."
    assert in_chinese(jinja_reason(said)) == told
    assert in_chinese(jinja_reason("View cannot be called")) == "View 不是函数"


def test_a_filter_that_does_not_exist_has_the_nearest_one(tmp_path: Path) -> None:
    result = template_packs.read(tmp_path, sections__x="{{ ['甲'] | joind }}")
    (found,) = [str(finding) for finding in result.findings]
    assert found.endswith("there is no filter joind\n  hint: did you mean joined?")
