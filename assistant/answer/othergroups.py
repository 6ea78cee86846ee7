"""A sentence that says of other people what a question asks of some: "stagiairs hebben geen recht" tells nothing of volunteers."""

from __future__ import annotations

import re

from assistant.answer.cues import PERSON_NOUNS
from assistant.answer.finders.candidate import is_persons
from assistant.dutch import fold
from assistant.dutch import stem as stem_word

_VERB = r"(?:heeft|hebben|krijgt|krijgen|mag|mogen|moet|moeten|betaalt|betalen)"
_ASKED = re.compile(rf"{_VERB} (?:een |de )?(?P<who>[a-z-]{{4,}}) \w")
_TOLD = re.compile(rf"(?:een |de )?(?P<who>[a-z-]{{4,}}) {_VERB} ")


def tells_of_other_group(asked: str, said: str) -> bool:
    """Tell whether a sentence opens with other people than those whom a question asks about, and does not name these."""
    asks, tells = _ASKED.match(fold(asked)), _TOLD.match(fold(said))
    if asks is None or tells is None:
        return False
    one, other = stem_word(asks["who"]), stem_word(tells["who"])
    if one.endswith(other) or other.endswith(one) or one in fold(said):
        return False
    return _is_group(asks["who"]) and _is_group(tells["who"])


def _is_group(word: str) -> bool:
    return bool({word, word.removesuffix("s"), word.removesuffix("en")} & PERSON_NOUNS) or (
        is_persons(word) or word.removesuffix("s").endswith("air")
    )
