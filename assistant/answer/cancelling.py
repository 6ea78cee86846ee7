"""A denial of the opposite: "de brug is niet gesloten" is no "Nee" to "Is de brug open?".

Of two states that leave no third one it says yes; of what has degrees ("niet lager") it says neither.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answer.negation import has_negation
from assistant.answer.polarity import find_refusals, is_opposed
from assistant.dutch import STOP_WORDS, fold
from assistant.dutch import stem as stem_word

_DENIED = re.compile(
    r"\b(?:niet|nooit|geenszins|allerminst|noch)(?: (?:meer|langer|verder|direct|meteen|helemaal|geheel|volledig|zozeer|echt))?"
    r" (?P<one>[a-zà-ÿ-]+)(?: (?P<other>[a-zà-ÿ-]+))?",
    re.IGNORECASE,
)
_TWO_WAYS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(rf"\b(?:{asked})\b"), re.compile(rf"(?:{denied})$"))
    for asked, denied in (
        (r"open|geopend", r"gesloten|dicht|afgesloten"),
        (r"dicht|gesloten|afgesloten", r"open|geopend"),
        (r"mag|mogen|toegestaan|toegelaten", r"verboden|strafbaar"),
        (
            r"blijft|blijven|bestaan|behouden|behoudt",
            r"afgeschaft|geschrapt|ingetrokken|beeindigd|stopgezet|opgeheven|gestopt",
        ),
        (r"aanwezig", r"afwezig"),
        (r"verplicht", r"vrijwillig|facultatief|vrijblijvend"),
    )
)
"""States of a question with those that leave no third one."""
_LIMITS = re.compile(r"\b(?:alleen|enkel|slechts|meestal|altijd|overal|alle|volledig)\b", re.IGNORECASE)


_IN_PART = re.compile(
    r"\b(?:alleen|enkel|slechts|uitsluitend)\b[^,;.:]{0,60}?\b(?:niet|geen)\b(?! (?:maar|alleen))",
    re.IGNORECASE,
)


def denies_in_part(asked: str, said: str) -> bool:
    """Tell whether a sentence denies only of some time, place or case: "alleen op maandag niet open"."""
    found = list(_IN_PART.finditer(said))
    return bool(found) and not _LIMITS.search(asked) and not has_negation(_IN_PART.sub(" ", said))


@lru_cache(maxsize=1_000)
def cancels_out(asked: str, said: str) -> bool:
    """Tell whether all that a sentence denies is the opposite, or a refusal, of what a question asks."""
    if not has_negation(said) or has_negation(asked):
        return False
    found = list(_DENIED.finditer(said))
    return bool(found) and all(
        any(_is_against(asked, word) for word in (denied["one"], denied["other"]) if word) for denied in found
    )


def _is_against(asked: str, word: str) -> bool:
    """Tell whether a word is the opposite of one of a question, or refuses what it does not ask to be refused."""
    plain = fold(word)
    if plain == "tegen":
        return re.search(r"\b(?:voor|steun\w*|eens|akkoord)\b", fold(asked)) is not None
    if plain in ("meer", "minder"):  # "niet meer" is no longer so
        return False
    if any(state.search(fold(asked)) and other.fullmatch(plain) for state, other in _TWO_WAYS):
        return True
    return is_opposed(asked, word) or (bool(find_refusals(word)) and not find_refusals(asked))


def denies_against(asked: str, said: str) -> bool:
    """Tell whether one of the denials of a sentence is of what is against the question: "als men niet instemt, niet afgeschaft".

    Such a sentence is no plain "Nee": "niet zeker dat het niet verboden wordt" leaves the question open.
    """
    if has_negation(asked):
        return False
    words = [word for found in _DENIED.finditer(said) for word in found.groups() if word]
    words += [word for found in _NOT_THAT.finditer(said) for word in _LONG_WORD.findall(found["clause"])]
    return any(_is_against(asked, word) for word in words)


_NOT_THAT = re.compile(r"\b(?:niet|nooit)(?: [a-zà-ÿ-]+)? dat\b(?P<clause>[^,;:]*)", re.IGNORECASE)
"""A clause of which a sentence denies that it is wanted, said or certain."""
_LONG_WORD = re.compile(r"(?<!\w)[^\W\d_]{7,}(?!\w)")
"""Words of such a clause that may be against the question; short ones ("buiten", "pas") seldom are."""


def says_by_denial(asked: str, said: str) -> bool:
    """Tell whether a sentence says yes by denying the one other state: "niet gesloten" is "open"."""
    if _LIMITS.search(asked) or _LIMITS.search(said) or not cancels_out(asked, said):
        return False
    if _WITHHELD.search(said) or _is_narrowed(asked, said):
        return False
    plain = fold(asked)
    words = {fold(word) for found in _DENIED.finditer(said) for word in found.groups() if word}
    return any(
        state.search(plain) and any(other.fullmatch(word) for word in words) for state, other in _TWO_WAYS
    )


_WITHHELD = re.compile(
    r"\b(?:als|indien|mits|tenzij|wanneer|zodra|zolang|behalve|maar|terwijl|wel|hoewel|was|waren|werd|werden|zou|zouden|zal|zullen|"
    r"vroeger|toen|destijds|tot \d\S*)(?!\w)",
    re.IGNORECASE,
)
"""Conditions, contrasts and the past: what is not forbidden then or so may be now or otherwise."""
_PLACED = re.compile(
    r"\b(?:op|in|tot|vanaf|voor|na|sinds|bij|tijdens|binnen|buiten|met|zonder|aan|onder|boven|tussen|deze|dit|komende?|volgende?)"
    r" (?=(?P<what>(?:[\w'’-]+ ){0,2}[\w'’-]+))",
    re.IGNORECASE,
)
_ANY_WORD = re.compile(r"[\w'’-]+")


def _is_narrowed(asked: str, said: str) -> bool:
    """Tell whether a sentence speaks of a time, place or group that the question does not name, or the other way round."""
    known, told = ({stem_word(word) for word in _ANY_WORD.findall(fold(text))} for text in (asked, said))
    return _places_other(said, known) or _places_other(asked, told)


def _places_other(text: str, known: set[str]) -> bool:
    """Tell whether the first word with a meaning behind a preposition is none of those known."""
    for found in _PLACED.finditer(fold(text)):
        words = [word for word in _ANY_WORD.findall(found["what"]) if word not in STOP_WORDS]
        if words and stem_word(words[0]) not in known:
            return True
    return False
