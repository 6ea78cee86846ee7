"""A number that a question takes for granted: "Waarom bouwt Lier vier bruggen?" is no question where the text has two.

It must stand near the sentence that answers: counted of the same things, or at least said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from assistant.answer.cues import NUMBER_WORDS, is_plural
from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.quantities import Quantity, find_quantities
from assistant.answer.question import Question
from assistant.answer.reading import Reading
from assistant.dutch import STOP_WORDS, fold
from assistant.dutch import stem as stem_word

_KINDS = frozenset(
    {QuestionKind.REASON, QuestionKind.PURPOSE, QuestionKind.MANNER, QuestionKind.MOMENT, QuestionKind.PERIOD}
)
"""Kinds of question that only tell more of what they take for granted."""
_WORDS = {word: value for word, value in NUMBER_WORDS.items() if value > 1}
_NOT_BEHIND = ("waarom", "hoe", "wanneer", "jaren", "andere", "overige", "resterende", "van de", "van")
_ASKED = re.compile(
    rf"{''.join(f'(?<!{word} )' for word in _NOT_BEHIND)}(?<![\w-])(?P<number>{'|'.join(_WORDS)}|[2-9]|[1-9]\d)"
    r"(?P<scale> (?:miljoen|miljard|duizend))? (?P<fore>(?:[a-zà-ÿ-]+e ){0,2})(?P<noun>[a-zà-ÿ][a-zà-ÿ-]{3,}(?:['’]s)?)(?!\w)"
)
"""A number before its noun, with up to two adjectives; not one of a part ("een van de drie"), of the others or of years,
nor the verb of the question ("waarom zeven archeologen het zand")."""
_TIME = frozenset("jaar jaren maand maanden week weken dag dagen uur uren kwartaal minuten".split())
_MONEY = frozenset("euro gulden dollar procent".split())
_FEW = 5
"""So many things may be named without their number: "de Lindeschool, de Beukschool en de Eikschool"."""
_BLOCKS, _CHARACTERS = 4, 2_000
"""How far a block may be to be near."""
_OPENING = 600
"""Characters at the head of a document, which says what all of it is about."""
_BEFORE_NOUN = 4
"""Words behind a number among which its noun may be."""
_OF_ALL = re.compile(
    r"\b(?:telt|tellen|telde|telden|van (?:de|deze|die|alle|onze|hun|haar|zijn))(?: [a-z]+)? $", re.IGNORECASE
)
"""Before a number that is of all of them, of which the question may ask some: "drie van de twaalf"."""
_BEFORE = 40
"""Characters before a number in which those are looked for."""
_SOME_OF = re.compile(
    r" (?:van|[a-zà-ÿ]+(?:ste|ere) van) (?:de|het|deze|die|onze)\b(?P<rest>(?: [\w.’'-]+){1,4})",
    re.IGNORECASE,
)
"""Behind the number of some of them: "de drie kleinste van de twaalf loketten"."""


@dataclass(frozen=True, slots=True)
class Presumed:
    """A number that a question takes for granted, with the stem of what it counts."""

    shown: str
    value: int
    scale: str
    noun: str
    form: re.Pattern[str]


@lru_cache(maxsize=100)
def find_presumed(question: Question) -> Presumed | None:
    """Give the number that a question for a reason, way or time takes for granted; None where it has none."""
    if question.kind not in _KINDS:
        return None
    found = _ASKED.search(fold(question.text))
    if found is None:
        return None
    noun = found["noun"]
    if noun in _MONEY or noun in _TIME or noun in STOP_WORDS or not is_plural(noun):
        return None
    word, scale = found["number"], (found["scale"] or "").strip()
    value = _WORDS.get(word) or int(word)
    names = "|".join([*(name for name, other in _WORDS.items() if other == value), str(value)])
    form = re.compile(
        rf"(?<![\w,.-])(?:een )?(?:{names})(?:tal|-?hoofdig\w*|-?delig\w*)?(?![\w-]|[.,]\d)"
        + (rf" {scale}" if scale else ""),
        re.IGNORECASE,
    )
    return Presumed(question.text[found.start() : found.end()], value, scale, stem_word(noun), form)


def mark_presumed(question: Question, units: Sequence[Unit]) -> None:
    """Add to `lacks` of each unit the number that the question takes for granted, where nothing near says it."""
    presumed = find_presumed(question)
    if presumed is None:
        return
    known: dict[tuple[str, int], tuple[bool, bool, bool]] = {}
    for unit in units:
        said = [_read(unit.reading, block, presumed, known) for block in _near(unit)]
        same, other, bare = (any(column) for column in zip(*said, strict=True))
        if same or (bare and not other) or (presumed.value <= _FEW and not other):
            continue
        unit.lacks = tuple(dict.fromkeys((*unit.lacks, presumed.shown)))


def name_presumed(question: Question) -> tuple[str, ...]:
    """Give the number with its noun as the question has it; none where it takes none for granted."""
    presumed = find_presumed(question)
    return () if presumed is None else (presumed.shown,)


def _near(unit: Unit) -> list[int]:
    """Give the blocks near a unit, the headings above it and the first of its document."""
    blocks = unit.reading.blocks
    near = [
        block
        for block in range(max(0, unit.block - _BLOCKS), min(len(blocks), unit.block + _BLOCKS + 1))
        if max(blocks.starts[block] - unit.span.end, unit.span.start - blocks.ends[block]) <= _CHARACTERS
    ]
    opening = [block for block, end in enumerate(blocks.ends[: _BLOCKS * 3]) if end <= _OPENING]
    return [*near, *unit.reading.parents[unit.block], *opening]


def _read(
    reading: Reading, block: int, presumed: Presumed, known: dict[tuple[str, int], tuple[bool, bool, bool]]
) -> tuple[bool, bool, bool]:
    """Tell of a block whether it counts the things by the asked number, by another one, and whether it says the number at all."""
    key = (reading.document.id, block)
    if key not in known:
        text = reading.text_of(block)
        read = presumed.noun[:4] in fold(text) or presumed.form.search(text) is not None
        counts = [
            (one, presumed.form.match(text, one.number.start) is not None)
            for one in (find_quantities(text) if read else ())
            if not (one.number.start < 2 and text[one.number.start].isdecimal())
        ]
        bare = any(right for _, right in counts) or any(
            found.group().lower().endswith("tal") for found in presumed.form.finditer(text)
        )
        same = any(
            right and (_counts(one, presumed) or _is_some(one, presumed, text)) for one, right in counts
        )
        other = any(not right and _counts_others(one, presumed, text) for one, right in counts)
        known[key] = same, other, bare
    return known[key]


def _counts(quantity: Quantity, presumed: Presumed) -> bool:
    """Tell whether the asked number counts the things of the question, or has only small words behind it."""
    words = [word for word, _ in quantity.following[:_BEFORE_NOUN]]
    if not words or fold(words[0]) in STOP_WORDS:
        return True
    return any(stem_word(fold(word)).endswith(presumed.noun) for word in words)


def _is_some(quantity: Quantity, presumed: Presumed, text: str) -> bool:
    """Tell whether a number is of some of the things of the question: "de drie kleinste van de twaalf loketten"."""
    found = _SOME_OF.match(text, quantity.number.end)
    return found is not None and any(
        stem_word(fold(word)).endswith(presumed.noun) for word in found["rest"].split()
    )


def _counts_others(quantity: Quantity, presumed: Presumed, text: str) -> bool:
    """Tell whether another number counts the same things, and not all that there are of them."""
    if _OF_ALL.search(text, max(0, quantity.span.start - _BEFORE), quantity.span.start):
        return False
    words = [fold(word) for word, _ in quantity.following[:_BEFORE_NOUN]]
    own = takewhile(lambda word: word not in STOP_WORDS, words)
    return any(stem_word(word).endswith(presumed.noun) for word in own)
