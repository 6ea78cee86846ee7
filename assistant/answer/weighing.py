"""The sentences that may answer a question, weighed: the evidence for each, which goes first, and the chance of an answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.absences import find_absent
from assistant.answer.bounds import find_bound
from assistant.answer.constraints import find_constraints, raise_constrained
from assistant.answer.current import prefer_current
from assistant.answer.doubts import read_doubts
from assistant.answer.evidence import Unit, choose_units, gather_units, weigh_units
from assistant.answer.explanations import MAY_SAY, says_what
from assistant.answer.formulas import drop_formulas
from assistant.answer.judging import judge_row, read_row
from assistant.answer.kinds import QuestionKind
from assistant.answer.margins import read_margins
from assistant.answer.marking import mark_lacks
from assistant.answer.matching import Matcher
from assistant.answer.measuring import measure_units
from assistant.answer.missing import LACKING
from assistant.answer.newcomers import raise_changed
from assistant.answer.obstacles import find_obstacle
from assistant.answer.ownwords import tells_nothing_of
from assistant.answer.preferring import put_first
from assistant.answer.question import Question, parse_question
from assistant.answer.rejecting import mark_unrejected
from assistant.answer.rowranges import add_fitting, raise_fitting
from assistant.answer.scoring import (
    doubt_score,
    judge,
    must_decline,
    read_evidence,
)
from assistant.answer.sided import add_sided, raise_sided
from assistant.answer.signing import add_lines, lend_words
from assistant.answer.speakers import raise_spoken
from assistant.answer.strangethings import mark_strange
from assistant.answer.terms import weigh_terms
from assistant.answer.titlenames import leave_known
from assistant.answer.toldyears import raise_told
from assistant.answer.unsaid import leaves_unsaid
from assistant.answer.versions import lower_older
from assistant.answer.weighed import Library, Weighed
from assistant.types import Hit

_NEWEST = 0.5
"""What the newest document gains over the oldest one, for a question that names no year."""
_LOOK, _NEAR_BEST = 20, 1.5
"""Units looked through for one that has what an answer needs, and how far below the top it may score."""
_SURE = 0.7
"""The chance from which the form of a sentence no longer tells that it leaves unsaid what is asked: no list of words is
complete. Of 26 development questions without an answer that such forms decline, 25 had a lower one."""
_SURER = 0.9
"""The same where a matter has words of its own and none of them stands there. Between the two it silences four development
answers, of which three are wrong and one is to a question without an answer."""
JUDGED = 60
"""Units that may be the first to be quoted: the doubts about them count too, those about others are not read."""


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
    weigh_units(question, units, matcher, library.vectors, library.presence, library.topicality)
    lend_words(question, units, matcher)
    constraints = find_constraints(question, matcher, library.atlas)
    raise_constrained(units, constraints, library.atlas)
    raise_spoken(question, units, matcher)
    raise_sided(question, units, matcher)
    raise_fitting(question, units, matcher)
    raise_changed(question, units, matcher)
    raise_told(question, units, matcher)
    matcher.bound = find_bound(question, constraints, library.atlas)
    read = measure_units(question, units, matcher, wholly=wholly)
    _prefer_newest(units, matcher)
    prefer_current(question, units)
    lower_older(units)
    units.sort(key=lambda unit: (-round(unit.score, 9), unit.key))
    mark_lacks(question, units[:JUDGED], matcher, library)
    mark_unrejected(question, units, matcher)  # of each document one is told, how far down it may stand
    evidence = _judge(question, units[:JUDGED], read, matcher)
    _reorder(units)
    put_first(question, units, matcher, library)
    absent = find_absent(question, matcher, units[:JUDGED], library.present)
    obstacle = find_obstacle(question, matcher, library.present, lambda place: _held(units, place))
    return _weigh_best(Weighed(question, matcher, units, absent, obstacle), evidence)


def _weigh_best(weighed: Weighed, evidence: dict[int, tuple[float, ...]]) -> Weighed:
    """Add how likely the documents hold the answer: the chance of the best unit."""
    best = find_best(weighed) or next(iter(weighed.units), None)
    if best is None:
        return weighed
    mark_strange(weighed.question, (best,), weighed.matcher)
    judged = weighed.units[:JUDGED]
    margins = read_margins([unit.score for unit in judged], [evidence[id(unit)] for unit in judged])
    row = read_row(weighed.question, best, weighed.matcher, evidence[id(best)], margins)
    linear = judge(evidence[id(best)])
    chance = judge_row(row, linear)
    if best.lacks or _is_unsaid(weighed.question, best, chance):
        chance *= LACKING
    return replace(weighed, chance=chance, linear=linear, row=row)


def _is_unsaid(question: Question, best: Unit, chance: float) -> bool:
    """Tell whether the form or the words of the best unit show that what is asked is not told."""
    if chance < _SURE:
        return leaves_unsaid(question, best)
    return chance < _SURER and tells_nothing_of(question, best)


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
    judged = units[:JUDGED]
    judged.sort(key=lambda unit: (-round(unit.score, 9), unit.key))
    for unit in units[JUDGED:]:
        unit.score = min(unit.score, judged[-1].score)
    units[:JUDGED] = judged


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
