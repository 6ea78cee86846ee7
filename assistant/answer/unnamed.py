"""Names that are asked for and not given: "twaalf bedrijven delen een aansluiting" does not tell which companies do.

"Welke bedrijven ..." wants names. A sentence that only counts them, or speaks of others, has no name that the question
did not have itself.
"""

from __future__ import annotations

import re

from assistant.answer.asking import find_slot
from assistant.answer.cues import NUMBER_WORDS
from assistant.answer.evidence import Unit
from assistant.answer.finders.which import NAMED_NOUNS
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import Question
from assistant.dutch import fold, load_lexicon
from assistant.dutch import stem as stem_word
from assistant.types import BlockKind

_KINDS = frozenset(
    {
        QuestionKind.LIST,
        QuestionKind.NAME,
        QuestionKind.ORGANISATION,
        QuestionKind.PLACE,
        QuestionKind.PERSON,
    }
)
_BODIES = (
    "bedrijven",
    "ondernemingen",
    "organisaties",
    "instellingen",
    "instituten",
    "centra",
    "verzekeraars",
    "leveranciers",
    "fabrikanten",
    "aannemers",
    "besturen",
    "corporaties",
    "bonden",
    "verenigingen",
    "stichtingen",
    "universiteiten",
    "scholen",
    "ziekenhuizen",
    "rusthuizen",
    "verpleeghuizen",
    "ziekenfondsen",
    "musea",
    "theaters",
    "bureaus",
    "ministeries",
    "departementen",
    "agentschappen",
    "omroepen",
    "kranten",
    "banken",
    "roc's",
    "firma's",
    "startups",
    "start-ups",
    "scale-ups",
    "festivals",
    "parken",
    "campussen",
)
_LANDS = (
    "gemeenten",
    "gemeentes",
    "steden",
    "landen",
    "provincies",
    "dorpen",
    "regio's",
    "gewesten",
    "havens",
    "stations",
)
_PEOPLE = (
    "wethouders",
    "ministers",
    "gedeputeerden",
    "schepenen",
    "burgemeesters",
    "raadsleden",
    "kamerleden",
    "statenleden",
    "bestuursleden",
    "commissieleden",
    "bestuurders",
    "hoogleraren",
    "historici",
)
_NOT = ("databanken", "zandbanken", "voedselbanken", "eilanden", "toestanden", "eigenschappen")
"""Words with such an ending that have no names, or seldom."""
_CLASS = re.compile(
    r"\b(?:wat voor|soort|soorten|type|typen|kan|kunnen|mag|mogen|moet|moeten|hoeft|hoeven|dient|dienen|zou|zouden|"
    r"in aanmerking|val(?:t|len)|gel(?:dt|den)|bedoeld|bestemd|geschikt|verplicht|behoren?|hoort|horen)\b"
)
"""Words with which a question asks what sort of them it is for: "bedrijven met minder dan tien werknemers"."""
_BACK = re.compile(r"\W*(?:deze|die|dit|dat|zij|ze|beide|alle|allebei|daar\w*|hier\w*|hun)\b", re.IGNORECASE)
_NARROWED = r"\w* (?:(?:met|zonder|die|dat|waar\w*|vanaf|als|zoals|indien|mits|waaronder|namelijk|tot)\b)"
"""Behind the noun that is asked for: words that tell which ones without a name."""
_WORD = re.compile(r"[^\W\d_][\w’'&-]*|(?<!\d)\d++[A-Z]\w*")
_STOPS = ".!?:;\n•–-“‘\"'(/"
_VAGUE = frozenset(
    "verschillende meerdere diverse andere enkele sommige vele meeste weinige enige talrijke deelnemende betrokkene "
    "overige resterende deze beide genoemde eerste laatste volgende tweede derde zulke zo'n welke extra".split()
)
"""Words before a noun with an ending of an adjective that do not tell which ones they are."""
_FORE = 3
"""Letters that the fore part of a compound has at least."""
_ROOT = 5
"""Letters by which a form of a name is known: "Brabantse" for "Brabant"."""


def names_none(question: Question, unit: Unit) -> bool:
    """Tell whether the names of bodies, places or people are asked for and a sentence gives none that the question lacks."""
    if question.kind not in _KINDS:
        return False
    noun = fold(find_slot(question.text, question.asked).noun)
    if not _is_named(noun) or _CLASS.search(fold(question.text)):
        return False
    text = unit.text.rstrip()
    if unit.items or text.endswith(":") or _BACK.match(text):
        return False
    if unit.reading.blocks[unit.block].kind in (BlockKind.ROW, BlockKind.ITEM):
        return False
    if unit.short is not None and not unit.span.covers(unit.short):
        return False
    if re.search(rf"\b{re.escape(noun[:-1])}{_NARROWED}", fold(text)):
        return False
    return not (
        _tells_sort(question, text, noun) or _has_new_name(question, text, adjectives=noun.endswith(_LANDS))
    )


def _tells_sort(question: Question, text: str, noun: str) -> bool:
    """Tell whether a text says which ones without a name: all of them, or by an adjective or compound of its own."""
    shape = re.escape(noun)
    if re.search(rf"\b(?:alle|elke|iedere) (?:[\w.]+ ){{0,2}}{shape}\b", fold(text)):
        return True
    known = set(_WORD.findall(fold(question.text)))
    for found in re.finditer(rf"(?<!\w)(?P<word>[^\W\d_-]{{3,}}e) {shape}\b", text):
        word = fold(found["word"])
        if not (word in known or word in _VAGUE or word in NUMBER_WORDS or _OF_LAND.fullmatch(found["word"])):
            return True
    ending = stem_word(noun)
    words = (word for word in _WORD.findall(fold(text)) if word not in known)
    return any(stem_word(word).endswith(ending) and len(word) >= len(ending) + _FORE for word in words)


def _is_named(noun: str) -> bool:
    """Tell whether what a plural noun stands for has names."""
    if noun in _NOT:
        return False
    return noun.endswith((*_BODIES, *_LANDS)) or (noun.endswith(_PEOPLE) and noun in (*_PEOPLE, *NAMED_NOUNS))


def _has_new_name(question: Question, text: str, *, adjectives: bool) -> bool:
    """Tell whether a text has a word with a capital that the question has not; `adjectives` of a land count too."""
    known = {fold(word)[:_ROOT] for word in _WORD.findall(question.text)}
    for found in _WORD.finditer(text):
        word = found.group()
        if word.islower() or fold(word)[:_ROOT] in known:
            continue
        before = text[: found.start()].rstrip()
        opens = not before or before[-1] in _STOPS
        if opens and word[1:].islower() and load_lexicon().knows_exactly(word.lower()):
            continue
        if not adjectives and _OF_LAND.fullmatch(word) and _NOUN.match(text, found.end()):
            continue
        return True
    return False


_OF_LAND, _NOUN = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+se"), re.compile(r" [a-zà-ÿ]")
"""An adjective of a land or town, and the noun behind it: "Nederlandse" names no company."""
