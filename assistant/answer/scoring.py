"""From evidence to a decision: which sentence comes first, and whether to speak at all.

Two linear combinations, fitted on the development questions by `python -m benchmarks.fit_answer`:
one of all features orders the sentences, one of some features with the doubts (`doubts.py`) gives
the probability that the documents hold the answer. Beside them stand what must be present for an answer to be possible at
all (`must_decline`). There is one threshold; it is never lowered on the way.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from assistant.answer.cues import CONCRETE_NOUNS, CONTACT_NOUNS, ROLE_WORDS
from assistant.answer.doubts import DOUBTS, MEASURED
from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import asked_is_held
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.names import find_names
from assistant.answer.question import Question
from assistant.answer.roles import asks_role
from assistant.answer.verdict import find_verdict
from assistant.dutch import fold
from assistant.types import BlockKind, DateValue, ExtractKind

FEATURES = (
    "local",
    "context",
    "dense",
    "hit",
    "fit",
    "near",
    "cue",
    "missing",
    "conflict",
    "block",
    "rare",
    "brief",
    "unheld",
    "worst",
    "untyped",
    "named",
)
ORDER_WEIGHTS: dict[str, float] = {
    "local": 1.323,
    "context": 1.526,
    "dense": 0.857,
    "hit": 1.997,
    "fit": 2.035,
    "near": 1.272,
    "cue": 0.368,
    "missing": -0.550,
    "conflict": -0.116,
    "block": 1.225,
    "rare": 0.779,
    "brief": 0.096,
    "unheld": -0.595,
    "worst": -0.632,
    "untyped": -1.076,
    "named": 0.071,
}
JUDGED = (
    "fit",
    "near",
    "missing",
    "conflict",
    "unheld",
    "untyped",
    "named",
    *DOUBTS,
    "score",
)
"""What the probability rests on: the rest of the features orders sentences only."""
ANSWER_WEIGHTS: dict[str, float] = {
    "fit": 1.078,
    "near": 0.389,
    "missing": -1.196,
    "conflict": -0.979,
    "unheld": -0.864,
    "untyped": -0.992,
    "named": 0.797,
    "told": 1.229,
    "bare": -0.887,
    "rival": -0.546,
    "unmarked": -0.506,
    "nobody": -0.622,
    "score": 0.957,
    "bias": -1.627,
}
THRESHOLD = 0.3
"""Where less than a twentieth of the answerable questions is declined in cross-validation
(`benchmarks.fit_answer`): an officer who gets no answer to one question in twenty asks again.
"""
_LEAST_FIT, _SURE_FIT = 0.3, 0.6
_YESNO_COVERAGE = 0.7
_NAME_WORD = re.compile(r"[^\W\d_][\w-]+")


def must_decline(question: Question, unit: Unit, matcher: Matcher) -> bool:
    """Tell whether what an answer needs is missing: a value of the asked kind, a name, the asked year."""
    if unit.fit < _LEAST_FIT and (question.kind in MEASURED or asks_person_in_role(question)):
        return True
    if question.expansion and unit.fit < _SURE_FIT:
        return True
    if question.kind is QuestionKind.NAME and question.asked in CONCRETE_NOUNS:
        return not asked_is_held(question.asked, unit, matcher)
    if question.kind is QuestionKind.YESNO:
        return find_verdict(question, unit, matcher) is None and matcher.coverage(unit.wide) < _YESNO_COVERAGE
    if asks_person_in_role(question) and (_strange_name(unit, matcher) or _other_post(unit, matcher)):
        return True
    if _contact_is_missing(question, unit, matcher):
        return True
    return _unheld(unit, matcher) >= 1.0 or _conflict(unit, matcher) >= 0.5


def asks_person_in_role(question: Question) -> bool:
    """Tell whether the question asks who has a certain role."""
    return question.kind is QuestionKind.PERSON and asks_role(question)


def _strange_name(unit: Unit, matcher: Matcher) -> bool:
    """Tell whether a name of the question ("directeur van X") is nowhere near the sentence.

    A role without a name of its own ("Rita Mols, algemeen directeur") is one of whom the document is about.
    """
    strengths = unit.context if _bare_role(unit) else unit.close
    return any(
        term.kind == "name" and fold(term.text) not in ROLE_WORDS and held < 0.5
        for term, held in zip(matcher.terms, strengths, strict=True)
    )


def _bare_role(unit: Unit) -> bool:
    """Tell whether the sentence gives the person who is the answer a role that names no organisation or place."""
    return any(
        name.post.islower() and name.span.shift(unit.span.start) == unit.short
        for name in find_names(unit.reading, unit.span)
    )


def _other_post(unit: Unit, matcher: Matcher) -> bool:
    """Tell whether the sentence gives the asked organisation or place to another person than the one answered.

    "Jan Vos (burgemeester Lier), Els Mol (schepen Ravels)": the mayor of Ravels is not Jan Vos.
    """
    asked = {fold(term.text) for term in matcher.terms if term.kind == "name"}
    posts = {
        name.span.shift(unit.span.start): asked & {fold(word) for word in _NAME_WORD.findall(name.post)}
        for name in find_names(unit.reading, unit.span)
        if name.post
    }
    return unit.short in posts and not posts[unit.short] and any(posts.values())


def _contact_is_missing(question: Question, unit: Unit, matcher: Matcher) -> bool:
    """Tell whether an address or number is asked for in other words, and none is spoken of here."""
    return question.kind is not QuestionKind.CONTACT and any(
        word in CONTACT_NOUNS and not asked_is_held(word, unit, matcher)
        for word in (fold(token.text) for token in question.words)
    )


def read_features(unit: Unit, matcher: Matcher) -> tuple[float, ...]:
    """Give the features of a unit in the order of `FEATURES`."""
    named = [
        (term.weight, held)
        for term, held in zip(matcher.terms, unit.context, strict=True)
        if term.kind != "word"
    ]
    total = sum(weight for weight, _ in named)
    missing = 1.0 - sum(weight * min(1.0, held / 0.45) for weight, held in named) / total if named else 0.0
    words = len(unit.text.split())
    brief = 1.0 if words < 5 and unit.reading.blocks[unit.block].kind is not BlockKind.ROW else 0.0
    return (
        matcher.coverage(unit.local),
        matcher.coverage(unit.context),
        max(0.0, unit.dense),
        unit.hit,
        unit.fit,
        unit.near,
        unit.cue,
        missing,
        _conflict(unit, matcher),
        matcher.coverage(unit.wide),
        _rarest(unit, matcher),
        brief,
        _unheld(unit, matcher),
        _worst(unit, matcher),
        1.0 if unit.fit < _LEAST_FIT else 0.0,
        _named(unit, matcher),
    )


def _conflict(unit: Unit, matcher: Matcher) -> float:
    """Give 1 when the question names a year and the dates of the unit are of others.

    Without dates in the unit the document's own year decides, half as strongly.
    """
    asked = {int(term.stem) for term in matcher.terms if term.kind == "number" and _YEAR.fullmatch(term.stem)}
    if not asked:
        return 0.0
    years = set(map(int, _YEAR.findall(unit.text)))
    for fact in unit.reading.facts_in(unit.span, ExtractKind.DATE):
        value = fact.value
        if isinstance(value, DateValue) and value.earliest and value.latest:
            years.update(
                range(int(value.earliest[:4]), min(int(value.latest[:4]), int(value.earliest[:4]) + 15) + 1)
            )
    if years:
        return 0.0 if years & asked else 1.0
    own = unit.reading.document.date
    held = any(
        term.kind == "number" and strength >= 0.45
        for term, strength in zip(matcher.terms, unit.wide, strict=True)
    )
    return 0.0 if held or own is None or int(own[:4]) in asked else 0.5


def _rarest(unit: Unit, matcher: Matcher) -> float:
    """Give how well the unit itself holds the two weightiest words of the question."""
    order = sorted(range(len(matcher.terms)), key=lambda place: (-matcher.terms[place].weight, place))[:2]
    return sum(unit.local[place] for place in order) / len(order) if order else 0.0


def _unheld(unit: Unit, matcher: Matcher) -> float:
    """Give how far the name of the question that is held worst is from being held."""
    names = [held for term, held in zip(matcher.terms, unit.wide, strict=True) if term.kind == "name"]
    return 1.0 - min(1.0, min(names) / 0.45) if names else 0.0


def _named(unit: Unit, matcher: Matcher) -> float:
    """Give the weighted share of the question's names and numbers that the unit itself holds; .5 without any."""
    pairs = [
        (term.weight, held)
        for term, held in zip(matcher.terms, unit.local, strict=True)
        if term.kind != "word"
    ]
    return sum(weight * held for weight, held in pairs) / sum(weight for weight, _ in pairs) if pairs else 0.5


def _worst(unit: Unit, matcher: Matcher) -> float:
    """Give the weight of the weightiest word of the question that is missing here."""
    missing = [term.weight * (1.0 - held) for term, held in zip(matcher.terms, unit.wide, strict=True)]
    return min(1.0, max(missing, default=0.0))


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def order_score(features: Sequence[float]) -> float:
    """Give the score by which the units of one question are ordered."""
    return sum(ORDER_WEIGHTS[name] * value for name, value in zip(FEATURES, features, strict=True))


def judge(features: Sequence[float], doubts: Sequence[float], score: float) -> float:
    """Give the probability that the documents hold the answer, from the best unit and its score.

    As if half of all questions had an answer: the fit weighs both sorts alike.
    """
    known = dict(zip((*FEATURES, *DOUBTS, "score"), (*features, *doubts, score / 10.0), strict=True))
    total = ANSWER_WEIGHTS["bias"] + sum(ANSWER_WEIGHTS[name] * known[name] for name in JUDGED)
    return 1.0 / (1.0 + math.exp(-total))
