"""From hits to an answer: weigh the evidence, decide whether to speak, quote, compose, check."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.aboutness import keep_near
from assistant.answer.absences import find_absent
from assistant.answer.bodynames import mark_other_bodies
from assistant.answer.bounds import find_bound
from assistant.answer.choosing import set_short
from assistant.answer.conditions import lacks_condition
from assistant.answer.constraints import find_constraints, raise_constrained
from assistant.answer.contradiction import find_rivals, make_variants, mark_older, order_rivals
from assistant.answer.current import prefer_current
from assistant.answer.deciding import order_telling
from assistant.answer.declining import decline
from assistant.answer.doubts import MEASURED, read_doubts
from assistant.answer.echoes import find_echoes
from assistant.answer.evidence import Unit, choose_units, gather_units, weigh_units
from assistant.answer.explanations import MAY_SAY, says_what
from assistant.answer.extremes import find_extreme, settle_superlative
from assistant.answer.formulas import drop_formulas
from assistant.answer.grounds import prefer_reason
from assistant.answer.itemsorts import is_of_other_sort
from assistant.answer.judging import judge_row, read_row
from assistant.answer.kinds import QuestionKind
from assistant.answer.laterdates import find_forecast
from assistant.answer.latest import prefer_latest
from assistant.answer.likelihood import choose_likely, is_same_place
from assistant.answer.lists import find_spread_list, lacks_number, may_lack_items
from assistant.answer.margins import read_margins
from assistant.answer.matching import Matcher
from assistant.answer.meanings import prefer_meaning
from assistant.answer.measuring import measure_units
from assistant.answer.missing import LACKING, mark_missing
from assistant.answer.monthly import prefer_month
from assistant.answer.newcomers import mark_unchanged, prefer_changed, raise_changed
from assistant.answer.obstacles import find_obstacle
from assistant.answer.padding import is_padding
from assistant.answer.paidthings import mark_unpaid
from assistant.answer.payers import prefer_payer
from assistant.answer.question import Question, parse_question
from assistant.answer.quoting import cite, find_cited_facts, is_quoted, verify
from assistant.answer.rowranges import add_fitting, mark_outside, raise_fitting
from assistant.answer.rowtables import prefer_tables, prefer_total
from assistant.answer.runningtotals import prefer_running
from assistant.answer.scoring import (
    THRESHOLD,
    doubt_score,
    holds_none,
    judge,
    must_decline,
    read_evidence,
)
from assistant.answer.sections import prefer_section
from assistant.answer.sided import add_sided, is_asked_side, mark_unsided, raise_denied, raise_sided
from assistant.answer.signing import add_lines, lend_words
from assistant.answer.speakers import mark_unspoken, raise_spoken
from assistant.answer.subjects import speaks_of_subject
from assistant.answer.succession import mark_unfollowed
from assistant.answer.superlatives import read_superlative
from assistant.answer.tellshort import tell_short
from assistant.answer.terms import weigh_terms
from assistant.answer.titlenames import leave_known
from assistant.answer.versions import lower_older, mark_versions
from assistant.answer.weighed import Library, Weighed
from assistant.answer.wholeitems import split_items
from assistant.answer.wording import write_text
from assistant.dutch import content_stems
from assistant.types import Answer, Completeness, Hit

_NEWEST = 0.5
"""What the newest document gains over the oldest one, for a question that names no year."""
_OWN = 0.5
"""The strength from which a sentence says a name or number itself."""
_LOOK, _NEAR_BEST = 20, 1.5
"""Units looked through for one that has what an answer needs, and how far below the top it may score."""
_JUDGED = 60
"""Units that may be the first to be quoted: the doubts about them count too, those about others are not read."""
_STOPS = (".", "!", "?", ":", ";", "”", '"')
"""How a sentence ends, and a heading does not."""
_BESIDE = 4
"""Sentences quoted where yes or no is asked."""
_DOCUMENT_SHARE, _MOST_DOCUMENTS = 0.85, 20
UNDECIDED = 0.4
"""The chance below which a yes-or-no question to which nothing says yes or no is not answered: set when
the chance was linear and the threshold .25: of 39 such development questions between these two 22 had no answer."""


def weigh(
    text: str, hits: Sequence[Hit], library: Library, *, wholly: bool = False, known: Sequence[str] = ()
) -> Weighed:
    """Give the units of the hits with their probabilities.

    The short answer is sought in those that can come near the best; `wholly` seeks it in all, to fit weights.
    What is `known` of the question names the documents of the hits, and need not be met in them.
    """
    question = leave_known(parse_question(text), known)
    matcher = Matcher(weigh_terms(question, library.rarity), library.vectors)
    units = choose_units(
        question, drop_formulas(question, gather_units(question, hits, library.readings)), matcher
    )
    units = add_fitting(question, add_sided(question, add_lines(question, units)))
    weigh_units(question, units, matcher, library.vectors, library.presence)
    lend_words(question, units, matcher)
    constraints = find_constraints(question, matcher, library.atlas)
    raise_constrained(units, constraints, library.atlas)
    raise_spoken(question, units, matcher)
    raise_sided(question, units, matcher)
    raise_fitting(question, units, matcher)
    raise_changed(question, units, matcher)
    matcher.bound = find_bound(question, constraints, library.atlas)
    read = measure_units(question, units, matcher, wholly=wholly)
    _prefer_newest(units, matcher)
    prefer_current(question, units)
    lower_older(units)
    units.sort(key=lambda unit: (-round(unit.score, 9), unit.key))
    mark_missing(question, units[:_JUDGED], matcher)
    mark_unspoken(question, units[:_JUDGED], matcher, library.presence)
    mark_unsided(question, units[:_JUDGED])
    mark_outside(question, units[:_JUDGED])
    mark_unpaid(question, units[:_JUDGED], matcher)
    mark_unchanged(question, units[:_JUDGED])
    mark_unfollowed(question, units[:_JUDGED])
    mark_other_bodies(question, units[:_JUDGED])
    evidence = _judge(question, units[:_JUDGED], read, matcher)
    _reorder(units)
    raise_denied(question, units)
    prefer_tables(question, units, matcher)
    prefer_total(question, units, matcher)
    prefer_payer(question, units, matcher)
    prefer_month(question, units)
    prefer_running(question, units)
    prefer_changed(question, units)
    prefer_reason(question, units, matcher)
    prefer_meaning(question, units)
    prefer_section(question, units, matcher)
    prefer_latest(question, units)
    absent = find_absent(question, matcher, units[:_JUDGED], library.present)
    obstacle = find_obstacle(question, matcher, library.present, lambda place: _held(units, place))
    return _weigh_best(Weighed(question, matcher, units, absent, obstacle), evidence)


def _weigh_best(weighed: Weighed, evidence: dict[int, tuple[float, ...]]) -> Weighed:
    """Add how likely the documents hold the answer: the chance of the best unit."""
    best = find_best(weighed) or next(iter(weighed.units), None)
    if best is None:
        return weighed
    judged = weighed.units[:_JUDGED]
    margins = read_margins([unit.score for unit in judged], [evidence[id(unit)] for unit in judged])
    row = read_row(weighed.question, best, weighed.matcher, evidence[id(best)], margins)
    linear = judge(evidence[id(best)])
    chance = judge_row(row, linear) * (LACKING if best.lacks else 1.0)
    return replace(weighed, chance=chance, linear=linear, row=row)


def _held(units: Sequence[Unit], place: int) -> float:
    """Give how strongly the unit that holds a term best does, with what stands around it."""
    return max((unit.context[place] for unit in units), default=0.0)


def _judge(
    question: Question,
    units: Sequence[Unit],
    read: dict[int, tuple[tuple[float, ...], float]],
    matcher: Matcher,
) -> dict[int, tuple[float, ...]]:
    """Lower the scores of units by the doubts about them, set how likely each one is an answer; give what that rests on."""
    found = {}
    for unit in units:
        features, score = read[id(unit)]
        doubts = read_doubts(question, unit, matcher)
        refused = must_decline(question, unit, matcher)
        change = doubt_score(doubts, refused=refused)
        unit.score += change
        evidence = read_evidence(features, doubts, score + change, refused=refused)
        likely = judge(evidence)
        unit.probability = likely * LACKING if unit.lacks else likely
        found[id(unit)] = evidence
    return found


def _reorder(units: list[Unit]) -> None:
    """Sort the units that were judged anew; the others, which nobody doubted, stay behind them."""
    judged = units[:_JUDGED]
    judged.sort(key=lambda unit: (-round(unit.score, 9), unit.key))
    for unit in units[_JUDGED:]:
        unit.score = min(unit.score, judged[-1].score)
    units[:_JUDGED] = judged


def _prefer_newest(units: Sequence[Unit], matcher: Matcher) -> None:
    """Raise the scores of newer documents a little, when the question names no number such as a year."""
    if any(term.kind == "number" for term in matcher.terms):
        return
    dates = sorted({unit.reading.document.date or "" for unit in units} - {""})
    if len(dates) < 2:
        return
    for unit in units:
        date = unit.reading.document.date
        if date:
            unit.score += _NEWEST * dates.index(date) / (len(dates) - 1)


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
    if weighed.question.kind is not QuestionKind.DOCUMENTS:
        chosen = chosen[: max(1, limit)]
        chosen = find_echoes(chosen, weighed.units, max(1, limit) - len(chosen))
    return _speak(identity, weighed, chosen, rivals, library, completeness)


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

    chosen = choose_likely(weighed.units[:_JUDGED], best, may_answer)
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


def find_best(weighed: Weighed) -> Unit | None:
    """Give the best unit that has what an answer needs, when it is near the best of all.

    Of those, one that says what a thing is goes before one that may.
    """
    first = None
    for unit in weighed.units[:_LOOK]:
        if unit.score < weighed.units[0].score - _NEAR_BEST:
            break
        if must_decline(weighed.question, unit, weighed.matcher):
            continue
        if first is None and (weighed.question.kind is not QuestionKind.DEFINITION or unit.fit > MAY_SAY):
            return unit
        if first is not None and says_what(weighed.question.text, unit.text):
            return unit
        first = first or unit
    return first


def _chance(weighed: Weighed) -> float:
    """Give how likely the best unit is an answer; 0 where no sentence can be one."""
    return 0.0 if _is_hopeless(weighed) else weighed.chance


def _one_per_document(weighed: Weighed) -> list[Unit]:
    """Give the best sentence of every document that holds about as much of the question as the best one."""
    matcher = weighed.matcher
    best = max(matcher.coverage(unit.wide) for unit in weighed.units)
    chosen: dict[str, Unit] = {}
    for unit in weighed.units:
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
    variants = make_variants(question, rivals, citations)
    citations = mark_versions(mark_older(question, rivals, citations), library.readings)
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
