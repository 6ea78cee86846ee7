"""The whole of a name that begins as a run of words with capitals: over "voor", "en", a dash, to the noun behind it."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answer.nounphrases import is_body
from assistant.dutch import load_lexicon, split_compound
from assistant.types import Span

_CAPITAL = r"[A-ZÀ-Þ][\w’'&/-]*"
_FOR = re.compile(rf" (?:voor|in)(?: de| het)? (?P<next>{_CAPITAL})(?: {_CAPITAL})*")
_ITEM = rf"{_CAPITAL}(?: {_CAPITAL})*"
_JOINED = re.compile(rf"(?:, {_ITEM})*,? en {_ITEM}")
_DASHED = re.compile(rf"(?: [–-] {_ITEM})+")
_BARRED = re.compile(rf"\|{_CAPITAL}")
_TITLE = re.compile(
    r"(?:nota|agenda|visie|strategie|protocol|programma|decreet|akkoord|verdrag|rapport)$", re.IGNORECASE
)
_HEAD = re.compile(
    r" (?:cluster|programma|project|netwerk|consortium|platform|fonds|festival|congres|coalitie|alliantie|initiatief|campus|"
    r"lab|traject|akkoord|prijs|award|partnerschap|verbond|convenant|corridor)\b(?!-)"
)
"""A noun behind a name that says what it is and belongs to it: "het Windkern cluster"."""
_FORE_PART = re.compile(rf"(?P<fore>{_CAPITAL}-) en $")
"""The first part of a compound whose last part follows: "Milieu- en Natuurplanbureau"."""
_LOOK_BACK = 40
_BRACKETS = re.compile(r" \((?=[^)]*[A-Z]{2})[\w&/-]{2,12}\)")


@lru_cache(maxsize=50_000)
def widen_name(text: str, span: Span) -> Span:
    """Give the stretch of the whole name of which `span` is the first run of words with capitals."""
    start, end = span.start, span.end
    fore = _FORE_PART.search(text, max(0, start - _LOOK_BACK), start)
    if fore:
        start = fore.start()
    words = text[start:end].split()
    barred = _BARRED.match(text, end)
    if barred:
        end = barred.end()
    if _TITLE.search(words[0]) and (dashed := _DASHED.match(text, end)):
        end = dashed.end()
    further = _FOR.match(text, end)
    if further and any(map(is_body, words)) and _is_plain(further["next"]):
        end = further.end()
    joined = _JOINED.match(text, end)
    if joined and _is_plain(words[-1]) and all(map(_is_plain, re.findall(_CAPITAL, joined.group()))):
        end = joined.end()
    head = _HEAD.match(text, end)
    return Span(start, head.end() if head else end)


def with_abbreviation(text: str, span: Span) -> Span:
    """Give a name with the abbreviation in brackets behind it."""
    found = _BRACKETS.match(text, span.end)
    return Span(span.start, found.end()) if found else span


def _is_plain(word: str) -> bool:
    """Tell whether a word with a capital is an everyday noun or adjective that names no body: "Economie"."""
    lower = word.lower()
    known = load_lexicon().knows_exactly(lower) or bool(split_compound(lower))
    return known and word[1:].islower() and not is_body(lower)
