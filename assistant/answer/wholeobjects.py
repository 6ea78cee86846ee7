"""Whether a stretch of a sentence answers "wat doet", "wat verandert": a thing or a clause of its own, no loose fragment.

What something does or decides is rarely said in one stretch, and the learned span (`choosing.py`) then gives an adverb
("virtueel"), a participle ("tevens verankerd in de wet") or the one who speaks. The quotation tells it better.
"""

from __future__ import annotations

import re

from assistant.answer.adjectives import is_adjective
from assistant.answer.cues import ROLE_ENDINGS, ROLE_WORDS
from assistant.answer.enumerations import find_enumerations
from assistant.answer.evidence import Unit
from assistant.answer.wholeitems import is_scrap
from assistant.dutch import fold
from assistant.types import BlockKind, ExtractKind, Span

_CLAUSE = re.compile(r"(?:dat|of) (?:\S+ ){2,}|om (?:\S+ )+te \S+|te [a-zà-ÿ]+en\b", re.IGNORECASE)
_DETERMINED = re.compile(r"(?:de|het|een|geen|alle|beide|onze|hun|haar|zijn) (?=\S)", re.IGNORECASE)
_APOSTROPHE = re.compile(r"’(?=\w)")
_PAIRS = (("“", "”"), ("‘", "’"), ("(", ")"), ("«", "»"))


def is_whole_object(unit: Unit, short: Span, shown: str) -> bool:
    """Tell whether a short answer of a unit is a whole thing or clause; a cell of a row always is."""
    if unit.reading.blocks.is_kind(unit.block, BlockKind.ROW) and not unit.items:
        return True
    if _CLAUSE.match(shown):
        return True
    if " " not in shown or not _is_closed(shown) or unit.reading.facts_in(short, ExtractKind.PERSON):
        return False
    if any(found.span == Span(0, len(shown)) for found in find_enumerations(shown)):
        return True
    return _opens_thing(shown) and not is_scrap(shown)


def opens_sentence(unit: Unit, short: Span) -> bool:
    """Tell whether a short answer opens a sentence that goes on behind it: mostly the one who does something."""
    before, behind = unit.text[: short.start - unit.span.start], unit.text[short.end - unit.span.start :]
    return (
        unit.span.covers(short)
        and re.search(r"[^\W\d]", before) is None
        and re.match(r" [a-zà-ÿ]", behind) is not None
    )


def _is_closed(shown: str) -> bool:
    """Tell whether every bracket and quotation mark in a stretch is closed there."""
    shown = _APOSTROPHE.sub("", shown)  # "programma’s"
    return all(shown.count(one) == shown.count(other) for one, other in _PAIRS) and shown.count('"') % 2 == 0


def _opens_thing(shown: str) -> bool:
    """Tell whether a stretch opens as a thing: with an article, a role, or an adjective before its noun."""
    first = shown.split()[0]
    plain = fold(first)
    role = plain in ROLE_WORDS or plain.endswith(ROLE_ENDINGS)
    return bool(_DETERMINED.match(shown)) or role or (plain.endswith("e") and is_adjective(plain))
