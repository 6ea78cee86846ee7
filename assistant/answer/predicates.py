"""What part each word of a question plays: the verb that says what is done, or the noun that is asked for."""

from __future__ import annotations

import re

from assistant.answer.adjectives import is_adjective
from assistant.answer.cues import GENERIC_VERBS, META_WORDS, ROLE_WORDS, is_plural
from assistant.answer.question import Question
from assistant.answer.verbs import find_verb_root
from assistant.dutch import Token, fold
from assistant.dutch.verbs import find_infinitive

VERB, ASKED = "verb", "asked"
_NOUN_BEFORE = re.compile(
    r"\b(?:de|het|een|van|voor|op|in|aan|bij|met|per|uit|over|tot|door|naar|deze|dit|die|dat|hun|haar|zijn|welke?|"
    r"geen|alle|(?!wie\b)\w+e)\s+$",
    re.IGNORECASE,
)
"""Before a word that could be a verb: after an article, a preposition or an adjective it is a noun ("de bouw")."""


_SUBORDINATE = re.compile(
    r"(?:,| )(?=(?:als|wanneer|indien|voordat|nadat|terwijl|omdat|zodra|die|dat|nu|of|waar[a-z]+|hoewel|zolang) )"
)
"""Where a clause begins that is not what a question asks."""
_HELPING = re.compile(
    r"(?:ben|bent|is|zijn|was|waren|wordt?|worden|werden?|heeft|heb|hebt|hebben|had|hadden|zal|zullen|zou|zouden|"
    r"kan|kunt?|kunnen|kon|konden|mag|mogen|mocht|mochten|moet|moeten|moest|moesten|wilt?|willen|wilden?|"
    r"hoeft?|hoeven|hoefden?|dient?|dienen|dienden?|blijft?|blijven|bleef|bleven|gaat?|gaan|ging|gingen|"
    r"komt?|komen|kwam|kwamen|laat|laten|liet|lieten|krijgt?|krijgen|kreeg|kregen)"
)
"""Verbs that help another one."""
_PARTICIPLE = re.compile(r"(?:ge|be|ver|her|ont|er)\w+|\w*ge\w+(?:d|t|en)")


def find_main_verbs(question: Question) -> frozenset[str]:
    """Give the words of a yes-or-no question that say what is asked to be so: its first verb, or what goes with it.

    "Stuurt het loket brieven?" has "stuurt"; in "mogen scholen samen een bestuur vormen als ..." it is "vormen". Verbs
    that say nothing of their own, the subject behind the first one, and clauses do not count.
    """
    end = len(find_main_clause(question))
    words = [token for token in question.words if token.span.start < end]
    opening = question.text.split(" ", 1)[0]
    if not _HELPING.fullmatch(fold(opening)):
        return frozenset((opening,)) if _says(opening) else frozenset()
    later = [
        token.text
        for token in words
        if token.text.islower()
        and question.text[: token.span.start].count(" ") > 1
        and not _NOUN_BEFORE.search(question.text[: token.span.start])
        and (token.text.endswith("en") or _PARTICIPLE.fullmatch(fold(token.text)))
        and _says(token.text)
    ]
    return frozenset(later[-1:])


def find_main_clause(question: Question) -> str:
    """Give a question as far as the first clause in it that is not what it asks: "als ...", "die ..."."""
    text = question.text
    end = _SUBORDINATE.search(text, text.find(" ", text.find(" ") + 1) + 1)
    return text if end is None else text[: end.start()]


def _says(word: str) -> bool:
    plain = fold(word)
    return plain not in META_WORDS and plain not in GENERIC_VERBS and bool(find_verb_root(plain))


def stands_as_noun(word: str, question: str) -> bool:
    """Tell whether a word of a question stands where a noun does, and is no verb and no adjective before a noun."""
    plain = fold(word)
    if is_adjective(plain):
        return False
    last = fold(_find_before(word, question))
    headed = bool(_HEADING.fullmatch(last)) or (last.endswith("e") and is_adjective(last))
    return headed or (is_plural(plain) and find_infinitive(plain) is None)


def _find_before(word: str, question: str) -> str:
    """Give the word right before a word of a question; empty without one."""
    place = question.find(f" {word}")
    while place >= 0:
        before = _LAST.search(question, 0, place)
        if before and not _GOES_ON.match(question, place + 1 + len(word)):
            return before.group()
        place = question.find(f" {word}", place + 1)
    return ""


_LAST, _GOES_ON = re.compile(r"[^\W\d_]+\Z"), re.compile(r"[\w-]")
_HEADING = re.compile(
    r"de|het|een|van|voor|op|in|aan|bij|met|per|uit|over|tot|door|naar|deze|dit|die|dat|hun|haar|zijn|geen|alle"
)
"""Words right before a noun."""


def find_part(token: Token, question: Question) -> str:
    """Give `VERB` for a verb that says something of its own, `ASKED` for the noun asked for, else an empty text."""
    plain = fold(token.text)
    if question.asked is not None and plain == fold(question.asked):
        return ASKED
    if not token.text.islower() or plain in META_WORDS or plain in GENERIC_VERBS or plain in ROLE_WORDS:
        return ""
    if _NOUN_BEFORE.search(question.text[: token.span.start]):
        return ""
    return VERB if find_verb_root(plain) else ""
