"""Noun phrases in running text: "de B5-steden en de provincie", "experts", "het nieuwe loket van de gemeente".

No word classes are known: a noun is a known word that is no verb, no adjective and no small word. What a
phrase holds behind its noun is a name ("het ministerie Buitenlandse Zaken"), "van ..." and, between names, "voor ...".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.answer.adjectives import is_adjective
from assistant.answer.cues import (
    LINKING_WORDS,
    NUMBER_WORDS,
    ORGANISATION_CUES,
    ORGANISATION_NOUNS,
    PERSON_NOUNS,
    QUESTION_WORDS,
    ROLE_WORDS,
)
from assistant.dutch import STOP_WORDS, fold, load_lexicon, split_compound
from assistant.dutch.verbs import find_infinitive, is_infinitive
from assistant.types import Span

_TOKEN = re.compile(r"[^\W_](?:[\w’'&./|+-]*\w)?")
_DETERMINER = frozenset(
    "de het een deze dit die dat alle beide elke elk iedere ieder onze ons hun haar zijn verschillende meerdere enkele "
    "diverse andere veel sommige geen mijn uw diens dezelfde hetzelfde".split()
) | frozenset(map(fold, NUMBER_WORDS))
_MODIFIER = frozenset(
    "eigen betrokken hightech hoogtechnologisch open lokale regionale nationale internationale zelfstandig particulier "
    "gespecialiseerde aangewezen gekozen".split()
)
"""Words between article and noun that the word list does not tell from nouns."""
_NO_NOUN = (
    STOP_WORDS
    | QUESTION_WORDS
    | LINKING_WORDS
    | frozenset(
        "gezamenlijk samen ook nog al reeds dan hier daar zelf wel niet dus toch daarom hierbij daarbij hiermee daarmee "
        "hiervoor daarvoor hierin daarin onder meer minder vaak altijd nooit inmiddels momenteel vervolgens eerst mede "
        "vooral immers echter bovendien daarnaast tevens eveneens jaarlijks binnen buiten tijdens sinds vanaf vanuit via "
        "volgens tegen achter langs rond rondom wegens per inclusief exclusief zoals bijvoorbeeld waarbij waarin die dat "
        "krachtens namens jegens middels blijkens behoudens ingevolge omtrent aangaande conform voorts "
        "jaar jaren maand maanden week weken dag dagen uur keer procent euro miljoen miljard "
        "extra actief mogelijk nodig verantwoordelijk aanwezig bereid klaar".split()
    )
)
_BODY = re.compile(
    r"(?:raad|dienst|overheid|overheden|provincies?|gemeenten?|regio(?:['’]s)?|steden|stad|land|landen|lidsta(?:at|ten)|bedrijf|bedrijven|"
    r"bedrijfsleven|instelling(?:en)?|instantie(?:s)?|organisatie(?:s)?|partners?|partij(?:en)?|ministeries?|minister|regering(?:en)?|"
    r"bestu(?:ur|ren)|college|commissies?|inspectie|inspecteur|politie|schol?en|school|onderneming(?:en)?|clusters?|netwerk(?:en)?|"
    r"teams?|groep(?:en)?|centr(?:um|a)|punten|bureaus?|institu(?:ut|ten)|agentschap|fonds|bank(?:en)?|burgemeesters?|rechters?|griffier|"
    r"parlement|kamer|hof|rechtbank|parket|orga(?:an|nen)|autoriteit(?:en)?|maatschappij|vereniging(?:en)?|stichting(?:en)?|corporaties?|"
    r"leden|lid|experts?|burgers|bewoners|inwoners|studenten|leerlingen|ouders|werkgevers?|werknemers?|kinderen|mensen|personen|"
    r"reclassering|recherche|directie|consortium|coalitie|alliantie|gemeenschap|sector|startups?|start-ups?|scale-ups?|secretaris|"
    r"generaal|voorzitter|directeur|gouverneur|commissaris|ambtena(?:ar|ren)|beheerders?|houders?|nemers?|gevers?|makers?|ers|"
    r"kabinet|koning(?:in)?|staten|fractie(?:s)?|vakbond(?:en)?|jeugd|rijk|unie|kmo['’]s|mkb)$"
)
"""Nouns of persons and bodies, also as the last part of a compound: those who can do something."""
_BODIES = ORGANISATION_NOUNS | PERSON_NOUNS | ROLE_WORDS | ORGANISATION_CUES
_ABSTRACT = re.compile(
    r"(?:[^er]ing|heid|isme|tie|teit|aanpak|agenda|plan|beleid|programma|project|doel|visie|strategie)$"
)
_MOST_DEEP, _MOST_BEFORE = 2, 4
"""How often "van ..." goes on inside itself, and the words before a noun that are looked at."""
_MOST_BACK = 60
"""Words before a verb in which its subject begins: more would cost the square of the length of a text without commas."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase with offsets in its text; `head` is its first noun, `named` whether that has a capital."""

    span: Span
    head: str
    head_start: int
    named: bool

    @property
    def is_body(self) -> bool:
        """Tell whether it is of a person or a body, who can do something."""
        return self.named or is_body(self.head)

    @property
    def is_abstract(self) -> bool:
        """Tell whether it is of something that does nothing itself: a plan, a quality, an act."""
        return not self.is_body and bool(_ABSTRACT.search(fold(self.head)))


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    capital: bool


