"""What the settings of a `layout.toml` are called in Chinese: 行距, 上边距, 标题字号.

This is the one place that names them: commands, findings and pages take the names from here. A
setting of a style is called by the style and the setting (标题字号); of body text, 正文, the
setting alone will do (行距).
"""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from types import MappingProxyType
from typing import Final

from summarykit.model.vocabulary import Level

Key = tuple[str, ...]

STYLES, BODY = "styles", "body"

# The first name is the one that is shown; the others are understood.
_STYLES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "body": ("正文",),
        "title": ("标题", "大标题", "主标题", "题目"),
        "subtitle": ("副标题", "标题下单位"),
        "addressee": ("主送机关", "抬头", "称呼"),
        "heading1": ("一级标题", "黑体标题"),
        "heading2": ("二级标题", "楷体标题"),
        "heading3": ("三级标题", "仿宋标题"),
        "heading4": ("四级标题",),
        "attachment_note": ("附件说明",),
        "signature": ("署名", "落款"),
        "attachment_mark": ("附件字样",),
        "attachment_title": ("附件标题",),
        "caption": ("表题", "图题"),
        "unit": ("计量单位",),
        "table_head": ("表头",),
        "table_text": ("表内文字", "表格文字"),
        "footer": ("页码",),
    }
)
_NAMED_BY_TABLES: Final = ("signature", "footer")
"""Styles whose names alone mean a table of settings."""
_SETTINGS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "font": ("字体", "中文字体"),
        "latin": ("西文字体", "数字字体"),
        "size": ("字号", "字体大小", "大小"),
        "bold": ("加粗", "加黑", "粗体"),
        "spacing": ("字距", "字间距"),
        "line": ("行距", "行间距", "固定值"),
        "before": ("段前", "段前间距"),
        "after": ("段后", "段后间距"),
        "indent": ("首行缩进", "缩进"),
        "align": ("对齐", "对齐方式"),
        "keep_next": ("与下段同页",),
        "widow": ("孤行控制",),
        "colour": ("颜色", "文字颜色"),
    }
)
_OF_A_STYLE: Final = ("font", "latin", "size", "bold", "keep_next", "colour")
FONTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "song": "宋体",
        "fangsong": "仿宋",
        "kai": "楷体",
        "hei": "黑体",
        "title": "小标宋",
        "latin": "西文",
    }
)
_TABLES: Final[Mapping[Key, tuple[str, ...]]] = MappingProxyType(
    {
        ("page",): ("页面", "纸张", "页边距", "边距", "页面设置"),
        ("fonts",): ("字体表",),
        ("styles",): ("样式",),
        ("numbering",): ("编号", "序号"),
        ("title",): ("标题排列", "标题换行"),
        ("last_line",): ("段末行",),
        ("imprint",): ("版记",),
        ("cover",): ("封面",),
        ("letterhead",): ("红头", "文头"),
        ("page_number",): ("页码",),
        ("signature",): ("署名位置", "落款位置", "落款", "署名"),
        ("table",): ("表格",),
        ("figure",): ("图片",),
    }
)
_KEYS: Final[Mapping[Key, tuple[str, ...]]] = MappingProxyType(
    {
        ("page", "width"): ("纸宽",),
        ("page", "height"): ("纸高",),
        ("page", "top"): ("上边距", "天头", "上白边"),
        ("page", "bottom"): ("下边距", "地脚", "下白边"),
        ("page", "left"): ("左边距", "订口", "左白边", "装订线"),
        ("page", "right"): ("右边距", "翻口", "右白边"),
        ("page", "footer"): ("页码距纸边", "页脚"),
        ("page", "grid"): ("行网格", "网格"),
        ("page", "mirror"): ("左右对称", "双面打印", "双面印刷", "对称页边距"),
        ("numbering", "headings"): ("标题序号", "层次序数"),
        ("numbering", "run_in"): ("接排小标题",),
        ("numbering", "automatic"): ("自动编号",),
        ("numbering", "table"): ("表序称呼",),
        ("numbering", "figure"): ("图序称呼",),
        ("numbering", "attachment"): ("附件称呼",),
        ("numbering", "separator"): ("表号后间隔",),
        ("title", "characters"): ("标题每行字数",),
        ("title", "blank_lines"): ("标题后空行",),
        ("last_line", "characters"): ("段末行最少字数", "段末行字数", "末行字数", "孤字"),
        ("last_line", "condense"): ("段末行紧缩",),
        ("last_line", "widen"): ("段末行放宽",),
        ("imprint", "shown"): ("印版记",),
        ("imprint", "size"): ("版记字号",),
        ("imprint", "frame"): ("版记首末线",),
        ("imprint", "inner"): ("版记中间线",),
        ("cover", "shown"): ("有无封面",),
        ("cover", "font"): ("封面标题字体",),
        ("cover", "size"): ("封面标题字号",),
        ("cover", "top"): ("封面标题距版心",),
        ("cover", "unit_font"): ("封面单位字体",),
        ("cover", "unit_size"): ("封面单位字号",),
        ("cover", "unit_top"): ("封面单位距版心",),
        ("letterhead", "letter_mark"): ("信函发文机关标志",),
        ("letterhead", "letter_top"): ("信函标志距纸边",),
        ("letterhead", "letter_foot"): ("信函下双线距纸边",),
        ("letterhead", "letter_width"): ("信函双线长",),
        ("letterhead", "kind"): ("红头种类",),
        ("letterhead", "mark"): ("发文机关标志",),
        ("letterhead", "font"): ("红头字体",),
        ("letterhead", "size"): ("红头字号",),
        ("letterhead", "top"): ("红头距版心",),
        ("letterhead", "blank_lines"): ("红头空行",),
        ("letterhead", "signer"): ("签发人字体",),
        ("letterhead", "line"): ("红线粗细", "红线"),
        ("letterhead", "line_gap"): ("红线距文号",),
        ("page_number", "position"): ("页码位置", "页码居中"),
        ("page_number", "form"): ("页码样子", "页码形式", "页码格式"),
        ("page_number", "inset"): ("页码空字",),
        ("signature", "unit"): ("署名单位", "落款单位", "单位名称", "发文单位"),
        ("signature", "date"): ("日期写法", "成文日期", "日期", "日期格式", "成文时间"),
        ("signature", "blank_lines"): ("署名前空行", "落款前空行", "距正文", "落款距正文"),
        ("signature", "right"): ("署名右空", "落款右空"),
        ("signature", "date_offset"): ("日期右移",),
        ("signature", "sealed_blank_lines"): ("盖章署名前空行",),
        ("signature", "as_sealed"): ("一律按盖章排", "按盖章排"),
        ("signature", "sealed_right"): ("盖章日期右空",),
        ("table", "borders"): ("表格框线",),
        ("table", "frame"): ("表格外框",),
        ("table", "inner"): ("表格内线",),
        ("table", "row_height"): ("表格行高",),
        ("table", "padding"): ("单元格边距",),
        ("table", "together"): ("表格不跨页行数",),
        ("table", "tight_size"): ("宽表字号",),
        ("figure", "width"): ("图片宽度",),
        ("figure", "height"): ("图片高度",),
        ("figure", "before"): ("图片段前",),
    }
)
_OF_REPORTS: Final = MappingProxyType(
    {
        "名称": "name",
        "标题": "title",
        "副标题": "subtitle",
        "最多字数": "most",
        "字数": "lengths",
        "模板": "template",
        "没有内容时": "when_empty",
    }
)
_ELSEWHERE: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "pack.toml": MappingProxyType(
            {
                "格式": "format",
                "编号": "id",
                "名称": "name",
                "版本": "version",
                "说明": "description",
                "基础": "extends",
                "上级": "extends",
                "报告": "reports",
            }
        ),
        "terms.toml": MappingProxyType(
            {"自称": "self", "全体": "all", "下属单位": "members"},
        ),
        "kinds.toml": MappingProxyType(
            {
                "名称": "label",
                "中文名": "label",
                "说明": "about",
                "简称": "short",
                "对象": "cohorts",
                "分组": "group",
                "组": "group",
                "小标题": "headings",
            }
        ),
    }
)
"""What people call the keys of the other files."""


