"""What a question asks of a document that it names: what is quoted of it must speak of the rarest noun of that.

Within one document nearly every question finds a value of the right sort: "Tot welke leeftijd reizen jongeren van X gratis
mee?" finds an age for games. The noun may stand in the quotation, around it, in a heading above it or in the title; another
name for it and a word close in meaning count too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from assistant.answer.adjectives import is_adjective
from assistant.answer.asking import find_slot
from assistant.answer.cues import GENERIC_NOUNS, GENERIC_VERBS, META_WORDS
from assistant.answer.evidence import Readings
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.missing import UNDERSTOOD
from assistant.answer.nounkinds import noun_kind
from assistant.answer.predicates import ASKED, VERB, stands_as_noun
from assistant.answer.question import Question, parse_question
from assistant.answer.scope import DOCUMENT_NOUN
from assistant.answer.subjects import without_head
from assistant.answer.terms import Term, weigh_terms
from assistant.answer.titlenames import Named, leave_known
from assistant.answer.weighed import Library
from assistant.dutch import fold
from assistant.dutch.verbs import find_infinitive
from assistant.types import Answer, Citation

_HELD, _WHOLE = 0.3, 0.75
"""The strength with which the noun must be held, and a compound by more than one of its parts, as in `subjects.py`."""
_NEAR = 0.05
"""The same in the quotation itself, of a word that is near in meaning: "stagevergoeding" for "stagiairs"."""
_BESIDE = 1
"""Blocks before and after that of the quotation that count."""
_FORE = 5
"""Letters of the fore part of a compound that says what it is of by itself."""
_RARE = 0.3
"""The rarity below which a noun stands in so many passages that it may be understood."""
_MEASURES = frozenset(
    {QuestionKind.AMOUNT, QuestionKind.SHARE, QuestionKind.COUNT, QuestionKind.PERIOD, QuestionKind.MOMENT}
)
_ADVERB = re.compile(r"\w+(?:stens|lijks|malig|weg)|gratis|samen|extra|elkaar")
_UNITS = frozenset(
    "euro euro's procent percent kilometer kilometers meter hectare ton uur uren jaar dagen weken maanden keer".split()
)
_DOCUMENT = re.compile(rf"[\w-]*(?:{DOCUMENT_NOUN})(?:'?s|en|n)?")
_SEVERAL = frozenset({QuestionKind.TOPIC, QuestionKind.LIST, QuestionKind.MANNER, QuestionKind.REASON})
"""Kinds of question of which any quotation may speak of the noun; of a value it is the first."""


def keeps_noun(answer: Answer, named: Named, library: Library) -> bool:
    """Tell whether what an answer quotes speaks of the rarest noun of what is asked; True where nothing is quoted or asked.

    Yes and no are told from a sentence that has the rarest word of all (`seconding.py`).
    """
    question = leave_known(parse_question(answer.question), named.known)
    if question.kind is QuestionKind.YESNO or not answer.citations:
        return True
    counted = question.kind is QuestionKind.COUNT and question.asked  # of "welke leeftijd" no counted noun
    slot = find_slot(question.text, question.asked).noun
    nouns = [
        term
        for term in weigh_terms(question, library.rarity)
        if is_noun_asked(term, question, named.known) and (fold(term.text) != slot or slot == counted)
    ]
    nouns = [term for term in nouns if not _is_people(fold(term.text))] or nouns
    rarest = max(nouns, key=lambda term: (library.rarity(term.stem), term.text), default=None)
    if rarest is None or library.rarity(rarest.stem) < _RARE:
        return True
    quoted = answer.citations if question.kind in _SEVERAL else answer.citations[:1]
    matcher = Matcher((rarest,), library.vectors)
    if not rarest.parts and any(matcher.strengths(one.quote)[0] >= _NEAR for one in quoted):
        return True
    texts = [list(_texts_around(citation, library.readings)) for citation in quoted]
    return _is_said(rarest, chain.from_iterable(texts), matcher) or _is_begun(rarest, texts[0])


_PEOPLE = frozenset(
    "moeder moeders vader vaders ouder ouders mens mensen persoon personen iemand vrouw vrouwen man mannen burger burgers werknemer".split()
)
"""Those who are seldom said where a text tells what they may: it says "men" or nobody at all."""


def _is_people(word: str) -> bool:
    """Tell whether a noun is for people of any sort, of whom a text may say nothing."""
    return word in _PEOPLE or word.endswith(("nemers", "inwoners"))


def _is_said(term: Term, texts: Iterable[str], whole: Matcher) -> bool:
    """Tell whether a text says a noun, another name for it or a word close in meaning; a compound by more than one part."""
    least = _WHOLE if term.parts else _HELD
    return any(whole.strengths(text)[0] >= least for text in texts)


def _is_begun(term: Term, texts: Iterable[str]) -> bool:
    """Tell whether a text says the fore part of a compound: "warmte" for "warmteloket"; a short one is soon met ("koop")."""
    if not term.parts or len(term.parts[0]) < _FORE:
        return False
    fore = Matcher((without_head(term),), None)
    return any(fore.strengths(text)[0] >= _HELD for text in texts)


def is_noun_asked(term: Term, question: Question, known: Sequence[str] = ()) -> bool:
    """Tell whether a word is a noun that tells what is asked about: no unit, no document and none that fits anything.

    `known` are names of documents, before which a word is a noun as well.
    """
    plain = fold(term.text)
    if term.kind == "number" or term.part == VERB or plain in UNDERSTOOD or _DOCUMENT.fullmatch(plain):
        return False
    if any(plain in words for words in (META_WORDS, GENERIC_VERBS, GENERIC_NOUNS)):
        return False
    if term.kind == "name":
        return len(term.text) > 1
    if noun_kind(plain) in _MEASURES or plain in _UNITS:
        return False
    if term.part == ASKED:
        return True
    if is_adjective(plain) or _ADVERB.fullmatch(plain) or find_infinitive(plain) is not None:
        return False
    return stands_as_noun(term.text, question.text) or any(
        f"{said} {term.text}" in question.text for said in known
    )


def _texts_around(citation: Citation, readings: Readings) -> Iterator[str]:
    """Yield a quotation, the headings above it, its block with those beside it, and the title."""
    yield citation.quote
    reading = readings(citation.document_id)
    block = reading.block_at(citation.span.start)
    yield from reading.headings_of(block)
    last = len(reading.blocks) - 1
    for other in range(max(0, block - _BESIDE), min(last, block + _BESIDE) + 1):
        yield reading.text_of(other)
    yield citation.title
