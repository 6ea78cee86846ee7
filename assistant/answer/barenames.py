"""A bare word that names nothing asked for: the adjective of a land, a post without its holder, a place for a thing.

Where a name of some other sort is asked ("welk gif", "welke korting"), the learned span (`choosing.py`) takes the one word
with a capital in the sentence, which is often where it happened or who did it.
"""

from __future__ import annotations

import re

from assistant.answer.cues import PLACE_NOUNS, ROLE_WORDS
from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.types import BlockKind, ExtractKind, Span

_ADJECTIVE = re.compile(r"[A-ZÀ-Þ][\w-]*se")
_PLAIN = frozenset(
    "raad rijk wet wetboek grondwet regering kabinet kamer staten deel overheid gemeente provincie".split()
)
"""Bodies and texts whose noun alone names none of them."""
_TAKES_PLACE = re.compile(r"(?:naam|centrum|regio|land|stad|gebied|merk|team|club)$")
"""Nouns that the name of a place may answer."""


_NO_NAMED_THING = re.compile(
    r"(?:straf|straffen|sanctie|ziekte|aandoening|virus|bacterie|stof|stoffen|materiaal|gewas|diersoort|vis|vogel|gif|brandstof|korting|"
    r"kleur|taal|leeftijd|munt|eenheid|letter|cijfer)$"
)
"""Nouns for what never has the name of a body or a place."""


def _is_body_for_thing(question: Question, unit: Unit, short: Span) -> bool:
    """Tell whether a body or a place is named where something is asked that is neither: "op welke ziekte"."""
    if not _NO_NAMED_THING.search(question.asked or ""):
        return False
    facts = unit.reading.facts_in(short, ExtractKind.ORGANISATION, ExtractKind.REGION)
    return any(fact.span.overlaps(short) and 2 * len(fact.span) >= len(short) for fact in facts)


def is_loose_name(question: Question, unit: Unit, short: Span, shown: str) -> bool:
    """Tell whether a short answer is a bare word that cannot be the name asked for; a cell of a row may be any word."""
    if question.kind is not QuestionKind.NAME or not shown[:1].isupper():
        return False
    if _is_body_for_thing(question, unit, short):
        return True
    if " " in shown:
        return False
    if unit.reading.blocks.is_kind(unit.block, BlockKind.ROW):
        return False
    plain, asked = fold(shown), question.asked or ""
    if _ADJECTIVE.fullmatch(shown) or plain in ROLE_WORDS or plain in _PLAIN:
        return plain != asked
    places = unit.reading.facts_in(short, ExtractKind.REGION)
    return any(fact.span == short for fact in places) and not _takes_place(asked)


def _takes_place(asked: str) -> bool:
    return not asked or asked in PLACE_NOUNS or bool(_TAKES_PLACE.search(asked))