@cache
def key_names() -> Mapping[Key, tuple[str, ...]]:
    """Return the names of every table and setting of a layout, the one to show first."""
    return MappingProxyType(dict(_named()))


def name_of(key: Key) -> str | None:
    """Return the Chinese name of a table or setting of a layout, if it is one."""
    names = key_names().get(key)
    return names[0] if names else None


def keys_called(name: str) -> tuple[Key, ...]:
    """Return the tables and settings that people call `name`; 的 and blanks do not count."""
    wanted = _bare(name)
    return tuple(key for key, names in key_names().items() if wanted in map(_bare, names))


def keys_in(path: str, name: str) -> tuple[Key, ...]:
    """Return the keys of what people call `name` in the file of a pack at `path`.

    In a layout that is the whole key; elsewhere the key alone, in whichever table.
    """
    if path == "layout.toml":
        return keys_called(name)
    table, _, level = name.partition(".")
    levels = {one.label: one.value for one in Level}
    if table in ("voice", "自称") and level in levels:
        return (("voice", levels[level]),)
    key = _ELSEWHERE.get(path, _OF_REPORTS).get(_bare(name))
    return () if key is None else (("", key),)


def _bare(name: str) -> str:
    return "".join(name.replace("的", "").split())


def _named() -> Iterator[tuple[Key, tuple[str, ...]]]:
    yield from _TABLES.items()
    yield from _KEYS.items()
    for role, font in FONTS.items():
        yield ("fonts", role), (f"{font}用字",)
        yield ("fonts", role, "name"), (f"{font}字体名",)
        yield ("fonts", role, "alternatives"), (f"{font}替换字体",)
    for style, names in _STYLES.items():
        alone = () if style in _NAMED_BY_TABLES else names
        yield (STYLES, style), (*(f"{name}样式" for name in names), *alone)
        for setting, words in _SETTINGS.items():
            called = tuple(f"{a}{b}" for a, b in product(names, words))
            if style == BODY:
                # A font alone might be anything's; a distance of lines is that of the text.
                alone_first = setting not in _OF_A_STYLE
                called = (*words, *called) if alone_first else (*called, *words)
            yield (STYLES, style, setting), called
