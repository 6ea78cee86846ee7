"""Names and their initials: "DOV" for Databank Ondergrond Vlaanderen, whether or not the text ties the two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.dutch import STOP_WORDS, fold
from assistant.dutch import stem as stem_word

_LEAST_SHORT, _MOST_SHORT = 3, 6
"""Letters of an abbreviation that is spelled out."""
_FULL_NAME = re.compile(
    r"(?<![\w-])[A-ZÀ-Þ][a-zà-ÿ]+(?:,? (?:(?:en|van|voor|de|der|het) ){0,2}[A-ZÀ-Þ][a-zà-ÿ]+){2,6}(?![\w-])"
)
"""A name of three words or more, of which the initials may be written."""
_ABBREVIATION = re.compile(r"(?:(?:de|het|een) )?(?P<letters>[A-Z]{3,7})(?:['’]?s)?")
"""Two letters begin any two words too often to say that they stand for them."""
_CAPITAL = re.compile(r"(?<![\w-])[A-ZÀ-Þ](?=[a-zà-ÿ])")


def find_initials(text: str) -> dict[int, tuple[tuple[str, ...], ...]]:
    """Give for the start of each word of a full name the stem of its initials: "DOV" for Databank Ondergrond Vlaanderen."""
    found: dict[int, tuple[tuple[str, ...], ...]] = {}
    for name in _FULL_NAME.finditer(text):
        capitals = [capital for capital in _CAPITAL.finditer(text, name.start(), name.end())]
        short = stem_word(fold("".join(capital.group() for capital in capitals)))
        found.update((capital.start(), ((short,),)) for capital in capitals)
    return found


@lru_cache(maxsize=1_000)
def spell_out(short: str) -> re.Pattern[str] | None:
    """Give the pattern of names whose initials are these capitals; None for what is no such abbreviation."""
    if not (_LEAST_SHORT <= len(short) <= _MOST_SHORT and short.isalpha() and short.isupper()):
        return None
    links = r"(?:,? (?:(?:en|van|voor|de|der|het) ){0,2}|-)"
    return re.compile(r"\b" + links.join(f"{letter}[a-zà-ÿ]+" for letter in short) + r"\b")


def abbreviates(text: str, asked: str) -> bool:
    """Tell whether a text is made of the first letters of words that stand together in a question, small ones left out or not."""
    found = _ABBREVIATION.fullmatch(text)
    if found is None:
        return False
    letters = fold(found["letters"])
    plain = re.findall(r"[^\W\d_]+", fold(asked))
    return any(_begins(letters, plain[place:]) for place in range(len(plain)))


def _begins(letters: str, words: Sequence[str]) -> bool:
    """Tell whether words begin with the letters one by one, the first word with the first letter."""
    reached = 0
    for word in words:
        if word.startswith(letters[reached]):
            reached += 1
            if reached == len(letters):
                return True
        elif not reached or word not in STOP_WORDS:
            return False
    return False