@lru_cache(maxsize=20_000)
def _words(text: str) -> tuple[_Word, ...]:
    found = ((match.start(), match.end(), match.group()) for match in _TOKEN.finditer(text))
    return tuple(_Word(start, end, word, any(map(str.isupper, word))) for start, end, word in found)


@lru_cache(maxsize=20_000)
def is_body(noun: str) -> bool:
    """Tell whether a common noun is of a person or a body."""
    plain = fold(noun)
    return plain in _BODIES or bool(_BODY.search(plain)) or _does(plain)


_ACTOR = re.compile(
    r"e[lnr]aar$|(?:al|in|on|ar|ur|log)ist$|(?:verantwoordelijke|deskundige|belanghebbende|gerechtigde)n?$|"
    r"(?:exploitant|fabrikant|accountant|consultant|migrant|passant|commandant|participant|aspirant|klant|assistent|docent|student|cliënt|patiënt)$"
)
_DOER = re.compile(r"(?:aan|af|be|ver|ont|op|uit|in|door|toe|onder|over|mede)[a-zà-ÿ]{3,}er$")
"""A noun of one who does what a verb with a prefix says; without one it may be a comparative ("sneller")."""


@lru_cache(maxsize=10_000)
def _does(plain: str) -> bool:
    """Tell whether a noun is of one who does what a verb says: "aanbieder", "exploitant"."""
    if _ACTOR.search(plain):
        return True
    last = plain.rsplit("-", 1)[-1]
    parts = (last, *split_compound(last)[-1:])
    return (
        any(_DOER.fullmatch(part) and is_infinitive(part[:-2] + "en") for part in parts)
        and plain != "verbeter"
    )


def read_phrase(text: str, start: int) -> Phrase | None:
    """Give the longest noun phrase that begins at `start`, with those joined to it by "en"; None without one."""
    words = _words(text)
    place = next((number for number, word in enumerate(words) if word.start == start), None)
    return None if place is None else _read_joined(text, place)


def find_phrase_before(text: str, end: int) -> Phrase | None:
    """Give the longest noun phrase that ends at `end`, none behind a preposition; a comma ends the search."""
    floor = max(text.rfind(mark, 0, end) for mark in (",", ";", ":", "(", ". ", "? ")) + 1
    words = _words(text)
    stop = bisect_left(words, end, key=lambda word: word.start)
    for place in range(max(0, stop - _MOST_BACK), stop):
        if words[place].start < floor:
            continue
        if place and words[place - 1].start >= floor and fold(words[place - 1].text) in LINKING_WORDS:
            continue
        found = _read_joined(text, place)
        if found is not None and found.span.end == end:
            return None if _is_inside(words, place, floor) else found
    return None


def find_phrase_around(text: str, start: int) -> Phrase | None:
    """Give the longest noun phrase whose noun begins at `start`, with its article and adjectives; None without one."""
    words = _words(text)
    place = next((number for number, word in enumerate(words) if word.start == start), None)
    if place is None:
        return None
    for first in range(max(0, place - _MOST_BEFORE), place + 1):
        found = _read_joined(text, first)
        if found is not None and found.head_start == start:
            return found
    return None


def _is_inside(words: tuple[_Word, ...], place: int, floor: int) -> bool:
    """Tell whether the phrase belongs to a preposition before its article: "van de" before "provincie"."""
    before = words[place - 1] if place else None
    return before is not None and before.start >= floor and fold(before.text) in LINKING_WORDS | _DETERMINER


@lru_cache(maxsize=10_000)
def _read_joined(text: str, place: int) -> Phrase | None:
    words = _words(text)
    first = _read_one(text, words, place, 0)
    if first is None:
        return None
    phrase, end = first
    while (reached := _read_next(text, words, end)) is not None:
        end = reached
    last = _with_brackets(text, words[end - 1].end)
    return replace(phrase, span=Span(phrase.span.start, last))


