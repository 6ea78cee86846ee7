"""Which of two answers counts: of all documents, or of those alone that the question calls by their name."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from assistant.answer.adjectives import is_adjective
from assistant.answer.cues import GENERIC_NOUNS, GENERIC_VERBS, META_WORDS
from assistant.answer.evidence import Readings
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import parse_question
from assistant.answer.titlenames import Named
from assistant.dutch import analyse, content_stems, find_stems, fold
from assistant.types import Answer


def suffices(first: Answer, named: Named) -> bool:
    """Tell whether the answer of all documents is of a named one, and quotes something of what is asked of it."""
    if not first.answered or not first.citations or first.citations[0].document_id not in named.documents:
        return False
    return _count_said(first, named) > 0 and not _is_open(first)


def _is_open(answer: Answer) -> bool:
    """Tell whether an answer leaves a yes or no open, or quotes a question first: the name may be all that another lacks."""
    if answer.kind == QuestionKind.YESNO:
        return answer.short is None
    return bool(answer.citations) and answer.short is None and answer.citations[0].quote.endswith("?")


def says_any(answer: Answer, stems: Collection[str]) -> bool:
    """Tell whether the first quotation holds one of the stems, also as a part of a compound."""
    return bool(answer.citations) and not analyse(answer.citations[0].quote).stems.keys().isdisjoint(stems)


def keeps_subject(second: Answer, named: Named, rarity: Callable[[str], float]) -> bool:
    """Tell whether the answer of the named documents quotes something of what is asked of them.

    Where yes or no is asked it must be the rarest of the words that are no small ones: a document that speaks of a
    reporting duty tells nothing of a conscription.
    """
    if not second.answered:
        return False
    asked = _read_asked(named)
    if second.kind != QuestionKind.YESNO or not asked:
        return not asked or says_any(second, asked)
    return says_any(second, (max(sorted(asked), key=rarity),))


def _read_asked(named: Named) -> frozenset[str]:
    """Give the stems of what is asked of the documents, without small and general words and adjectives."""
    plain = ((fold(token.text), token.text) for token in parse_question(named.rest).words)
    return frozenset(
        stem
        for word, text in plain
        if not any(word in small for small in (META_WORDS, GENERIC_VERBS, GENERIC_NOUNS))
        and not is_adjective(word)
        for stem in find_stems(text)
    )


def _count_said(answer: Answer, named: Named) -> int:
    """Give how many words of what is asked of the document stand in the first quotation."""
    asked = set(content_stems(named.rest))
    return len(asked & analyse(answer.citations[0].quote).stems.keys()) if answer.citations else 0


def prefer_named(first: Answer, second: Answer, named: Named, readings: Readings) -> Answer:
    """Give the answer of all documents or the `second`, of the named ones: the surer, or of a document that never has
    the name the second.

    One of the named documents is left only for one that quotes more of what is asked. Where neither answers, the named
    documents have the nearest passages; where they do not, a document that never has the name does not either.
    """
    if not second.answered:
        if first.answered and _is_of_another(first, named, readings):
            return second
        near = {citation.document_id for citation in first.nearby[:1]}
        told = first.answered or not second.nearby or near <= named.documents
        return first if told else replace(second, confidence=first.confidence)
    if not first.answered:
        return second
    document = first.citations[0].document_id
    if document in named.documents:
        if _is_open(first) and not _is_open(second):
            return second
        more = _count_said(second, named) > _count_said(first, named)
        return second if more and second.confidence >= first.confidence else first
    if not _holds_any(document, named.known, readings):
        return second
    return max(second, first, key=lambda answer: answer.confidence)


def _is_of_another(answer: Answer, named: Named, readings: Readings) -> bool:
    """Tell whether an answer quotes a document first that is not named and never has the name."""
    document = answer.citations[0].document_id
    return document not in named.documents and not _holds_any(document, named.names, readings)


def _holds_any(document: str, words: Sequence[str], readings: Readings) -> bool:
    """Tell whether a document has one of some words in its text, as a whole word: "SP" does not stand in "spoor"."""
    text = readings(document).document.text
    return any(_holds(text, word) for word in words)


def _holds(text: str, word: str) -> bool:
    """Tell whether a text has a word; one of several capitals never in small letters only: "denk" is not "DENK"."""
    if sum(map(str.isupper, word)) < _CAPITALS:
        return re.search(rf"(?<!\w){re.escape(fold(word))}(?!\w)", fold(text)) is not None
    found = re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE)
    return any(any(map(str.isupper, one.group())) for one in found)


_CAPITALS = 2
"""Capitals from which on a word is an abbreviation."""
