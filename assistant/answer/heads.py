"""What a question asks for by its words: the noun behind "welke", behind "wat is", or at the head of keywords."""

from __future__ import annotations

import re

from assistant.answer.adjectives import is_adjective
from assistant.answer.countednouns import counted_in, counted_noun
from assistant.answer.cues import (
    ABSTRACT_NOUNS,
    CLIPPED_NOUNS,
    CONTACT_NOUNS,
    GENERIC_NOUNS,
    LINKING_WORDS,
    MARK_NOUNS,
    QUESTION_WORDS,
    ROLE_WORDS,
    SIZE_NOUNS,
    UNCOUNTED_WORDS,
    is_plural,
)
from assistant.answer.kinds import QuestionKind
from assistant.answer.nounkinds import NAMED, is_compound, is_listed, listed_kind, measured_kind, noun_kind
from assistant.answer.numerals import first_number, is_number, read_number
from assistant.dutch import load_lexicon
from assistant.dutch.verbs import conjugate, find_infinitive

Asked = tuple[QuestionKind, str | None, int | None]
"""A kind, the noun asked for and the stated length of a list."""
WHAT_IS = re.compile(r"^wat (?:is|zijn|was|waren|betekent|betekenen|verstaat|houdt|houden|wordt|worden)\b")
_ELIGIBLE = re.compile(r"\b(?:in aanmerking|subsidiabel|subsidieerbaar|vergoed|gedekt)\b")
_MONEY = re.compile(r"\b(?:euro|geld|betaal\w*|kost\w*|hoog|groot|miljoen|bedrag|vraagt|vragen|geldt voor)\b")
_AGES = ("leeftijd", "leeftijdsgrens")
_PAID = (
    "vergoeding",
    "toelage",
    "bezoldiging",
    "salaris",
    "loon",
    "boete",
    "contributie",
    "honorarium",
    "wedde",
)
"""Last parts of nouns for what is paid; with more words behind them they ask how much."""
_RENTS = frozenset(("huur", "pacht"))
_ONE_KNOWN = re.compile(r"(?:de|het|hun|zijn|haar|mijn|uw|onze|ons) ")
"""Before what is paid; without it the word is a term: "wat is huur op maat"."""
_PAST = re.compile(r"wat (?:was|waren)\b")
"""What asks for no meaning: that is told in the present."""
_SIZES = ("snelheid", "lengte", "breedte", "hoogte", "diepte", "oppervlakte", "afstand")
"""Last parts of nouns for a size."""
_LIMITS = ("grenswaarde", "streefwaarde", "drempelwaarde", "normwaarde", "toetswaarde", "meetwaarde")
_NAMEABLE = frozenset("verband probleem uitdaging definitie strategie visie functie relatie".split())
"""Abstract nouns that can be answered with a name or a few words."""
_LEADS = frozenset("de het een er precies eigenlijk hun zijn haar".split())
"""Words behind "wat is" that come before what is asked."""
_TAIL_KINDS = (
    (re.compile(r"\bin (?:absolute )?aantallen$"), QuestionKind.COUNT),
    (re.compile(r"\bin (?:procenten|procent|percentages)\b"), QuestionKind.SHARE),
    (re.compile(r"\bin (?:euro|euro's)$"), QuestionKind.AMOUNT),
)
_NAME_OF = re.compile(r"^(?:de )?na(?:am|men) van (?:de |het |een )?(?P<rest>.+)")


def which_kind(rest: str, before: str, *, single: bool = False) -> Asked:
    """Give what is asked by the words behind "welke" or "noem"; `before` is what stands before those.

    Behind "welk" the noun is a `single` one, however it ends: "welk fonds".
    """
    words = rest.split()
    number = first_number([word for word in words[:2] if word != "een"])
    noun, place = _asked_noun(words)
    if noun is None:
        return QuestionKind.TOPIC, None, number
    if noun in CONTACT_NOUNS:
        return QuestionKind.CONTACT, noun, None
    numbered = _number_asked(noun)
    if numbered is not None:
        return numbered
    many = number not in (None, 1) or (is_plural(noun) and not single)
    kind = noun_kind(noun)
    if kind is QuestionKind.COUNT:
        behind = (word for word in words[place + 1 :] if word not in UNCOUNTED_WORDS)
        return kind, counted_in(noun) or next(behind, None), None
    if kind is None and noun in ROLE_WORDS:
        kind = QuestionKind.PERSON
    if kind is QuestionKind.AMOUNT:
        return _money_kind(noun, rest), noun, number
    if kind is None and not many and noun in ABSTRACT_NOUNS - _NAMEABLE:
        return QuestionKind.TOPIC, noun, None
    if kind is None or (many and kind in NAMED):
        listed = many or re.match(r"^(?:noem|geef|som)\b", before)
        return (QuestionKind.LIST if listed else QuestionKind.NAME), noun, number
    return kind, noun, number


