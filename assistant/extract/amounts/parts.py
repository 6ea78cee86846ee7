"""Parts of a whole in words, as percentages: "de helft", "een derde van", "twee op de drie", "driekwart"."""

from __future__ import annotations

from typing import Final

from assistant.extract.amounts.figures import Figure, glued_before, lower
from assistant.extract.amounts.joining import Quantity
from assistant.extract.amounts.numerals import NUMERALS, Numeral
from assistant.extract.amounts.vocabulary import PARTS, WHOLES
from assistant.extract.dates.words import MONTHS
from assistant.extract.source import Source

_BEHIND: Final = frozenset(
    "van daarvan hiervan ervan waarvan minder meer lager hoger is zijn was waren heeft hebben komt komen gaat "
    "wordt worden dat die geeft vindt".split()
)
"""What may follow a part; before a noun "derde" is an ordinal ("een derde fase")."""
_HALF_BEFORE: Final = frozenset(
    "de andere ruim bijna dan zo'n zo’n goede kleine dikke krappe circa ongeveer".split()
)
_QUARTER_BEFORE: Final = frozenset("ruim bijna circa ongeveer zo'n zo’n dan goed klein n".split())
_TIME: Final = frozenset(("over", "voor", "eeuw", "miljoen", "miljard", "jaar", "na"))


def read_part(source: Source, index: int) -> Quantity | None:
    """Give the part of a whole that begins with word `index`, as a percentage."""
    numeral = NUMERALS[source.plain[index]]
    if numeral is None or (glued_before(source, index) and source.word(index - 1).isalnum()):
        return None
    if numeral.part:
        return _read_single(source, index, numeral)
    if numeral.upper is not None or numeral.suffix or not numeral.value.is_integer():
        return None
    return _read_ratio(source, index, numeral) or _read_fraction(source, index, numeral)


def _read_single(source: Source, index: int, numeral: Numeral) -> Quantity | None:
    """Read "helft", "driekwart", "kwart", "1/3"."""
    word, before, behind = lower(source, index), lower(source, index - 1), lower(source, index + 1)
    ends = _ends(source, index)
    if word == "helft":
        right = before in _HALF_BEFORE and not _is_time(source, index)
    elif word in ("driekwart", "tweederde"):
        right = behind not in _TIME
    elif word == "kwart":
        right = before in _QUARTER_BEFORE and (ends or behind in _BEHIND)
    else:
        right = numeral.digits and behind in ("van", "deel")
    return _make(source, index, index, numeral.value / numeral.part) if right else None


def _is_time(source: Source, index: int) -> bool:
    """Tell whether the half is of a year or month ("de helft van 2020", "de helft van juni")."""
    if lower(source, index + 1) != "van":
        return False
    numeral = NUMERALS[source.plain[index + 2]] if index + 2 < len(source.words) else None
    return lower(source, index + 2) in MONTHS or (numeral is not None and numeral.year)


def _read_fraction(source: Source, index: int, numeral: Numeral) -> Quantity | None:
    """Read "een derde van", "één vijfde", "twee derde", "drie kwart"."""
    if index + 1 >= len(source.words) or numeral.digits:
        return None
    part = NUMERALS[source.plain[index + 1]]
    word = lower(source, index + 1)
    if part is None or word not in PARTS or numeral.value >= part.part:
        return None
    behind = lower(source, index + 2)
    plain = lower(source, index) == "een"
    sure = behind in ("van", "deel", "daarvan", "hiervan", "ervan", "minder", "meer")
    right = sure or (behind not in _TIME and (behind in _BEHIND or _ends(source, index + 1)))
    if plain and word != "kwart" and not sure:
        right = right and behind in ("is", "heeft", "komt", "gaat")
    if numeral.value > 1 and behind not in _TIME:
        right = True
    return _make(source, index, index + 1, numeral.value / part.part) if right else None


def _read_ratio(source: Source, index: int, numeral: Numeral) -> Quantity | None:
    """Read "twee op de drie", "1 op 5"."""
    place = index + 1
    if lower(source, place) != "op":
        return None
    place += 2 if lower(source, place + 1) in ("de", "elke", "iedere") else 1
    whole = NUMERALS[source.plain[place]] if place < len(source.words) else None
    if (
        whole is None
        or whole.part
        or whole.suffix
        or whole.value not in WHOLES
        or numeral.value >= whole.value
    ):
        return None
    if lower(source, place + 1) in MONTHS or (source.glued(place) and source.word(place + 1) == "-"):
        return None
    return _make(source, index, place, numeral.value / whole.value)


def _ends(source: Source, index: int) -> bool:
    behind = source.word(index + 1)
    return not behind or not behind[0].isalnum()


def _make(source: Source, first: int, last: int, share: float) -> Quantity:
    start, end = source.starts[first], source.end(last)
    numeral = Numeral(round(100 * share, 2), digits=False)
    figure = Figure(start, end, first, last + 1, numeral.value, numeral, unit="%")
    return Quantity(numeral.value, start, end, first, last + 1, figure, "%")
