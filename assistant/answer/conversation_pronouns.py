"""Pronouns of a follow-up question, replaced by what they stand for in the conversation."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.answer.conversation_binding import is_bound, is_owned_within
from assistant.answer.conversation_phrases import PREPOSITIONS, is_time, is_verbal
from assistant.answer.cues import (
    AMOUNT_NOUNS,
    DOCUMENT_NOUNS,
    GENERIC_NOUNS,
    ORGANISATION_NOUNS,
    PERSON_NOUNS,
    PLACE_NOUNS,
    POINTING_NOUNS,
    ROLE_WORDS,
)
from assistant.dutch import fold


@dataclass(frozen=True, slots=True)
class Antecedents:
    """What can be pointed at: the topic, the person, place and moment last given, the last answer and question.

    `group` is the body that was the last answer: what "hun" and "hen" speak of. `said` is all that was asked and
    answered, folded.
    """

    topic: str
    person: str | None
    place: str | None
    moment: str | None
    answer: str | None
    asked: str
    group: str | None = None
    said: str = ""


_WORD = r"(?<![\w-]){}(?![\w'-])"
_FULL_FORMS = {"heen": "naar", "naartoe": "naar", "mee": "met", "toe": "tot"}
_FUSED = re.compile(
    r"\b(?:er|daar|hier)(?P<preposition>van|bij|uit|voor|over|in|aan|op|heen|naartoe|naar|mee|door|onder|tegen|toe|achter)\b",
    re.IGNORECASE,
)
_PARTED = re.compile(
    r"\bdaar (?P<between>(?:[\w'’-]+ ){0,4}?[\w'’-]+) (?P<preposition>voor|over|tegen|van)$",
    re.IGNORECASE,
)
"""The two parts of "daarvoor" apart: "krijgt het daar geld voor"."""
_ADDED = re.compile(r"\b(?:komt|komen|kwam|kwamen|krijgt|krijgen|kreeg|kregen)\b.* erbij\b", re.IGNORECASE)
"""A verb with "erbij" that points at nothing: more come."""
_GOAL = re.compile(r"\bnaar (?:de |het )?[A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*)*")
"""Where to: what "erheen" points back to."""
_IDIOM = re.compile(
    r"\b(?:gaat|ging|staat|stond|zit|zat|komt|is|was) het(?:(?= (?:met|om)\b|$)|(?= (?:.+ )?(?:met|over) \S))",
    re.IGNORECASE,
)
"""Where "het" stands for nothing: "hoe staat het met", "om hoeveel mensen gaat het"."""
_WHO = re.compile(
    r"^(?P<who>wie|wat) (?P<verb>is|zijn|was|waren) (?:dat|dit|hij|zij|ze|die|het)$", re.IGNORECASE
)
_OWNED = re.compile(
    r"\b(?P<owner>hun|haar|diens|zijn) (?!(?:hun|haar|diens|zijn|zij|hij|ze|er|het|dat|die|de|een|nu|ook|al|niet|geen|daar)\b)"
    r"(?P<noun>(?:(?:eerste|laatste|tweede|nieuwe|oude|eigen|huidige|vorige|volgende|\w+(?:ige|lijke|ische)) )?[a-zà-ÿ-]{3,})\b",
    re.IGNORECASE,
)
_SHE = re.compile(_WORD.format(r"(?:hij|hem|zij|ze|haar)"), re.IGNORECASE)
_THAT_NOUN = re.compile(
    _WORD.format(r"(?:die|dat|deze|dit)") + r" (?P<noun>[a-zà-ÿ-]{3,})(?![\w-])", re.IGNORECASE
)
_THAT = re.compile(_WORD.format(r"(?:het|dat|dit|die|deze|zij|ze|hen)"), re.IGNORECASE)
_THERE = re.compile(_WORD.format(r"daar"), re.IGNORECASE)
_THEN = re.compile(_WORD.format(r"toen"), re.IGNORECASE)
_AFTER_PRONOUN = frozenset(
    "al nu toen ook nog niet wel er daar dan weer precies zelf allemaal samen jaarlijks momenteel straks later "
    "eerder open klaar af aan uit op in minder meer zich elkaar hoogstens minstens ongeveer ervan echt dit het de een "
    "voor tot te goed nodig mogelijk verplicht waar duur geld belangrijk klaar anders".split()
)
_MEASURED = frozenset(
    "cijfer cijfers getal getallen bedrag bedragen percentage percentages aantal aantallen vragen vraag antwoord antwoorden "
    "brief uitspraak uitspraken conclusie conclusies oproep idee voorstel voorstellen advies kritiek klacht klachten".split()
)
"""Nouns for what is said or counted about the topic, and that are not the topic itself."""
_THINGS = PERSON_NOUNS.union(
    PLACE_NOUNS, ORGANISATION_NOUNS, AMOUNT_NOUNS, GENERIC_NOUNS, POINTING_NOUNS, DOCUMENT_NOUNS, ROLE_WORDS
)
_NEAR = 25
"""Characters before "hun" or "haar": further on, somebody in the question itself is meant."""


_MARKS = {"topic": "\ue000", "person": "\ue001", "place": "\ue002", "group": "\ue003"}


def replace_pronouns(question: str, known: Antecedents) -> str:
    """Give the question with its pronouns replaced; unchanged when it has none, or nothing to point at."""
    bare = question.rstrip(" ?.!")
    who = _WHO.match(bare)
    if who:
        return f"{who.group('who')} {who.group('verb')} {known.answer or known.topic}"
    # Marks stand for what is filled in, so that no rule reads what another one wrote.
    filled = {mark: getattr(known, name) for name, mark in _MARKS.items() if getattr(known, name)}
    marked = replace(known, **{name: mark for name, mark in _MARKS.items() if mark in filled})
    for rule in (_role_there, _owned, _fused, _person, _pointed, _thing, _place, _time):
        bare = rule(bare, marked)
    for mark, words in filled.items():
        bare = bare.replace(mark, words)
    return bare if bare != question.rstrip(" ?.!") else question


_OF_PLACES = frozenset("burgemeester wethouder schepen gouverneur gemeentesecretaris gedeputeerde".split())
_ROLE_THERE = re.compile(
    r"^(?P<who>wie (?:is|was|zijn|waren)) (?:er|daar) (?P<role>[a-zà-ÿ-]+)$", re.IGNORECASE
)


def _role_there(text: str, known: Antecedents) -> str:
    """Replace "er" before a role: "wie is er burgemeester" asks the burgemeester of the place or topic."""
    found = _ROLE_THERE.match(text)
    if found is None or found["role"].lower() not in ROLE_WORDS:
        return text
    place = known.place if found["role"].lower() in _OF_PLACES else None
    return f"{found['who']} {found['role']} van {place or known.topic}"


def _owned(text: str, known: Antecedents) -> str:
    def give(match: re.Match[str]) -> str:
        many = match["owner"].lower() == "hun"
        owner = (known.group if many else known.person) or known.topic
        if match["owner"].lower() == "zijn" and (known.person is None or is_verbal(match["noun"])):
            return match.group()
        return f"de {match['noun']} van {owner}"

    found = _OWNED.search(text)
    if found and is_owned_within(text, found.start()):
        return text
    return _OWNED.sub(give, text, count=1) if found and 0 < found.start() <= _NEAR else text


def _fused(text: str, known: Antecedents) -> str:
    def give(match: re.Match[str]) -> str:
        word = match["preposition"].lower()
        goal = _GOAL.search(known.asked) if word in ("heen", "naartoe") else None
        if goal is not None:
            return goal.group()
        return f"{_FULL_FORMS.get(word, word)} {known.topic}"

    if _ADDED.search(text):
        return text
    parted = _PARTED.search(text)
    if parted is not None and parted["between"].lower() not in PREPOSITIONS:
        return f"{text[: parted.start()]}{parted['between']} {parted['preposition']} {known.topic}"
    return _FUSED.sub(give, text, count=1)


def _person(text: str, known: Antecedents) -> str:
    """Replace "hij", "zij" and "haar" by the person; "zij" with a plural verb means others."""
    if known.person is None:
        return re.sub(_WORD.format(r"(?:hij|hem)"), known.topic, text, count=1, flags=re.IGNORECASE)
    found = _SHE.search(text)
    if found is None or (found.group().lower() in ("zij", "ze") and _plural_beside(text, found)):
        return text
    return text[: found.start()] + known.person + text[found.end() :]


def _plural_beside(text: str, found: re.Match[str]) -> bool:
    before = text[: found.start()].split()
    after = text[found.end() :].split()
    return any(
        word.lower() == "zijn" or (word.lower().endswith("en") and len(word) > 3)
        for word in (before[-1:] + after[:1])
    )


def _pointed(text: str, known: Antecedents) -> str:
    """Replace "die organisatie", "dat land": by what is of that kind, or the topic."""

    def give(match: re.Match[str]) -> str:
        noun = match["noun"].lower()
        if (
            is_bound(text, match)
            or noun in _AFTER_PRONOUN
            or noun in PREPOSITIONS
            or is_verbal(noun)
            or is_time(noun)
        ):
            return match.group()
        if not _names_thing(noun, known.said):
            return match.group()
        if noun in PERSON_NOUNS:
            return known.person or known.topic
        if noun in PLACE_NOUNS and known.place:
            return known.place
        if noun in _MEASURED:
            article = "het" if match.group().lower().startswith(("dat", "dit")) else "de"
            return f"{article} {match['noun']} over {known.topic}"
        return known.topic

    return _THAT_NOUN.sub(give, text, count=1)


_TAIL = 5
"""Letters by which a longer word is known again."""


def _names_thing(noun: str, said: str) -> bool:
    """Tell whether a word behind "die" or "dat" is a noun that can stand for what was spoken of, not "dat verwacht"."""
    plain = fold(noun)
    if plain in _THINGS or plain in _MEASURED:
        return True
    return any(
        word.endswith(plain) or (len(word) >= _TAIL and plain.startswith(word)) for word in said.split()
    )


def _thing(text: str, known: Antecedents) -> str:
    if _IDIOM.search(text):
        return text
    found = next((match for match in _THAT.finditer(text) if _stands_alone(text, match)), None)
    if found is None:
        return text
    return text[: found.start()] + known.topic + text[found.end() :]


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Tell whether "het" or "dat" is a pronoun: no noun follows."""
    after = text[match.end() :].split()
    if not after:
        return not is_bound(text, match)
    if is_bound(text, match):
        return False
    word = after[0].lower().strip(",")
    if match.group().lower() in ("ze", "zij", "hen"):
        return True
    if match.start() == 0 and match.group().lower() in ("het", "de"):
        return False
    if word in _AFTER_PRONOUN or word in PREPOSITIONS or word[:1].isdecimal():
        return True
    return is_verbal(word) and (len(after) == 1 or match.group().lower() != "het")


def _place(text: str, known: Antecedents) -> str:
    return _THERE.sub(lambda _: f"in {known.place}" if known.place else f"bij {known.topic}", text, count=1)


def _time(text: str, known: Antecedents) -> str:
    year = re.search(
        r"\b(?:in|op|van|sinds|eind|medio|begin) (?:\d{1,2} )?(?:\w+ )?(?:19|20)\d\d\b", known.asked
    )
    if known.moment and is_time(known.moment):
        return _THEN.sub(
            f"in {known.moment}"
            if not known.moment[0].isdecimal() or len(known.moment) == 4
            else f"op {known.moment}",
            text,
        )
    return _THEN.sub(year.group(), text) if year else text
