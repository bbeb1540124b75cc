"""A pack of one's own gives the next steps of last year a section, as the page says."""

import re
from pathlib import Path

import summarykit as sk
from summarykit.packs import bundled

PAGE = Path(__file__).parents[2] / "docs/previous.md"
NOW = bundled("examples") / "two-years/2023-2024.yaml"
BEFORE = bundled("examples") / "two-years/2022-2023.yaml"
HEAD = 'format = 2\nid = "ours"\nname = "本县"\nversion = "1.0"\nextends = "zh"\n'


def block(language: str, words: str) -> str:
    """Return the first example of the page in a language that holds some words."""
    found: list[str] = re.findall(
        rf"```{language}\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL
    )
    return next(one for one in found if words in one)


def write(folder: Path, **files: str) -> Path:
    for name, text in {"pack.toml": HEAD, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def test_what_the_page_shows_is_a_section_and_then_results_do_not_tell_it(
    tmp_path: Path,
) -> None:
    section = block("toml", "followed").replace('title = "', 'after = "situation"\ntitle = "')
    pack = write(tmp_path / "ours", **{
        "reports/left_behind_care.toml": section,
        "sections/followed.md.j2": block("jinja", "followed"),
    })  # fmt: skip
    made = sk.compose(NOW, previous=BEFORE, pack=pack)
    text = made.to_bytes("md").decode()
    second, third = text.split("## 二、")[1].split("## 三、")[:2]
    assert second.startswith("上年打算的落实")
    assert "“腾出两间教室建成亲情通话室”已落实" in second
    assert text.count("亲情通话室”已落实") == 1
    assert third.startswith("主要措施")
    assert "上年打算的落实" not in sk.compose(NOW, pack=pack).to_bytes("md").decode()


def test_a_pack_can_tell_of_every_step_what_is_known(tmp_path: Path) -> None:
    template = """\
{% for one in followed_up() %}
{% set doubt = "" if one.certain else "（待核实）" %}
{{ one.action | quoted }}：{{ terms.followed[one.status] }}{{ doubt }}。

{% endfor %}
{% for one in compared() %}
{{ one.of }}：{{ one.before }}、{{ one.now }}。

{% endfor %}
"""
    pack = write(tmp_path / "ours", **{"sections/closing.md.j2": template})
    text = sk.compose(NOW, previous=BEFORE, pack=pack).to_bytes("txt").decode()
    assert "“与镇客运站商定周末接送班次”：未说明（待核实）。" in text
    assert "“配备一名专职心理健康教师”：继续列入下一步打算。" in text
    assert "教师结对：98对、112对。" in text
