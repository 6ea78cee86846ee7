"""The language of a text."""

from __future__ import annotations

_SHORTEST = 200
"""langdetect is wrong on shorter text (measured by its author on news: 50 words at least)."""
_SAMPLE = 6_000


def find_language(text: str) -> str | None:
    """Give the ISO 639-1 code of the language of `text`; None when there is too little text."""
    sample = text[:_SAMPLE]
    if sum(sign.isalpha() for sign in sample) < _SHORTEST:
        return None
    from langdetect import DetectorFactory, LangDetectException, detect

    DetectorFactory.seed = 0
    try:
        found = str(detect(sample))
    except LangDetectException:
        return None
    # langdetect takes long Dutch lists of names for Afrikaans, which is no language of this corpus.
    return "nl" if found == "af" else found[:2]
