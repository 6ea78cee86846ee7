"""Items that finish a clause and name nothing: "... wordt geweigerd indien: a. de aanvraag te laat is".

They tell when something is so. Asked which things are so, they are an answer where they tell it of those things
("Welke aanvragen worden geweigerd?"), and none where it is asked what is done or had by name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.finders.candidate import same_noun, stem_of
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.dutch import fold, tokenize

_OPENS = re.compile(
    r"\b(?:indien|als|wanneer|zodra|mits|tenzij|voor ?zover|omdat|doordat|nadat|zolang)(?: en voor ?zover)?$",
    re.IGNORECASE,
)
"""Words at the end of what leads in to items that are clauses."""
_CONDITIONS = re.compile(
    r"(?:voorwaarden?|grond(?:en)?|gevallen|geval|reden(?:en)?|eis(?:en)?|omstandigheden|situaties?|criteri(?:a|um)|uitzondering(?:en)?|"
    r"vereisten?|regels?|momenten|tijdstippen|beperkingen|belemmeringen|oorzaken|argumenten)$"
)
"""Nouns that ask for such clauses, also as the last part of a compound."""
_DEFINES = re.compile(r"\b(?:verstaan(?: onder)?|bedoeld met|bedoelen we met)$", re.IGNORECASE)
_WORDS = re.compile(
    r"(?:begrip(?:pen)?|termen|definities?|woorden|begripsbepalingen|omschrijvingen|afkortingen)$"
)
"""What leads in to words with their meanings, and the nouns that ask for those."""
_REACH = 40
_WHEN = re.compile(r"\b(?:wanneer|in welke gevallen?|onder welke|op welke grond\w*|waarom)\b")
_PAST = re.compile(r"\b(?:kregen|ontvingen|hadden|deden|waren|werden|kwamen|hebben)\b")
"""What was done or had by some: a rule does not tell by whom."""


def tells_other_clauses(
    question: Question, lead: str, items: Sequence[str], matcher: Matcher, *, named: bool
) -> bool:
    """Tell whether the items below `lead` are conditions of something else than what is asked, or words that are explained.

    Those of what is asked name it, in the lead or as what an item begins with; `named` tells that names are asked.
    """
    if question.asked is None:
        return False
    end = lead.rstrip(" :\n")[-_REACH:]
    if _DEFINES.search(end):
        return named and not _WORDS.search(fold(question.asked))
    if not _OPENS.search(end):
        return False
    plain = fold(question.text)
    if _CONDITIONS.search(fold(question.asked)) or _WHEN.search(plain):
        return False
    asked = stem_of(question.asked)
    said = [token.text for token in tokenize(lead)]
    said += [token.text for item in items for token in tokenize(item[:_REACH])]
    return (named and bool(_PAST.search(plain))) or not any(same_noun(asked, word, matcher) for word in said)
