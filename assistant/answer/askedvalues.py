"""Of the values or names in one sentence those that the question asks: each reason to leave one out is told by a module of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.answer.bracketed import keep_beside, keep_bracketed
from assistant.answer.bydeed import keep_by_deed
from assistant.answer.complements import keep_complemented
from assistant.answer.corrected import keep_corrected
from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.answer.holders import keep_present
from assistant.answer.inturn import keep_in_turn
from assistant.answer.matching import Matcher
from assistant.answer.pairs import keep_paired, keep_valued
from assistant.answer.question import Question
from assistant.answer.rates import keep_rated
from assistant.answer.respective import keep_respective
from assistant.answer.steps import keep_step
from assistant.answer.wholes import keep_of_whole


def keep_asked(
    question: Question, unit: Unit, found: Sequence[Candidate], matcher: Matcher
) -> Iterable[Candidate]:
    """Give the candidates of a unit that nothing in its words tells to be of another thing, time, doer or payer."""
    own = keep_present(question, unit, keep_corrected(question, unit, found))
    own = keep_bracketed(question, unit, own, matcher)
    own = keep_beside(question, unit, own)
    own = keep_paired(question, unit, keep_respective(unit, own, matcher), matcher)
    own = keep_of_whole(question, unit, keep_valued(question, unit, own), matcher)
    own = keep_by_deed(question, unit, keep_rated(question, unit, own), matcher)
    own = keep_in_turn(question, unit, keep_step(question, unit, own))
    return keep_complemented(question, unit, own, matcher)
