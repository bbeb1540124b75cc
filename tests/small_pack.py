"""A pack of a few lines with the layout that ships, so that tests know what a summary says."""

from pathlib import Path

from summarykit.packs import bundled

_PACK = """\
format = 1
id = "small"
name = "小包"
version = "1.0"
reports = ["annual", "left_behind_care", "home_visits"]
"""
_REPORT = """\
id = "{id}"
name = "{name}"
title = "{{{{ organisation.name }}}}{name}工作总结"
programmes = [{programmes}]
sections = [
  {{id = "opening", template = "opening.md.j2"}},
  {{id = "measures", title = "主要措施", template = "measures.md.j2"}},
  {{id = "signature", kind = "signature"}},
  {{id = "attachments", kind = "attachments"}},
]
"""
_OPENING = """\
{% for entry in population %}{{ entry.cohort }}{{ entry.count }}。{% endfor %}

全校{% for entry in population %}{{ entry.count }}、{% endfor %}共两项。
"""
_MEASURES = """\
{% for measure in programme.measures %}
{% if measure.pairs %}共结对{{ measure.pairs }}，{% endif %}{{ measure.practice }}。

{% endfor %}
"""


def small_pack(folder: Path) -> Path:
    """Return the folder of the pack, written inside `folder`.

    Its opening prints each count of the population twice.
    """
    pack = folder / "small"
    (pack / "reports").mkdir(parents=True)
    for name in ("layout.toml", "terms.toml"):
        text = (bundled("templates") / "zh" / name).read_text("utf-8")
        (pack / name).write_text(text, "utf-8")
    (pack / "pack.toml").write_text(_PACK, "utf-8")
    (pack / "opening.md.j2").write_text(_OPENING, "utf-8")
    (pack / "measures.md.j2").write_text(_MEASURES, "utf-8")
    _report(pack, "annual", "全年", "")
    _report(pack, "left_behind_care", "关爱留守儿童", '"left_behind_care"')
    _report(pack, "home_visits", "家访", '"home_visits"')
    return pack


def _report(pack: Path, report: str, name: str, programmes: str) -> None:
    text = _REPORT.format(id=report, name=name, programmes=programmes)
    (pack / "reports" / f"{report}.toml").write_text(text, "utf-8")
