"""What the sentences that may be quoted first lack of what is asked: each sort of lack is told by a module of its own."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer.bodynames import mark_other_bodies
from assistant.answer.counterparts import mark_counted_in
from assistant.answer.evidence import Unit
from assistant.answer.labels import mark_other_labels
from assistant.answer.matching import Matcher
from assistant.answer.missing import mark_missing
from assistant.answer.newcomers import mark_unchanged
from assistant.answer.otherdeeds import mark_other_deeds
from assistant.answer.othernames import mark_other_names
from assistant.answer.othersums import mark_other_sums
from assistant.answer.paidthings import mark_unpaid
from assistant.answer.payers import mark_unpaying
from assistant.answer.portfolios import mark_other_fields
from assistant.answer.presumed import mark_presumed
from assistant.answer.question import Question
from assistant.answer.ranks import mark_other_ranks
from assistant.answer.rivals import mark_rivals
from assistant.answer.rowranges import mark_outside
from assistant.answer.sided import mark_unsided
from assistant.answer.speakers import mark_unspoken
from assistant.answer.succession import mark_unfollowed
from assistant.answer.toldyears import mark_other_years
from assistant.answer.voices import mark_voiceless
from assistant.answer.weighed import Library


def mark_lacks(question: Question, units: Sequence[Unit], matcher: Matcher, library: Library) -> None:
    """Set `lacks` of each unit: the names, years, sides, payers, bodies and numbers of the question that it says nothing of."""
    mark_missing(question, units, matcher)
    mark_unspoken(question, units, matcher, library.presence)
    mark_unsided(question, units)
    mark_outside(question, units)
    mark_unpaid(question, units, matcher)
    mark_unpaying(question, units, matcher)
    mark_counted_in(question, units)
    mark_presumed(question, units)
    mark_unchanged(question, units)
    mark_unfollowed(question, units)
    mark_other_bodies(question, units)
    mark_other_labels(question, units)
    mark_other_deeds(question, units, matcher)
    mark_other_names(question, units)
    mark_other_sums(question, units)
    mark_other_fields(question, units, matcher)
    mark_other_years(question, units)
    mark_rivals(question, units, library.atlas)
    mark_other_ranks(question, units, matcher)
    mark_voiceless(question, units)
