"""Signs that a sentence only looks like the answer: names are easily held, what is asked of them less so.

They are read for the sentences that may be quoted first, beside the features of `features.py`.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer.evidence import Unit
from assistant.answer.explained import find_explained
from assistant.answer.features import is_name, is_plain
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.names import find_names
from assistant.answer.question import Question
from assistant.dutch import fold

DOUBTS = ("told", "bare", "rival", "unmarked", "unlisted", "nobody", "undefined")
SORTS = ("measured", "person")
"""Sorts of question, 0 or 1: evidence weighs otherwise where a value or a person is asked for."""
MEASURED = frozenset(
    {
        QuestionKind.AMOUNT,
        QuestionKind.SHARE,
        QuestionKind.COUNT,
        QuestionKind.MOMENT,
        QuestionKind.PERIOD,
        QuestionKind.CONTACT,
    }
)
"""Kinds of question whose answer is a value of a form of its own."""
_NAMING = frozenset({QuestionKind.PERSON, QuestionKind.ORGANISATION, QuestionKind.PLACE})
_CLAUSAL = frozenset({QuestionKind.REASON, QuestionKind.MANNER, QuestionKind.PURPOSE})
_FULL = 3.0
"""Weight of plain words at which a sentence says all that can be wished for: about five rare words."""
_LEAST = 0.3
"""Weight below which the plain words of a question are too slight to judge by."""
_MARKED, _SOMEBODY, _DEFINED = 0.45, 0.6, 0.6
"""The fit of a clause with a word like "omdat" before it, of a person or an organisation rather than another name, and
of what a sentence says that something is."""


def read_doubts(question: Question, unit: Unit, matcher: Matcher) -> tuple[float, ...]:
    """Give the doubts about a unit in the order of `DOUBTS` and `SORTS`, each in [0, 1]:

    `told` how much weight of plain words (no names, no numbers) stands in the sentence, its headings or beside it;
    `bare` the share of them that the sentence lacks while it gives a value or a name;
    `rival` how far a name of the question is from the sentence while the sentence has another;
    `unmarked` that why, how or what for is asked and nothing in the sentence says so;
    `unlisted` how far the unit is from a list while one is asked for;
    `nobody` that "who" is asked and the answer is neither person nor organisation;
    `undefined` that a thing is to be explained and nothing says what it is.
    """
    valued = question.kind in MEASURED or question.kind in _NAMING
    return (
        min(1.0, sum([weight * held for weight, held in _plain(matcher, unit.close)]) / _FULL),
        1.0 - _share(_plain(matcher, unit.local)) if valued else 0.0,
        _rival(unit, matcher),
        1.0 if question.kind in _CLAUSAL and unit.fit < _MARKED else 0.0,
        1.0 - unit.fit if question.kind is QuestionKind.LIST else 0.0,
        1.0 if question.kind is QuestionKind.PERSON and unit.fit < _SOMEBODY else 0.0,
        1.0 if unit.fit < _DEFINED and _asks_explanation(question) else 0.0,
        1.0 if question.kind in MEASURED else 0.0,
        1.0 if question.kind is QuestionKind.PERSON else 0.0,
    )


def _asks_explanation(question: Question) -> bool:
    return question.kind is QuestionKind.DEFINITION and find_explained(question.text) is not None


def _plain(matcher: Matcher, strengths: Sequence[float]) -> list[tuple[float, float]]:
    """Give weight and strength of the words of the question that are neither name nor number."""
    return [(weight, strengths[place]) for place, weight in matcher.pick(is_plain)]


def _share(pairs: Sequence[tuple[float, float]]) -> float:
    total = sum([weight for weight, _ in pairs])
    return sum([weight * held for weight, held in pairs]) / total if total > _LEAST else 0.5


def _rival(unit: Unit, matcher: Matcher) -> float:
    """Give how far the name held worst is from being held near a sentence that has a name of its own."""
    names = matcher.pick(is_name)
    far = 1.0 - min([unit.close[place] for place, _ in names], default=1.0)
    if not far:
        return 0.0
    asked = {fold(matcher.terms[place].text) for place, _ in names}
    other = any(
        not asked & {fold(word) for word in name.text.split()} for name in find_names(unit.reading, unit.span)
    )
    return far if other else 0.0
