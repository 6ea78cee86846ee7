"""Tables and figures as a constraint: "in tabel 4", "volgens figuur 2". They are known by their captions.

To a table belong its rows, to both the paragraphs of the document that name them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from assistant.answer.openings import find_texts_with
from assistant.answer.references import CAPTIONED, Reference
from assistant.index import Index
from assistant.types import BlockKind, Document, Section, SectionKind, Span

_LONGEST = 80
"""Characters of a caption that are shown."""


def find_captioned(reference: Reference, index: Index, allowed: Collection[str]) -> tuple[Section, ...]:
    """Give what belongs to the tables or figures that a reference names, of the documents with these ids."""
    numbers = sorted(one for number in reference.numbers for one in number)
    words = [f"{way} {number}" for way in CAPTIONED[reference.noun] for number in numbers]
    found: list[Section] = []
    for document in find_texts_with(index, words, allowed):
        for number in numbers:
            found += _list_sections(document, _name(reference.noun, number), index)
    return tuple(found)


def name_captioned(reference: Reference) -> tuple[str, ...]:
    """Give the tables or figures that a reference names, each as it is called: "tabel 4"; empty for another part."""
    if reference.noun not in CAPTIONED:
        return ()
    return tuple(f"{reference.noun} {one}" for number in reference.numbers for one in number)


def names_captioned(text: str, captioned: Collection[str]) -> bool:
    """Tell whether a text names one of these tables or figures."""
    names = (name.rpartition(" ") for name in captioned)
    return any(re.search(_name(noun, number), text, re.IGNORECASE) for noun, _, number in names)


def _name(noun: str, number: str) -> str:
    """Give the pattern of a table or figure as it is named."""
    ways = "|".join(map(re.escape, CAPTIONED[noun]))
    return rf"(?<![\w-])(?:{ways})\s*{re.escape(number)}(?![\w])(?![.,-]\d)"


def _list_sections(document: Document, name: str, index: Index) -> Iterator[Section]:
    """Yield the caption with its rows, and the paragraphs that name it; nothing for what has no caption."""
    caption = re.compile(rf"\s*{name}", re.IGNORECASE)
    named = re.compile(name, re.IGNORECASE)
    held: list[Span] = []
    shown = ""
    blocks, text = document.blocks, document.text
    for place, block in enumerate(blocks):
        own = block.span.of(text)
        if block.kind is BlockKind.CAPTION and caption.match(own):
            shown = shown or own
            held.append(block.span)
            held += _rows_behind(document, place)
        elif block.kind is BlockKind.ROW and caption.match(own):
            shown = shown or own.split(": ", 1)[0]
            held.append(block.span)
    if not held:
        return
    held += [
        block.span
        for block in blocks
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and named.search(block.span.of(text))
    ]
    heading = " ".join(shown.split()).rstrip(".")
    heading = heading if len(heading) <= _LONGEST else f"{heading[:_LONGEST].rsplit(' ', 1)[0]} …"
    for span in _join(sorted(set(held))):
        numbers = index.numbers_within(document.id, span)
        if numbers:
            yield Section(heading, numbers.start, numbers.stop, SectionKind.CAPTION, span)


def _rows_behind(document: Document, place: int) -> Iterator[Span]:
    for block in document.blocks[place + 1 :]:
        if block.kind is not BlockKind.ROW:
            return
        yield block.span


def _join(spans: list[Span]) -> list[Span]:
    """Give spans with those that only blank lines part as one."""
    joined: list[Span] = []
    for span in spans:
        if joined and span.start <= joined[-1].end + 2:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
