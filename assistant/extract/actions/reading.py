"""The sentences of a text with what their main clause says of a deed; actions and events are made of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.extract.actions.clauses import (
    Clause,
    find_agent_by,
    find_sentences,
    move_clause,
    read_clause,
)
from assistant.extract.actions.figures import GOAL
from assistant.extract.actions.statuses import Verdict, judge_clause
from assistant.extract.actions.tags import open_tags
from assistant.extract.source import Source
from assistant.types import DateValue, Extract, ExtractKind, RegionValue, Span

_ACTORS = frozenset((ExtractKind.ORGANISATION, ExtractKind.PERSON, ExtractKind.REGION))
_PLAN_WORDS = (
    "egeerakkoord",
    "egislatuur",
    "egeerperiode",
    "oalitieakkoord",
    "estuursakkoord",
    "estuursperiode",
)
_PLAN_CHARS = 20_000
"""A text that speaks of its term of government once in so many characters is a plan of it."""
_LAW = re.compile(r"^[#*\s]{0,8}Art(?:ikel|\.)[ \t]*\d", re.MULTILINE)
_ARTICLES = 3
"""A text with so many headings of articles is a law; what "is done" there is a rule and no deed."""
_ARTICLE = re.compile(r"^(?:de|het|een|'t|deze|dit)\s+", re.IGNORECASE)
_PRONOUNS = frozenset("we wij ik ze zij hij men".split())
_COMPOUND = re.compile(r"\w(?=_)")
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence (`span`, `text`) with the status of its deed, None when it states none.

    `subject` is where the doer stands as its subject; `actor` the doer's words, also those behind
    "door"; `dates` are the dates in it.
    """

    span: Span
    text: str
    verdict: Verdict | None
    verb: str
    subject: Span | None
    actor: str | None
    dates: Sequence[Extract]


@dataclass(frozen=True, slots=True)
class _Text:
    """A text with what is read from it once."""

    source: Source
    tags: str
    dates: list[Extract]
    date_starts: list[int]
    goals: list[int]
    plans: bool


def is_law(text: str) -> bool:
    """Tell a law by its headings; the quick count keeps most texts from being searched."""
    return text.count("Artikel ") + text.count("Art. ") >= _ARTICLES and len(_LAW.findall(text)) >= _ARTICLES


def read_statements(source: Source, extracts: Sequence[Extract]) -> Iterator[Statement]:
    """Give the sentences that state a deed, hold a date or name a goal, in order."""
    dates = [extract for extract in extracts if extract.kind is ExtractKind.DATE]
    plans = sum(map(source.text.count, _PLAN_WORDS)) * _PLAN_CHARS > max(len(source.text), _PLAN_CHARS)
    tags = tag_words(source, extracts)
    goals = [found.start() for found in GOAL.finditer(source.text)]
    whole = _Text(source, tags, dates, [date.span.start for date in dates], goals, plans)
    for start, end in find_sentences(source, tags):
        statement = _read_statement(start, end, whole)
        if statement is not None:
            yield statement


def tag_words(source: Source, extracts: Sequence[Extract]) -> str:
    """Give the letters of the words; names of organisations, persons and regions become agents."""
    tags = list(map(open_tags().__getitem__, source.words))
    for extract in extracts:
        if extract.kind in _ACTORS and _can_act(extract):
            first = bisect_left(source.starts, extract.span.start)
            last = bisect_left(source.starts, extract.span.end)
            tags[first:last] = "o" * (last - first)
    return _COMPOUND.sub("-", "".join(tags))


def _can_act(extract: Extract) -> bool:
    """Tell a region's name ("Brabant") from its adjective ("Brabantse")."""
    return not isinstance(extract.value, RegionValue) or not extract.text.endswith(("se", "s", "sche"))


def _read_statement(start: int, end: int, whole: _Text) -> Statement | None:
    source = whole.source
    clause = read_clause(whole.tags, start, end)
    span = _trim(source, start, end)
    first, last = bisect_left(whole.date_starts, span.start), bisect_left(whole.date_starts, span.end)
    told = first < last or bisect_left(whole.goals, span.start) < bisect_left(whole.goals, span.end)
    if (clause is None and not told) or "?" in source.text[span.end - 1 : span.end + 2]:
        return None
    text, dates = span.of(source.text), whole.dates[first:last]
    verdict = None
    if clause is not None:
        verdict, clause = _judge(clause, text, dates, whole)
    if verdict is None or clause is None:
        return Statement(span, text, None, "", None, None, dates) if told else None
    doer = (clause.first, clause.last) if verdict.agent else _find_passive_agent(clause, whole)
    subject = Span(source.starts[doer[0]], source.end(doer[1] - 1)) if doer else None
    return Statement(
        span,
        text,
        verdict,
        source.word(clause.verb).lower(),
        subject if verdict.agent else None,
        _name_actor(subject.of(source.text)) if subject else None,
        dates,
    )


def _judge(
    clause: Clause, text: str, dates: Sequence[Extract], whole: _Text
) -> tuple[Verdict | None, Clause]:
    """Judge the main clause, or else what stands behind "en" with the same subject."""
    plans = whole.plans or lies_ahead(dates, whole.source.document_date)
    verdict = judge_clause(clause, whole.tags, whole.source, text, plans=plans, dated=bool(dates))
    if verdict is None:
        second = move_clause(clause, whole.tags)
        if second is not None:
            return judge_clause(
                second, whole.tags, whole.source, text, plans=plans, dated=bool(dates)
            ), second
    return verdict, clause


def lies_ahead(dates: Sequence[Extract], today: str | None) -> bool:
    """Tell whether one of the dates begins after `today` (EDTF level 0)."""
    values = (extract.value for extract in dates)
    return bool(today) and any(
        isinstance(value, DateValue)
        and value.earliest is not None
        and today is not None
        and value.earliest[: len(today)] > today
        for value in values
    )


def _find_passive_agent(clause: Clause, whole: _Text) -> tuple[int, int] | None:
    """Give the words behind "door" in a passive."""
    for place in range(clause.verb + 1, clause.end):
        if whole.tags[place] == "r" and whole.source.word(place) == "door":
            found = find_agent_by(whole.tags, clause.end, place)
            if found is not None:
                return found
    return None


def _trim(source: Source, first: int, last: int) -> Span:
    """Give the sentence without signs at its ends."""
    start, end = source.starts[first], source.end(last - 1)
    text = source.text
    while start < end and not text[start].isalnum() and text[start] not in "€(‘“\"'[":
        start += 1
    while end > start and text[end - 1] in ".;: ":
        end -= 1
    return Span(start, end)


def _name_actor(words: str) -> str:
    """Give the words of the doer without its article."""
    if words.lower() in _PRONOUNS:
        return words.lower()
    return _ARTICLE.sub("", _BLANK.sub(" ", words).strip(" ,\"'‘’“”"))


def leave_out(text: str, span: Span, cuts: Sequence[Span]) -> str:
    """Give the words of `span` without those of the cuts in it."""
    words, at = "", span.start
    for cut in sorted(cuts):
        if cut.start >= at:
            words += text[at : cut.start] + " "
            at = cut.end
    return _BLANK.sub(" ", words + text[at : span.end]).strip(" ,;:-–•")
