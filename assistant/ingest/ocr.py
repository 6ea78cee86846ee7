"""Slips of a scanner put right, where a dictionary leaves no doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

from assistant.dutch import load_lexicon
from assistant.ingest.hyphens import is_word
from assistant.ingest.reading import Draft

_TABLE = Path(__file__).resolve().parent / "data" / "confusions.tsv"
_SUSPECT = re.compile(r"(?<![\w€|])(?:[^\W\d_]+[éèê€|01I][\w€|]*|[lI1|][\w€|]+|[^\W\d_]+ie\b)")
_SHORTEST = 4
_AMPERSAND = re.compile(r"(?<!\w)([A-Z])&(?:l|1|\||lI|Il|II|ll)(?!\w)")


@cache
def _load_confusions() -> tuple[tuple[str, str, str], ...]:
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple((seen, meant, where) for seen, meant, where in rows)


def mend_scan(drafts: Iterable[Draft]) -> list[Draft]:
    """Give the blocks with the slips of a scanner put right.

    Nothing happens in a document without telling slips (an é that should be ë, an l for an I):
    then an unknown word is a name.
    """
    given = list(drafts)
    text = "\n".join(draft.text for draft in given)
    if not _shows_slips(text):
        return given
    return [_mend_draft(draft, text) for draft in given]


def _shows_slips(text: str) -> bool:
    words = {match.group() for match in _SUSPECT.finditer(text)}
    return sum(mend_word(word) != word for word in words) >= 2


def _mend_draft(draft: Draft, text: str) -> Draft:
    mended = _SUSPECT.sub(lambda found: mend_word(found.group()), draft.text)
    mended = _AMPERSAND.sub(lambda found: _mend_pair(found, text), mended)
    return draft if mended == draft.text or draft.turns else replace(draft, text=mended)


def _mend_pair(found: re.Match[str], text: str) -> str:
    """Give "O&I" for "O&l" where the text spells the pair out ("onderzoek en innovatie")."""
    spelled = re.compile(rf"\b{found.group(1)}\w{{2,}}-?\s+(?:en|&|and)\s+i\w{{2,}}", re.I)
    return f"{found.group(1)}&I" if spelled.search(text) else found.group()


@lru_cache(maxsize=50_000)
def mend_word(word: str) -> str:
    """Give the one known word that differs from an unknown `word` by what scanners confuse.

    The word itself when it is known, too short, or when no or more than one correction is known.
    """
    if len(word) < _SHORTEST or _is_known(word) or not any(sign.isalpha() for sign in word):
        return word
    once = _vary(word)
    known = {candidate for candidate in once if _is_sure(candidate)}
    if not known:
        twice = {other for candidate in once for other in _vary(candidate)}
        known = {candidate for candidate in twice if _is_sure(candidate)}
    return known.pop() if len(known) == 1 else word


def _is_known(word: str) -> bool:
    return all(is_word(part) or is_word(part.lower()) for part in word.split("-") if part)


def _is_sure(word: str) -> bool:
    lexicon = load_lexicon()
    return lexicon.knows_exactly(word) or (lexicon.frequency(word) > 0 and word[1:].islower())


def _vary(word: str) -> set[str]:
    """Give `word` with one confusion undone, at every place where one may be."""
    found: set[str] = set()
    for seen, meant, where in _load_confusions():
        begin = word.find(seen)
        while begin >= 0:
            if _fits(where, begin, begin + len(seen), len(word)):
                found.add(word[:begin] + meant + word[begin + len(seen) :])
            begin = word.find(seen, begin + 1)
    return found


def _fits(where: str, begin: int, end: int, length: int) -> bool:
    if where == "begin":
        return begin == 0
    if where == "end":
        return end == length
    return where == "any" or (begin > 0 and end < length)
