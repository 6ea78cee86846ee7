"""The articles that a regulation has of itself: under a heading "Artikel 5", or as a paragraph "Artikel 5. De raad ...".

What another text says of "artikel 5 van de Gemeentewet" is no article of that text.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from assistant.answer.joinedruns import join_runs
from assistant.answer.openings import find_texts_with
from assistant.answer.placewords import NUMBER
from assistant.answer.references import LAW_NAME, Reference
from assistant.index import Index
from assistant.types import BlockKind, Document, Section, SectionKind, Span

_NAMED = rf"\s*(?:artikel(?:en)?|art\.)\s*(?P<numbers>{NUMBER}(?:\s*(?:,|en|t/m|tot en met)\s*{NUMBER})*)"
_OPENING = re.compile(rf"{_NAMED}(?P<behind>[^\n]*)", re.IGNORECASE)
_HEAD = re.compile(rf"(?:{_NAMED})?[\s.:)–—-]*", re.IGNORECASE)
"""What an article begins with and is no part of what it says."""
_CLOSING = re.compile(r"\s*(?:namens|aldus|gedaan te|gegeven te|vastgesteld te|getekend)\b", re.IGNORECASE)
"""What stands below the last article: who signed."""
_NUMBERS = re.compile(NUMBER, re.IGNORECASE)
_OF_ITSELF = re.compile(r"\s*(?:$|[.:)–—(-]|[A-Z‘'“\"])")
"""What may follow the number of an article at its own head: its end, a sign, or a word that begins its text."""
_OF_ANOTHER = re.compile(
    rf"\s*(?:{LAW_NAME}|(?:Wet|Wetboek|Besluit|Richtlijn|Verordening|Regeling)\s|[A-Z]*[b-df-hj-np-tv-zB-DF-HJ-NP-TV-Z]{{2,}}\s*$"
    r"|[A-Z]{2,}(?![\w-])|[A-Z][b-df-hj-np-tv-z]+(?![\w-]))"
)
"""A law behind the number: "Artikel 5 Awb", "Artikel 21b ARAR", "Artikel 552i Sv"."""
_MEMBER = re.compile(r"\s*(?:lid\s+)?\(?(?P<number>\d{1,2})(?:[.)]|(?=\s+[A-Z]))", re.IGNORECASE)
_KINDS = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING)


def find_articles(reference: Reference, index: Index, allowed: Collection[str]) -> tuple[Section, ...]:
    """Give the articles that a reference names, of the documents with these ids; those under a heading and the others."""
    wanted = frozenset(number for one in reference.numbers for number in one)
    found = [*_find_headed(index, allowed, wanted), *_find_opening(index, allowed, wanted)]
    if reference.member:
        narrowed = (_narrow(section, index, reference) for section in found)
        found = [section for section in narrowed if section is not None]
    return tuple(sorted(found, key=lambda section: (section.first, section.span or Span(0, 0))))


def read_article(text: str) -> frozenset[str]:
    """Give the numbers of the article of which a text is the head or the whole; empty when it is of none."""
    found = _OPENING.match(text)
    if found is None or not _OF_ITSELF.match(found["behind"]) or _OF_ANOTHER.match(found["behind"]):
        return frozenset()
    return frozenset(one.group().lower() for one in _NUMBERS.finditer(found["numbers"]))


def _find_headed(index: Index, allowed: Collection[str], wanted: frozenset[str]) -> Iterator[Section]:
    """Yield the articles under a heading of their own: passages that follow each other under it are one."""
    pieces = [f"\n{word} {number}" for number in wanted for word in ("artikel", "artikelen", "art.")]
    records = index.records()
    return join_runs(
        (run, next((one for one in run.path if wanted & read_article(one)), None))
        for run in index.contents.find(pieces)
        if records[run.document].id in allowed
    )


def _find_opening(index: Index, allowed: Collection[str], wanted: frozenset[str]) -> Iterator[Section]:
    """Yield the articles that are paragraphs: from their opening up to that of the next one, or to a heading."""
    words = [f"{word} {number}" for number in sorted(wanted) for word in ("artikel", "art.")]
    for document in find_texts_with(index, words, allowed):
        blocks, text = document.blocks, document.text
        place = 0
        while place < len(blocks):
            block = blocks[place]
            place += 1
            if block.kind not in _KINDS[:2] or not _names(block.span.of(text), wanted):
                continue
            while place < len(blocks) and _goes_on(document, place):
                place += 1
            head = _HEAD.match(text, block.span.start, block.span.end)
            span = Span(head.end() if head else block.span.start, blocks[place - 1].span.end)
            numbers = index.numbers_within(document.id, span)
            if numbers:
                name = f"artikel {min(wanted & read_article(block.span.of(text)))}"
                yield Section(name, numbers.start, numbers.stop, SectionKind.ARTICLE, span)


def _names(text: str, wanted: frozenset[str]) -> bool:
    return bool(wanted & read_article(text))


def _goes_on(document: Document, place: int) -> bool:
    block = document.blocks[place]
    text = block.span.of(document.text)
    return block.kind is not BlockKind.HEADING and not read_article(text) and not _CLOSING.match(text)


def _narrow(section: Section, index: Index, reference: Reference) -> Section | None:
    """Give the paragraph of an article that is asked for; the article where its paragraphs are not numbered.

    None where they are and none has that number.
    """
    document = index.document(index.passage(section.first).document_id)
    span = section.span or Span(
        index.passage(section.first).span.start, index.passage(section.stop - 1).span.end
    )
    inside = [block for block in document.blocks if block.span.overlaps(span) and block.kind in _KINDS[:2]]
    numbered = [(_read_member(block.span.of(document.text)), block) for block in inside]
    if not numbered or numbered[0][0] != "1":
        return section
    places = [place for place, (number, _) in enumerate(numbered) if number == reference.member]
    if not places:
        return None
    after = str(int(reference.member) + 1)
    ends = [place for place, (number, _) in enumerate(numbered) if number == after and place > places[0]]
    last = inside[ends[0] - 1] if ends else inside[-1]
    stretch = Span(inside[places[0]].span.start, last.span.end)
    numbers = index.numbers_within(document.id, stretch)
    if not numbers:
        return section
    name = f"artikel {min(min(reference.numbers))}, lid {reference.member}"
    return Section(name, numbers.start, numbers.stop, SectionKind.ARTICLE, stretch)


def _read_member(text: str) -> str:
    """Give the number that a paragraph begins with, behind that of its article; empty when it has none."""
    opening = _OPENING.match(text)
    if opening is not None and read_article(text):
        text = opening["behind"].lstrip(" .:)–—-")
    found = _MEMBER.match(text)
    return found["number"] if found else ""
