"""The foot of a document, from its last block upwards: what is no text any more (Guidelines, DSCO)."""

from __future__ import annotations

from teilegram.layout.blocks import is_prose
from teilegram.layout.labels import follows, label
from teilegram.layout.lines import hashes, is_postscript, is_sentence, nonempty, opening
from teilegram.layout.lists import lists
from teilegram.layout.quotations import quotations
from teilegram.layout.spoken import is_spoken, is_turn
from teilegram.layout.tables import tables
from teilegram.layout.titles import LONGEST
from teilegram.layout.verses import verses
from teilegram.model import SPACE, Annotation, Document


def goes_on(document: Document, block: Annotation, before: Annotation) -> bool:
    """Tell whether a block is the next point of what is counted in the block before it."""
    here = label(document.source.text, block.start)
    above = (label(document.source.text, start) for start, _ in nonempty(document, before.start, before.end))
    return bool(here and any(read and read.sign[0].isalnum() and follows(read, here) for read in above))


def ends(document: Document, blocks: list[Annotation], source_notes: list[Annotation]) -> bool:
    """Tell whether the last of some blocks belongs to the foot of a document."""
    block = blocks[-1]
    text = document.source.text[block.start : block.end]
    if any(n.start < block.end and block.start < n.end for n in source_notes) or is_postscript(document, block):
        return True
    if any(n.end <= block.start for n in source_notes) and len(text.split(None, LONGEST)) < LONGEST:
        return True
    if (text[0] in '“"«„' and is_announced(document, block)) or (blocks[:-1] and belongs(document, block, blocks[-2])):
        return False
    spoken = blocks[:-1] and is_spoken(text, document.source.text[blocks[-2].start : blocks[-2].end])
    if hashes(document, block) or spoken:  # a heading that is marked heads what follows
        return False
    if any(g.holds(block) for g in document.inside(block.start, block.end, "gap", "note")):
        return closes(document, blocks[:-1])
    return not (is_prose(text) or is_turn(text) or goes_on_in_sentences(document, blocks))


def closes(document: Document, blocks: list[Annotation]) -> bool:
    """Tell whether the last of some blocks closes a letter, so that a note on the page stands under its signature."""
    text = document.source.text
    return bool(blocks and opening("valediction").match(text, blocks[-1].start, blocks[-1].end))


def goes_on_in_sentences(document: Document, blocks: list[Annotation]) -> bool:
    """Tell whether the last of some blocks is a sentence, however short, after text."""
    if not blocks[:-1]:
        return False
    above = blocks[-2].start, blocks[-2].end
    after_text = is_prose(document.source.text[slice(*above)]) or is_sentence(document, *above)
    return after_text and is_sentence(document, blocks[-1].start, blocks[-1].end)


def belongs(document: Document, block: Annotation, before: Annotation) -> bool:
    """Tell whether a block, however short, goes on with the text before it: the next point, or a list after prose."""
    prose = is_prose(document.source.text[before.start : before.end])
    return goes_on(document, block, before) or (is_shaped(document, block) and (prose or is_shaped(document, before)))


def is_announced(document: Document, block: Annotation) -> bool:
    """Tell whether the text before a block ends in a colon: a quotation belongs to the text, however short."""
    return document.source.text[max(document.start, block.start - 20) : block.start].rstrip(SPACE).endswith(":")


def is_shaped(document: Document, block: Annotation) -> bool:
    """Tell whether a block is or holds a list, a quotation, verse, or a table with bars: text, however short."""
    families = [lists(document, [block]), quotations(document, block), verses(document, block)]
    if "|" in document.source.text[block.start : block.end]:
        families.append(tables(document, block))
    return any(next(family, None) for family in families)
