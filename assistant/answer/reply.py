"""From weighed sentences to an answer: decide whether to speak, quote, compose, check."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.aboutness import keep_near
from assistant.answer.cases import MOST_CASES, find_cases, make_cases
from assistant.answer.choosing import set_short
from assistant.answer.conditions import lacks_condition
from assistant.answer.contradiction import (
    find_rivals,
    make_variants,
    mark_older,
    order_rivals,
    tell_apart,
)
from assistant.answer.deciding import order_telling
from assistant.answer.declining import decline
from assistant.answer.doubts import MEASURED
from assistant.answer.echoes import find_echoes
from assistant.answer.evidence import Unit
from assistant.answer.extremes import find_extreme, settle_superlative
from assistant.answer.itemsorts import is_of_other_sort
from assistant.answer.kinds import QuestionKind
from assistant.answer.laterdates import find_forecast
from assistant.answer.likelihood import choose_likely, is_same_place
from assistant.answer.lists import find_spread_list, lacks_number, may_lack_items
from assistant.answer.matching import Matcher
from assistant.answer.padding import is_padding
from assistant.answer.quoting import cite, find_cited_facts, is_quoted, verify
from assistant.answer.scoring import (
    THRESHOLD,
    holds_none,
    must_decline,
)
from assistant.answer.sided import is_asked_side
from assistant.answer.standpoints import keep_speaking
from assistant.answer.subjects import speaks_of_subject
from assistant.answer.superlatives import read_superlative
from assistant.answer.tellshort import tell_short
from assistant.answer.versions import mark_versions
from assistant.answer.weighed import Library, Weighed
from assistant.answer.weighing import JUDGED, find_best, weigh
from assistant.answer.wholeitems import split_items
from assistant.answer.wording import write_text
from assistant.dutch import content_stems
from assistant.types import Answer, Completeness, Hit

_OWN = 0.5
"""The strength from which a sentence says a name or number itself."""
_STOPS = (".", "!", "?", ":", ";", "”", '"')
"""How a sentence ends, and a heading does not."""
_BESIDE = 4
"""Sentences quoted where yes or no is asked."""
_DOCUMENT_SHARE, _MOST_DOCUMENTS = 0.85, 20
UNDECIDED = 0.4
"""The chance below which a yes-or-no question to which nothing says yes or no is not answered: set when
the chance was linear and the threshold .25: of 39 such development questions between these two 22 had no answer."""


def identify(generation: str, text: str) -> str:
    """Give the id of the answer to a question: the same for the same question to the same index."""
    return hashlib.sha256(f"{generation}\n{text}".encode()).hexdigest()[:16]


def compose_answer(
    text: str,
    hits: Sequence[Hit],
    library: Library,
    completeness: Completeness,
    *,
    limit: int = 5,
    known: Sequence[str] = (),
) -> Answer:
    """Answer the question from the hits, or say that the documents do not hold the answer.

    At most `limit` quotations, but a list over headings is quoted whole; `known` as in `weigh`.
    """
    weighed = weigh(text, hits, library, known=known)
    identity = identify(completeness.generation, weighed.question.text)
    chosen = _choose(weighed)
    if not chosen:
        return decline(identity, weighed, _chance(weighed), library, completeness)
    rivals = find_rivals(weighed.question, chosen[0], weighed.units, weighed.matcher)
    if rivals:
        rivals = order_rivals(chosen[0], rivals)
        chosen = [*rivals, *(unit for unit in chosen[1:] if unit not in rivals)]
    set_short(weighed.question, chosen[0], weighed.matcher)
    compared = settle_superlative(weighed.question, chosen, weighed.units, weighed.matcher)
    if compared is not None:
        chosen, rivals = compared, []
    cases = [] if rivals or compared else find_cases(weighed.question, chosen[0], weighed.matcher)
    if weighed.question.kind is not QuestionKind.DOCUMENTS:
        chosen = chosen[: max(1, limit)]
        chosen = find_echoes(chosen, weighed.units, max(1, limit) - len(chosen))
    answer = _speak(identity, weighed, chosen, rivals, library, completeness)
    told = _tell_cases(answer, weighed, cases, library) if cases and answer.short else None
    return told or answer


def _tell_cases(answer: Answer, weighed: Weighed, cases: Sequence[Unit], library: Library) -> Answer | None:
    """Give the answer with the value of each case instead of one of them; None where one of them is no answer."""
    kept = cases[:MOST_CASES]
    citations = cite(kept, weighed.question)
    told, short = make_cases(weighed, kept, citations)
    if not told:
        return None
    citations = mark_versions(citations, library.readings)
    verify(citations, library.readings)
    extracts = tuple(find_cited_facts(citations, library.readings))
    answer = replace(answer, short=short, cases=told, citations=tuple(citations), extracts=extracts)
    return write_text(answer, library.templates, incomplete=len(cases) > len(kept))


def _choose(weighed: Weighed) -> list[Unit]:
    """Give the units to quote, best first; none when the evidence is too thin."""
    question = weighed.question
    best = find_best(weighed) or next(iter(weighed.units), None)
    if _is_hopeless(weighed) or best is None or weighed.chance < THRESHOLD:
        return []
    if holds_none(question, best) or lacks_condition(question, best, weighed.matcher):
        return []  # a question for a value, a name or a condition is not answered with a sentence that holds none
    if question.kind is QuestionKind.DOCUMENTS:
        return _one_per_document(weighed)
    if question.kind is QuestionKind.YESNO:
        return _choose_telling(weighed)

    asked = frozenset(content_stems(question.text))

    def may_answer(unit: Unit) -> bool:
        if question.kind in MEASURED and _is_of_another(unit, best, weighed.matcher):
            return False
        if not unit.text.rstrip().endswith(_STOPS) and asked.issuperset(content_stems(unit.text)):
            return False  # a heading with the words of the question tells nothing
        if is_padding(question.kind, unit):
            return False
        return not must_decline(question, unit, weighed.matcher)

    chosen = choose_likely(weighed.units[:JUDGED], best, may_answer)
    return keep_near(question, chosen, weighed.matcher)


def _is_of_another(unit: Unit, best: Unit, matcher: Matcher) -> bool:
    """Tell whether a value lacks a name or number of the question that the best sentence says itself.

    Beside "De brug in Ede is 41 meter" the length of the bridge in Lier only confuses.
    """
    return any(
        term.kind != "word" and said >= _OWN > held
        for term, said, held in zip(matcher.terms, best.local, unit.local, strict=True)
    )


def _is_hopeless(weighed: Weighed) -> bool:
    """Tell whether no sentence can answer: a name that no document holds, or as many things as nothing lists."""
    missing = bool(weighed.absent or weighed.obstacle)
    if missing or not lacks_number(weighed.question, weighed.matcher, weighed.units):
        return missing
    return find_extreme(weighed.question, weighed.matcher, weighed.units) is None


def _choose_telling(weighed: Weighed) -> list[Unit]:
    """Give the sentence that says yes or no, or speaks to the question most, with others that do; it is told what it says.

    None where nothing says yes or no and the chance of an answer is below `UNDECIDED`.
    """
    speaking = [unit for unit in weighed.units if not unit.lacks]
    ordered, said = order_telling(weighed.question, speaking, weighed.matcher)
    if said is None and weighed.chance < UNDECIDED:
        return []
    chosen = _take(
        [*ordered[:1], *(unit for unit in ordered[1:] if not is_padding(QuestionKind.YESNO, unit))]
    )
    chosen[0].short_text = said
    # What stands beside the first sentence is read in the order of its document.
    return [chosen[0], *sorted(chosen[1:], key=lambda unit: unit.key)]


def _take(ordered: Sequence[Unit]) -> list[Unit]:
    """Give the first few units that do not overlap."""
    chosen: list[Unit] = []
    for unit in ordered:
        if len(chosen) < _BESIDE and not any(is_same_place(unit, other) for other in chosen):
            chosen.append(unit)
    return chosen


def _chance(weighed: Weighed) -> float:
    """Give how likely the best unit is an answer; 0 where no sentence can be one."""
    return 0.0 if _is_hopeless(weighed) else weighed.chance


def _one_per_document(weighed: Weighed) -> list[Unit]:
    """Give the best sentence of every document that holds about as much of the question as the best one."""
    matcher = weighed.matcher
    best = max(matcher.coverage(unit.wide) for unit in weighed.units)
    chosen: dict[str, Unit] = {}
    for unit in keep_speaking(weighed.question, weighed.units, matcher):
        if matcher.coverage(unit.wide) >= _DOCUMENT_SHARE * best and not must_decline(
            weighed.question, unit, matcher
        ):
            chosen.setdefault(unit.reading.document.id, unit)
    return list(chosen.values())[:_MOST_DOCUMENTS]


def _speak(
    identity: str,
    weighed: Weighed,
    chosen: list[Unit],
    rivals: list[Unit],
    library: Library,
    completeness: Completeness,
) -> Answer:
    question, best = weighed.question, chosen[0]
    best.probability = weighed.chance
    citations = cite(chosen, question)
    short = tell_short(weighed, best) if is_quoted(best, citations) else None
    incomplete = question.kind is QuestionKind.LIST and short is not None and may_lack_items(question, best)
    spreads = question.kind is QuestionKind.LIST and read_superlative(question) is None
    if spreads and (best.fit < 1.0 or not question.number):
        spread = find_spread_list(question, weighed.matcher, weighed.units)
        fits = (
            spread is not None
            and speaks_of_subject(question, spread.units, weighed.matcher)
            and all(is_asked_side(question, unit, unit.span) for unit in spread.units)
            and not is_of_other_sort(question, split_items(spread.short), spread.units)
        )
        if spread is not None and fits and (best.fit < 0.5 or spread.held >= 0.85):
            short, incomplete = spread.short, False
            citations = cite(spread.units, question)
    apart = tell_apart(question, rivals, weighed.matcher)
    variants = make_variants(question, rivals, citations, apart=apart)
    citations = mark_versions(
        citations if apart else mark_older(question, rivals, citations), library.readings
    )
    verify(citations, library.readings)
    answer = Answer(
        id=identity,
        question=question.text,
        kind=question.kind.value,
        answered=True,
        text="",
        completeness=completeness,
        short=short,
        citations=tuple(citations),
        extracts=tuple(find_cited_facts(citations, library.readings)),
        confidence=round(weighed.chance, 4),
        variants=variants,
    )
    forecast = find_forecast(question, best)
    return write_text(answer, library.templates, incomplete=incomplete, forecast=forecast)
