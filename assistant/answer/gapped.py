"""Who does the same in clauses that leave the verb out: "Lier betaalt 2 miljoen euro, Genk 3 miljoen en het Rijk de rest"."""

from __future__ import annotations

import itertools
import re

from assistant.answer.evidence import Unit
from assistant.answer.finders.which import join_items
from assistant.answer.itemwords import FINITE
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import Question
from assistant.types import ExtractKind, Span

_KINDS = frozenset({QuestionKind.PERSON, QuestionKind.ORGANISATION, QuestionKind.LIST})
_VERB = re.compile(r" [a-zà-ÿ]{3,}(?: (?:ruim|circa|zo'n|ongeveer|samen|elk|in totaal))* ")
_MARK = re.compile(r"(?:, (?:en )?| en )")
_DOER = re.compile(
    r"(?P<who>(?:(?:de|het|een) |[A-ZÀ-Þ])[^,;:.()]{1,80}?)(?: (?:samen|elk|ieder|nog|ruim|circa|zo'n|ongeveer|dan|daarvan))*$"
)
_REST = re.compile(
    r"(?:, (?:en )?| en )(?P<who>[^,;:.()]{1,80}?) (?:de rest|het (?:restant|overige|verschil|resterende \w+))\b"
)
"""Who does what is left of it: "en het Rijk de rest"."""
_MOST_WORDS = 8
"""Words of a doer."""


def find_gapped(question: Question, unit: Unit, short: Span) -> str | None:
    """Give those who do it with the one that was chosen, each with a value of its own behind it; None for one alone.

    A question that holds a number asks for one of them.
    """
    if question.kind not in _KINDS or unit.items or any(map(str.isdigit, question.text)):
        return None
    text = unit.reading.document.text
    facts = unit.reading.facts_in(unit.span, ExtractKind.AMOUNT, ExtractKind.SHARE)
    values = sorted(fact.span for fact in facts)
    verb = _VERB.match(text, short.end)
    if verb is None or not values or values[0].start != verb.end() or short.start - unit.span.start > 1:
        return None
    doers = [short.of(text)]
    for one, other in itertools.pairwise(values):
        mark = _MARK.match(text, one.end)
        found = _DOER.fullmatch(text[mark.end() : other.start].rstrip()) if mark else None
        if found is None or FINITE.search(found["who"]) or len(found["who"].split()) > _MOST_WORDS:
            break
        doers.append(found["who"])
    rest = _REST.match(text, values[len(doers) - 1].end)
    if rest is not None and _DOER.fullmatch(rest["who"]) and not FINITE.search(rest["who"]):
        doers.append(rest["who"])
    return join_items(doers) if len(doers) > 1 else None
