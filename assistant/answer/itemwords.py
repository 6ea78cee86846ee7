"""Which words show that a stretch between commas is a clause, and no item of an enumeration."""

from __future__ import annotations

import re

from assistant.answer.verbs import find_verb_root
from assistant.dutch import load_lexicon

FINITE = re.compile(
    r"\b(?:heeft|hebben|had|hadden|is|was|waren|wordt|worden|werd|werden|kan|kunnen|moet|moeten|zal|zullen|gaat|gaan|"
    r"we|wij|ze|zij|zich|dat|die|wat|waar(?:in|op|van|bij|mee|door|voor|aan|uit|over|toe|onder|tussen|naar|tegen|na|om|achter)?|"
    r"kent|kennen|zorgt|biedt|ligt|komt|maakt|geeft|neemt|staat|vormt|bestaat|wil|spannen|koppelen|voorziet|voorzien|keurt|beslist|hecht|verleent|draagt|brengt|houdt)\b|"
    r"\bzijn\b(?! (?!(?:onder|ook|er|in|op|aan|met|niet|door|via|voor|bij|daar|nu|al|de|het|een)\b)[a-z]+\b)",
    re.IGNORECASE,
)
"""Words that no item of an enumeration holds: where one stands, a clause goes on."""
_ADVERBIAL = re.compile(
    r"(?:er|niet|ook|wel|dan|daarom|daarnaast|zo|toch|nog|reeds|vooral|inmiddels|vandaag|momenteel|sinds|"
    r"opnieuw|hoe|wie|waarom|wanneer|[eé]én van|één der|een van de)\b",
    re.IGNORECASE,
)
"""Words that open no item."""
_VERB_FIRST = re.compile(
    r"(?P<verb>[a-zà-ÿ]{3,}en) (?:we|wij|ze|zij|je|u|de|het|een|deze|dit|die|dat|onze|ons|hun|haar|er|ook|bovendien|hier\w+|daar\w+|zich|elkaar)\b"
)
"""A plural verb with its subject or object behind it: "bieden bovendien een kans" goes on with the sentence."""
_SHORTEST_VERB = 5


def holds_clause(item: str) -> bool:
    """Tell whether an item is more than a thing: with a verb in it a clause goes on there."""
    if FINITE.search(item) or _ADVERBIAL.match(item):
        return True
    opening = _VERB_FIRST.match(item)
    if opening and find_verb_root(opening["verb"]):
        return True
    words = [word for word in re.findall(r"[^\W\d_]+", item) if word.islower()]
    if any(_is_third_person(word) for word in words):
        return True
    # "gestegen prijzen" is a thing: a strong participle is an adjective before its noun.
    attribute = len(words) == 2 and words[0].endswith("en")
    return len(words) > 1 and (is_participle(words[-1]) or (is_participle(words[0]) and not attribute))


def is_infinitive(item: str) -> bool:
    """Tell whether an item is a verb alone: "beschermen"; "gemeenten" is a noun."""
    return bool(re.fullmatch(r"(?:te )?[a-zà-ÿ]{4,}en", item)) and bool(
        find_verb_root(item.removeprefix("te "))
    )


def _is_third_person(word: str) -> bool:
    """Tell whether a word is a verb in the third person ("bestrijkt"); "markt", with a plural in -en, is a noun."""
    if not word.endswith("t") or len(word) < _SHORTEST_VERB or word.startswith("ge"):
        return False
    knows = load_lexicon().knows_exactly
    return bool(find_verb_root(word)) and not knows(word + "en") and not knows(word + "s")


def opens_items(word: str, following: str) -> bool:
    """Tell whether items begin behind a verb: "bezoekt kerken", "vervallen de regels", not "gemeenten"."""
    if _is_third_person(word):
        return True
    return word.endswith("en") and bool(_NAMING.match(following)) and bool(find_verb_root(word))


_NAMING = re.compile(r"(?:de|het) |[A-ZÀ-Þ]")
_PARTICIPLE = re.compile(
    r"(?:aan|af|op|uit|in|door|over|mee|samen|terug|toe|voor|weg|vast)?ge\w{2,}(?:d|t|en)|aangedaan|aangegeven|bezocht|ontwikkeld"
)


def is_participle(word: str) -> bool:
    """Tell whether a word closes the clause as a participle ("gebracht"); "gemeenten" and "gebied" are nouns."""
    if not _PARTICIPLE.fullmatch(word):
        return False
    knows = load_lexicon().knows_exactly
    if word.endswith("en"):
        return not (knows(word[:-1]) or knows(word[:-2]))
    return not (word.endswith("heid") or (knows(word + "en") and not find_verb_root(word)))
