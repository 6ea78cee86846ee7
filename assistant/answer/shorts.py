"""The short answer inside a unit: one finder per kind of question.

A finder gives candidates of the asked kind as (span in the document, fit in [0, 1]); the one
nearest to the matched words of the question wins. A word that stands in the question itself is
never its answer.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.answer import cues
from assistant.answer.addresses import keep_outside
from assistant.answer.askedvalues import keep_asked
from assistant.answer.bounds import keep_within
from assistant.answer.cells import find_answering_cell, is_bare_number
from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate, Finder, asked_words
from assistant.answer.finders.clauses import finish_clause
from assistant.answer.finders.contact import find_contacts
from assistant.answer.finders.exceptions import find_listed
from assistant.answer.finders.howlong import find_periods
from assistant.answer.finders.howmany import find_counts
from assistant.answer.finders.howmuch import find_amounts, find_shares
from assistant.answer.finders.what import find_definitions, find_named
from assistant.answer.finders.when import find_moments
from assistant.answer.finders.where import find_places
from assistant.answer.finders.who import find_organisations, find_persons
from assistant.answer.finders.why import find_aims, find_manners, find_reasons, find_states
from assistant.answer.initials import abbreviates
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.newcomers import keep_added
from assistant.answer.question import Question
from assistant.answer.rows import caption_end, find_cells, find_other_years, keep_in_column
from assistant.answer.sided import keep_sided
from assistant.answer.textwords import normalise_number
from assistant.answer.writtenverdicts import find_stated
from assistant.dutch import fold
from assistant.types import BlockKind

FINDERS: dict[QuestionKind, Finder] = {
    QuestionKind.PERSON: find_persons,
    QuestionKind.ORGANISATION: find_organisations,
    QuestionKind.PLACE: find_places,
    QuestionKind.MOMENT: find_moments,
    QuestionKind.PERIOD: find_periods,
    QuestionKind.AMOUNT: find_amounts,
    QuestionKind.SHARE: find_shares,
    QuestionKind.COUNT: find_counts,
    QuestionKind.LIST: find_listed,
    QuestionKind.DEFINITION: find_definitions,
    QuestionKind.REASON: find_reasons,
    QuestionKind.PURPOSE: find_aims,
    QuestionKind.MANNER: find_manners,
    QuestionKind.STATUS: find_states,
    QuestionKind.NAME: find_named,
    QuestionKind.CONTACT: find_contacts,
}
_LENT, _LENT_BELOW = 0.55, 0.5
"""What a candidate of the sentence beside is worth, and the fit below which it is looked for."""
_SOFT = frozenset(
    {
        QuestionKind.REASON,
        QuestionKind.PURPOSE,
        QuestionKind.MANNER,
        QuestionKind.STATUS,
        QuestionKind.DEFINITION,
    }
)
"""Kinds whose answer is often a whole sentence: without a clause of its own a sentence may still be it."""
_VALUES = frozenset(
    {QuestionKind.AMOUNT, QuestionKind.COUNT, QuestionKind.SHARE, QuestionKind.MOMENT, QuestionKind.PERIOD}
)
"""Kinds whose answer is a value, of which a row of a table may hold several."""
_WHOSE = frozenset({QuestionKind.PERSON, QuestionKind.ORGANISATION})
_IN_CELL = 0.6
"""How well a cell fits and how near it is, wherever in its row it stands; a name in a row as well."""
_SOFT_FIT, _STRANGE = 0.35, 0.4
"""The fit of such a sentence, and the share left to a clause in a sentence that holds nothing of the question."""
_ASKING = 0.55
"""The share of its fit that is left to a sentence that asks something itself."""
_FULL_NAME = 1.0
"""The fit of a full name or an explanation: a sentence that asks something gives it all the same."""
_FIT_SHARE = {QuestionKind.LIST: 0.85}
"""What the fit counts for beside the nearness among the candidates of a sentence, where it is not 0.6."""
_LABEL = 0.25
"""The share of its fit that is left to a candidate in the caption of a table."""
_LENDING = frozenset({QuestionKind.LIST, QuestionKind.NAME, QuestionKind.MANNER, QuestionKind.STATUS})
"""Kinds of question that take a candidate from the sentence beside; values and names of others must be near."""
_DISTANCE = 60.0
"""Characters over which the nearness of a candidate to a matched word falls to 1/e."""
_COVERING = 0.5
"""The nearness of a candidate that holds all the matched words itself, such as "artikel 12"."""
_COVERED = frozenset({QuestionKind.COUNT, QuestionKind.NAME})
"""Kinds whose answer holds the asked noun itself."""
_CLAUSE = 12
"""Characters that a comma, semicolon or "en", "maar", "naar" counts for in that distance."""
_CLAUSE_MARK = re.compile(r"[,;:(]|\b(?:en|maar|naar|terwijl|waarvan|waarbij)\b")
_ENTRY = 60
"""Characters that a semicolon between the entries of a list counts for beside: "Lier (2 miljoen); Genk (3 miljoen)"."""


def find_short(question: Question, unit: Unit, matcher: Matcher) -> None:
    """Set the unit's short answer, its fit, nearness and cue."""
    unit.cue = _cue(question.kind, unit.text)
    finder = FINDERS.get(question.kind)
    if question.kind is QuestionKind.YESNO and find_stated(unit, matcher) is not None:
        unit.fit = 0.8
        return
    if _read_cell(question, unit, matcher):
        return
    if finder is None:
        unit.fit = 0.5 * _share_of(question, unit)
        return
    chosen = _choose(question, unit, matcher, finder(question, unit, matcher))
    if question.kind in _LENDING and (chosen is None or chosen[0].fit < _LENT_BELOW):
        lent = _choose(question, unit, matcher, _from_beside(question, unit, matcher, finder))
        if lent is not None and (chosen is None or lent[0].fit > chosen[0].fit):
            chosen = lent
    if chosen is None and question.kind in _SOFT and not question.expansion:
        unit.fit = _SOFT_FIT
    if chosen is not None:
        _set_candidate(question, unit, *chosen)


