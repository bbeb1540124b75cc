"""Templates are compiled once for all packs that have them, and forgotten in the end."""

from pathlib import Path

import pytest
from jinja2 import Environment

import template_packs
from summarykit.packs.templates import compiled
from summarykit.packs.templates.compiled import COMPILED, CompiledTemplates
from summarykit.packs.templates.tracing import TracingEnvironment


def kept(cache: CompiledTemplates, name: str, text: str) -> bool:
    """Return whether the code of a text is kept, after compiling it if it is not."""
    environment = Environment(autoescape=True)
    bucket = cache.get_bucket(environment, name, f"a/{name}", text)
    if bucket.code:
        return True
    bucket.code = environment.compile(text, name, f"a/{name}")
    cache.set_bucket(bucket)
    return False


def test_the_code_of_a_text_is_kept_by_its_name_and_its_words() -> None:
    cache = CompiledTemplates()

    assert [kept(cache, "x", "甲"), kept(cache, "x", "甲")] == [False, True]
    assert [kept(cache, "y", "甲"), kept(cache, "x", "乙"), kept(cache, "x", "甲")] == [
        False,
        False,
        True,
    ]


def test_the_oldest_is_forgotten_when_there_is_too_much(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(compiled, "MOST_CHARACTERS", 400)
    cache = CompiledTemplates()

    assert not kept(cache, "a", "甲" * 190)
    assert not kept(cache, "b", "甲" * 190)
    assert kept(cache, "a", "甲" * 190)
    assert not kept(cache, "c", "甲" * 190)
    assert not kept(cache, "a", "甲" * 190)


def test_nothing_is_kept_of_a_text_that_does_not_compile() -> None:
    cache = CompiledTemplates()
    bucket = cache.get_bucket(Environment(autoescape=True), "x", None, "{{")

    cache.set_bucket(bucket)

    assert cache.get_bucket(Environment(autoescape=True), "x", None, "{{").code is None


def test_packs_share_what_they_compile_and_traces_are_kept_out_of_it(tmp_path: Path) -> None:
    template = "甲。\n{% set a = 1 %}\n- 乙"

    first = template_packs.filled(tmp_path / "1", template, {})
    second = template_packs.filled(tmp_path / "2", template, {})

    # The line is that of a template filled with traces, which nobody else may get.
    assert template_packs.said(first) == template_packs.said(second)
    assert template_packs.said(first)[0].startswith("pack/sections/x.md.j2:3  error markup")
    assert TracingEnvironment.compiled is None
    bucket = COMPILED.get_bucket(
        Environment(autoescape=True), "sections/x.md.j2", "pack/sections/x.md.j2", template
    )
    assert bucket.code is not None
