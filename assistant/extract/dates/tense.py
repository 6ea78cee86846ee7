"""The tense of a sentence: whether it tells of what was or of what will be.

Every word is judged once and remembered, so that a sentence costs one look-up a word.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.extract.source import LONGEST_WORD

_WORD = re.compile(r"\w+")
_PAST = re.compile(
    r"(?:was|waren|werd|werden|had|hadden|heeft|hebben|vond|vonden|kwam|kwamen|ging|gingen|begon|begonnen|"
    r"stond|stonden|bracht|brachten|gaf|gaven|kreeg|kregen|nam|namen|sloot|sloten|sprak|spraken|trok|trokken|"
    r"won|wonnen|zag|zagen|liep|liepen|bleek|bleken|besloot|besloten|verscheen|verschenen|bood|boden|"
    r"opende|openden|startte|startten|tekende|tekenden|ondertekende|ondertekenden|maakte|maakten|volgde|volgden|"
    r"leverde|leverden|keurde|keurden|organiseerde|presenteerde|lanceerde|bezocht|bezochten|"
    r"\w{3,}(?:eerde|eerden)|ge\w{3,}(?:de|te)|afgelopen|jongstleden|jl)",
)
_FUTURE = re.compile(
    r"(?:zal|zullen|zou|zouden|ga|gaat|gaan|laten|wil|willen|moet|moeten|kan|kunnen|wordt|worden|komt|komen|start|starten|"
    r"begint|beginnen|volgt|volgen|uiterlijk|vanaf|gepland|planning|voorzien|streven|beoogd|verwacht|"
    r"aanstaande|komend|komende|rijdt|staat|staan|krijgt|plaatsvinden)",
)
_PASSIVE_PAST = re.compile(r"\b(?:is|zijn)\b.{1,80}?\b(?:ge|be|ver|ont|her)\w{3,}(?:d|t|en)\b", re.DOTALL)
_BEING: Final = frozenset(("is", "zijn"))
"""Words without which no passive stands."""


class _Tenses(dict[str, int]):
    """Word in lower case -> 2 for the future, -2 for the past, else 0; holds at most `LIMIT` words."""

    LIMIT = 100_000

    def __missing__(self, word: str) -> int:
        if len(word) > LONGEST_WORD:
            return 0
        if len(self) >= self.LIMIT:
            self.clear()
        tense = self[word] = 2 * bool(_FUTURE.fullmatch(word)) - 2 * bool(_PAST.fullmatch(word))
        return tense


_TENSES: Final = _Tenses()


def find_tense(text: str, first: int, last: int) -> int:
    """Give -1 when the sentence speaks of the past, 1 of the future, 0 when it does not say."""
    sentence = text[first:last]
    words = _WORD.findall(sentence.lower())
    tense = sum(map(_TENSES.__getitem__, words))
    if not _BEING.isdisjoint(words):
        tense -= len(_PASSIVE_PAST.findall(sentence))
    return (tense > 0) - (tense < 0)