_AND = re.compile(r",? (?:en|of|alsook|evenals|én|&) (?:ook |in het bijzonder )?")
_COMMA = re.compile(r", ")


def _read_next(text: str, words: tuple[_Word, ...], place: int) -> int | None:
    """Give the place behind the phrases that are joined by "en" to the one that ends before `place`."""
    following: int | None = place
    while following is not None:
        place = following
        end = _with_brackets(text, words[place - 1].end)
        joined = _AND.match(text, end)
        if joined:
            return _read_at(text, words, joined.end(), place)
        comma = _COMMA.match(text, end)
        following = _read_at(text, words, comma.end(), place) if comma else None
    return None


def _read_at(text: str, words: tuple[_Word, ...], start: int, place: int) -> int | None:
    while place < len(words) and words[place].start < start:
        place += 1
    if place == len(words) or words[place].start != start:
        return None
    found = _read_one(text, words, place, 0)
    return None if found is None else found[1]


_BRACKETS = re.compile(r" \((?:(?=[^)]*[A-Z]{2})[\w&/-]{2,12}|[A-Z][a-zë]+)\)")
"""An abbreviation behind a name, or its town, land or party."""


def _with_brackets(text: str, end: int) -> int:
    found = _BRACKETS.match(text, end)
    return found.end() if found else end


def _read_one(text: str, words: tuple[_Word, ...], place: int, deep: int) -> tuple[Phrase, int] | None:
    """Give one phrase and the place behind it; one without an article must be a name, a body or a plural."""
    first = place
    while place < len(words) and fold(words[place].text) in _DETERMINER and _follows(text, words, place):
        place += 1
    determined = place > first
    while _modifies(words[place]) and _follows(text, words, place):
        step = 2 if words[place + 1].text in ("en", "of") and _follows(text, words, place + 1) else 1
        if not (_may_be_noun(words[place + step]) if step == 1 else _modifies(words[place + step])):
            break
        place += step
    if not _is_noun(words[place], determined=determined or deep > 0):
        return None
    head = words[place]
    end = _name_end(text, words, place)
    end = _extend(text, words, end, head, deep)
    named = head.capital and not (first == 0 and head.start == 0 and _is_common(head.text))
    return Phrase(Span(words[first].start, words[end - 1].end), head.text, head.start, named), end


def _is_common(word: str) -> bool:
    """Tell whether a word with a capital is an everyday word."""
    return load_lexicon().knows_exactly(word.lower())


def _follows(text: str, words: tuple[_Word, ...], place: int) -> bool:
    """Tell whether only a blank stands between a word and the next one."""
    return place + 1 < len(words) and text[words[place].end : words[place + 1].start] == " "


def _modifies(word: _Word) -> bool:
    plain = fold(word.text)
    if plain in _MODIFIER:
        return True
    if word.capital:
        return word.text.endswith("se") and word.text[1:].islower()
    return plain not in _NO_NOUN and is_adjective(plain)


def _may_be_noun(word: _Word) -> bool:
    plain = fold(word.text)
    return (
        word.capital
        or _modifies(word)
        or (_is_noun(word, determined=True) and find_infinitive(plain) is None)
    )


def _is_noun(word: _Word, *, determined: bool) -> bool:
    plain = fold(word.text)
    if word.capital and not word.text.islower():
        return plain not in _NO_NOUN
    if plain in _NO_NOUN or plain in _DETERMINER or len(plain) < 3 or not plain[0].isalpha():
        return False
    if is_body(plain):
        return True
    if not (load_lexicon().knows(word.text) or split_compound(word.text) or "-" in plain):
        return False
    return determined or (
        plain.endswith(("s", "en")) and find_infinitive(plain) is None and not is_infinitive(plain)
    )


def _name_end(text: str, words: tuple[_Word, ...], place: int) -> int:
    """Give the place behind a head with the words with capitals that go on from it."""
    end = place + 1
    while end < len(words) and words[end].capital and _follows(text, words, end - 1):
        end += 1
    return end


def _extend(text: str, words: tuple[_Word, ...], end: int, head: _Word, deep: int) -> int:
    """Give the place behind a phrase with what "van" or "voor" adds to it."""
    while deep < _MOST_DEEP and end + 1 < len(words) and _follows(text, words, end - 1):
        link = words[end].text
        if link not in ("van", "der", "voor") or not _follows(text, words, end):
            break
        if link == "voor" and not (words[end + 1].capital and (head.capital or is_body(head.text))):
            break
        found = _read_one(text, words, end + 1, deep + 1)
        if found is None:
            break
        end = found[1]
    return end
