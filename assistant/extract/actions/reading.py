"""The sentences of a text with what their main clause says of a deed; actions and events are made of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from assistant.extract.actions.clauses import (
    Clause,
    divide_sentences,
    find_agent_by,
    move_clause,
    read_clause,
)
from assistant.extract.actions.parts import Told, Whole
from assistant.extract.actions.sentences import find_sentences
from assistant.extract.actions.statuses import Verdict, judge_clause, may_state
from assistant.extract.actions.tags import GOAL, RULE, TERM, open_tags
from assistant.extract.source import Source
from assistant.types import Extract, ExtractKind, RegionValue, Span

_ACTORS = frozenset((ExtractKind.ORGANISATION, ExtractKind.PERSON, ExtractKind.REGION))
_PLAN_CHARS = 20_000
"""A text that speaks of its term of government once in so many characters is a plan of it."""
_NORM_CHARS, _NORM_LEAST = 1_250, 10_000
"""A text with a word of rules in so many characters lays them down; shorter texts need as many as this length."""
_LAW = re.compile(r"^[#*\s]{0,8}Art(?:ikel|\.)[ \t]*\d", re.MULTILINE)
_ARTICLES = 3
"""So many headings of articles make a law of what follows; what "is done" there is a rule and no deed."""
_ARTICLE = re.compile(r"^(?:de|het|een|'t|deze|dit)\s+", re.IGNORECASE)
_PRONOUNS = frozenset("we wij ik ze zij hij men".split())
_CELLS = re.compile(r" – [^:;\n]{1,40}: [^;\n]*; [^:;\n]{1,40}: ")
"""A row of a table as reading writes it; it holds no sentences."""
_EDGES = " ,;:-–•\n\t"


class Statement(NamedTuple):
    """A sentence (`span`, `text`) with the status of its deed, None when it states none.

    `subject` is where the doer stands as its subject; `actor` the doer's words, also those behind
    "door"; `cues` has a letter for each word, `dates` are the dates in it.
    """

    span: Span
    text: str
    cues: str
    verdict: Verdict | None
    subject: Span | None
    actor: str | None
    dates: Sequence[Extract]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a text beside its words: its dates and the names in it, in order."""

    dates: list[Extract]
    date_starts: list[int]
    names: list[Extract]


def sort_known(extracts: Sequence[Extract]) -> Known:
    """Take the dates and the names of organisations, persons and regions from all facts of a text."""
    dates: list[Extract] = []
    names: list[Extract] = []
    for extract in extracts:
        if extract.kind is ExtractKind.DATE:
            dates.append(extract)
        elif extract.kind in _ACTORS:
            names.append(extract)
    return Known(dates, [extract.span.start for extract in dates], names)


def find_law(text: str) -> int:
    """Give where the articles of a law begin, the end of the text when it has none."""
    if text.count("Artikel ") + text.count("Art. ") < _ARTICLES:
        return len(text)
    articles = [found.start() for found in _LAW.finditer(text)]
    return articles[0] if len(articles) >= _ARTICLES else len(text)


def read_statements(source: Source, known: Known) -> Iterator[Statement]:
    """Give the sentences that state a deed, hold a date or name a goal, in order."""
    text, starts, dates = source.text, source.starts, known.dates
    tags, cues, marks = tag_words(source, known.names)
    plans = cues.count(TERM) * _PLAN_CHARS > max(len(text), _PLAN_CHARS)
    norms = cues.count(RULE) * _NORM_CHARS > max(len(text), _NORM_LEAST)
    whole = Whole(source, tags, cues, plans, norms)
    law = find_law(text)
    goals = not GOAL.isdisjoint(cues)
    first, count = 0, len(dates)
    for start, end in divide_sentences(find_sentences(marks, tags), tags):
        if starts[start] >= law:
            return
        stop = source.ends[end - 1]
        while first < count and known.date_starts[first] < starts[start]:
            first += 1
        last = first
        while last < count and known.date_starts[last] < stop:
            last += 1
        clause = _find_clause(whole, start, end)
        if clause is not None or first < last or (goals and not GOAL.isdisjoint(cues[start:end])):
            statement = _read_statement(Told(whole, start, end, dates[first:last]), clause)
            if statement is not None:
                yield statement
        first = last


