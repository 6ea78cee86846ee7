"""What a list must be about: "projecten over energie" wants no project of which nothing is said of energy.

The noun that is asked for stands in every text that lists something, so that it tells nothing of what the list is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answer.cues import GENERIC_VERBS, NUMBER_WORDS
from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.predicates import ASKED, VERB
from assistant.answer.question import Question
from assistant.answer.surroundings import YEAR, Surroundings
from assistant.answer.terms import Term, find_singulars
from assistant.dutch import fold

_LIGHT = 0.3
"""The weight below which a word says nothing of its own ("gaan", "documenten")."""
_HELD, _WHOLE = 0.3, 0.75
"""The strength with which a noun must be held around a sentence, and a compound by more than one of its parts
(`kinship.py`)."""
_NAMED = 0.85
"""The strength of a word itself or another name for it; the fore part of a compound that is taken for one word has less."""
_SAID = 0.5
"""The strength with which a verb must be held close by."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The places of the terms of a list question that tell what it is about, and of its verbs."""

    nouns: tuple[int, ...] = ()
    verbs: tuple[int, ...] = ()

    def words(self, terms: Sequence[Term]) -> tuple[str, ...]:
        """Give the words that tell what the list is about, as they were asked."""
        return tuple(terms[place].text for place in self.nouns)


def find_subject(question: Question, terms: Sequence[Term]) -> Subject:
    """Give what a list question is about; nothing for any other question."""
    if not _asks_things(question):
        return Subject()
    heavy = [place for place, term in enumerate(terms) if term.part != ASKED and not _is_light(term)]
    verbs = tuple(place for place in heavy if _is_verb(terms[place]))
    return Subject(tuple(place for place in heavy if place not in verbs), verbs)


def _is_light(term: Term) -> bool:
    """Tell whether a word says nothing of what a list is about, or how many things are asked for."""
    counts = term.kind == "number" and not YEAR.fullmatch(term.stem)
    return term.weight < _LIGHT or counts or fold(term.text) in NUMBER_WORDS


def _is_verb(term: Term) -> bool:
    return term.part == VERB or fold(term.text) in GENERIC_VERBS


def _asks_things(question: Question) -> bool:
    """Tell whether things are asked for, more than one: a list, or names for a plural ("welke doelen")."""
    asked = question.asked if question.kind is QuestionKind.NAME else None
    return question.kind is QuestionKind.LIST or (asked is not None and bool(find_singulars(asked)))


def speaks_of_subject(question: Question, units: Sequence[Unit], matcher: Matcher) -> bool:
    """Tell whether something is said of what a list should be about near one of these units; True where nothing is asked."""
    subject = SubjectNear(question, matcher)
    return not units or any(not subject.is_missing(unit) for unit in units)


class SubjectNear:
    """Tells whether what a list should be about is said near a unit: one of its nouns, or a verb close by.

    A compound is not said by its head alone: "haven" tells nothing of a "luchthaven", "fiets" does of a "fietspad".
    """

    def __init__(self, question: Question, matcher: Matcher, subject: Subject | None = None) -> None:
        self._subject, self._matcher = subject or find_subject(question, matcher.terms), matcher
        # Without vectors: what stands further off must say it in words.
        self._own = Matcher(tuple(without_head(matcher.terms[place]) for place in self._subject.nouns), None)
        self._around = Surroundings(self._own)
        self.words = self._subject.words(matcher.terms)

    def is_missing(self, unit: Unit) -> bool:
        """Tell whether there is something that the list should be about and nothing near the unit speaks of it."""
        nouns = range(len(self._subject.nouns))
        if not nouns:
            return False
        texts = texts_above(unit)
        held, near = unit.wide or self._strongest(texts), unit.close or self._strongest(texts)
        verbs = any(near[place] >= _SAID for place in self._subject.verbs)
        return not verbs and not any(
            self._holds(at, held, texts) or self._around.hold(unit, at) for at in nouns
        )

    def share_said(self, unit: Unit, *, in_words: bool = False) -> float:
        """Give the share of the nouns, by weight, that the block of a unit, a heading above it or the title says; 1 of none.

        `in_words`: neither a word that is only close in meaning counts, nor a part of one ("energie" for "energiehub").
        """
        texts = texts_above(unit)
        held = unit.wide or self._strongest(texts)
        weights = [self._matcher.weights[place] for place in self._subject.nouns]
        said = [
            weight
            for at, weight in enumerate(weights)
            if (self._is_named(at, texts) if in_words else self._holds(at, held, texts))
        ]
        return sum(said) / sum(weights) if weights else 1.0

    def _is_named(self, at: int, texts: Sequence[str]) -> bool:
        """Tell whether a text has a noun itself, another name for it, or more of a compound than its head."""
        least = _HELD if self._matcher.terms[self._subject.nouns[at]].parts else _NAMED
        return any(self._own.strengths(text)[at] >= least for text in texts)

    def _is_said(self, at: int, texts: Sequence[str]) -> bool:
        return any(self._own.strengths(text)[at] >= _HELD for text in texts)

    def _holds(self, at: int, held: Sequence[float], texts: Sequence[str]) -> bool:
        """Tell whether a noun is said in or around a unit: `held` is how strongly each term is, `texts` by what."""
        place = self._subject.nouns[at]
        if not self._matcher.terms[place].parts:
            return held[place] >= _HELD
        return held[place] >= _WHOLE or self._is_said(at, texts)

    def _strongest(self, texts: Sequence[str]) -> list[float]:
        """Give how strongly each term is held by one of some texts at most: for a row of a table, which was not weighed."""
        return [max(held) for held in zip(*map(self._matcher.strengths, texts), strict=True)]


def texts_above(unit: Unit) -> tuple[str, ...]:
    """Give the text of the block of a unit, the headings above it and the title of its document."""
    reading = unit.reading
    above = map(reading.text_of, reading.parents[unit.block])
    return (unit.text, reading.text_of(unit.block), *above, reading.document.title)


def without_head(term: Term) -> Term:
    """Give a term that the head of its compound does not hold."""
    return replace(term, parts=tuple(part for part in term.parts if not term.stem.endswith(part)))
