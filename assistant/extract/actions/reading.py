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
from assistant.extract.actions.statuses import Told, Verdict, judge_clause, may_state
from assistant.extract.actions.tags import GOAL, open_tags
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
_NORM_CHARS, _NORM_LEAST = 600, 6_000
"""A text that names an article once in so many characters lays down rules; shorter texts are not judged."""
_LAW = re.compile(r"^[#*\s]{0,8}Art(?:ikel|\.)[ \t]*\d", re.MULTILINE)
_ARTICLES = 3
"""So many headings of articles make a law of what follows; what "is done" there is a rule and no deed."""
_ARTICLE = re.compile(r"^(?:de|het|een|'t|deze|dit)\s+", re.IGNORECASE)
_PRONOUNS = frozenset("we wij ik ze zij hij men".split())
_OPENING = 4
"""A date opens a sentence when so few characters ("In ", "Op ") stand before it."""
_CELLS = re.compile(r" – [^:;\n]{1,40}: [^;\n]*; [^:;\n]{1,40}: ")
"""A row of a table as reading writes it; it holds no sentences."""
_COMPOUND = re.compile(r"\w(?=_)")
_EDGES = " ,;:-–•\n\t"
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Statement:
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


@dataclass(frozen=True, slots=True)
class _Text:
    """A text with a letter and a cue for every word."""

    source: Source
    tags: str
    cues: str
    known: Known
    plans: bool
    norms: bool


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
    plans = sum(map(source.text.count, _PLAN_WORDS)) * _PLAN_CHARS > max(len(source.text), _PLAN_CHARS)
    tags, cues = tag_words(source, known.names)
    norms = source.text.count("rtikel ") * _NORM_CHARS > max(len(source.text), _NORM_LEAST)
    whole = _Text(source, tags, cues, known, plans, norms)
    law = find_law(source.text)
    for start, end in find_sentences(source, tags):
        if source.starts[start] >= law:
            return
        statement = _read_statement(start, end, whole)
        if statement is not None:
            yield statement


def tag_words(source: Source, names: Sequence[Extract]) -> tuple[str, str]:
    """Give the letters and the cues of the words; names of organisations, persons and regions are agents."""
    both = "".join(map(open_tags().__getitem__, source.words))
    tags = list(both[::2])
    for extract in names:
        if _can_act(extract):
            first = bisect_left(source.starts, extract.span.start)
            last = bisect_left(source.starts, extract.span.end, first)
            tags[first:last] = "o" * (last - first)
    return _COMPOUND.sub("-", "".join(tags)), both[1::2]


def _can_act(extract: Extract) -> bool:
    """Tell a region's name ("Brabant") from its adjective ("Brabantse")."""
    return not isinstance(extract.value, RegionValue) or not extract.text.endswith(("se", "s", "sche"))


def _read_statement(start: int, end: int, whole: _Text) -> Statement | None:
    source, known = whole.source, whole.known
    clause = read_clause(whole.tags, start, end)
    if clause is not None and not may_state(clause, whole.tags):
        clause = move_clause(clause, whole.tags)
    cues = whole.cues[start:end]
    first = bisect_left(known.date_starts, source.starts[start])
    last = bisect_left(known.date_starts, source.end(end - 1), first)
    told = first < last or GOAL[0] in cues or GOAL[1] in cues
    if clause is None and not told:
        return None
    span = _trim(source, start, end)
    if "?" in source.text[span.end - 1 : span.end + 2]:
        return None
    text, dates = span.of(source.text), known.dates[first:last]
    if " – " in text and _CELLS.search(text):
        return None
    verdict = None
    if clause is not None:
        verdict, clause = _judge(clause, span, cues, dates, whole)
    if verdict is None or clause is None:
        return Statement(span, text, cues, None, None, None, dates) if told else None
    doer = (clause.first, clause.last) if verdict.agent else _find_passive_agent(clause, whole)
    subject = Span(source.starts[doer[0]], source.end(doer[1] - 1)) if doer else None
    actor = _name_actor(subject.of(source.text)) if subject else None
    return Statement(span, text, cues, verdict, subject if verdict.agent else None, actor, dates)


def _judge(
    clause: Clause, span: Span, cues: str, dates: Sequence[Extract], whole: _Text
) -> tuple[Verdict | None, Clause]:
    """Judge the main clause, or else what stands behind "en" with the same subject."""
    text, start = span.of(whole.source.text), span.start
    today = whole.source.document_date
    ahead = whole.plans or lies_ahead(dates, today)
    opens = bool(dates) and (dates[0].span.start - start <= _OPENING or whole.tags[clause.verb] in "FN")
    past = opens and not ahead and _is_past(dates[0], today)
    told = Told(text, cues, bool(dates), past, ahead, whole.norms)
    verdict = judge_clause(clause, whole.tags, whole.source, told)
    if verdict is None:
        second = move_clause(clause, whole.tags)
        if second is not None:
            return judge_clause(second, whole.tags, whole.source, told), second
    return verdict, clause


def lies_ahead(dates: Sequence[Extract], today: str | None) -> bool:
    """Tell whether one of the dates begins after `today` (EDTF level 0); a deadline by its last day."""
    return bool(today) and any(
        (_begin(date.value) or "")[: len(today or "")] > (today or "")
        for date in dates
        if isinstance(date.value, DateValue)
    )


def _begin(value: DateValue) -> str | None:
    """Give the first day of a date, the last one of a deadline ("voor de zomer")."""
    return value.latest if value.earliest is None and value.role == "deadline" else value.earliest


def _is_past(extract: Extract, today: str | None) -> bool:
    """Tell whether a date ended before the document's own date."""
    value = extract.value
    ended = isinstance(value, DateValue) and value.latest is not None and value.earliest is not None
    return bool(
        ended and today and isinstance(value, DateValue) and (value.latest or "")[: len(today)] < today
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
    return _ARTICLE.sub("", _BLANK.sub(" ", words).strip(" ,\"'‘’“”•*-–"))


def leave_off(text: str, span: Span, cuts: Sequence[Span]) -> str:
    """Give the words of `span` without the cuts at its ends: words that stand together in the text."""
    start, end = span.start, span.end
    for cut in sorted(cuts):
        if not text[start : cut.start].strip(_EDGES):
            start = max(start, cut.end)
    for cut in sorted(cuts, reverse=True):
        if start < cut.start and not text[cut.end : end].strip(_EDGES):
            end = cut.start
    return _BLANK.sub(" ", text[start:end]).strip(_EDGES)
