"""Which of the best sentences goes first for a reason that no weight has, such as a total, a reason or the newest value.

Each rule looks at the units near the first one and may put one of them there; the later ones see what the earlier did.
"""

from __future__ import annotations

from assistant.answer.atleast import prefer_bound
from assistant.answer.attending import prefer_present
from assistant.answer.evidence import Unit
from assistant.answer.grounds import prefer_reason
from assistant.answer.latest import prefer_latest
from assistant.answer.matching import Matcher
from assistant.answer.meanings import prefer_meaning
from assistant.answer.monthly import prefer_month
from assistant.answer.namedfirst import prefer_named
from assistant.answer.newcomers import prefer_changed
from assistant.answer.payers import prefer_payer
from assistant.answer.postponed import carry_to_new_moment
from assistant.answer.question import Question
from assistant.answer.rarestnouns import prefer_rarest
from assistant.answer.rates import prefer_rated
from assistant.answer.rowtables import prefer_tables, prefer_total
from assistant.answer.runningtotals import prefer_running
from assistant.answer.sections import prefer_section
from assistant.answer.sided import raise_denied
from assistant.answer.sincethen import carry_on
from assistant.answer.toldyears import prefer_told
from assistant.answer.wanted import prefer_stated, prefer_wanted
from assistant.answer.weighed import Library


def put_first(question: Question, units: list[Unit], matcher: Matcher, library: Library) -> None:
    """Put first the unit that a rule prefers, where one does; the others stay in their order."""
    raise_denied(question, units)
    prefer_tables(question, units, matcher)
    prefer_total(question, units, matcher)
    prefer_payer(question, units, matcher)
    prefer_present(question, units)
    prefer_month(question, units)
    prefer_bound(question, units)
    prefer_rated(question, units, matcher)
    prefer_running(question, units)
    prefer_told(question, units)
    carry_on(question, units, matcher)
    carry_to_new_moment(question, units)
    prefer_wanted(question, units)
    prefer_stated(question, units)
    prefer_changed(question, units)
    prefer_reason(question, units, matcher)
    prefer_meaning(question, units)
    prefer_section(question, units, matcher)
    prefer_latest(question, units)
    prefer_named(question, units, matcher)
    prefer_rarest(question, units, matcher, library)
