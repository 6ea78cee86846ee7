"""The language of a text and of each part of it: by its small words, and by langdetect where they do not tell."""

from __future__ import annotations

import re
from collections import Counter

_SAMPLE = 6_000
_SHORTEST = 200
"""Letters: langdetect is wrong on shorter text (measured by its author on news: 50 words at least)."""
_LEAST, _LEAD = 5, 3
"""So many small words of one language, and so many times those of the next, settle it."""
_DENSE = 0.15
"""Share of small words in running text of a language; lists of names and tables have fewer."""
_WORD = re.compile(r"[^\W\d_]+")
_SMALL_WORDS = {
    "nl": """de het een van en dat die voor met zijn niet wordt worden aan ook op bij door naar uit om te
    heeft hebben over als deze dit er maar nog wij ze hun meer""",
    "fr": """le la les des du et est une un dans pour que qui sur par avec au aux ce cette sont plus pas
    nous vous leur mais ou été ont il elle""",
    "de": """der die das und ist den dem des ein eine einer mit für auf von zu im nicht sich auch wird
    werden als bei nach sind durch oder wir zur zum über""",
    "en": """the of and to is that for with as are was by this be from at or have has it not which we will
    their an been our its on they""",
}
_LANGUAGES: dict[str, tuple[str, ...]] = {
    word: tuple(language for language, words in _SMALL_WORDS.items() if word in words.split())
    for words in _SMALL_WORDS.values()
    for word in words.split()
}
"""Small word -> the languages that have it ("die" is Dutch and German)."""


def find_language(text: str) -> str | None:
    """Give the ISO 639-1 code of the language of `text`; None when there is too little text."""
    sample = text[:_SAMPLE]
    if sum(sign.isalpha() for sign in sample) < _SHORTEST:
        return None
    return _count_small_words(sample) or _detect(sample)


def find_passage_language(text: str, language: str | None) -> str | None:
    """Give the language of a part of a document in `language`, which holds unless the part clearly has another.

    A part that is too short to tell, or a table or list of names, has the document's language.
    """
    if language is None and len(text) < _SHORTEST:
        return None
    return _count_small_words(text) or language


def _count_small_words(text: str) -> str | None:
    """Give the language that the small words tell beyond doubt; None when they do not."""
    words = _WORD.findall(text.lower())
    counts: Counter[str] = Counter()
    for word, count in Counter(words).items():
        for language in _LANGUAGES.get(word, ()):
            counts[language] += count
    ranked = [*counts.most_common(2), ("", 0), ("", 0)]
    (best, most), (_, second) = ranked[0], ranked[1]
    clear = most >= _LEAST and most >= _LEAD * second and most >= _DENSE * len(words)
    return best if clear else None


def _detect(sample: str) -> str | None:
    from langdetect import DetectorFactory, LangDetectException, detect

    DetectorFactory.seed = 0
    try:
        found = str(detect(sample))
    except LangDetectException:
        return None
    # langdetect takes long Dutch lists of names for Afrikaans, which is no language of this corpus.
    return "nl" if found == "af" else found[:2]
