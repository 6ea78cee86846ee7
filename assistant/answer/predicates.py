"""What part each word of a question plays: the verb that says what is done, or the noun that is asked for."""

from __future__ import annotations

import re

from assistant.answer.cues import GENERIC_VERBS, META_WORDS
from assistant.answer.question import Question
from assistant.answer.verbs import find_verb_root
from assistant.dutch import Token, fold

VERB, ASKED = "verb", "asked"
_NOUN_BEFORE = re.compile(
    r"\b(?:de|het|een|van|voor|op|in|aan|bij|met|per|uit|over|tot|door|naar|deze|dit|die|dat|hun|haar|zijn|welke?|"
    r"geen|alle|(?!wie\b)\w+e)\s+$",
    re.IGNORECASE,
)
"""Before a word that could be a verb: after an article, a preposition or an adjective it is a noun ("de bouw")."""


def find_part(token: Token, question: Question) -> str:
    """Give `VERB` for a verb that says something of its own, `ASKED` for the noun asked for, else an empty text."""
    plain = fold(token.text)
    if question.asked is not None and plain == fold(question.asked):
        return ASKED
    if not token.text.islower() or plain in META_WORDS or plain in GENERIC_VERBS:
        return ""
    if _NOUN_BEFORE.search(question.text[: token.span.start]):
        return ""
    return VERB if find_verb_root(plain) else ""
