"""The elements that headers and footers are made of: where each may stand, what it may say.

After ECMA-376-1, 17: what Word writes for text, tables, text boxes and their looks. Numbers are
within what the windows of Word let anybody enter, a sheet of 22 inches the largest.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_BLOCKS: Final = "p tbl"
_RUNS: Final = "r fldSimple"
_RUN_LOOK: Final = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint"
    " snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr"
    " shd fitText vertAlign rtl cs em eastAsianLayout specVanish"
)
_SHAPE: Final = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl suppressLineNumbers pBdr"
    " shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE"
    " autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents"
    " suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl rPr"
)
_ROW: Final = (
    "gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden"
)
_TABLE: Final = (
    "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc"
    " tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption"
    " tblDescription"
)
_CELL: Final = (
    "tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign"
    " hideMark"
)
_SIDES: Final = "top left start bottom right end"
CHILDREN: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        name: frozenset(children.split())
        for name, children in {
            "hdr": _BLOCKS,
            "ftr": _BLOCKS,
            "txbxContent": _BLOCKS,
            "p": f"pPr {_RUNS}",
            "fldSimple": _RUNS,
            "r": "rPr t tab br cr noBreakHyphen softHyphen sym ptab drawing fldChar instrText",
            "tbl": "tblPr tblGrid tr",
            "tblGrid": "gridCol",
            "tr": "tblPrEx trPr tc",
            "tc": f"tcPr {_BLOCKS}",
            "rPr": _RUN_LOOK,
            "pPr": _SHAPE,
            "tblPr": _TABLE,
            "tblPrEx": _TABLE,
            "trPr": _ROW,
            "tcPr": _CELL,
            "tblStylePr": "pPr rPr tblPr trPr tcPr",
            "pBdr": "top left bottom right between bar",
            "tabs": "tab",
            "tblBorders": f"{_SIDES} insideH insideV",
            "tcBorders": f"{_SIDES} insideH insideV tl2br tr2bl",
            "tblCellMar": _SIDES,
            "tcMar": _SIDES,
        }.items()
    }
)
"""What may stand in an element; in all others nothing may."""
KNOWN: Final = frozenset().union(*CHILDREN.values())
_FLAG: Final = "0|1|true|false|on|off"
_COLOUR: Final = "auto|[0-9A-Fa-f]{6}"
_TEXT: Final = "(?s:.{0,255})"
_LINE: Final = (
    "nil|none|single|thick|double|dotted|dashed|dotDash|dotDotDash|triple|wave|doubleWave"
    "|(?:thinThick|thickThin|thinThickThin)(?:Small|Medium|Large)Gap|dashSmallGap"
    "|dashDotStroked|threeDEmboss|threeDEngrave|outset|inset"
)
_PATTERN: Final = (
    "nil|clear|solid|(?:thin)?(?:(?:horz|vert|diag|reverseDiag)Stripe|(?:horz|diag)Cross)"
    r"|pct\d{1,2}"
)
_DIRECTION: Final = "tb|rl|lr|tbV|rlV|lrV|btLr|lrTb|tbRl|lrTbV|tbLrV|tbRlV"
_ALIGNED: Final = (
    "start|center|end|both|distribute|left|right|numTab|thaiDistribute"
    "|(?:low|medium|high)Kashida"
)
_LEADER: Final = "none|dot|hyphen|underscore|heavy|middleDot"
_ANCHOR: Final = "text|margin|page"
_ACROSS: Final = "left|center|right|inside|outside"
_DOWN: Final = "inline|top|center|bottom|inside|outside"
_RULE: Final = "auto|exact|atLeast"
_UNDERLINE: Final = (
    "single|words|double|thick|dotted|dottedHeavy|dash|dashedHeavy|dashLong|dashLongHeavy"
    "|dotDash|dashDotHeavy|dotDotDash|dashDotDotHeavy|wave|wavyHeavy|wavyDouble|none"
)
_MARKED: Final = (
    "(?:dark)?(?:Blue|Cyan|Green|Magenta|Red|Yellow)|blue|cyan|green|magenta|red|yellow|black"
    "|white|darkGray|lightGray|none"
)
Range = tuple[int, int]
Said = Mapping[str, str | Range]
_LENGTH: Final = (-31680, 31680)
_SIZE: Final = (2, 3276)
_COUNT: Final = (0, 63)
_BORDER: Final[Said] = {
    "val": _LINE, "sz": (0, 255), "space": (0, 31), "color": _COLOUR, "shadow": _FLAG,
    "frame": _FLAG,
}  # fmt: skip
_WIDTH: Final[Said] = {"w": _LENGTH, "type": "nil|pct|dxa|auto"}
_WIDE: Final = "tblW tblInd tblCellSpacing tcW wBefore wAfter"
_EDGE: Final[Said] = {**_BORDER, **_WIDTH}
_FLAGS: Final = (
    "b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint snapToGrid vanish"
    " webHidden rtl cs specVanish keepNext keepLines pageBreakBefore widowControl"
    " suppressLineNumbers suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct"
    " autoSpaceDE autoSpaceDN bidi adjustRightInd contextualSpacing mirrorIndents"
    " suppressOverlap cantSplit tblHeader hidden bidiVisual noWrap tcFitText hideMark"
)
ATTRIBUTES: Final[Mapping[str, Said]] = MappingProxyType(
    {
        **{name: {"val": _FLAG} for name in _FLAGS.split()},
        **dict.fromkeys((*_SIDES.split(), "insideH", "insideV"), _EDGE),
        **dict.fromkeys(("between", "bar", "bdr", "tl2br", "tr2bl"), _BORDER),
        **dict.fromkeys(_WIDE.split(), _WIDTH),
        **{name: {"val": _TEXT} for name in ("pStyle", "rStyle", "tblStyle")},
        **{name: {"val": _TEXT} for name in ("tblCaption", "tblDescription")},
        **{name: {"val": _SIZE} for name in ("sz", "szCs")},
        **{name: {"val": _COUNT} for name in ("gridBefore", "gridAfter")},
        **{name: {"val": _COUNT} for name in ("tblStyleRowBandSize", "tblStyleColBandSize")},
        "gridSpan": {"val": (1, 63)},
        "hMerge": {"val": "continue|restart"},
        "vMerge": {"val": "continue|restart"},
        "rFonts": {
            **dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), _TEXT),
            "hint": "default|eastAsia|cs",
        },
        "color": {"val": _COLOUR},
        "spacing": {
            "val": _LENGTH,
            **dict.fromkeys(("before", "beforeLines", "after", "afterLines", "line"), _LENGTH),
            **dict.fromkeys(("beforeAutospacing", "afterAutospacing"), _FLAG),
            "lineRule": _RULE,
        },
        "ind": {
            f"{side}{chars}": _LENGTH
            for side in ("start", "end", "left", "right", "hanging", "firstLine")
            for chars in ("", "Chars")
        },
        "w": {"val": (1, 600)},
        "kern": {"val": (0, 3276)},
        "position": {"val": (-3168, 3168)},
        "highlight": {"val": _MARKED},
        "u": {"val": _UNDERLINE, "color": _COLOUR},
        "effect": {"val": "none|blinkBackground|lights|antsBlack|antsRed|shimmer|sparkle"},
        "shd": {"val": _PATTERN, "color": _COLOUR, "fill": _COLOUR},
        "fitText": {"val": _LENGTH, "id": r"-?\d{1,10}"},
        "vertAlign": {"val": "baseline|superscript|subscript"},
        "em": {"val": "none|dot|comma|circle|underDot"},
        "eastAsianLayout": {
            "id": r"-?\d{1,10}",
            "combine": _FLAG,
            "combineBrackets": "none|round|square|angle|curly",
            "vert": _FLAG,
            "vertCompress": _FLAG,
        },
        "framePr": {
            "dropCap": "none|drop|margin",
            "lines": (1, 10),
            **dict.fromkeys(("w", "h", "vSpace", "hSpace", "x", "y"), _LENGTH),
            "wrap": "auto|notBeside|around|tight|through|none",
            "hAnchor": _ANCHOR,
            "vAnchor": _ANCHOR,
            "xAlign": _ACROSS,
            "yAlign": _DOWN,
            "hRule": _RULE,
            "anchorLock": _FLAG,
        },
        "tab": {
            "val": "clear|start|center|end|decimal|bar|num|left|right",
            "pos": _LENGTH,
            "leader": _LEADER,
        },
        "jc": {"val": _ALIGNED},
        "textDirection": {"val": _DIRECTION},
        "textAlignment": {"val": "top|center|baseline|bottom|auto"},
        "textboxTightWrap": {
            "val": "none|allLines|firstAndLastLine|firstLineOnly|lastLineOnly"
        },
        "outlineLvl": {"val": (0, 9)},
        "tblpPr": {
            **dict.fromkeys(
                (*(f"{side}FromText" for side in ("left", "right", "top", "bottom")),
                 "tblpX", "tblpY"),
                _LENGTH,
            ),
            "vertAnchor": _ANCHOR,
            "horzAnchor": _ANCHOR,
            "tblpXSpec": _ACROSS,
            "tblpYSpec": _DOWN,
        },
        "tblOverlap": {"val": "never|overlap"},
        "tblLayout": {"type": "fixed|autofit"},
        "tblLook": {
            "val": "[0-9A-Fa-f]{1,4}",
            **dict.fromkeys(
                ("firstRow", "lastRow", "firstColumn", "lastColumn", "noHBand", "noVBand"),
                _FLAG,
            ),
        },
        "trHeight": {"val": (0, 31680), "hRule": _RULE},
        "vAlign": {"val": "top|center|both|bottom"},
        "gridCol": {"w": (0, 31680)},
        "br": {"type": "page|column|textWrapping", "clear": "none|left|right|all"},
        "sym": {"font": _TEXT, "char": "[0-9A-Fa-f]{1,6}"},
        "ptab": {
            "alignment": "left|center|right",
            "relativeTo": "margin|indent",
            "leader": _LEADER,
        },
        "fldChar": {"fldCharType": "begin|separate|end", "dirty": _FLAG, "fldLock": _FLAG},
        "fldSimple": {"instr": _TEXT, "dirty": _FLAG, "fldLock": _FLAG},
    }
)  # fmt: skip
"""What an element may say by its attributes; all others say nothing that anybody sees."""
_OPTIONAL: Final = frozenset(
    (*_FLAGS.split(), "hMerge", "vMerge", "pStyle", "rStyle", "tblStyle")
)
NEEDED: Final = frozenset(
    name for name, said in ATTRIBUTES.items() if [*said] == ["val"] and name not in _OPTIONAL
)
"""The elements that are nothing without a value."""
_DRAWN: Final = (
    "inline anchor extent effectExtent docPr cNvGraphicFramePr simplePos positionH positionV"
    " posOffset align wrapNone wrapSquare wrapTight wrapThrough wrapTopAndBottom wrapPolygon"
    " start lineTo pic nvPicPr cNvPr cNvPicPr blipFill spPr wsp cNvSpPr cNvCnPr cNvFrPr style"
    " txbx linkedTxbx bodyPr"
)
DRAWN: Final = frozenset(_DRAWN.split())
"""What pictures and text boxes are made of, but for their lines and fillings."""
_NUMBER: Final = re.compile(r"(-?\d{1,9}(?:\.\d{1,9})?)(mm|cm|in|pt|pc|pi|%)?")
_LARGEST: Final = 20_116_800
"""22 inches, in the units of drawings."""


def may_say(said: str | Range, text: str) -> bool:
    """Return whether a value is one of those that `said` allows."""
    if isinstance(said, str):
        return re.fullmatch(said, text) is not None
    found = _NUMBER.fullmatch(text)
    if found is None:
        return False
    low, high = said
    return low <= float(found[1]) <= high


def may_measure(text: str, *, least: int = -_LARGEST) -> bool:
    """Return whether a length in a drawing is one that a sheet of paper may have."""
    return re.fullmatch(r"-?\d{1,8}", text) is not None and least <= int(text) <= _LARGEST
