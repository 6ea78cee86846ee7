"""Words that look like pronouns of the conversation and belong to their own question: no follow-up.

The article ("voor het warmtenet"), the relative pronoun ("de beheerder die het net aansluit"), the conjunction
("wie zegt dat de brug klaar is"), and what points at words earlier in the question ("BOM, waar staat dat voor").
"""

from __future__ import annotations

import re

from assistant.answer.conversation_phrases import DETERMINERS, PREPOSITIONS, VERBS, find_phrases, is_verbal
from assistant.dutch.verbs import conjugate, find_infinitive, is_infinitive

_WORD = re.compile(r"[^\s?!,;:()]+")
_CLAUSES = frozenset("als omdat doordat want terwijl maar toen nadat voordat zodat wanneer zodra dan".split())
"""What begins another clause: the one before it ends there."""
_ASKING = frozenset("wie wiens wat waar wanneer waarom hoe hoeveel welk welke".split())
_ALSO = frozenset(("en", "of"))
_NO_NOUNS = frozenset(
    "die dat deze dit het er daar hier ze zij hij we wij men u ik je hen hun haar hem zich niet wel ook nog al nu "
    "precies eigenlijk dan toen zo te weer".split()
)
_HELPING = frozenset(
    "is zijn was waren ben wordt worden werd werden heeft hebben had hadden kan kunnen kon konden mag mogen moet "
    "moeten moest moesten zal zullen zou zouden wil willen wilde wilden gaat gaan ging gingen laat laten liet te".split()
)
"""Verbs with which an infinitive or a participle stands."""
_PARTICLES = (
    "mee",
    "aan",
    "af",
    "bij",
    "in",
    "op",
    "om",
    "over",
    "uit",
    "voor",
    "samen",
    "deel",
    "na",
    "toe",
)
_TIED = frozenset(("mee", "uit", "op", "ervan", "erop", "vast", "toe"))
"""Words between a verb of saying or thinking and "dat": "rekening mee dat", "gaan ervan uit dat"."""
_FRONTED = re.compile(r"(?P<front>[^,:?]+)[,:]\s")
_PAYS = re.compile(r"\b(?:kost|kostte|kosten|oplevert?|bespaart)\s*$", re.IGNORECASE)


def is_bound(text: str, match: re.Match[str]) -> bool:
    """Tell whether a "die", "dat", "het" or "ze" of a question belongs to its own sentence."""
    word = match.group().split()[0].lower()
    before = _words(text[: match.start()])
    if _is_fronted(text, match):
        return True
    if word == "het":
        after = _words(text[match.end() :])
        if after[:1] == ["dat"]:
            return True
        money = after[:1] == ["geld"] and not _PAYS.search(text[: match.start()])
        return money or bool(before and before[-1] in PREPOSITIONS and before[-1] != "volgens")
    return word in ("die", "dat") and _is_subordinate(text, match, before)


def is_owned_within(text: str, start: int) -> bool:
    """Tell whether "hun", "haar" or "zijn" at `start` has its owner earlier in the question: "Hoe werft Dens haar klanten"."""
    return any(
        phrase.end <= start and (phrase.named or phrase.determiner not in ("", "zijn"))
        for phrase in find_phrases(text)
    ) and not text[:start].rstrip().endswith((",", ":"))


def _words(text: str) -> list[str]:
    return [word.group().lower() for word in _WORD.finditer(text)]


def _is_fronted(text: str, match: re.Match[str]) -> bool:
    """Tell whether a question begins with what it is about, and then asks: "De brug, wanneer is die klaar"."""
    front = _FRONTED.match(text)
    if front is None or front.end() > match.start():
        return False
    words = _words(front["front"])
    return bool(words) and words[0] not in _ASKING.union(_CLAUSES) and not any(map(is_verbal, words[:-1]))


def _is_subordinate(text: str, match: re.Match[str], before: list[str]) -> bool:
    """Tell whether a clause with a finite verb of its own follows, while the question had one already."""
    word = match.group().split()[0].lower()
    last = before[-1] if before else ""
    if word == "dat" and last == "het":
        return True
    tied = word == "dat" and last in _TIED
    said = is_verbal(last)
    if word == "die" and said:
        return False  # "wie stelde die vragen"
    if not last or (not tied and last in _NO_NOUNS.union(_CLAUSES, _ALSO, PREPOSITIONS)):
        return False
    if not (tied or said or len(last) > 3) or last in _ASKING:
        return False
    after = _read_clause(_words(text[match.start() + len(word) :]))
    helped = any(word in _HELPING for word in before)
    plural = len(after) > 2 and after[-1].endswith("en") and not helped  # a verb that no list knows
    return plural or any(_is_finite(word, helped) for word in (after[1:] if said else after))


def _read_clause(words: list[str]) -> list[str]:
    """Give the words up to the next clause."""
    clause: list[str] = []
    for place, word in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else ""
        if word in _CLAUSES or (word in _ALSO and following in _ASKING):
            break
        clause.append(word)
    return clause


def _is_finite(word: str, helped: bool) -> bool:
    """Tell whether a word is a finite verb; an infinitive or participle may go with a helping verb before."""
    if word in VERBS:
        return True
    if word in PREPOSITIONS.union(DETERMINERS, _NO_NOUNS) or (find_infinitive(word) and not is_verbal(word)):
        return False
    infinitive = find_infinitive(word)
    if infinitive is not None:
        third, past, _ = conjugate(infinitive)
        return not helped or word in third or word in past
    whole = (
        word
        if is_infinitive(word)
        else next((word[len(part) :] for part in _PARTICLES if word.startswith(part)), "")
    )
    return not helped and is_infinitive(whole)
