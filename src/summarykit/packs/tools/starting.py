"""The files of a new pack: what a county may want to change, commented out, as it is now.

A line that begins with one `#` is a setting with the value that it has; without the `#` it says
the same, until somebody changes the value. Lines that begin with `##` explain. The heads of
tables stand open, since an empty table changes nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from types import MappingProxyType
from typing import Final

from summarykit.layout.widths import text_width
from summarykit.model.audience import AUDIENCES as OUR_OWN
from summarykit.model.audience import Audience
from summarykit.model.kinds import MeasureKind
from summarykit.model.vocabulary import Labelled, Level, PeriodKind, ProgrammeKind
from summarykit.packs.kinds import known_kinds
from summarykit.packs.places.paths import (
    AUDIENCES,
    FIELDS,
    KINDS,
    LAYOUT,
    MANIFEST,
    REFERENCE,
    TERMS,
    report_path,
)
from summarykit.packs.settings.merging import SECTIONS
from summarykit.packs.tools.key_names import name_of
from summarykit.packs.tools.opened import OpenPack, Setting, toml
from summarykit.packs.tools.setting_names import OF_AUDIENCES, VOICES

_KINDS: Final[tuple[type[Labelled], ...]] = (Level, PeriodKind, ProgrammeKind, MeasureKind)
_FOREMOST: Final = "annual"
"""The report that is written out where the forebear has it: the one that tells most."""
_OF_REPORTS: Final = ("name", "title", "most", "lengths")
_OF_SECTIONS: Final = ("id", "title", "when_empty")
_TERMS_OFTEN_CHANGED: Final = ("period", "headings", "measures", "activity_headings", "pupils")
_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        **VOICES,
        "name": "报告的名称",
        "title": "标题，双花括号里是记录的内容",
        "most": "最多字数",
        "lengths": "各种篇幅大约多少字",
    }
    | {kind.value: kind.label for kind in chain.from_iterable(_KINDS)}
)
_COMMENT_COLUMN: Final = 36
_MANIFEST: Final = """\
# 模板包 {name}：在 {parent}（{parent_name}）的基础上改。这里只写与它不同的，没有写的都照它。
#
# 怎么改：
#   {layout}：版式，如边距、字体、行距、页码
#   {terms}：措辞，如自称、小标题
#   {audiences}：给谁看，学生怎样称呼，几人才写
{kinds_line}{report_line}# 另加一项工作、一类措施，写 {kinds}；要各校多填几项，写 {fields}：
# 都见 docs/packs.md。
# 红头、标志、页眉页脚可以用 Word 做，存成 {reference} 放在这里，见 docs/packs.md。
# 这几个文件里的每一项前面都有一个 #，写的是现在的值。
# 要改哪一项，先去掉行首的 #，再改等号后面的值；以 ## 开头的是说明，不用动。
# 没有改的行、不用的文件，都可以删去。
#
# 改了以后（在这个文件夹的上一级运行）：
#   summarykit pack check ./{name}          有没有错，错在哪个文件哪一行
#   summarykit pack diff ./{name}           与 {parent} 有哪些不同
#   summarykit pack explain ./{name} 行距   这一项现在是多少，是哪个文件定的
#   summarykit build 记录.yaml --pack ./{name} -o 总结.docx
#
# 换一句话的写法见文档 docs/your-county.md。
format = {format}
id = "{name}"
name = "{name}"                 # 改成本县、本校的名称
version = "1.0"
extends = "{parent}"
#description = "依据哪份文件、什么时候的要求"
"""
_HEAD: Final = "## {what}。去掉行首的一个 #，再改等号后面的值；以 ## 开头的是说明。\n"
_LENGTHS: Final = """\
## 长度写数值加单位：mm、cm、pt（磅）、字。
## 各样式没有列出的，与正文（styles.body）相同；要另设的加一行，如 bold = true。
"""
_HEAD_OF_SECTIONS: Final = """
## 各部分，按现在的次序。改名：去掉这一部分各行行首的 #，再改 title。
## 不要这一部分：去掉 [[sections]] 和 id 两行行首的 #，下面加一行 remove = true。
## 换位置：同样去掉这两行行首的 #，下面加一行 after = "另一部分的 id"，就排在它后面；
## 写 before = "…" 就排在它前面。
## when_empty 是记录里没有内容时怎么办：omit 略去，warn 提醒，error 报错。
"""


_ABOUT_AUDIENCES: Final = """\
## 要改哪一种读者，它的 [audiences.…] 一行也去掉行首的 #。见 docs/privacy.md。
## sees 是最多能看到的密级：public 可公开，internal 内部掌握。
## aliases 是学生的称呼：recorded 照记录里的化名，surname 姓加某某，pseudonym 编的化名，
## letter 学生A。
## least 是敏感群体（残疾、孤儿、困难……）各部分至少几人才写，1 是都写。
"""
_NEW_AUDIENCE: Final = """
## 另设一种读者，照这样写（行首没有 ##），用的时候写 --audience 家长版：
##   [audiences.parents]
##   name = "家长版"
##   sees = "public"
##   aliases = "letter"
##   least = 5
"""
_ABOUT_KINDS: Final = """\
## label 是中文名，记录和总结里都用它；没有自己名称的措施，标题就是它。
## headings 只用在一份总结的措施多于四条、要分成几组的时候：
## 一组里只有这一类的，小标题是它加上这一类为了什么（terms.toml 的 terms.aims）；
## 有两类的，两类的各写一个；三类以上的不用它（用 terms.toml 的 terms.halves）。
## 几种说法里取一种，同一份总结总是同一种；六个字、动词加宾语，与别的小标题才整齐。
## group 是八组之一：organisation 组织与责任、information 信息底数、care 结对与关爱、
## home_school 家校协同、support 资助与社会、activities 活动与阵地、law_safety 法治与安全、
## teaching 教育教学。
"""
_OF_KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "about": "一句说明",
        "short": "简短的叫法",
        "cohorts": "面向哪些人，最要紧的在前",
        "group": "八组之一",
        "headings": "几类措施合成一组时的小标题",
    }
)


def new_files(
    name: str,
    parent: OpenPack,
    parent_name: str,
    reports: Sequence[str] = (),
    audiences: Iterable[Audience] = OUR_OWN,
) -> dict[str, str]:
    """Return the texts of a pack called `name` that extends `parent`, by their paths.

    `reports` are the ids of those whose files are begun; none means the one that tells most.
    `audiences` are those of the parent.
    """
    begun = report_files(parent, reports or _foremost(parent))
    return {
        MANIFEST: _manifest(name, parent, parent_name, next(iter(begun), None)),
        LAYOUT: _layout(parent),
        TERMS: _terms(parent),
        AUDIENCES: _audiences(audiences),
        **({KINDS: _kinds(parent)} if parent.settings(KINDS) else {}),
        **begun,
    }


def report_files(parent: OpenPack, reports: Iterable[str]) -> dict[str, str]:
    """Return the texts of the files of reports, by their paths."""
    paths = dict.fromkeys(map(report_path, reports))
    return {path: _report_file(parent, path) for path in paths}


def _foremost(parent: OpenPack) -> tuple[str, ...]:
    offered = parent.offered()
    return (_FOREMOST,) if _FOREMOST in offered else offered[:1]


def _manifest(name: str, parent: OpenPack, parent_name: str, report: str | None) -> str:
    line = (
        f"#   {report}：一份报告的标题和各部分\n"
        f"#   别的报告的文件：summarykit pack new {name} --report 报告的名称\n"
        if report
        else ""
    )
    has_kinds = bool(parent.settings(KINDS))
    return _MANIFEST.format(
        name=name,
        parent=parent.lineage.name,
        parent_name=parent_name,
        layout=LAYOUT,
        terms=TERMS,
        kinds_line=f"#   {KINDS}：增加的工作和措施类型的名称、小标题\n" * has_kinds,
        report_line=line,
        kinds=KINDS,
        fields=FIELDS,
        audiences=AUDIENCES,
        reference=REFERENCE,
        format=2,
    )


def _layout(parent: OpenPack) -> str:
    lines = [_HEAD.format(what="版式"), _LENGTHS]
    for table, settings in _by_table(parent, LAYOUT):
        lines.append(f"\n[{'.'.join(table)}]  # {name_of(table) or ''}".rstrip(" #") + "\n")
        for setting in settings:
            name, said = name_of(setting.keys) or "", _said_beside(parent, setting)
            told = said if name in said else "；".join(filter(None, (name, said)))
            lines.append(_line(setting.keys[-1], setting.value, told))
    return "".join(lines)


def _audiences(audiences: Iterable[Audience]) -> str:
    lines = [_HEAD.format(what="读者"), _ABOUT_AUDIENCES]
    for one in audiences:
        lines.append(f"\n#[audiences.{one.id}]\n")
        said = {"name": one.name, "sees": one.sees.value, "aliases": one.aliases.value}
        for key, value in (*said.items(), ("least", one.least)):
            lines.append(_line(key, value, OF_AUDIENCES[key]))
    return "".join((*lines, _NEW_AUDIENCE))


def _kinds(parent: OpenPack) -> str:
    lines = [_HEAD.format(what="增加的工作和措施类型"), _ABOUT_KINDS]
    called = _kind_names(parent)
    for table, settings in _by_table(parent, KINDS):
        lines.append(
            f"\n[{'.'.join(table)}]  # {called.get(table[-1], '')}".rstrip(" #") + "\n"
        )
        for setting in settings:
            told = _OF_KINDS.get(setting.keys[-1], "")
            lines.append(_line(setting.keys[-1], setting.value, told))
    return "".join(lines)


def _kind_names(parent: OpenPack) -> dict[str, str]:
    """Return what the kinds that the forebears add are called, by their keys."""
    known = known_kinds(parent.lineage)
    added = (*known.added_programmes, *known.added_measures)
    return {kind.value: kind.label for kind in added}


def _terms(parent: OpenPack) -> str:
    names = {**_kind_names(parent), **_NAMES}
    lines = [_HEAD.format(what="措辞"), "## 方括号里的一列是几种说法，一份总结用其中一种。\n"]
    for table, settings in _by_table(parent, TERMS):
        if table[0] == "terms" and table[1:2] and table[1] not in _TERMS_OFTEN_CHANGED:
            continue
        about = _said_above(parent, settings[0], table) or names.get(table[-1], "")
        lines.append(f"\n## {about}" if about else "")
        lines.append(f"\n[{'.'.join(table)}]\n")
        for setting in settings:
            told = names.get(setting.keys[-1], "")
            lines.append(_line(setting.keys[-1], setting.value, told))
    return "".join(lines)


def _report_file(parent: OpenPack, report: str) -> str:
    settings = parent.settings(report)
    named = settings.get(("name",))
    title = f"报告“{named.value}”" if named else "报告"
    lines = [_HEAD.format(what=title)]
    for key in _OF_REPORTS:
        found = {keys[1:]: s.value for keys, s in settings.items() if keys[0] == key}
        if found:
            value = found[()] if () in found else {k[0]: v for k, v in found.items()}
            lines.append(_line(key, value, _NAMES.get(key, "")))
    lines.append(_HEAD_OF_SECTIONS)
    for section in parent.order(report):
        lines.append("\n#[[sections]]\n")
        kept = ((key, settings.get((SECTIONS, section, key))) for key in _OF_SECTIONS)
        told = parent.section_name(report, section)
        titled = settings.get((SECTIONS, section, "title"))
        lines.extend(
            _line(key, one.value, "" if titled or key != "id" else told)
            for key, one in kept
            if one
        )
    return "".join(lines)


def _by_table(
    pack: OpenPack, file: str
) -> Iterator[tuple[tuple[str, ...], tuple[Setting, ...]]]:
    """Yield the tables of a file with their settings."""
    settings = sorted(pack.settings(file).values(), key=_table_in_order(pack, file))
    for table, found in groupby(settings, lambda setting: setting.keys[:-1]):
        yield table, tuple(found)


def _table_in_order(pack: OpenPack, file: str) -> "_Order":
    tables = dict.fromkeys(keys[:-1] for keys in pack.settings(file))
    return _Order({table: index for index, table in enumerate(tables)})


class _Order:
    """Where a setting stands: with its table, whoever added it."""

    def __init__(self, tables: Mapping[tuple[str, ...], int]) -> None:
        self._tables = tables

    def __call__(self, setting: Setting) -> int:
        return self._tables[setting.keys[:-1]]


def _line(key: str, value: object, told: str) -> str:
    """Return a setting commented out, with what it is behind it."""
    said = f"#{key} = {toml(value)}"
    if not told:
        return f"{said}\n"
    gap = max(2, _COMMENT_COLUMN - round(2 * text_width(said)))
    return f"{said}{' ' * gap}# {told}\n"


def _said_beside(pack: OpenPack, setting: Setting) -> str:
    """Return what the files say behind the setting, the furthest forebear foremost."""
    for step in reversed(setting.steps):
        lines = pack.lineage.packs[step.level].texts.get(setting.file, "").split("\n")
        line = lines[step.place.line - 1] if step.place.line else ""
        # A sign # in quotes is no comment.
        if found := re.fullmatch(r"[^#]*[\"\]\w]\s*#\s*([^\"#]+)", line):
            return found[1].strip()
    return ""


def _said_above(pack: OpenPack, setting: Setting, table: tuple[str, ...]) -> str:
    """Return the comment above the head of a table."""
    for step in reversed(setting.steps):
        text = pack.lineage.packs[step.level].texts.get(setting.file, "")
        head = re.escape(f"[{'.'.join(table)}]")
        if found := re.search(rf"((?:^#[^\n]*\n)+){head}", text, re.MULTILINE):
            return "".join(line.lstrip("# ") for line in found[1].splitlines())
    return ""