def tag_words(source: Source, names: Sequence[Extract]) -> tuple[str, str, str]:
    """Give the parts, the cues and the marks of the words; names of organisations, persons and regions are agents."""
    letters = "".join(map(open_tags().__getitem__, source.words))
    plain = letters[::3]
    tags = list(plain)
    starts = source.starts
    for extract in names:
        if _can_act(extract):
            first = bisect_left(starts, extract.span.start)
            last = bisect_left(starts, extract.span.end, first)
            tags[first:last] = "o" * (last - first)
    hyphen = plain.find("_", 1)
    while hyphen > 0:
        if tags[hyphen] == "_" and (tags[hyphen - 1].isalpha() or tags[hyphen - 1] == "_"):
            tags[hyphen - 1] = "-"
        hyphen = plain.find("_", hyphen + 1)
    return "".join(tags), letters[1::3], letters[2::3]


def _can_act(extract: Extract) -> bool:
    """Tell a region's name ("Brabant") from its adjective ("Brabantse")."""
    return not isinstance(extract.value, RegionValue) or not extract.text.endswith(("se", "s", "sche"))


def _find_clause(whole: Whole, start: int, end: int) -> Clause | None:
    """Give the main clause of a sentence, or what stands behind "en", if it can state a deed."""
    clause = read_clause(whole.tags, start, end)
    if clause is not None and not may_state(clause, whole):
        clause = move_clause(clause, whole.tags)
    return clause


def _read_statement(told: Told, clause: Clause | None) -> Statement | None:
    whole, dates = told.whole, told.dates
    verdict = judge_clause(clause, told) if clause is not None else None
    if verdict is None and clause is not None:
        clause = move_clause(clause, whole.tags)
        verdict = judge_clause(clause, told) if clause is not None else None
    if verdict is None and not dates and not told.cued(GOAL):
        return None
    span, text = told.span, told.text
    if "?" in whole.source.text[span.end - 1 : span.end + 2] or (" – " in text and _CELLS.search(text)):
        return None
    if verdict is None or clause is None:
        return Statement(span, text, told.cues, None, None, None, dates)
    doer = (clause.first, clause.last) if verdict.agent else _find_passive_agent(clause, whole)
    if doer is None:
        return Statement(span, text, told.cues, verdict, None, None, dates)
    subject = Span(whole.source.starts[doer[0]], whole.source.ends[doer[1] - 1])
    actor = _name_actor(subject.of(whole.source.text))
    return Statement(span, text, told.cues, verdict, subject if verdict.agent else None, actor, dates)


def _find_passive_agent(clause: Clause, whole: Whole) -> tuple[int, int] | None:
    """Give the words behind "door" in a passive."""
    plain, tags = whole.source.plain, whole.tags
    place = tags.find("r", clause.verb + 1, clause.end)
    while place >= 0:
        found = find_agent_by(tags, clause.end, place) if plain[place] == "door" else None
        if found is not None:
            return found
        place = tags.find("r", place + 1, clause.end)
    return None


def _name_actor(words: str) -> str:
    """Give the words of the doer without its article."""
    if words.lower() in _PRONOUNS:
        return words.lower()
    return _ARTICLE.sub("", " ".join(words.split()).strip(" ,\"'‘’“”•*-–"))


def leave_off(text: str, span: Span, cuts: Sequence[Span]) -> str:
    """Give the words of `span` without the cuts at its ends: words that stand together in the text."""
    start, end = span.start, span.end
    for cut in sorted(cuts):
        if not text[start : cut.start].strip(_EDGES):
            start = max(start, cut.end)
    for cut in sorted(cuts, reverse=True):
        if start < cut.start and not text[cut.end : end].strip(_EDGES):
            end = cut.start
    return " ".join(text[start:end].split()).strip(_EDGES)
