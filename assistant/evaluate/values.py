"""Whether the value of a fact is the one that was marked, for each kind of fact.

Values are compared in the form of the wire. A field that the gold leaves out may hold anything,
but for the figures of amounts: there an absent end of a range means that there is none.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

Fields = Mapping[str, Any]
_DEADLINE = "termijn"
_ARTICLES = ("de ", "het ", "een ", "'t ", "’t ")


def is_right(kind: str, found: Fields, wanted: Fields, words: str = "") -> bool:
    """Tell whether the value `found` is the marked one of a kind (in the word of the wire).

    `words` are the marked words themselves.
    """
    return _VERDICTS.get(kind, _is_same)(found, wanted, words)


def has_field(found: Fields, wanted: Fields, field: str) -> bool:
    """Tell whether one field is as marked; left out of the gold it must be absent.

    Of a deadline the same last day is enough.
    """
    options = _options(wanted, field) or (None,)
    value = found.get(field)
    if value is None or (None in options and len(options) == 1):
        return value is None and None in options
    if field == _DEADLINE and "laatst" in wanted and found.get("laatst") == wanted["laatst"]:
        return True
    return _equals(found, {field: list(options)}, field)


def needs_field(wanted: Fields, field: str) -> bool:
    """Tell whether the gold asks for a value of a field."""
    return None not in (_options(wanted, field) or (None,))


def fold(text: str) -> str:
    """Give a text without case, accents, signs, blanks and an article in front."""
    plain = unicodedata.normalize("NFKD", text.casefold()).strip()
    for article in _ARTICLES:
        plain = plain.removeprefix(article)
    return "".join(sign for sign in plain if sign.isalnum())


def _options(wanted: Fields, field: str) -> tuple[Any, ...]:
    """Give the right values of a field; none when anything is right."""
    if field not in wanted:
        return ()
    value = wanted[field]
    return tuple(value) if isinstance(value, list) else (value,)


def _equals(found: Fields, wanted: Fields, field: str) -> bool:
    options = _options(wanted, field)
    if not options:
        return True
    value = found.get(field)
    if isinstance(value, str):
        return fold(value) in [fold(item) for item in options if isinstance(item, str)]
    return value in options


def _shares_words(found: Fields, wanted: Fields, field: str) -> bool:
    """Tell whether a text has a word in common with a right one, or is absent with it."""
    options = _options(wanted, field)
    if not options:
        return True
    value = found.get(field)
    if value is None:
        return None in options
    return any(_words(value) & _words(item) for item in options if item is not None)


def _words(text: str) -> set[str]:
    """Give the folded words of three letters or more, or all when there are no such words."""
    words = [fold(word) for word in text.split()]
    return {word for word in words if len(word) > 2} or set(words)


def _is_same(found: Fields, wanted: Fields, words: str) -> bool:
    return all(_equals(found, wanted, field) for field in wanted)


def _is_date(found: Fields, wanted: Fields, words: str) -> bool:
    return found.get("edtf") in (_options(wanted, "edtf") or (None,))


def _is_coded(found: Fields, wanted: Fields, words: str) -> bool:
    return all(_equals(found, wanted, field) for field in ("code", "land"))


def _is_amount(found: Fields, wanted: Fields, words: str) -> bool:
    figures = ("waarde", "waardeTot", "waardeVan")
    if not all(_is_figure(found.get(field), _options(wanted, field) or (None,)) for field in figures):
        return False
    return all(_equals(found, wanted, field) for field in ("munt", "eenheid", "bepaling"))


def _is_figure(value: float | None, options: tuple[float | None, ...]) -> bool:
    """Tell whether a number is a right one: a third is 33.33 as well as 33.3333."""
    if value is None:
        return None in options
    return any(option is not None and math.isclose(value, option, rel_tol=5e-4) for option in options)


def _is_organisation(found: Fields, wanted: Fields, words: str) -> bool:
    """Tell whether a name or short name is one of the marked ones."""
    right = {fold(item) for field in ("naam", "afkorting") for item in _options(wanted, field) if item}
    given = {fold(found[field]) for field in ("naam", "afkorting") if found.get(field)}
    return bool(given & (right or {fold(words)}))


def _is_person(found: Fields, wanted: Fields, words: str) -> bool:
    return all(_equals(found, wanted, field) for field in ("naam", "functie"))


def _is_action(found: Fields, wanted: Fields, words: str) -> bool:
    """Tell whether status, deadline and actor are right; one last day is as good as one EDTF form."""
    if not _equals(found, wanted, "status") or not _shares_words(found, wanted, "actor"):
        return False
    ends = "laatst" in wanted and found.get("laatst") == wanted["laatst"]
    return ends or _equals(found, wanted, "termijn")


def _is_event(found: Fields, wanted: Fields, words: str) -> bool:
    return _is_date(found, wanted, words) and _shares_words(found, wanted, "gebeurtenis")


_VERDICTS: dict[str, Callable[[Fields, Fields, str], bool]] = {
    "datum": _is_date,
    "regio": _is_coded,
    "thema": _is_coded,
    "bedrag": _is_amount,
    "aandeel": _is_amount,
    "aantal": _is_amount,
    "organisatie": _is_organisation,
    "persoon": _is_person,
    "actie": _is_action,
    "gebeurtenis": _is_event,
}
