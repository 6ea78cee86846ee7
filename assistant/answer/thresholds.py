"""Whether the number of a sentence lies over or under the one that a question names: "meer dan 5 miljoen euro?".

Numbers of another sort ("18 maanden" against "2 jaar"), two of them, or one that is denied decide nothing, and of one that
is itself a bound ("maximaal 350") only what follows from it counts.
"""

from __future__ import annotations

import math
import re

from assistant.answer.cues import LINKING_WORDS, NEGATION, NUMBER_WORDS
from assistant.answer.quantities import Quantity, find_quantities
from assistant.answer.textwords import normalise_number
from assistant.dutch import STOP_WORDS, find_stems, fold

COMPARED = re.compile(
    r"\b(?P<how>meer dan|minder dan|ten minste|minstens|minimaal|ten hoogste|hoogstens|maximaal)\s+(?:€\s*)?(?P<number>[\d.,]+|\w+)",
    re.IGNORECASE,
)
LIMITED = re.compile(rf"{COMPARED.pattern}|\b\w+er\s+dan\s+(?:de\s+|het\s+)?€?\s*\d", re.IGNORECASE)
"""A question with a number that need not be the one of its answer: "langer dan 2 jaar" too."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_SCALES = {"duizend": 1e3, "miljoen": 1e6, "mln": 1e6, "miljard": 1e9, "mld": 1e9}
_NOT_MORE = r"(?:niet|geen) (?:meer|hoger|langer|later|groter|vaker|sneller|ouder|zwaarder|verder|dieper|breder|duurder) dan"
_NOT_LESS = r"(?:niet|geen) (?:minder|korter|lager|kleiner|jonger) dan"
_BOUNDS = (
    (
        re.compile(rf"\b(?:{_NOT_MORE}|ten hoogste|hoogstens|hooguit|maximaal|max\.)\W*$", re.IGNORECASE),
        "most",
    ),
    (
        re.compile(
            rf"\b(?:{_NOT_LESS}|ten minste|tenminste|minstens|minimaal|min\.|vanaf)\W*$", re.IGNORECASE
        ),
        "least",
    ),
    (re.compile(r"\b(?:meer dan|ruim|boven(?: de)?)\W*$", re.IGNORECASE), "more"),
    (re.compile(r"\b(?:minder dan|bijna|krap|onder(?: de)?|tot)\W*$", re.IGNORECASE), "less"),
    (
        re.compile(r"\b(?:circa|ca\.|ongeveer|zo['’]n|rond(?: de)?|een kleine|een goede)\W*$", re.IGNORECASE),
        "about",
    ),
)
_ABOUT = 0.1
"""How far "circa" may be off, as a share of the number."""
_REACH = 24
"""Characters before a number in which a bound is looked for."""


def compare(asked: str, said: str) -> bool | None:
    """Tell whether the one number of a sentence is as far as a question asks; None where it does not follow."""
    found = COMPARED.search(asked)
    limit = found and next((one for one in find_quantities(asked) if _begins(one, found, asked)), None)
    quantities = [one for one in find_quantities(said) if _counts(one.number.of(said))]
    if not found or limit is None or len(quantities) != 1 or not _is_alike(asked, limit, said, quantities[0]):
        return None
    line, reach = read_value(limit.number.of(asked)), _read_reach(said, quantities[0])
    if line is None or reach is None:
        return None
    least, most = reach
    how = fold(found.group("how"))
    if how.startswith("meer"):
        return _decide(yes=least > line, no=most <= line)
    if how.startswith("minder"):
        return _decide(yes=most < line, no=least >= line)
    if how.startswith(("ten minste", "minst", "minim")):
        return _decide(yes=least >= line, no=most < line)
    return _decide(yes=most <= line, no=least > line)


def is_rough(text: str) -> bool:
    """Tell whether a sentence gives its numbers with "ongeveer" or the like."""
    about = next(pattern for pattern, name in _BOUNDS if name == "about")
    return any(about.search(text[: quantity.number.start]) for quantity in find_quantities(text))


def is_only_bound(asked: str, said: str) -> bool:
    """Tell whether a sentence sets a bound to a number that a question asks to be the case: "niet meer dan 5.000 euro".

    What may or must be follows from it, and a question for the bound itself is answered by it.
    """
    if _OF_BOUND.search(asked):
        return False
    wanted = {
        read_value(one.number.of(asked)) for one in find_quantities(asked) if _counts(one.number.of(asked))
    }
    return any(
        read_value(one.number.of(said)) in wanted and _SETTING.search(said[: one.number.start]) is not None
        for one in find_quantities(said)
        if _counts(one.number.of(said))
    )


_OF_BOUND = re.compile(
    r"^(?:mag|mogen|mocht|kan|kunnen|kun|moet|moeten|dient|dienen|hoeft|hoeven)\b|minim|maxim|hoogste|hoogstens|minste|minstens|hooguit|"
    r"grens|limiet|plafond|uiterlijk|\b(?:vanaf|tot|boven|onder|meer|minder|binnen|later|eerder|vroeger)\b|\b(?:over|na|voor) (?:de )?\d|"
    r"\b\w{3,}er\b.*\bdan\b",
    re.IGNORECASE,
)
_SETTING = re.compile(
    rf"\b(?:{_NOT_MORE}|{_NOT_LESS}|ten hoogste|hoogstens|hooguit|maximaal|ten minste|tenminste|minstens|minimaal|meer dan|minder dan)"
    r"[\s€]*$",
    re.IGNORECASE,
)
"""What stands right before a number that is a bound."""


def _decide(*, yes: bool, no: bool) -> bool | None:
    return True if yes else False if no else None


def _counts(number: str) -> bool:
    """Tell whether a number can be compared; a year is when it was so."""
    return not _YEAR.fullmatch(number) and read_value(number) is not None


def _begins(quantity: Quantity, found: re.Match[str], text: str) -> bool:
    """Tell whether a number is the one behind "meer dan", be there a sign of money between."""
    start = found.start("number")
    return quantity.number.start >= start and not text[start : quantity.number.start].strip(" €")


def _is_alike(asked: str, one: Quantity, said: str, other: Quantity) -> bool:
    """Tell whether two numbers can be of one sort: both shares, or neither with another noun."""
    if one.percent != other.percent:
        return False
    mine, theirs = _nouns(asked, one), _nouns(said, other)
    return not mine or not theirs or bool(mine & theirs)


def _nouns(text: str, quantity: Quantity) -> frozenset[str]:
    """Give the stems of what is counted."""
    if text[: quantity.number.start].rstrip().endswith("€"):
        return frozenset(find_stems("euro"))
    stems: set[str] = set()
    for word, _ in quantity.following:
        if fold(word) in LINKING_WORDS or fold(word) in STOP_WORDS:
            break
        stems.update(find_stems(word))
    return frozenset(stems)


def _read_reach(text: str, quantity: Quantity) -> tuple[float, float] | None:
    """Give the least and the most that a number in a sentence may be."""
    value = read_value(quantity.number.of(text))
    if value is None or quantity.number.end != quantity.span.end:  # "vier tot acht" is two
        return None
    before = text[max(0, quantity.number.start - _REACH) : quantity.number.start].rstrip(" €")
    bound = next((name for pattern, name in _BOUNDS if pattern.search(before)), "")
    lead = re.sub(rf"\b(?:{_NOT_MORE}|{_NOT_LESS})\b", " ", text, flags=re.IGNORECASE)
    if NEGATION.search(lead):
        return None
    if bound == "about":
        return value * (1 - _ABOUT), value * (1 + _ABOUT)
    least, most = value, value
    if bound in ("least", "more"):
        least, most = (math.nextafter(value, math.inf) if bound == "more" else value), math.inf
    elif bound in ("most", "less"):
        least, most = -math.inf, math.nextafter(value, -math.inf) if bound == "less" else value
    return least, most


def read_value(number: str) -> float | None:
    """Give what a number says, "2,5 miljoen" too."""
    head, _, scale = fold(number).strip().rpartition(" ")
    factor = _SCALES.get(scale.rstrip("."))
    plain = (head if factor is not None and head else fold(number)).strip().rstrip(".,")
    if plain == "een" and factor is not None:
        return factor
    if plain in NUMBER_WORDS:
        return NUMBER_WORDS[plain] * (factor or 1.0)
    try:
        value = float(normalise_number(plain).replace(",", "."))
    except ValueError:
        return None
    return value * (factor or 1.0) if math.isfinite(value) else None  # "nan" is bread
