"""What tells a Dutch question or sentence apart: word lists (in `data/words.toml`) and patterns."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from assistant.dutch import load_lexicon

_LISTS = tomllib.loads((Path(__file__).parent / "data" / "words.toml").read_text(encoding="utf-8"))


def _words(name: str) -> frozenset[str]:
    return frozenset(_LISTS[name].split())


def _nouns_by_kind(name: str) -> dict[str, tuple[str, ...]]:
    """Give the nouns of each kind of question; a line of the list begins with the kind."""
    lines = [line.split() for line in _LISTS[name].splitlines() if line]
    return {kind: tuple(nouns) for kind, *nouns in lines}


QUESTION_WORDS = _words("question_words")
META_WORDS = _words("meta_words")
PERSON_NOUNS = _words("person_nouns")
ORGANISATION_NOUNS = _words("organisation_nouns")
PLACE_NOUNS = _words("place_nouns")
TIME_NOUNS = _words("time_nouns")
PERIOD_NOUNS = _words("period_nouns")
AMOUNT_NOUNS = _words("amount_nouns")
SHARE_NOUNS = _words("share_nouns")
COUNT_NOUNS = _words("count_nouns")
SIZE_NOUNS = _words("size_nouns")
MARK_NOUNS = _words("mark_nouns")
DOCUMENT_NOUNS = _words("document_nouns")
CLIPPED_NOUNS = _nouns_by_kind("clipped_nouns")
MEASURE_HEADS = _nouns_by_kind("measure_heads")
PRICE_PARTS = _words("price_parts")
LINKING_WORDS = _words("linking_words")
UNCOUNTED_WORDS = _words("uncounted_words")
VAGUE_WORDS = _words("vague_words")
PLANNING_WORDS = _words("planning_words")
_PLURAL_EXCEPTIONS = _words("plural_exceptions")
GENERIC_VERBS = _words("generic_verbs")
ORGANISATION_CUES = _words("organisation_cues")
ORGANISATION_ENDINGS = tuple(_LISTS["organisation_endings"].split())
ROLE_ENDINGS = tuple(_LISTS["role_endings"].split())
ROLE_GROUPS = tuple(frozenset(line.split()) for line in _LISTS["role_groups"].splitlines() if line)
PEOPLE_GROUPS = tuple(frozenset(line.split()) for line in _LISTS["people_groups"].splitlines() if line)
COUNTED_GROUPS = tuple(frozenset(line.split()) for line in _LISTS["counted_groups"].splitlines() if line)
WORD_GROUPS = tuple(frozenset(line.split()) for line in _LISTS["word_groups"].splitlines() if line)
ROLE_WORDS = frozenset().union(PERSON_NOUNS, _words("role_words"), *ROLE_GROUPS) - {"mevrouw"}
GENERIC_NOUNS = _words("generic_nouns")
CONTACT_NOUNS = _words("contact_nouns")
CONCRETE_NOUNS = _words("concrete_nouns")
ABSTRACT_NOUNS = _words("abstract_nouns")
POINTING_NOUNS = _words("pointing_nouns")

NUMBER_WORDS = {
    "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9,
    "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16,
    "zeventien": 17, "achttien": 18, "negentien": 19, "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50,
    "zestig": 60, "zeventig": 70, "tachtig": 80, "negentig": 90, "honderd": 100, "duizend": 1000,
}  # fmt: skip

_LATIN_PLURALS = frozenset(
    "musea centra criteria laboratoria stadia fora gymnasia crematoria technici politici academici critici".split()
)
_SINGULAR_S = re.compile(
    r"(?:us|is|ss|js|cs|aas|oos|ees|ans|adres|plaats|congres|koers|beurs|prijs)$|^(?:mens|grens|dienst|huis|reis)$"
)


def is_plural(noun: str) -> bool:
    """Tell whether a Dutch noun looks plural (-en, -s, -'s); "haven", which has a plural in -s, does not."""
    if noun in _PLURAL_EXCEPTIONS:
        return False
    if noun in _LATIN_PLURALS:
        return True
    if noun.endswith(("'s", "’s")):
        return True
    if len(noun) < 5:
        return False
    if noun.endswith("en"):
        return not load_lexicon().knows_exactly(noun + "s")
    return noun.endswith("s") and not _SINGULAR_S.search(noun)


REASON_CUES = re.compile(
    r"\b(?:omdat|doordat|want|vanwege|wegens|daardoor|hierdoor|aangezien|dankzij|door(?: het| de| een)?|namelijk|"
    r"om(?:wille)? van|aanleiding|reden|oorzaak|gevolg van|daarom|immers|zodat|gezien|mede door|waardoor|ten gevolge|"
    r"met het oog op|niet alleen vanwege)\b",
    re.IGNORECASE,
)
PURPOSE_CUES = re.compile(
    r"\b(?:doel|doelstelling|gericht op|om .{3,160}? te|zodat|met als doel|bedoeld|beoogt|teneinde|opdat|ambitie|streven|"
    r"moet(?:en)? (?:bijdragen|zorgen|leiden)|zal bijdragen|ten behoeve van|speerpunt|missie)\b",
    re.IGNORECASE,
)
MANNER_CUES = re.compile(
    r"\b(?:door .{3,160}? te|door middel van|via|aan de hand van|met behulp van|door het|doordat|op basis van|waarbij|"
    r"hiervoor|hierbij|middels|met)\b",
    re.IGNORECASE,
)
STATUS_CUES = re.compile(
    r"\b(?:vertraagd|vertraging|afgerond|voltooid|gereed|gestart|van start|in ontwikkeling|in uitvoering|op schema|op koers|"
    r"in voorbereiding|loopt|lopen|gerealiseerd|geopend|achter(?:blijft)?|uitgesteld|stilgelegd|opgeleverd|bijna|nog niet|"
    r"inmiddels|momenteel|behaald|gehaald|goedgekeurd|geselecteerd|getekend|ondertekend|op peil)\b",
    re.IGNORECASE,
)
DEFINITION_CUES = re.compile(
    r"\b(?:is|zijn|betekent|betreft|wordt verstaan|verstaan we|bedoelen we|staat voor|houdt in|oftewel|ofwel|genoemd|een|het|de)\b",
    re.IGNORECASE,
)
NEGATION = re.compile(
    r"\b(?:niet|geen|noch|nooit|niemand|nergens|nog niet|niets|zonder|blijft achter|bleef achter|evenmin)\b(?!-)",
    re.IGNORECASE,
)
ANAPHOR = re.compile(
    r"^(?:[‘“\"'(]*)(?:(?:deze|dit|dat|die|hij|zij|ze|hun|haar|daar\w*|hier\w*|zo|ook|dus|verder|tevens|het gaat|dit zijn|"
    r"dat is|zijn|er|beide|"
    r"datzelfde|diezelfde|hetzelfde|daarvan|waarbij|waaronder|dezelfde|eerstgenoemde|laatstgenoemde|voorbeelden hiervan|bovendien)\b)",
    re.IGNORECASE,
)
