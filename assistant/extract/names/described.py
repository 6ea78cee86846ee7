"""Bodies that are named by their land and by what they do alone."""

from __future__ import annotations

from assistant.dutch import fold
from assistant.extract.names.found import FoundBody
from assistant.extract.names.text import Text

_LANDS = frozenset(
    "Vlaamse Vlaams Nederlandse Nederlands Belgische Belgisch Brusselse Waalse Federale federale".split()
)
_ONE_OF_A_LAND_SORTS = {
    "commissie": "adviesraad", "adviesraad": "adviesraad", "agentschap": "agentschap",
    "inspectie": "toezichthouder", "autoriteit": "toezichthouder", "regulator": "toezichthouder",
}  # fmt: skip
"""Endings of what a land has one of, with their sort."""
_ONE_OF_A_LAND = tuple(_ONE_OF_A_LAND_SORTS)
_SAYING = 14
"""Letters from which such a word says what the body does ("toeleidingscommissie")."""
_NOT_ONE = frozenset(("onderzoekscommissie", "parlementscommissie", "regeringscommissie"))


def read_described(text: Text, first: int) -> FoundBody | None:
    """Give "Vlaamse toeleidingscommissie": an adjective of a land with the one word that says what a body does."""
    noun = text.words[first + 1]
    named = len(noun) >= _SAYING and noun.islower() and noun.endswith(_ONE_OF_A_LAND)
    if not named or text.words[first] not in _LANDS or not text.joined(first + 1):
        return None
    if (
        text.words[first - 1].lower() not in ("de", "het")
        or text.hyphened(first + 1)
        or fold(noun) in _NOT_ONE
    ):
        return None
    sort = next(sort for ending, sort in _ONE_OF_A_LAND_SORTS.items() if noun.endswith(ending))
    return FoundBody(first, first + 2, text.phrase(first, first + 2), sort)
