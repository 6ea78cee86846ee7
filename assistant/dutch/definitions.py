"""Which words a text says the meaning of: "AI-geletterdheid – Definitie: ...", "onder hub wordt verstaan", "een hub is een ...".

Found at ingest, so that a question for the meaning of a common word finds the one passage that gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.dutch.stems import stem
from assistant.dutch.tokens import fold, tokenize

SURE, LIKELY = "defines", "describes"
"""How a passage says what a word means: in the form of a definition, or in a sentence that others have too."""
_LONGEST, _MOST = 5, 40
"""Words of a term, and terms that one passage may explain."""
_ARTICLE = r"(?:(?:een|de|het|begrip|term) )*"
_TERM = r"[\"'‘“]?(?P<term>[^\W\d_][\w’'&/-]*(?: [\w’'&/-]+){0,4}?)[\"'’”]?"
_ASIDE = r"(?: ?\([^()\n]{1,80}\))?"
_LABELLED = re.compile(
    rf"^{_TERM}{_ASIDE} [–—-] (?:begrips)?(?:definitie|betekenis|omschrijving|beschrijving|uitleg|verklaring|toelichting): ",
    re.IGNORECASE | re.MULTILINE,
)
_ITEM = re.compile(
    rf"^(?:[•*·–-] |[a-z0-9]{{1,3}}[.)°]+ ?)?{_ARTICLE}{_TERM}{_ASIDE} ?(?::| [–—-]) (?=\S)",
    re.IGNORECASE | re.MULTILINE,
)
"""An entry of a list of terms: only under a heading or behind a sentence that says so."""
_GLOSSARY = re.compile(
    r"\b(?:begrip(?:pen|s)?\w*|definities?|woordenlijst|terminologie|verklarende|afkortingen(?:lijst)?|betekenissen)\b|"
    r"\b(?:verstaan|verstaat men) onder\b|\bbedoeld met\b",
    re.IGNORECASE,
)
_UNDER = re.compile(
    rf"\b(?:onder {_ARTICLE}{_TERM}{_ASIDE} (?:wordt|worden|verstaa[nt])|"
    rf"met {_ARTICLE}{_TERM.replace('<term>', '<meant>')}{_ASIDE} (?:bedoel(?:t|en|de|den)|wordt|worden) )(?=[^.\n]{{0,80}}"
    rf"(?:verstaan|bedoel|verstaat|begrepen|\bwe\b|\bwij\b|:))",
    re.IGNORECASE,
)
_IS = re.compile(
    rf"(?:^|(?<=[.!?] )){_ARTICLE}{_TERM}{_ASIDE} (?:is|zijn|betekent|omvat|staat voor|houdt in dat) "
    rf"(?:(?:een|het|de|elke?|iedere?|alle|wanneer|als|dat)\b|[“\"'‘])",
    re.IGNORECASE | re.MULTILINE,
)
_NO_TERM = frozenset(
    "dit dat er hier daar die deze wij we ze zij het hij u je men wat welke wie waar hoe waarom wanneer dan nu ook maar "
    "en of als doel belangrijk uitgangspunt reden gevolg resultaat bron datum onderwerp aanleiding daarom daarnaast daarbij "
    "verder tot ingang behulp name in met voor om bij aan door op onder uit over na naar van mocht kan moet slechts uiteindelijk".split()
)
"""Words that open no term."""


def find_defined(text: str, headings: Sequence[str] = ()) -> Iterator[tuple[str, str]]:
    """Give (`SURE` or `LIKELY`, key) of the terms that a passage explains, at most 40; `headings` stand above it."""
    found: dict[str, str] = {}
    listed = _GLOSSARY.search(text) or any(map(_GLOSSARY.search, headings))
    for pattern, how in (
        (_LABELLED, SURE),
        (_UNDER, SURE),
        *(((_ITEM, SURE),) if listed else ()),
        (_IS, LIKELY),
    ):
        for match in pattern.finditer(text):
            named = match.groupdict()
            key = make_key(named["term"] or named.get("meant") or "")
            if key and len(found) < _MOST:
                found.setdefault(key, how)
    for key, how in found.items():
        yield how, key


def make_key(term: str) -> str:
    """Give the stems of a term, by which its explanations are kept; empty for what is none."""
    words = [fold(token.text) for token in tokenize(term)]
    while words and words[0] in ("een", "de", "het", "begrip", "term"):
        del words[0]
    if not words or len(words) > _LONGEST or words[0] in _NO_TERM:
        return ""
    return " ".join(map(stem, words))
