"""A sentence and its main clause, as they are judged; words are taken from the text when they are asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from assistant.dutch.verbs import is_infinitive
from assistant.extract.actions.clauses import Clause, shorten
from assistant.extract.actions.phrases import GRANTED, INTENT, SAID, SPEECH
from assistant.extract.actions.tags import list_particles, list_verbs, read_forms
from assistant.extract.actions.tenses import is_past, lies_ahead
from assistant.extract.source import Source
from assistant.types import Extract, Span

AGENTS = frozenset("wkZoa")
"""Letters of heads that can be doers."""
INFINITIVES = frozenset("nN")
_PARTICLE = re.compile(r"[rb-](?=[,:sROeM(.r])|.$")
"""Where a particle may stand: at the end of its clause."""
_BEFORE_THAT = frozenset("voor vast aan op".split())
"""Before "dat" these are no particles of a deed: "zorg er voor dat", "stelt vast dat"."""
_OPENING = 4
"""A date opens a sentence when so few characters ("In ", "Op ") stand before it."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A text with a letter and a cue for every word.

    `plans` tells that the document is a plan, so that its present is meant for later; `norms` that it
    lays down rules, so that its present tells what must be done.
    """

    source: Source
    tags: str
    cues: str
    plans: bool
    norms: bool


class Told:
    """A sentence, words `start` to `end` of a text, with the cues of its words and the dates in it."""

    __slots__ = ("_span", "_text", "cues", "dates", "end", "start", "whole")

    def __init__(self, whole: Whole, start: int, end: int, dates: Sequence[Extract]) -> None:
        """Keep the places; the text is cut when it is needed."""
        self.whole = whole
        self.start, self.end = start, end
        self.cues = whole.cues[start:end]
        self.dates = dates
        self._span: Span | None = None
        self._text: str | None = None

    @property
    def span(self) -> Span:
        """Give where the sentence stands, without signs at its ends."""
        if self._span is None:
            self._span = _trim(self.whole.source, self.start, self.end)
        return self._span

    @property
    def text(self) -> str:
        """Give the words of the sentence."""
        if self._text is None:
            self._text = self.span.of(self.whole.source.text)
        return self._text

    def cued(self, cues: frozenset[str]) -> bool:
        """Tell whether one of the cues is in the sentence."""
        return not cues.isdisjoint(self.cues)

    def lies_ahead(self) -> bool:
        """Tell whether the document is a plan, or a date in the sentence is to come."""
        return self.whole.plans or lies_ahead(self.dates, self.whole.source.document_date)

    def is_past(self, verb: int) -> bool:
        """Tell whether a day gone by opens the sentence, or dates what happens by itself (word `verb`)."""
        if not self.dates or self.lies_ahead():
            return False
        opens = self.dates[0].span.start - self.span.start <= _OPENING or self.whole.tags[verb] in "FN"
        return opens and is_past(self.dates[0], self.whole.source.document_date)


def _trim(source: Source, first: int, last: int) -> Span:
    """Give the sentence without signs at its ends."""
    start, end = source.starts[first], source.ends[last - 1]
    text = source.text
    while start < end and not text[start].isalnum() and text[start] not in "€(‘“\"'[":
        start += 1
    while end > start and text[end - 1] in ".;: ":
        end -= 1
    return Span(start, end)


class Part(NamedTuple):
    """The main clause of a sentence: `rest` are the letters behind its finite verb up to a subordinate clause.

    `word` is the finite verb in lower case, `letter` that of the subject's head, `agent` tells whether it can be a doer.
    """

    told: Told
    clause: Clause
    rest: str
    word: str
    letter: str
    agent: bool

    @property
    def text(self) -> str:
        """Give the words of the sentence."""
        return self.told.text

    def has(self, letters: frozenset[str]) -> bool:
        """Tell whether one of the letters stands behind the verb."""
        return not letters.isdisjoint(self.rest)

    def names_deed(self) -> bool:
        """Tell whether an infinitive stands behind the verb, also one that is in no list."""
        if self.has(INFINITIVES):
            return True
        plain, first = self.told.whole.source.plain, self.clause.verb + 1
        others = [first + place for place, letter in enumerate(self.rest) if letter == "-" and place]
        ends = [place for place in others if self.rest[place - first - 1] not in "tr"]
        ends.append(self.told.end - 1)  # the last word of all, listed or not
        return any(plain[place].endswith("n") and is_infinitive(plain[place]) for place in reversed(ends))

    def find_particle(self, core: str) -> str | None:
        """Give the particle at the end of the clause with which `core` makes a verb."""
        particles = list_particles(core)
        if not particles:
            return None
        rest, plain, first = self.clause.rest, self.told.whole.source.plain, self.clause.verb + 1
        for place in reversed([found.start() for found in _PARTICLE.finditer(rest)]):
            word = plain[first + place].lower()
            if word in particles and not (word in _BEFORE_THAT and rest[place + 1 : place + 2] == "s"):
                return word
        return None

    def find_section(self, core: str) -> str | None:
        """Give the section of the verb that the particle at the end of the clause makes with `core`."""
        particle = self.find_particle(core)
        return list_particles(core)[particle] if particle else None

    def speaks(self) -> bool:
        """Tell whether somebody asks or tells something: "vraagt of", "meldt dat"."""
        if self.letter not in "oaZ":
            return False
        if " vast dat " in self.text:
            return True
        said = self.told.whole.source.word(self.clause.verb + 1).lower() in SAID
        return said and read_forms()[self.word][1] in SPEECH

    def intends(self) -> bool:
        """Tell whether the verb, with its particle, names an intention when it is said of oneself."""
        verb = read_forms()[self.word][1]
        return verb in INTENT or (self.find_particle(verb) or "") + verb in INTENT

    def decides(self) -> bool:
        """Tell whether the verb, with its particle, is one of deciding."""
        verb = read_forms()[self.word][1]
        if verb == "geven" and "S" not in self.rest and GRANTED.search(self.text):
            return True
        return verb in _list_decisions() or self.find_section(verb) == "decisions"


def take_part(told: Told, clause: Clause) -> Part:
    """Give the main clause of a sentence to judge."""
    letter, word = clause.letter, told.whole.source.plain[clause.verb].lower()
    return Part(told, clause, shorten(clause.rest), word, letter, letter in AGENTS)


@cache
def _list_decisions() -> frozenset[str]:
    return frozenset(particle + core for particle, core in list_verbs("decisions"))
