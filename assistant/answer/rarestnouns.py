"""The rarest noun of a question for a value: a sentence that says it goes before one near which nothing is said of it.

"Hoeveel bedraagt de vergoeding voor een lunch?" is not answered by what a kilometre costs where another sentence tells
the sum of a lunch. Of the rows of a table, or the items of a list, the one that says it goes before its neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer.choosing import SHOWN
from assistant.answer.evidence import Unit
from assistant.answer.keptnouns import is_noun_asked
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.nounkinds import noun_kind
from assistant.answer.question import Question
from assistant.answer.rowranges import rows_beside
from assistant.answer.scoring import must_decline
from assistant.answer.terms import Term
from assistant.answer.weighed import Library
from assistant.dutch import fold
from assistant.types import BlockKind

_KINDS = frozenset({QuestionKind.AMOUNT, QuestionKind.SHARE, QuestionKind.COUNT, QuestionKind.PERIOD})
_APART = frozenset({QuestionKind.AMOUNT, QuestionKind.SHARE})
"""Kinds of question of which a sentence elsewhere may go first; of a count or a length of time only a row or item beside."""
_LOOK, _NEAR_BEST = 40, 2.5
"""Units in which a sentence with the noun is looked for, and how far below the first one it may score."""
_SAID, _PART, _UNSAID = 0.75, 0.5, 0.3
"""How strongly the noun is held by a sentence that says it, by a row or item beside the first one, and below which it is not."""
_RARE = 0.3


def prefer_rarest(question: Question, units: list[Unit], matcher: Matcher, library: Library) -> None:
    """Put first the best unit that says the rarest noun of the question, where the first one does not, nor what is around it."""
    if not units or question.kind not in _KINDS:
        return
    nouns = [place for place, term in enumerate(matcher.terms) if _tells(term, question)]
    rarest = max(nouns, key=lambda place: (library.rarity(matcher.terms[place].stem), place), default=None)
    if rarest is None or library.rarity(matcher.terms[rarest].stem) < _RARE:
        return
    top = units[0]
    if top.local[rarest] >= _UNSAID:
        return
    beside = _list_beside(top)
    unsaid = question.kind in _APART and max(top.wide[rarest], top.close[rarest]) < _UNSAID
    for unit in units[1:_LOOK]:
        if unit.score < top.score - _NEAR_BEST:
            return
        among = unit.reading is top.reading and unit.block in beside
        if unit.local[rarest] < (_PART if among else _SAID) or not (unsaid or among) or unit.fit < SHOWN:
            continue
        if unit.lacks or _loses(top, unit, matcher) or must_decline(question, unit, matcher):
            continue
        unit.score = top.score
        units.remove(unit)
        units.insert(0, unit)
        return


def _loses(top: Unit, unit: Unit, matcher: Matcher) -> bool:
    """Tell whether a unit lacks a name or number that the first one says itself: that is the one who is asked about."""
    return any(
        term.kind != "word" and said >= _PART > held
        for term, said, held in zip(matcher.terms, top.local, unit.local, strict=True)
    )


def _list_beside(unit: Unit) -> Sequence[int]:
    """Give the rows of the table, or the items of the list, that a unit stands in: what stands around them is of each."""
    if unit.items:
        return ()
    if unit.reading.blocks.is_kind(unit.block, BlockKind.ROW):
        return tuple(rows_beside(unit.reading, unit.block))
    group = unit.reading.list_around(unit.block)
    return () if group is None or unit.block not in group.items else group.items


def _tells(term: Term, question: Question) -> bool:
    """Tell whether a word is a noun that tells what is asked about; of nouns for a value only a compound: "jaartoelage"."""
    if is_noun_asked(term, question):
        return True
    return term.kind == "word" and len(term.parts) > 1 and noun_kind(fold(term.text)) in _KINDS