def _number_asked(noun: str) -> Asked | None:
    """Give what a noun asks that stands for a number: an age, a mark, a size or a limit; None for any other."""
    if noun.endswith(_AGES):
        return QuestionKind.COUNT, "jaar", None
    if noun in MARK_NOUNS:
        return QuestionKind.COUNT, noun, None
    if noun in SIZE_NOUNS or noun.endswith(_LIMITS) or any(is_compound(noun, size) for size in _SIZES):
        return QuestionKind.COUNT, None, None
    return None


def _money_kind(noun: str, rest: str) -> QuestionKind:
    """Give the kind for a noun of money: "welke prijs won hij" asks a name, "welke kosten worden vergoed" a list."""
    if noun in ("prijs", "bijdrage", "waarde", "steun") and not _MONEY.search(rest):
        return QuestionKind.NAME
    listed = is_plural(noun) and _ELIGIBLE.search(rest)
    return QuestionKind.LIST if listed else QuestionKind.AMOUNT


def _asked_noun(words: list[str]) -> tuple[str | None, int]:
    """Give the noun that is asked for and its place: the first word that is no adjective or number."""
    for place, word in enumerate(words[:5]):
        bare = word.strip("'\"(),:;")
        if not bare or is_number(bare):
            continue
        after = words[place + 1].strip("?,.") if place + 1 < len(words) else ""
        if (not _asks(bare) and _asks(after)) or _ends_name(after):
            return after, place + 1  # "welk Brussels plein", "welke leidend ambtenaar"
        asking = after[:1].isalpha() and after not in QUESTION_WORDS
        if asking and is_adjective(bare) and not _is_finite(after):
            continue
        return bare, place
    return (words[0], 0) if words else (None, 0)


def _is_finite(word: str) -> bool:
    """Tell whether a word is a verb with a subject, and so what stands before it the noun: "welk kanaal verspreidt"."""
    infinitive = find_infinitive(word)
    return infinitive is not None and any(word in forms for forms in conjugate(infinitive)[:2])


def _asks(word: str) -> bool:
    """Tell whether a noun asks for a kind by itself; "staat" is mostly a verb."""
    return word != "staat" and is_listed(word)


def _ends_name(word: str) -> bool:
    """Tell whether a measure is written to the last word of a name: "welke Regio Deal-bijdrage" asks an amount."""
    return "-" in word and measured_kind(word) is not None


_SAID_BY = re.compile(r"(?<=\w) volgens .+$")


def what_kind(plain: str) -> Asked:
    """Give what is asked by "wat is ..." or "wat zijn ..."."""
    body = _SAID_BY.sub("", WHAT_IS.sub("", plain, count=1).strip())
    words = [word for word in body.split() if word not in _LEADS]
    many = bool(re.match(r"^wat (?:zijn|waren)\b", plain))
    paid = next((word for word in words[:2] if word.endswith(_PAID) or word in _RENTS), None)
    if paid is not None and (len(words) > 1 or _PAST.match(plain)) and _ONE_KNOWN.match(body):
        return QuestionKind.AMOUNT, paid, None
    link = next((place for place, word in enumerate(words) if word in LINKING_WORDS), len(words))
    contact = next((word for word in words[: min(3, link)] if word in CONTACT_NOUNS), None)
    if contact is not None:
        return QuestionKind.CONTACT, contact, None
    for place, word in enumerate(words[: min(3, max(1, link))]):
        numbered = _number_asked(word)
        if numbered is not None:
            return numbered
        kind = _measured_by(word, words[place + 1 : place + 2])
        if kind in NAMED and many:
            return QuestionKind.LIST, word, None
        defined = body.startswith("een ") and word not in GENERIC_NOUNS  # "wat is een starterslening"
        if not defined and kind not in (None, QuestionKind.PERSON, QuestionKind.ORGANISATION):
            return kind, word, None
    if many and _defines(body, words):
        return QuestionKind.DEFINITION, None, None
    if many and words:
        return QuestionKind.LIST, _asked_noun(words)[0], first_number(words[:3])
    attribute = re.match(r"(?:de|het|hun|haar) (?:\w+e )?(?P<noun>\w+) (?:van|voor|achter|bij) ", body)
    if attribute and attribute.group("noun") not in ABSTRACT_NOUNS:
        return QuestionKind.NAME, attribute.group("noun"), None
    return QuestionKind.DEFINITION, None, None