def _set_candidate(question: Question, unit: Unit, candidate: Candidate, near: float) -> None:
    """Set the short answer of a unit to a candidate, with what it is worth."""
    unit.fit, unit.near = candidate.fit, near
    row = unit.reading.blocks.is_kind(unit.block, BlockKind.ROW)
    if row and question.kind in _WHOSE and find_cells(unit.text):
        unit.fit = unit.near = _IN_CELL
    if question.kind in _SOFT and not any(strength >= 0.5 for strength in unit.local):
        unit.fit *= _STRANGE
    if question.kind is not QuestionKind.DEFINITION or candidate.fit < _FULL_NAME:
        unit.fit *= _share_of(question, unit)
    text = unit.reading.document.text
    unit.short = finish_clause(text, candidate.span) if question.kind in _SOFT else candidate.span
    unit.short_text = candidate.text or unit.short.of(text)


def _read_cell(question: Question, unit: Unit, matcher: Matcher) -> bool:
    """Set the answer of a row from one of its cells, and tell whether nothing else is to be looked for in it."""
    if unit.reading.blocks[unit.block].kind is not BlockKind.ROW or unit.items:
        return False
    cell, settled = find_answering_cell(question, unit, matcher)
    if cell is None:
        unit.fit = _SOFT_FIT if settled else unit.fit
        return settled
    unit.short, unit.fit, unit.near = cell.shift(unit.span.start), _IN_CELL, _IN_CELL
    unit.short_text = cell.of(unit.text)
    return True


def _share_of(question: Question, unit: Unit) -> float:
    """Give what a unit is worth as an answer: a question that somebody asks answers little but "welke vragen"."""
    asks = unit.text.rstrip().endswith("?") and question.kind is not QuestionKind.LIST
    return _ASKING if asks else 1.0


