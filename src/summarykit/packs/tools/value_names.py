"""What the values of settings are called in Chinese: `outer` is 单页居右、双页居左.

The one place that names them: comparisons, explanations and findings take the words from here.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from summarykit.layout.lengths import SIZES, TWIPS, Length
from summarykit.model.audience import AliasStyle
from summarykit.model.kinds import MeasureGroup, MeasureKind
from summarykit.model.vocabulary import Cohort, ProgrammeKind, Sensitivity
from summarykit.packs.tools.key_names import FONTS, Key

_ALIGN: Final = MappingProxyType(
    {"left": "左对齐", "center": "居中", "right": "右对齐", "both": "两端对齐"}
)
_NAMED: Final[Mapping[Key, Mapping[str, str]]] = MappingProxyType(
    {
        ("page_number", "position"): MappingProxyType(
            {
                "outer": "单页居右、双页居左",
                "center": "居中",
                "right": "居右",
                "left": "居左",
                "none": "不编页码",
            }
        ),
        ("page", "grid"): MappingProxyType(
            {"lines": "只有行网格", "word": "行和字符网格", "none": "不设网格"}
        ),
        ("signature", "unit"): MappingProxyType(
            {"always": "总写单位名称", "unless_in_title": "标题已写明单位的不写"}
        ),
        ("signature", "date"): MappingProxyType({"arabic": "阿拉伯数字", "chinese": "汉字"}),
        ("letterhead", "kind"): MappingProxyType(
            {"none": "没有红头", "document": "文件红头", "letter": "信函红头"}
        ),
        ("numbering", "run_in"): MappingProxyType(
            {"heading": "用各级标题的字体", "text": "与正文一致"}
        ),
        ("table", "borders"): MappingProxyType({"full": "全框", "three_line": "三线表"}),
    }
)
_BY_LAST_KEY: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "font": FONTS,
        "latin": FONTS,
        "unit_font": FONTS,
        "signer": FONTS,
        "align": _ALIGN,
        "sees": MappingProxyType({one.value: one.label for one in Sensitivity}),
        "aliases": MappingProxyType({one.value: one.label for one in AliasStyle}),
        "when_empty": MappingProxyType({"omit": "略去", "warn": "提醒", "error": "报错"}),
        "kind": MappingProxyType(
            {
                "summary": "总结",
                "plan": "计划",
                "report": "情况汇报",
                "briefing": "简报",
                "text": "按模板写",
                "attachment_note": "附件说明",
                "signature": "署名和日期",
                "attachments": "附件",
            }
        ),
        "type": MappingProxyType(
            {"text": "文字", "quantity": "数量", "money": "金额", "date": "日期"}
        ),
        "group": MappingProxyType({group.value: group.label for group in MeasureGroup}),
    }
)
_LISTS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "programmes": MappingProxyType({kind.value: kind.label for kind in ProgrammeKind}),
        "cohorts": MappingProxyType({cohort.value: cohort.label for cohort in Cohort}),
        "emphasis": MappingProxyType({kind.value: kind.label for kind in MeasureKind}),
    }
)
"""What stands in lists, by the key of the list; nobody has named what a pack adds."""
_OTHER_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "仿宋体": "fangsong",
        "仿宋_GB2312": "fangsong",
        "楷体_GB2312": "kai",
        "方正小标宋": "title",
        "方正小标宋简体": "title",
        "小标宋体": "title",
        "Times New Roman": "latin",
        "SimSun": "song",
        "SimHei": "hei",
        "KaiTi": "kai",
        "FangSong": "fangsong",
        "靠左": "left",
        "居左": "left",
        "靠右": "right",
        "居右": "right",
        "居中": "center",
        "单右双左": "outer",
        "外侧": "outer",
        "不要": "none",
        "无": "none",
    }
)
"""What else people write for a value, where a setting has it."""
_TRUTH: Final = MappingProxyType({True: "是", False: "否"})
_BOLD: Final = MappingProxyType({True: "加粗", False: "不加粗"})
_NONE: Final[Mapping[str, str]] = MappingProxyType({})
_UNITS: Final = MappingProxyType({"pt": "磅", "mm": "毫米", "cm": "厘米", "twip": "缇"})
_SIZE_KEYS: Final = ("size", "unit_size", "tight_size")
_SIZES: Final = MappingProxyType({round(p * TWIPS["pt"]): name for name, p in SIZES.items()})
_LENGTH: Final = re.compile(r"(-?[0-9.]+)\s*(pt|mm|cm|twip)")


def names_of_values(key: Key) -> Mapping[str, str]:
    """Return what a setting may be with the Chinese names, if it is one of a few values."""
    if key[:1] == ("fonts",):
        return _NONE
    return _NAMED.get(key) or _BY_LAST_KEY.get(key[-1], _NONE)


def value_called(key: Key, name: str) -> str | None:
    """Return the value of a setting that people call `name`."""
    names = names_of_values(key)
    other = _OTHER_NAMES.get(name)
    return next((v for v, n in names.items() if n == name), other if other in names else None)


def spoken(key: Key, value: object) -> str | None:
    """Return a value as people say it, if it is not said as it is written."""
    if isinstance(value, bool):
        return (_BOLD if key[-1] == "bold" else _TRUTH)[value]
    if isinstance(value, list | tuple):
        return _listed(key, [str(one) for one in value])
    if not isinstance(value, str):
        return None
    if named := names_of_values(key).get(value):
        return named
    if found := _LENGTH.fullmatch(value.strip()):
        said = f"{found[1]}{_UNITS[found[2]]}"
        size = _SIZES.get(Length.read(value).twips) if key[-1] in _SIZE_KEYS else None
        return f"{size}（{said}）" if size else said
    return None


def _listed(key: Key, values: list[str]) -> str | None:
    names = _LISTS.get(key[-1], _NONE)
    known = any(one in names for one in values)
    return "、".join(names.get(one, one) for one in values) if known else None


def same(key: Key, value: object, other: object) -> bool:
    """Return whether two values say the same: 37mm and 3.7cm do, 16pt and 三号."""
    if value == other:
        return True
    if key[-1] in _BY_LAST_KEY or key in _NAMED:
        return False
    try:
        return Length.read(str(value)) == Length.read(str(other))
    except ValueError:
        return False