_JUDGING = frozenset(
    "nieuwe belangrijke belangrijkste mogelijke goede beste slechte grote grootste kleine kleinste concrete huidige andere bekende recente "
    "gevolgde genomen geplande volgende eerste laatste verschillende verwachte voorgestelde gestelde actuele lopende gekozen nodige "
    "extra eigen meeste sterke zwakke oude overige eventuele specifieke bijzondere voornaamste gemaakte onze uw hun haar zijn deze die".split()
)
"""Words before a noun that judge or place things, and make no term of it."""


def _defines(body: str, words: list[str]) -> bool:
    """Tell whether "wat zijn" asks what one word or a term of two means."""
    if len(words) == 1:
        return re.match(r"(?:de|het|hun|zijn|haar)\b", body) is None
    return len(words) == 2 and _is_term(body, words)


def _is_term(body: str, words: list[str]) -> bool:
    """Tell whether "wat zijn" asks what a term of two words means: "grijze punten", no "nieuwe punten"."""
    return (
        body == " ".join(words)
        and words[0] not in _JUDGING
        and is_adjective(words[0])
        and is_plural(words[1])
    )


def _measured_by(word: str, after: list[str]) -> QuestionKind | None:
    """Give the kind that a noun asks for in "wat is het bedrag"; "data" in "het Data Value Center" asks none."""
    if word == "data" and after and after[0] not in LINKING_WORDS:
        return None
    if noun_kind(word) is QuestionKind.MOMENT:
        return QuestionKind.MOMENT
    listed = listed_kind(word)
    return measured_kind(word) if listed in (None, QuestionKind.DOCUMENTS) else listed


def _kind_of_noun(word: str) -> QuestionKind | None:
    """Give the kind that a noun asks for by itself; persons, organisations and places in the plural are a list."""
    if word == "staat":
        return None
    kind = noun_kind(word)
    if kind is None and word in ROLE_WORDS:
        kind = QuestionKind.PERSON
    many = kind in NAMED and is_plural(word)
    return QuestionKind.LIST if many else None if kind is QuestionKind.DOCUMENTS else kind


def keyword_kind(plain: str) -> Asked:
    """Give the kind of a question without an interrogative: keywords ("budget vierde ronde")."""
    for pattern, kind in _TAIL_KINDS:
        if pattern.search(plain):
            return kind, None, None
    named = _NAME_OF.match(plain)
    if named:
        return which_kind(named.group("rest"), "")
    words = plain.split()
    if words[:1] == ["wat"]:
        return QuestionKind.TOPIC, None, None  # "wat zei de minister": no noun says what is asked for
    number = read_number(words[0]) if words else None
    if number is not None and number > 1 and len(words) > 1 and is_plural(words[1]):
        return QuestionKind.LIST, words[1], number
    return _kind_of_head(words) or (QuestionKind.TOPIC, None, None)


def _kind_of_head(words: list[str]) -> Asked | None:
    """Give what the nouns before the first preposition ask for; None when they ask nothing."""
    link = next((place for place, word in enumerate(words) if word in LINKING_WORDS), len(words))
    if words[:1] and words[0] in CONTACT_NOUNS:
        return QuestionKind.CONTACT, words[0], None
    for word in words[: min(3, link)]:
        clipped = next((kind for kind, nouns in CLIPPED_NOUNS.items() if _is_of(word, nouns)), None)
        if clipped is not None:
            return QuestionKind(clipped), None, None
    for place, word in enumerate(words[: min(3, link)]):
        asked = _kind_of_noun(word)
        if word.endswith(_AGES):
            return QuestionKind.COUNT, "jaar", None
        if asked is QuestionKind.COUNT:
            return asked, counted_noun("hoeveel", words[place + 1 :]), None
        if asked is not None:
            return asked, word, None
    if (
        len(words) > 1
        and is_plural(words[0])
        and words[0] not in _ASK_WHAT
        and load_lexicon().knows(words[0])
    ):
        return QuestionKind.LIST, words[0], None
    return None


_ASK_WHAT = frozenset("waartegen waarlangs waartussen".split())
"""Interrogatives that look like a plural."""


def _is_of(word: str, nouns: tuple[str, ...]) -> bool:
    """Tell whether a word is one of the nouns or a compound of one."""
    return any(word == noun or is_compound(word, noun) for noun in nouns)
