"""Words that character recognition doubts, put right where a dictionary leaves no doubt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from assistant.dutch import load_lexicon
from assistant.ingest.hyphens import is_word

_TABLE = Path(__file__).resolve().parent / "data" / "letter-shapes.tsv"
_DOUBT = (0.45, 0.94)
"""Between these confidences a word is mended: surer ones are right, and less sure ones are guesses."""
_PARTS = re.compile(r"(\W*)([^\W\d_]+)([^\w-]*)")
_DIRT = "_|"
_SHORTEST = 4
_COMPOUND = 9
_SEEN = 5
"""A correction occurs at least so often in the texts in which the word list was counted."""
_RARER = 50
"""Beside a word that is so many times as frequent, one with accents is not considered."""
_MARKS = "\u0300\u0301\u0302\u0303\u0308\u030a"
"""Grave, acute, circumflex, tilde, diaeresis, ring: specks above a letter are taken for these."""


def mend_doubtful(text: str, confidence: float) -> str:
    """Give a word as it was recognised with its slips put right.

    Only words wholly in small letters change, when the word list does not know them and knows
    exactly one word that looks the same: names, numbers, abbreviations and addresses stay. Dirt
    before and behind a word goes in any case.
    """
    clean = text.strip(_DIRT) or text
    found = _PARTS.fullmatch(clean)
    if found is None or not _DOUBT[0] <= confidence < _DOUBT[1]:
        return clean
    before, word, after = found.groups()
    return f"{before}{_mend(word)}{after}"


@lru_cache(maxsize=50_000)
def _mend(word: str) -> str:
    if not word.islower() or is_word(word):
        return word
    plain = _drop_marks(word)
    if plain != word:
        return plain if _is_sure(plain) and not _has_marked_twin(word, plain) else word
    if len(word) < _SHORTEST:
        return word
    known = {other for other, loose in _vary(word) if _is_sure(other, compound=loose)}
    listed = {other for other in known if _is_sure(other)}
    best = listed or known
    return best.pop() if len(best) == 1 else word


def _is_sure(word: str, *, compound: bool = True) -> bool:
    """Tell whether the word list knows a word and has counted it, or both parts of it as a long compound."""
    listed = load_lexicon().frequency(word) >= _SEEN
    return listed or (compound and len(word) >= _COMPOUND and is_word(word))


def _drop_marks(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(sign for sign in letters if sign not in _MARKS))


def _has_marked_twin(word: str, plain: str) -> bool:
    """Tell whether a word with other marks may be meant as well ("één" beside "een" for "éên")."""
    marked = {place for place, sign in enumerate(word) if sign != plain[place]}
    double = {
        near for place in marked for near in (place - 1, place + 1) if plain[near : near + 1] == plain[place]
    }
    places = marked | double
    acute = "".join(f"{sign}\u0301" if place in places else sign for place, sign in enumerate(plain))
    lexicon = load_lexicon()
    return lexicon.frequency(unicodedata.normalize("NFC", acute)) * _RARER > lexicon.frequency(plain)


@cache
def _load_shapes() -> tuple[tuple[str, str, bool], ...]:
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple((seen, meant, where == "any") for seen, meant, where in rows)


def _vary(word: str) -> Iterator[tuple[str, bool]]:
    """Give `word` with one confusion undone at every place, and whether a compound may result."""
    for seen, meant, loose in _load_shapes():
        begin = word.find(seen)
        while begin >= 0:
            yield word[:begin] + meant + word[begin + len(seen) :], loose
            begin = word.find(seen, begin + 1)
