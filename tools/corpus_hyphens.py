"""Places where a Dutch word may be cut at a line end, as soft hyphens.

Rules of syllables with a list of words that the rules get wrong; made for the sample corpus
alone, where every cut has been looked at.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

SOFT_HYPHEN = "\u00ad"
_EXCEPTIONS = Path(__file__).parent / "corpus_sources" / "afbreking.txt"
_NUCLEUS = re.compile(r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|au|ou|[aeiouyé]")
_ONSETS = "bl br ch cl cr dr dw fl fr gl gr kl kn kr kw pl pr sch schr sl sn sp spr st str tr tw vl vr wr zw"
_ONSETS_SET = frozenset(_ONSETS.split())
_WORD = re.compile(r"(?<![@.\w])[a-zA-Zé]{7,}(?![@\w])")


@cache
def load_exceptions() -> dict[str, str]:
    """Read the list: the word without hyphens -> the word with soft hyphens."""
    words = _EXCEPTIONS.read_text(encoding="utf-8").split()
    return {word.replace("-", ""): word.replace("-", SOFT_HYPHEN) for word in words}


def add_soft_hyphens(text: str) -> str:
    """Give `text` with a soft hyphen at every place where a long word may be cut."""
    return _WORD.sub(lambda match: _cut(match[0]), text)


def _cut(word: str) -> str:
    listed = load_exceptions().get(word.lower())
    if listed is not None:
        return word[0] + listed[1:]
    cuts: list[int] = []
    nuclei = list(_NUCLEUS.finditer(word.lower()))
    for left, right in pairwise(nuclei):
        cut = _cut_between(word.lower(), left.end(), right.start())
        if cut is not None and 2 <= cut <= len(word) - 3:
            cuts.append(cut)
    for cut in reversed(cuts):
        word = word[:cut] + SOFT_HYPHEN + word[cut:]
    return word


def _cut_between(word: str, start: int, end: int) -> int | None:
    """Give where the consonants `word[start:end]` are cut, or None for none."""
    if start == end:
        return None
    for length in (3, 2):
        if end - length > start and word[end - length : end] in _ONSETS_SET:
            return end - length
    if word[start:end] == "ch":
        return start
    if end - start == 2 and word[start:end] in _ONSETS_SET and word[start] != "s":
        return start
    return end - 1
