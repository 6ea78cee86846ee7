"""The root that the forms of a Dutch verb share: "rolt uit" and "uitgerold", "opende" and "geopend".

Only a comparison: the root need not be a word. A form counts when its infinitive is in the word list.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.dutch import fold, load_lexicon

_PARTICLES = (
    "aan|af|bij|door|in|mee|na|om|onder|op|open|over|samen|tegen|terug|toe|uit|voor|voort|vooruit|weer"
)
_PARTICIPLE = re.compile(rf"(?P<particle>{_PARTICLES})?ge(?P<root>[a-z]{{2,}}?)(?:d|t|en)")
_ENDING = re.compile(r"(?<=[a-z]{3})(?:den|ten|de|te|en|t|d)$")
_HARD = {"v": "f", "z": "s"}


@lru_cache(maxsize=100_000)
def find_verb_root(word: str) -> str:
    """Give the root of a verb's form; empty for what is no form of a known verb."""
    plain = fold(word)
    if len(plain) < 4 or not plain.isalpha():
        return ""
    participle = _PARTICIPLE.fullmatch(plain)
    root = _settle(participle.group("root")) if participle else _settle(_ENDING.sub("", plain))
    return root if len(root) > 2 and _is_verb(root) else ""


def _settle(root: str) -> str:
    """Give a root without doubled letters at its end: "open" from "opend", "maak" and "mak" alike."""
    root = re.sub(r"([b-df-hj-np-tv-z])\1$", r"\1", root)
    root = re.sub(r"([aeou])\1(?=[b-df-hj-np-tv-z]$)", r"\1", root)
    return root[:-1] + _HARD.get(root[-1:], root[-1:])


def _is_verb(root: str) -> bool:
    lexicon = load_lexicon()
    soft = root[:-1] + {"f": "v", "s": "z"}.get(root[-1], root[-1])
    stems = (root, root + root[-1], soft)
    return any(lexicon.knows_exactly(stem + "en") and lexicon.knows_exactly(_present(stem)) for stem in stems)


def _present(stem: str) -> str:
    """Give the third person of the present, the sign of a verb: "rolt", "opent", "maakt"."""
    root = re.sub(r"(.)\1$", r"\1", stem)
    root = root[:-1] + _HARD.get(root[-1], root[-1])
    long = re.sub(r"(?<![aeiou])([aeou])([b-df-hj-np-tv-z])$", r"\1\1\2", root)
    lexicon = load_lexicon()
    for form in (root, long):
        third = form if form.endswith("t") else form + "t"
        if lexicon.knows_exactly(third):
            return third
    return root + "t"
