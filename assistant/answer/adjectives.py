"""Words of a question that say what a noun is like: "welke regionale partners" asks for partners."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answer.nounkinds import is_listed, measured_kind
from assistant.dutch import load_lexicon, split_compound

_BARE_ADJECTIVE = re.compile(
    r"(?:[^aeiou]isch|lijk|[^g]aal|eel|ief|[^n]ig|air|baar|ees|aans|nieuw|groot|ander|belangrijk)$"
)
_BORROWED = re.compile(r"(?:aal|eel|ief)$")
"""Endings of adjectives and of nouns alike: only the adjectives have a form with -e ("actieve", no "brieve")."""
_ADVERB = re.compile(
    r"(?:(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|tien|ander|alle|hele|meer)maal|veel|teveel)$"
)
_NOUNS = re.compile(
    r"(?:deel|perceel|paneel|kasteel|toneel|juweel|tafereel|personeel|kapitaal|stagiair|taal)$"
)
"""Nouns that end as adjectives do: "oordeel", "onderdeel"; some of them are adjectives by themselves."""
_PREFIX = re.compile(r"(?:sub|inter|intra|multi|macro|micro|zelf|pro|contra|neo|trans)-?(?=[a-z]{5})")
_EITHER = frozenset(
    "militair lokaal collectief alternatief materieel potentieel totaal ideaal crimineel offensief generaal directief "
    "principaal getuige klasse opgave uitgave aanvrage grootte weduwe bode".split()
)
"""Nouns that look like an adjective, or are one too."""
_NO_THING = re.compile(r"(?:ende|eerste|tweede|derde|ieuze|deze|onze|alle)$")
"""Words in -e with a form in -es that are no noun."""


@lru_cache(maxsize=20_000)
def is_adjective(word: str) -> bool:
    """Tell whether a word looks like an adjective: it is known without its -e, or has an adjective's ending."""
    if is_listed(word) or measured_kind(word) is not None:
        return False
    last = word.rsplit("-", 1)[-1]
    if last.endswith(("ie", "tarief")) or (last != word and last == "generaal"):
        return False
    if not last.endswith("e"):
        return bool(_BARE_ADJECTIVE.search(last)) and not _is_noun(last)
    lexicon = load_lexicon()
    return len(last) > 3 and any(
        lexicon.knows(form) or lexicon.knows(form.capitalize()) for form in _bare_forms(last)
    )


def _bare_forms(word: str) -> list[str]:
    """Give what a word in -e may be without it: "grote" as "grot" and "groot"."""
    stem = word[:-1]
    forms = [stem, stem[:-1] if stem[-2:-1] == stem[-1:] else stem]
    if len(stem) > 2 and stem[-2] in "aeou":
        forms.append(stem[:-1] + stem[-2] + stem[-1])
    if stem.endswith(("v", "z")):
        forms.append(stem[:-1] + {"v": "f", "z": "s"}[stem[-1]])
    return forms


def may_be_noun(word: str) -> bool:
    """Tell whether a word that looks like an adjective is a noun too, by itself: "militair", "getuige", "keuze"."""
    if word in _EITHER:
        return True
    if not word.endswith("e") or _NO_THING.search(word) or not load_lexicon().knows_exactly(f"{word}s"):
        return False
    return not any(_BARE_ADJECTIVE.search(form) for form in _bare_forms(word))


def _is_noun(bare: str) -> bool:
    """Tell whether a word that ends as an adjective does is a noun and nothing else: it has no form with -e."""
    if _NOUNS.search(bare):
        return True
    if not _BORROWED.search(bare) or _ADVERB.search(bare):
        return False
    parts = split_compound(bare)
    if parts[-1:] and parts[-1] in _EITHER:
        return True
    prefix = _PREFIX.match(bare)
    return not any(
        _is_inflected(form) for form in (bare, *parts[-1:], bare[prefix.end() :] if prefix else bare)
    )


def _is_inflected(bare: str) -> bool:
    """Tell whether the word list has the form with -e of a word in -aal, -eel or -ief."""
    inflected = bare[:-1] + "ve" if bare.endswith("f") else bare[:-2] + bare[-1] + "e"
    lexicon = load_lexicon()
    return lexicon.knows(inflected) or (bare.endswith("ieel") and lexicon.knows(bare[:-3] + "ële"))
