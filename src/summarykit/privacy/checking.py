"""What is wrong with the aliases of a record."""

from collections.abc import Iterator, Sequence
from typing import Final

from summarykit.diagnostics import Code, Finding, Path, Place, Severity, message
from summarykit.model import YearRecord
from summarykit.model.audience import AliasStyle, Audience
from summarykit.privacy.aliases import style_of
from summarykit.privacy.audit import Masked, MaskedKind
from summarykit.privacy.children import looks_like_a_name, tells

_WITHHELD: Final = (MaskedKind.CASE, MaskedKind.ROSTER, MaskedKind.SENSITIVE_FIELD)


def alias_findings(record: YearRecord, audience: Audience) -> Iterator[Finding]:
    """Yield a warning for each alias that reads like a name, and for one of another style."""
    first = None
    named = {pupil.alias: pupil.name for pupil in record.pupils if pupil.alias}
    for path, alias in _aliases(record):
        if looks_like_a_name(alias) or tells(alias, named.get(alias)):
            yield _like_a_name(path)
            continue
        style = style_of(alias)
        first = first or style
        mixed = style is not None and style is not first
        if mixed and audience.aliases is AliasStyle.RECORDED:
            yield _mixed(path, alias)


def masked_finding(audit: Sequence[Masked]) -> Iterator[Finding]:
    """Yield a remark at the first text or count that was masked, if any was."""
    masked = [one for one in audit if one.kind not in _WITHHELD]
    if not masked:
        return
    withheld = len(audit) - len(masked)
    said = message("{count} private details of the record are masked", count=len(masked))
    if withheld:
        said = message(
            "{count} private details of the record are masked, and {withheld} fields or entries"
            " are not for these readers",
            count=len(masked),
            withheld=withheld,
        )
    hint = message("build with --audit lists them, in Python Summary.audit does")
    place = Place(path=masked[0].path)
    yield Finding(Severity.INFO, Code.PRIVATE_MASKED, said, place, hint)


def _aliases(record: YearRecord) -> Iterator[tuple[Path, str]]:
    seen: set[str] = set()
    for name in ("pupils", "cases"):
        for index, entry in enumerate(getattr(record, name)):
            if entry.alias and entry.alias not in seen:
                seen.add(entry.alias)
                yield (name, index, "alias"), entry.alias


def _like_a_name(path: Path) -> Finding:
    said = message("an alias reads like the real name of a child; another one is printed")
    hint = message("write it so that it is seen to be none: 小明（化名）, 李某某 or 学生A")
    return Finding(Severity.WARNING, Code.ALIAS_LIKE_A_NAME, said, Place(path=path), hint)


def _mixed(path: Path, alias: str) -> Finding:
    said = message("{alias} is an alias of another kind than those before", alias=alias)
    hint = message("call all children of a record in one way: 小明（化名）, 李某某 or 学生A")
    return Finding(Severity.WARNING, Code.ALIAS_STYLES_MIXED, said, Place(path=path), hint)
