"""Which short answer is told beside a quotation: none of another time, side, payer or deed than the one asked for."""

from __future__ import annotations

import re

from assistant.answer.choosing import SHOWN
from assistant.answer.conditions import asks_when_allowed
from assistant.answer.cues import ROLE_WORDS
from assistant.answer.deeds import is_of_another_deed
from assistant.answer.doubts import MEASURED
from assistant.answer.evidence import Unit
from assistant.answer.existing import asks_existing, lists_existing
from assistant.answer.finders.eras import is_of_other_time
from assistant.answer.finders.howlong import is_behind_deed, is_extension
from assistant.answer.increases import asks_change, settle_change
from assistant.answer.kinds import QuestionKind
from assistant.answer.laterdates import find_forecast
from assistant.answer.names import find_names
from assistant.answer.newcomers import is_unchanged
from assistant.answer.parties import find_receiver, names_nobody, trim_verb
from assistant.answer.payers import is_of_payer
from assistant.answer.question import Question
from assistant.answer.rates import is_of_other_rate
from assistant.answer.runningtotals import asks_running, is_of_one_year
from assistant.answer.showing import show_short
from assistant.answer.sided import is_asked_side
from assistant.answer.states import tells_state
from assistant.answer.succession import asks_successor
from assistant.answer.weighed import Weighed
from assistant.dutch import fold
from assistant.types import BlockKind, ExtractKind, Span

_LEAST_SHORT = {QuestionKind.DEFINITION: 0.6, QuestionKind.LIST: 0.1}
"""The fit below which no short answer is given, where it is not `SHOWN`."""
_TIMED = MEASURED | {QuestionKind.NAME, QuestionKind.TOPIC}
"""Kinds of question whose short answer may be a value of another time than the one asked for."""


def tell_short(weighed: Weighed, best: Unit) -> str | None:
    """Give the short answer that is told of the best sentence; None where it is not what was asked, or not sure enough."""
    if weighed.question.kind is QuestionKind.YESNO:
        return best.short_text
    if weighed.question.kind is QuestionKind.DOCUMENTS or asks_when_allowed(weighed.question):
        return None
    least = _LEAST_SHORT.get(weighed.question.kind, SHOWN)
    if best.short is None or not best.short_text or best.fit < least:
        return None
    text = best.reading.document.text
    receiver = find_receiver(weighed.question, best, best.short)
    if receiver != best.short:
        return None if receiver is None else receiver.of(text)
    if weighed.question.kind is QuestionKind.STATUS and not tells_state(
        best.short_text, text[best.span.start : best.short.start]
    ):
        return None
    if not is_of_payer(weighed.question, best, best.short, weighed.matcher) or is_unchanged(
        weighed.question, best, best.short
    ):
        return None
    if _is_untimely(weighed.question, best, best.short) or not is_asked_side(
        weighed.question, best, best.short
    ):
        return None
    if asks_existing(weighed.question) and not lists_existing(weighed.question, best, weighed.matcher):
        return None
    if _is_other(weighed, best, best.short):
        return None
    shown = show_short(weighed.question, best)
    return trim_verb(shown) if shown and weighed.question.kind is QuestionKind.PERSON else shown


def _is_other(weighed: Weighed, best: Unit, short: Span) -> bool:
    """Tell whether a short answer is nobody, a term that only begins with what is asked, or one tariff of several."""
    if weighed.question.kind is QuestionKind.PERIOD:
        return is_behind_deed(weighed.question, best, short, weighed.matcher)
    if weighed.question.kind is QuestionKind.AMOUNT and _TARIFFS.search(fold(weighed.question.text)):
        sums = best.reading.facts_in(best.span, ExtractKind.AMOUNT)
        return (
            not best.reading.blocks.is_kind(best.block, BlockKind.ROW) and len({one.text for one in sums}) > 1
        )
    return weighed.question.kind is QuestionKind.PERSON and _is_nobody(weighed, best, short)


_TARIFFS = re.compile(r"\b(?:de|welke) [\w-]*(?:tarieven|leges)\b")
"""What one sum of several does not answer."""


def _is_nobody(weighed: Weighed, best: Unit, short: Span) -> bool:
    """Tell whether a short answer is a person of another deed, or a post without a name where a person is meant."""
    if names_nobody(weighed.question, best, short):
        return True
    if is_of_another_deed(weighed.question, best, weighed.matcher, short):
        return True
    return _is_bare_post(weighed.question, best, short)


def _is_bare_post(question: Question, best: Unit, short: Span) -> bool:
    """Tell whether a post without a name is told where a person is meant: who came after somebody, or a post of before."""
    names = find_names(best.reading, best.span)
    if any(name.kind == "person" and name.span.shift(best.span.start).overlaps(short) for name in names):
        return False
    told = short.of(best.reading.document.text)
    if fold(told.split()[0]) not in ROLE_WORDS and fold(told).split(" ", 1)[0] not in ("de", "een"):
        return False
    before = best.text[: max(0, short.start - best.span.start)]
    post = any(fold(word) in ROLE_WORDS for word in told.split()[:3])
    return post and (asks_successor(question.text) is not None or _FORMERLY.search(before) is not None)


_FORMERLY = re.compile(
    r"\b(?:was|waren|werkte)(?: (?:hij|zij|ze))? (?:daarvoor|eerder|voorheen|vroeger|toen|ooit) (?:als )?$"
)
"""Words before a post that somebody had before."""


def _is_untimely(question: Question, best: Unit, short: Span) -> bool:
    """Tell whether a short answer is of another time than the one asked for, only a forecast of it, or no asked change."""
    if find_forecast(question, best) is not None or is_of_other_rate(question, best, short):
        return True
    if asks_running(question) and is_of_one_year(best, short):
        return True
    if question.kind is QuestionKind.PERIOD and is_extension(question, best, short):
        return True
    if asks_change(question):
        return not settle_change(question, best)
    return question.kind in _TIMED and is_of_other_time(question, best, short)
