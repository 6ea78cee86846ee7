"""What is quoted: whole sentences, widened so that they say what they say in the document, and checked."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.cues import ANAPHOR
from assistant.answer.evidence import Readings, Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import Question
from assistant.answer.reading import Reading
from assistant.answer.reservations import with_lead, with_sequel, with_whole_sentence
from assistant.answer.toldyears import AGAIN
from assistant.dutch import content_stems
from assistant.errors import CitationError
from assistant.types import BlockKind, Citation, Extract, Span

_LONGEST_REPLY, _REPLY, _REPLY_SENTENCES = 900, 500, 4
"""Characters that a question may take together with the sentence that answers it, and with further ones."""
_LONGEST_LIST = 1_500
"""Characters of a sentence with the list that it announces, at most."""


def cite(units: Sequence[Unit], question: Question) -> list[Citation]:
    """Give a numbered citation per unit; sentences that follow each other become one."""
    citations: list[Citation] = []
    taken: list[tuple[str, Span]] = []
    for unit in units:
        span = widen(unit, question)
        document = unit.reading.document
        clashes = [
            at for at, (held, other) in enumerate(taken) if document.id == held and span.overlaps(other)
        ]
        if clashes:
            if all(span.covers(taken[at][1]) for at in clashes) and len(span) <= _LONGEST_LIST:
                first, *others = clashes
                taken[first] = document.id, span
                citations[first] = _cite_more(citations[first], unit, span)
                for at in reversed(others):  # further items of the same list stand in it
                    del taken[at], citations[at]
            continue
        taken.append((document.id, span))
        citations.append(
            Citation(
                number=len(citations) + 1,
                document_id=document.id,
                path=document.path,
                sha256=document.sha256,
                title=document.title,
                span=span,
                quote=span.of(document.text),
                score=round(units[0].probability * math.exp(min(0.0, unit.score - units[0].score)), 4),
                date=document.date,
                page=document.page_of(span.start),
                heading=unit.reading.headings_of(unit.block),
            )
        )
    return [replace(citation, number=number) for number, citation in enumerate(citations, 1)]


def _cite_more(citation: Citation, unit: Unit, span: Span) -> Citation:
    """Give a quotation of an item as one of its whole list, with what announces it."""
    document = unit.reading.document
    return replace(
        citation,
        span=span,
        quote=span.of(document.text),
        page=document.page_of(span.start),
        heading=unit.reading.headings_of(unit.block),
    )


def widen(unit: Unit, question: Question) -> Span:
    """Give the span to quote: with the sentence before a pronoun, a short answer beside it, and every reservation."""
    span = _told_in(unit, question) if unit.items else _widen_sentence(unit, question)
    return with_sequel(unit.reading, span)


_AT_ONCE = frozenset(
    {
        QuestionKind.AMOUNT,
        QuestionKind.COUNT,
        QuestionKind.SHARE,
        QuestionKind.MOMENT,
        QuestionKind.PERIOD,
        QuestionKind.PERSON,
        QuestionKind.ORGANISATION,
        QuestionKind.PLACE,
    }
)
"""Kinds of question that one sentence answers, and whose short answer is seldom one of another sentence."""
_LONG_LIST, _SURE = 900, 0.4
"""Characters from which a list is too long to be quoted for one of its sentences, and the fit of a short answer that is told."""


def _told_in(unit: Unit, question: Question) -> Span:
    """Give the list of a unit, or of a long one only the sentences with the short answer and before it, where that tells all."""
    short = unit.short
    if short is None or question.kind not in _AT_ONCE or len(unit.span) < _LONG_LIST or unit.fit < _SURE:
        return unit.span
    if not unit.span.covers(short):
        return unit.span
    reading = unit.reading
    spans = [span for span in reading.sentences(reading.block_at(short.start)) if unit.span.covers(span)]
    held = [number for number, span in enumerate(spans) if span.overlaps(short)]
    if not held:
        return unit.span
    told = Span(spans[max(0, held[0] - 1)].start, spans[held[-1]].end)
    asked, text = set(content_stems(question.text)), reading.document.text
    said = asked & set(content_stems(unit.span.of(text)))
    return told if len(said & set(content_stems(told.of(text)))) >= _MOST_SAID * len(said) else unit.span


_MOST_SAID = 0.7
"""The share of the words of the question in a list that must stand in the sentences quoted for it."""


def _widen_sentence(unit: Unit, question: Question) -> Span:
    span = with_lead(unit, with_whole_sentence(unit, unit.span))
    spans = unit.reading.sentences(unit.block)
    place = next((number for number, other in enumerate(spans) if other == unit.span), 0)
    while (
        place > 0
        and _points_back(spans[place].of(unit.reading.document.text))
        and span.end - spans[place - 1].start < 700
    ):
        place -= 1
        span = Span(min(span.start, spans[place].start), span.end)
    if question.kind is QuestionKind.LIST or _announces_items(unit):
        span = _with_sequel(unit, spans, place, span)
    elif unit.text.rstrip().endswith("?"):
        span = _with_reply(unit, span)
    if (
        unit.short is not None
        and unit.fit >= 0.4
        and not span.covers(unit.short)
        and question.kind is not QuestionKind.YESNO
    ):
        span = _stretch(unit.reading, span, unit.short)
    return span


def _points_back(text: str) -> bool:
    """Tell whether a sentence says nothing whole without the one before it."""
    return ANAPHOR.match(text) is not None or AGAIN.search(text) is not None


def _announces_items(unit: Unit) -> bool:
    """Tell whether a sentence ends with the colon before the items of a list: without them it is not whole."""
    following, blocks = unit.block + 1, unit.reading.blocks
    colon = unit.text.rstrip().endswith(":") and following < len(blocks)
    return colon and blocks[following].kind is BlockKind.ITEM


def _with_sequel(unit: Unit, spans: Sequence[Span], place: int, span: Span) -> Span:
    """Give the span with what a sentence announces: the questions after a colon, or the block after one."""
    reading = unit.reading
    text = reading.document.text
    own = next((number for number, other in enumerate(spans) if other == unit.span), place)
    if ":" in unit.text and unit.text.endswith("?"):
        while own + 1 < len(spans) and spans[own + 1].of(text).endswith("?") and len(span) < 900:
            own += 1
            span = Span(span.start, spans[own].end)
    following = unit.block + 1
    if unit.text.rstrip().endswith(":") and own == len(spans) - 1 and following < len(reading.blocks):
        end = reading.blocks[following].span.end
        while following + 1 < len(reading.blocks) and reading.blocks[following + 1].kind is BlockKind.ITEM:
            following += 1
            end = reading.blocks[following].span.end
        if end - span.start < _LONGEST_LIST:
            span = Span(span.start, end)
    return span


def _with_reply(unit: Unit, span: Span) -> Span:
    """Give the span of a question that somebody asks with the sentence after it, which answers it."""
    reading = unit.reading
    spans = [span for span in reading.sentences(unit.block) if span.start >= unit.span.end]
    following = unit.block + 1
    if not spans and unit.block in reading.questions.get(following, ()):
        spans = list(reading.sentences(following))
    if not spans or spans[0].end - span.start > _LONGEST_REPLY:
        return span
    near = [other.end for other in spans[:_REPLY_SENTENCES] if other.end - span.start <= _REPLY]
    return Span(span.start, max([spans[0].end, *near]))


def _stretch(reading: Reading, span: Span, short: Span) -> Span:
    """Give the span that also holds the whole sentences of `short`, when they are near."""
    blocks = range(reading.block_at(short.start), reading.block_at(max(short.start, short.end - 1)) + 1)
    held = [one for block in blocks for one in reading.sentences(block) if one.overlaps(short)]
    whole = [span, short, *held]
    both = Span(min(one.start for one in whole), max(one.end for one in whole))
    return both if len(both) < 900 else span


def verify(citations: Sequence[Citation], readings: Readings) -> None:
    """Check every quotation against its document; raises CitationError at the first difference."""
    for citation in citations:
        document = readings(citation.document_id).document
        if document.text[citation.span.start : citation.span.end] != citation.quote or not citation.quote:
            raise CitationError(
                f"Het citaat uit '{citation.path}' klopt niet met de bron; het antwoord is achtergehouden."
            )


def is_quoted(unit: Unit, citations: Sequence[Citation]) -> bool:
    """Tell whether the short answer of a unit stands in a quotation, when it has one of its own."""
    return unit.short is None or any(
        item.document_id == unit.reading.document.id and item.span.covers(unit.short) for item in citations
    )


def find_cited_facts(citations: Sequence[Citation], readings: Readings) -> list[tuple[str, Extract]]:
    """Give the facts in the blocks that are cited, each once, with the id of their document."""
    found: list[tuple[str, Extract]] = []
    seen: set[tuple[str, int, int, str]] = set()
    for citation in citations:
        reading = readings(citation.document_id)
        blocks = [reading.blocks[index].span for index in reading.blocks_in(citation.span)]
        area = Span(
            min([citation.span.start, *(span.start for span in blocks)]),
            max([citation.span.end, *(span.end for span in blocks)]),
        )
        for fact in reading.facts_in(area):
            key = (citation.document_id, fact.span.start, fact.span.end, fact.kind.value)
            if key not in seen:
                seen.add(key)
                found.append((citation.document_id, fact))
    return found
