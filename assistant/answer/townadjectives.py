"""The town of an adjective: "het Leuvense project" is spoken of as one in Leuven, "de Mechelse kade" as one in Mechelen."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answer.cues import PEOPLE_GROUPS
from assistant.dutch import fold
from assistant.dutch import stem as stem_word

_ADJECTIVE = re.compile(r"(?P<base>[A-ZÀ-Þ][a-zà-ÿ-]*(?:[^\W\d_]{3}))(?<!ch)se")
_LANDS = frozenset(word for group in PEOPLE_GROUPS for word in group) | frozenset(
    ("vlaamse", "waalse", "europese", "nederlandse")
)


@lru_cache(maxsize=1_000)
def find_towns(word: str) -> tuple[tuple[str, ...], ...]:
    """Give the stems of the names that an adjective in "-se" may be of; none where it is that of a land."""
    found = _ADJECTIVE.fullmatch(word)
    if found is None or fold(word) in _LANDS:
        return ()
    base = found["base"]
    towns = dict.fromkeys((base, f"{base}en", f"{base}e", f"{base}{base[-1]}e"))
    return tuple(dict.fromkeys((stem_word(town),) for town in towns))