def _choose(
    question: Question, unit: Unit, matcher: Matcher, candidates: Iterable[Candidate]
) -> tuple[Candidate, float] | None:
    """Give the best candidate with its nearness; a repetition of the question is none."""
    row = unit.reading.blocks.is_kind(unit.block, BlockKind.ROW)
    kept: Iterable[Candidate] = keep_added(
        question, unit, keep_sided(question, unit, keep_within(candidates, unit, matcher))
    )
    if question.kind in _VALUES:
        kept = keep_outside(unit, _in_column(kept, unit, matcher) if row else kept)
    found = list(kept)
    if not found:
        return None
    best: tuple[float, Candidate, float] | None = None
    held = _held_words(unit, matcher)
    labels = caption_end(unit.text) if row else None
    others = find_other_years(unit.text, question.text) if row else []
    for candidate in keep_asked(question, unit, found, matcher):
        if any(span.shift(unit.span.start).overlaps(candidate.span) for span in others):
            continue
        told = candidate.text or candidate.span.of(unit.reading.document.text)
        if repeats_question(question, told) or is_bare_number(question, told):
            continue
        near = _nearness(unit, candidate, matcher, held, counted=question.kind is QuestionKind.COUNT)
        if near is None:
            near = _COVERING if question.kind in _COVERED else 0.0
        if labels is not None and candidate.span.end - unit.span.start <= labels:
            candidate = replace(candidate, fit=candidate.fit * _LABEL)
        share = _FIT_SHARE.get(question.kind, 0.6)
        worth = share * candidate.fit + (1.0 - share) * near
        if best is None or worth > best[0] + 1e-9:
            best = (worth, candidate, near)
    return None if best is None else (best[1], best[2])


def _in_column(candidates: Iterable[Candidate], unit: Unit, matcher: Matcher) -> list[Candidate]:
    """Give the values of a row that stand under the header which holds most of the question."""
    found = list(candidates)
    spans = [candidate.span.shift(-unit.span.start) for candidate in found]
    kept = keep_in_column(unit.text, spans, matcher)
    return [candidate for candidate, keep in zip(found, kept, strict=True) if keep]


def _from_beside(question: Question, unit: Unit, matcher: Matcher, finder: Finder) -> Iterator[Candidate]:
    """Give candidates in the sentences beside the unit, which fit about half as well as its own."""
    if unit.items:
        return
    spans = unit.reading.sentences(unit.block)
    place = next((number for number, span in enumerate(spans) if span == unit.span), None)
    if place is None:
        return
    for span in (*spans[place + 1 : place + 2], *spans[max(0, place - 1) : place]):
        other = Unit(unit.reading, unit.block, span, unit.hit, local=unit.local, wide=unit.wide)
        other.places = [-1] * len(unit.local)
        for candidate in finder(question, other, matcher):
            yield Candidate(candidate.span, candidate.fit * _LENT, candidate.text)


def _held_words(unit: Unit, matcher: Matcher) -> list[list[tuple[int, int]]]:
    """Give for each term the places in the unit of the words that hold it best, as start and end."""
    found: list[list[tuple[int, int]]] = [[] for _ in matcher.terms]
    for start, end, worth in matcher.held_words(unit.text):
        for place, value in worth:
            if value > 0.0 and value >= unit.local[place] - 1e-9:
                found[place].append((start, end))
    for place, start in enumerate(unit.places):
        if start >= 0 and not found[place]:
            found[place].append((start, start + 1))
    return found


