"""From evidence to a decision: which sentence comes first, and whether to speak at all.

Linear combinations, fitted on the development questions by `python -m benchmarks.fit_answer`: one of
all features and the doubts (`doubts.py`) orders the sentences, one of all that and of some of it together gives
the linear part of the probability that the documents hold the answer (`judging.py` has the whole). Beside them stand what
must be present for an answer to be possible at all (`must_decline`). There is one threshold; it is never lowered on the way.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from operator import itemgetter, mul

from assistant.answer.conditions import lacks_condition
from assistant.answer.cues import CONCRETE_NOUNS, CONTACT_NOUNS, ROLE_WORDS
from assistant.answer.datelines import tells_only_its_day
from assistant.answer.doubts import DOUBTS, MEASURED, SORTS
from assistant.answer.evidence import Unit
from assistant.answer.features import FEATURES, LEAST_FIT, OF_SHORT, find_conflict, find_unheld
from assistant.answer.finders.candidate import asked_is_held
from assistant.answer.finders.which import NAMED_NOUNS
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.names import find_names
from assistant.answer.question import Question
from assistant.answer.roles import asks_leader, asks_role
from assistant.answer.signing import names_no_signer
from assistant.answer.signs import held_share
from assistant.answer.writtenverdicts import find_stated
from assistant.dutch import fold
from assistant.dutch import stem as stem_word

ORDER_WEIGHTS: dict[str, float] = {
    "local": -0.203,
    "context": 2.880,
    "dense": 1.007,
    "hit": 3.460,
    "fit": 2.438,
    "near": 0.719,
    "cue": 0.413,
    "missing": -0.163,
    "conflict": -0.418,
    "block": 0.287,
    "rare": -0.065,
    "brief": -0.072,
    "unheld": -0.058,
    "worst": 0.173,
    "untyped": 0.176,
    "named": -0.389,
    "close": -1.483,
    "verb": 0.270,
    "done": -0.184,
    "asked": 0.678,
    "spoken": -0.604,
    "plain": 0.246,
    "lacking": -0.719,
    "asking": -0.146,
    "row": 0.071,
    "item": -0.107,
    "whole": 0.096,
    "length": -0.470,
    "nameless": -0.121,
    "first": 0.379,
    "exact": 1.283,
    "before": 0.795,
    "after": -1.104,
}
DOUBT_WEIGHTS: dict[str, float] = {
    "told": 2.613,
    "bare": -0.128,
    "rival": -0.617,
    "unmarked": 0.070,
    "unlisted": -1.503,
    "nobody": -0.515,
    "undefined": -1.099,
    "refused": -0.458,
}
"""What each doubt adds to the score of a sentence, with `must_decline` as the last one."""
SHARPNESS = 1.78
"""The scale in which the softmax of the scores of a question gives the chance of each sentence to be the answer."""
CROSSED = (
    ("measured", "plain"),
    ("measured", "lacking"),
    ("measured", "near"),
    ("measured", "spoken"),
    ("measured", "done"),
    ("person", "done"),
    ("fit", "close"),
    ("fit", "named"),
    ("refused", "close"),
)
"""Evidence that counts for more beside other evidence: a value is the answer only with the words around it."""
_ALSO = ("score", "refused", *(f"{one}*{other}" for one, other in CROSSED))
JUDGED = (*(name for name in FEATURES if name != "hit"), *DOUBTS, *SORTS, *_ALSO)
"""What the probability rests on: not the place of the passage, which says little where there are few."""
ANSWER_WEIGHTS: dict[str, float] = {
    "local": 0.148,
    "context": -0.675,
    "dense": -0.911,
    "fit": -1.114,
    "near": 0.478,
    "cue": -0.834,
    "missing": 0.654,
    "conflict": -1.692,
    "block": -2.132,
    "rare": -0.204,
    "brief": 0.841,
    "unheld": 0.120,
    "worst": 0.180,
    "untyped": -0.158,
    "named": -0.281,
    "close": 0.661,
    "verb": 0.306,
    "done": -0.208,
    "asked": -0.313,
    "spoken": 0.040,
    "plain": -1.585,
    "lacking": -1.070,
    "asking": -0.448,
    "row": -0.253,
    "item": -0.110,
    "whole": -0.037,
    "length": -0.860,
    "nameless": 0.201,
    "first": 1.134,
    "exact": -0.273,
    "before": 0.137,
    "after": 0.285,
    "told": 1.266,
    "bare": -0.680,
    "rival": 0.454,
    "unmarked": -1.236,
    "unlisted": -0.398,
    "nobody": -0.488,
    "undefined": -1.394,
    "measured": -0.446,
    "person": -0.170,
    "score": 4.737,
    "refused": -0.909,
    "measured*plain": 0.987,
    "measured*lacking": -0.006,
    "measured*near": 0.196,
    "measured*spoken": -0.739,
    "measured*done": -0.804,
    "person*done": -0.329,
    "fit*close": 3.287,
    "fit*named": 0.553,
    "refused*close": -0.059,
    "bias": -0.850,
}
THRESHOLD = 0.3
"""A chance below it is no answer. Cross-validated by document over the development halves of five sets
(`benchmarks.fit_forest`), .23 declines a twentieth of the answerable questions and .30 one in fourteen: as many as .25
did before the forest was there, and more of those without an answer. It was raised then; it is never lowered so that
something is answered. `docs/antwoorden.md` has the figures.
"""
_NAMED = frozenset({QuestionKind.PERSON, QuestionKind.ORGANISATION, QuestionKind.PLACE})
"""Kinds of question that only a name answers."""
_SURE_FIT = 0.6
_YESNO_COVERAGE, _YESNO_HELD = 0.7, 0.55
"""The share of a yes-or-no question that the block, or the sentence in its own words, must hold."""
_NAME_FIT = 0.4
"""The fit of a name that is of no organisation or place of the asked sort. Set on the development questions: of those
answered with less, three had an answer and fourteen none."""
_LOOSE_NOUNS = frozenset({"gebied", "gebieden", "fonds", "wie", "partners"})
"""Nouns that ask for names, and for things without a name as well."""
LIFE = frozenset(
    map(stem_word, "geboren geboorte geboortedatum geboorteplaats overleden overleed stierf".split())
)
"""Birth and death: no other words say them, so that without the word there is no answer."""
_SPOKEN = 0.5
"""The strength from which a word counts as spoken of."""
_NAME_WORD = re.compile(r"[^\W\d_][\w-]+")


def must_decline(question: Question, unit: Unit, matcher: Matcher) -> bool:
    """Tell whether what an answer needs is missing: a value of the asked kind, a name, the asked year."""
    if unit.lacks or holds_none(question, unit) or (unit.short is None and question.kind in _NAMED):
        return True
    if lacks_condition(question, unit, matcher):
        return True
    if question.expansion and unit.fit < _SURE_FIT:
        return True
    if question.kind is QuestionKind.NAME and question.asked in CONCRETE_NOUNS:
        return not asked_is_held(question.asked, unit, matcher)
    if question.kind is QuestionKind.YESNO:
        return matcher.coverage(unit.wide) < _YESNO_COVERAGE and not _speaks_to(question, unit, matcher)
    if asks_person_in_role(question) and (_strange_name(unit, matcher) or _other_post(unit, matcher)):
        return True
    if _contact_is_missing(question, unit, matcher) or _life_is_missing(unit, matcher):
        return True
    return find_unheld(unit, matcher) >= 1.0 or find_conflict(unit, matcher) >= 0.5


def _speaks_to(question: Question, unit: Unit, matcher: Matcher) -> bool:
    """Tell whether a sentence holds enough of a question for yes or no, or answers such a one in the text."""
    stated = find_stated(unit, matcher) is not None
    return stated or held_share(question, unit, matcher) >= _YESNO_HELD


def holds_none(question: Question, unit: Unit) -> bool:
    """Tell whether a unit holds nothing of what is asked: a value, a name, a list of names."""
    if question.kind is QuestionKind.LIST:
        named = question.asked in NAMED_NOUNS - _LOOSE_NOUNS
        return named and unit.fit < _NAME_FIT and not _lists_names(unit)
    if question.kind in (QuestionKind.ORGANISATION, QuestionKind.PLACE):
        return unit.fit < _NAME_FIT
    if names_no_signer(question, unit) or tells_only_its_day(question, unit):
        return True
    valued = question.kind in MEASURED or question.kind is QuestionKind.PERSON
    return valued and unit.fit < LEAST_FIT


_BETWEEN = re.compile(r"[;,] | en ")


def _lists_names(unit: Unit) -> bool:
    """Tell whether most items of a list begin with a capital."""
    items = _BETWEEN.split(unit.short_text or "")
    return sum(str(item)[:1].isupper() for item in items) > len(items) / 2


def asks_person_in_role(question: Question) -> bool:
    """Tell whether the question asks who has a certain role."""
    return question.kind is QuestionKind.PERSON and (asks_role(question) or asks_leader(question))


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


def _life_is_missing(unit: Unit, matcher: Matcher) -> bool:
    """Tell whether a birth or death is asked for and none is spoken of near the sentence: no other words say that."""
    return any(
        term.stem in LIFE and held < _SPOKEN for term, held in zip(matcher.terms, unit.close, strict=True)
    )


def _contact_is_missing(question: Question, unit: Unit, matcher: Matcher) -> bool:
    """Tell whether an address or number is asked for in other words, and none is spoken of here."""
    return question.kind is not QuestionKind.CONTACT and any(
        word in CONTACT_NOUNS and not asked_is_held(word, unit, matcher)
        for word in (fold(token.text) for token in question.words)
    )


_ORDER = tuple(ORDER_WEIGHTS[name] for name in FEATURES)
_DOUBT_WEIGHTS = tuple(DOUBT_WEIGHTS[name] for name in DOUBTS)
_ANSWER_WEIGHTS = tuple(ANSWER_WEIGHTS[name] for name in JUDGED)
_KNOWN = (*FEATURES, *DOUBTS, *SORTS, "score", "refused")


def _getter(names: Sequence[str]) -> Callable[[Sequence[float]], tuple[float, ...]]:
    """Give what takes the values of these names, at least two, from those in the order of `_KNOWN`."""
    return itemgetter(*map(_KNOWN.index, names))


_PLAIN = _getter(JUDGED[: -len(CROSSED)])
_ONES, _OTHERS = map(_getter, zip(*CROSSED, strict=True))
MOST_GAINED = sum(max(0.0, ORDER_WEIGHTS[name]) for name in OF_SHORT[:-1]) + max(
    0.0, -ORDER_WEIGHTS[OF_SHORT[-1]]
)
"""What a short answer can add to the score of a unit at most."""


def order_score(features: Sequence[float]) -> float:
    """Give the score by which the units of one question are ordered."""
    return float(sum(map(mul, _ORDER, features)))


def doubt_score(doubts: Sequence[float], *, refused: bool) -> float:
    """Give what the doubts about a unit add to its score."""
    return float(DOUBT_WEIGHTS["refused"] * refused + sum(map(mul, _DOUBT_WEIGHTS, doubts)))


def read_evidence(
    features: Sequence[float], doubts: Sequence[float], score: float, *, refused: bool
) -> tuple[float, ...]:
    """Give what the probability rests on, in the order of `JUDGED`."""
    known = (*features, *doubts, score / 10.0, float(refused))
    crossed = map(mul, _ONES(known), _OTHERS(known))
    return (*_PLAIN(known), *crossed)


def judge(evidence: Sequence[float]) -> float:
    """Give the linear part of the probability that the documents hold the answer, from the evidence of the best unit.

    As if half of all questions had an answer: the fit weighs both sorts alike.
    """
    total = float(ANSWER_WEIGHTS["bias"] + sum(map(mul, _ANSWER_WEIGHTS, evidence)))
    return 1.0 / (1.0 + math.exp(-total))
