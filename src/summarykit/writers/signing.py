"""The signature in the words that a layout asks for, the same in every format."""

from dataclasses import replace

from summarykit.document import Block, Document, Section, Signature, Text, plain
from summarykit.layout import SignatureRule, is_signed_by_name, printed_date


def signed(document: Document, rule: SignatureRule) -> Document:
    """Return `document` with its signature as it is printed.

    The date is written in the digits that `rule` asks for. The organisation is left out where
    the title, or the line under it, names it and `rule` wants it once; a signature without a
    date keeps it.
    """
    if rule.unit == "always" and rule.date == "arabic":
        return document
    heads = plain(document.title), plain(document.subtitle)
    blocks = tuple(_signed(block, heads, rule) for block in document.blocks)
    return replace(document, blocks=blocks)


def _signed(block: Block, heads: tuple[str, str], rule: SignatureRule) -> Block:
    if isinstance(block, Section):
        return replace(block, blocks=tuple(_signed(each, heads, rule) for each in block.blocks))
    if not isinstance(block, Signature) or not block.date:
        return block
    named = is_signed_by_name(plain(block.organisation), heads, rule)
    return replace(
        block,
        organisation=block.organisation if named else (),
        date=(Text(printed_date(plain(block.date), rule)),),
    )
