"""What somebody does, did or will do, sentence by sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.extract.actions.clauses import (
    Clause,
    find_agent_by,
    find_sentences,
    move_clause,
    read_clause,
)
from assistant.extract.actions.deadlines import choose_deadline
from assistant.extract.actions.programmes import Programmes, read_programmes
from assistant.extract.actions.statuses import DELAYED, PLANNED, RUNNING, Verdict, judge_clause
from assistant.extract.actions.tags import open_tags
from assistant.extract.source import Source
from assistant.types import ActionValue, DateValue, Extract, ExtractKind, RegionValue, Span

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
class _Text:
    """A text with what is read from it once."""

    source: Source
    tags: str
    dates: list[Extract]
    date_starts: list[int]
    programmes: Programmes
    plans: bool


def find_actions(source: Source, extracts: Sequence[Extract]) -> list[Extract]:
    """Give the actions of a text, built on its `extracts` (dates, organisations, persons, regions)."""
    text = source.text
    if _is_law(text):
        return []
    dates = [extract for extract in extracts if extract.kind is ExtractKind.DATE]
    plans = sum(map(text.count, _PLAN_WORDS)) * _PLAN_CHARS > max(len(text), _PLAN_CHARS)
    tags = tag_words(source, extracts)
    whole = _Text(source, tags, dates, [date.span.start for date in dates], read_programmes(text), plans)
    found: list[Extract] = []
    for start, end in find_sentences(source, tags):
        clause = read_clause(tags, start, end)
        if clause is not None:
            action = _make_action(clause, whole)
            if action is not None:
                found.append(action)
    return found


def _is_law(text: str) -> bool:
    """Tell a law by its headings; the quick count keeps most texts from being searched."""
    return text.count("Artikel ") + text.count("Art. ") >= _ARTICLES and len(_LAW.findall(text)) >= _ARTICLES


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


def _make_action(clause: Clause, whole: _Text) -> Extract | None:
    source = whole.source
    span = _trim(source, clause)
    text = span.of(source.text)
    if "?" in source.text[span.end - 1 : span.end + 2]:
        return None
    verdict, clause = _judge(clause, span, whole)
    if verdict is None:
        return None
    deadline = _find_deadline(span, verdict, whole)
    doer = (clause.first, clause.last) if verdict.agent else _find_passive_agent(clause, whole)
    value = ActionValue(
        action=_tell_deed(doer if verdict.agent else None, span, deadline, source),
        status=verdict.status,
        actor=_name_actor(doer, source) if doer else None,
        deadline=deadline.value if deadline and isinstance(deadline.value, DateValue) else None,
        programme=whole.programmes.find(span.start),
    )
    return Extract(ExtractKind.ACTION, span, text, value)


def _judge(clause: Clause, span: Span, whole: _Text) -> tuple[Verdict | None, Clause]:
    """Judge the main clause, or else what stands behind "en" with the same subject."""
    text = span.of(whole.source.text)
    plans = whole.plans or _lies_ahead(span, whole)
    verdict = judge_clause(clause, whole.tags, whole.source, text, plans=plans)
    if verdict is None:
        second = move_clause(clause, whole.tags)
        if second is not None:
            return judge_clause(second, whole.tags, whole.source, text, plans=plans), second
    return verdict, clause


def _lies_ahead(span: Span, whole: _Text) -> bool:
    """Tell whether a date in the sentence begins after the date of the document."""
    today = whole.source.document_date
    if not today:
        return False
    first, last = bisect_left(whole.date_starts, span.start), bisect_left(whole.date_starts, span.end)
    values = (extract.value for extract in whole.dates[first:last])
    return any(
        isinstance(value, DateValue) and value.earliest is not None and value.earliest[: len(today)] > today
        for value in values
    )


def _find_passive_agent(clause: Clause, whole: _Text) -> tuple[int, int] | None:
    """Give the words behind "door" in a passive."""
    source = whole.source
    for place in range(clause.verb + 1, clause.end):
        if whole.tags[place] == "r" and source.word(place) == "door":
            found = find_agent_by(whole.tags, clause.end, place)
            if found is not None:
                return found
    return None


def _trim(source: Source, clause: Clause) -> Span:
    """Give the sentence without signs at its ends."""
    start, end = source.starts[clause.start], source.end(clause.end - 1)
    text = source.text
    while start < end and not text[start].isalnum() and text[start] not in "€(‘“\"'[":
        start += 1
    while end > start and text[end - 1] in ".;: ":
        end -= 1
    return Span(start, end)


def _find_deadline(span: Span, verdict: Verdict, whole: _Text) -> Extract | None:
    if verdict.status not in (PLANNED, RUNNING, DELAYED):
        return None
    first, last = bisect_left(whole.date_starts, span.start), bisect_left(whole.date_starts, span.end)
    return choose_deadline(whole.source.text, span.start, whole.dates[first:last]) if first < last else None


def _name_actor(doer: tuple[int, int], source: Source) -> str:
    """Give the words of the doer without its article."""
    words = source.text[source.starts[doer[0]] : source.end(doer[1] - 1)]
    if words.lower() in _PRONOUNS:
        return words.lower()
    return _ARTICLE.sub("", _BLANK.sub(" ", words).strip(" ,\"'‘’“”"))


def _tell_deed(doer: tuple[int, int] | None, span: Span, deadline: Extract | None, source: Source) -> str:
    """Give the words of the sentence without those of the doer and the deadline."""
    cuts: list[tuple[int, int]] = []
    if doer is not None:
        cuts.append((source.starts[doer[0]], source.end(doer[1] - 1)))
    if deadline is not None:
        cuts.append((deadline.span.start, deadline.span.end))
    words, at = "", span.start
    for start, end in sorted(cuts):
        if start >= at:
            words += source.text[at:start] + " "
            at = end
    return _BLANK.sub(" ", words + source.text[at : span.end]).strip(" ,;:-–•")
