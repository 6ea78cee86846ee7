"""Where a text says a word or a phrase: every place, whole words only, also in their other forms.

"gemeente" is found in "gemeenten", "Interreg" in "Interreg-project", "Holst Centre" over the end of a
line; a word inside a longer one ("waterstof" in "waterstofauto") is another word and is not found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.dutch import STOP_WORDS, content_stems, fold, load_lexicon
from assistant.dutch import stem as stem_word
from assistant.types import Span

_WORD = re.compile(r"\d+(?:[.,]\d+)+(?![^\W_])|[^\W_]+(?:[’'&][^\W_]+)*(?![.,]\d)")
"""A number with its decimals, or a word; "R&D" is one word, the parts of "e-health" are words by themselves."""
_ARTICLE = re.compile(r"^(?:de|het|een|er|ook|nog|ons|onze)\s+(?=\S)", re.IGNORECASE)
_QUOTED = re.compile(r"^[\"“”„‘’']+(?P<words>.+?)[\"“”’']+$")
_GAP = re.compile(r"[\s\-‐‑–/&.'’‘\"“”,]{1,3}")
"""What may stand between two words of a phrase: a space, the end of a line, a hyphen, a quotation mark."""
_TAIL = re.compile(r"[’'](?:s|er|ers|tje|tjes|je|jes)$")
_PREFIX = 2
"""Letters that all forms of a word share: "vaten" and "vat", "brieven" and "brief" have no more for sure."""


@dataclass(frozen=True, slots=True)
class PhraseWord:
    """A word that is looked for: folded, with its stem; None where only the word itself counts.

    A `name` was asked with a capital and must have one, where it is a word besides: "Helder" is not in
    "een helder verhaal", "Imec" is in "imec-labo's".
    """

    folded: str
    stem: str | None
    name: bool


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that must follow each other; `text` is the phrase as it was asked."""

    text: str
    words: tuple[PhraseWord, ...]

    @property
    def stems(self) -> tuple[str, ...]:
        """The stems by which an index finds texts that may hold it; none for stop words only."""
        return tuple(dict.fromkeys(content_stems(self.text)))

    @property
    def named(self) -> bool:
        """Tell whether the phrase holds a name: a word with a capital."""
        return any(sign.isupper() for sign in self.text)


def read_phrase(text: str) -> Phrase | None:
    """Give the phrase in `text` without a leading article; None without words.

    Between quotation marks only the words themselves count, otherwise also their other forms.
    """
    bare = " ".join(text.split()).strip(" .,;:?!")
    quoted = _QUOTED.match(bare)
    shown = quoted["words"] if quoted else _ARTICLE.sub("", bare)
    words = tuple(
        PhraseWord(
            fold(word),
            None if quoted or fold(word) in STOP_WORDS else _stem(word),
            not quoted and word[0].isupper() and load_lexicon().knows_exactly(word.lower()),
        )
        for word in _WORD.findall(shown)
    )
    return Phrase(shown, words) if words else None


def find_phrase(phrase: Phrase, text: str) -> Iterator[Span]:
    """Yield the places of the phrase in `text`, in order; they do not overlap."""
    end = 0
    for found in _opening(phrase.words[0]).finditer(text):
        if found.start() < end:
            continue
        last = _follow(phrase, text, found)
        if last is not None:
            end = last
            yield Span(found.start(), end)


@lru_cache(maxsize=1_000)
def _opening(word: PhraseWord) -> re.Pattern[str]:
    """Give the pattern of words that may be a form of this one; accents are left to the comparison."""
    head = "".join(_OPEN.get(sign, f"[{sign}{_ACCENTED.get(sign, '')}]") for sign in word.folded[:_PREFIX])
    number = r"(?<=\d)[\d.,]*\d(?![^\W_])"
    return re.compile(
        rf"(?<![^\W_])(?<!\d[.,])(?<!\w&){head}(?:{number}|[^\W_]*(?:[’'&][^\W_]+)*(?![.,]\d))", re.IGNORECASE
    )


_OPEN = {"'": "[’']", "&": "&"}
_ACCENTED = {
    "a": "àáâäãå",
    "c": "ç",
    "e": "èéêë",
    "i": "ìíîï",
    "n": "ñ",
    "o": "òóôöõ",
    "s": "š",
    "u": "ùúûü",
    "y": "ýÿ",
    "z": "ž",
}


def _follow(phrase: Phrase, text: str, first: re.Match[str]) -> int | None:
    """Give where the phrase that begins at `first` ends; None when other words follow."""
    if not _is_form(phrase.words[0], first.group()):
        return None
    end = first.end()
    for word in phrase.words[1:]:
        gap = _GAP.match(text, end)
        found = _WORD.match(text, gap.end()) if gap else None
        if found is None or not _is_form(word, found.group()):
            return None
        end = found.end()
    return end


def _is_form(word: PhraseWord, found: str) -> bool:
    if word.name and not found[0].isupper():
        return False
    folded = fold(found)
    if word.folded in (folded, _TAIL.sub("", folded)):
        return True
    return word.stem is not None and folded not in STOP_WORDS and _stem(found) == word.stem


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    folded = _TAIL.sub("", fold(word))
    return stem_word(folded) if folded.isalpha() else folded