def _nearness(
    unit: Unit,
    candidate: Candidate,
    matcher: Matcher,
    held: list[list[tuple[int, int]]],
    *,
    counted: bool = False,
) -> float | None:
    """Give how near the candidate is to the matched words, weighted by them, in [0, 1]; None when it covers them.

    Two words inside it count as near where things are `counted`: "28 erkende normen" are the recognised ones, "20
    voorgestelde normen" behind them are not.
    """
    start, end = candidate.span.start - unit.span.start, candidate.span.end - unit.span.start
    anchor = candidate.anchor or candidate.span
    # What stands outside the unit, or has an anchor that may, is measured in the whole document.
    inside = candidate.anchor is None and unit.span.covers(anchor)
    text, base = (unit.text, unit.span.start) if inside else (unit.reading.document.text, 0)
    first, last, shift = anchor.start - base, anchor.end - base, unit.span.start - base
    total = gained = 0.0
    within = [any(start <= place[0] < end for place in places) for places in held]
    modified = counted and sum(within) > 1
    for term, strength, places, inside in zip(matcher.terms, unit.local, held, within, strict=True):
        apart = [place for place in places if not start <= place[0] < end]
        weight = term.weight * strength * (2.0 if term.kind == "number" else 1.0)
        if modified and inside:
            total += weight
            gained += weight
            continue
        if not apart:
            continue
        distance = _least_distance(text, [(one + shift, other + shift) for one, other in apart], first, last)
        total += weight
        gained += weight * math.exp(-distance / _DISTANCE)
    if total:
        return gained / total
    return None if any(held) else 0.0


def _least_distance(text: str, words: Sequence[tuple[int, int]], start: int, end: int) -> int:
    """Give the distance of the nearest word; those that are further in bare characters are not measured."""
    least: int | None = None
    for word in sorted(words, key=lambda word: abs(word[0] - start)):
        between = _between(text, word, start, end)
        if least is None or len(between) < least:
            distance = _distance(between)
            least = distance if least is None else min(least, distance)
    return least or 0


def _between(text: str, word: tuple[int, int], start: int, end: int) -> str:
    """Give what stands between a word and a candidate."""
    if start <= word[0] < end:
        return ""
    return text[word[1] : start] if word[0] < start else text[end : word[0]]


def _distance(between: str) -> int:
    """Give the characters between a word and a candidate; the marks of a clause count for more."""
    return len(between) + _CLAUSE * len(_CLAUSE_MARK.findall(between)) + _ENTRY * between.count(";")


_ASKED_WORD = re.compile(r"[^\W_][\w'’/&.-]*")
_FORMS = frozenset("nv bv vzw cv cvba bvba comm.v vof gmbh ltd inc sa srl".split())
"""Forms of a company: with one behind it a name is still the one asked about."""
_SORTS = frozenset("gemeente stad provincie regio de het".split())


def repeats_question(question: Question, text: str) -> bool:
    """Tell whether the candidate only repeats words of the question; "gemeente Lier" is no other name than "Lier"."""
    if abbreviates_question(question, text):
        return True
    asked = asked_words(question)
    words = [fold(word) for word in _ASKED_WORD.findall(text)]
    light = _FORMS | _SORTS if question.kind is QuestionKind.NAME else _FORMS
    content = [word for word in words if word not in cues.QUESTION_WORDS and word not in light]
    return bool(content) and all(_repeats(word, asked) for word in content)


def abbreviates_question(question: Question, text: str) -> bool:
    """Tell whether who is told is but the first letters of words of the question."""
    return question.kind in _WHOSE and abbreviates(text, question.text)


def _repeats(word: str, asked: Collection[str]) -> bool:
    """Tell whether a word is one of those asked, or is made of them: "Zonkracht-partners"."""
    return word in asked or normalise_number(word) in asked or all(part in asked for part in word.split("-"))


_CUES = {
    QuestionKind.REASON: cues.REASON_CUES,
    QuestionKind.PURPOSE: cues.PURPOSE_CUES,
    QuestionKind.MANNER: cues.MANNER_CUES,
    QuestionKind.STATUS: cues.STATUS_CUES,
    QuestionKind.DEFINITION: cues.DEFINITION_CUES,
}


def _cue(kind: QuestionKind, text: str) -> float:
    pattern = _CUES.get(kind)
    return 1.0 if pattern is not None and pattern.search(text) else 0.0
