"""A denial of the opposite: "de brug is niet gesloten" is no "Nee" to "Is de brug open?".

Of two states that leave no third one it says yes; of what has degrees ("niet lager") it says neither.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answer.polarity import find_refusals, has_negation, is_opposed
from assistant.dutch import fold

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
    return is_opposed(asked, word) or (bool(find_refusals(word)) and not find_refusals(asked))


def says_by_denial(asked: str, said: str) -> bool:
    """Tell whether a sentence says yes by denying the one other state: "niet gesloten" is "open"."""
    if _LIMITS.search(asked) or _LIMITS.search(said) or not cancels_out(asked, said):
        return False
    plain = fold(asked)
    words = {fold(word) for found in _DENIED.finditer(said) for word in found.groups() if word}
    return any(
        state.search(plain) and any(other.fullmatch(word) for word in words) for state, other in _TWO_WAYS
    )
