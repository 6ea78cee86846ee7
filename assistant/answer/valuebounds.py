"""The bound of a value in a short answer: "meer dan 50%" is not 50%, nor is "ten minste zes weken" six weeks."""

from __future__ import annotations

import re

from assistant.answer.kinds import QuestionKind
from assistant.answer.reading import Reading
from assistant.types import Span

_BOUNDED = frozenset({QuestionKind.AMOUNT, QuestionKind.SHARE, QuestionKind.COUNT, QuestionKind.PERIOD})
_BEFORE = re.compile(
    r"(?<![\w-])(?:(?:niet )?(?:meer|minder|langer|korter|hoger|lager|groter|kleiner|ouder|jonger|later|eerder) dan|"
    r"(?:ten|op zijn) (?:minste|hoogste)|op zijn hoogst|op zijn minst|tenminste|minstens|minimaal|hoogstens|hooguit|maximaal|"
    r"ruim|bijna|ongeveer|circa|ca\.|plusminus|nagenoeg|omtrent|zowat|rond de|rond|krap|net geen|net geen|net iets meer dan|"
    r"naar schatting|gemiddeld|(?<!van )tot wel|een (?:kleine|dikke|slordige)|iets (?:meer|minder) dan|zo[’']n|een paar|enkele|verscheidene|meerdere)"
    r"(?: (?:een|de|het))?\s+$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r" (?:(?:of|en) (?:meer|minder|langer|korter|hoger|lager|groter|kleiner|ouder|jonger)(?! dan\b)|"
    r"(?:of|en) (?:[a-z]+ )?(?:daarboven|daaronder))\b"
)
_FAR = 40
"""Characters before a value in which its bound may stand."""


def with_bound(kind: QuestionKind, reading: Reading, short: Span) -> Span:
    """Give a value with the words right before and behind it that say it is not exact; another answer as it is."""
    if kind not in _BOUNDED:
        return short
    text = reading.document.text
    block = reading.blocks[reading.block_at(short.start)].span
    before = _BEFORE.search(text[max(block.start, short.start - _FAR) : short.start])
    start = short.start - len(before.group()) if before else short.start
    behind = _BEHIND.match(text[short.end : block.end])
    return Span(start, short.end + (behind.end() if behind else 0))
