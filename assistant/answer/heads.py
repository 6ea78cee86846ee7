"""The noun that a question asks for, and the kind of question that goes with it: "welke gemeente" asks a place."""

from __future__ import annotations

import re

from assistant.answer.cues import (
    ABSTRACT_NOUNS,
    AMOUNT_NOUNS,
    CLIPPED_NOUNS,
    CONTACT_NOUNS,
    COUNT_NOUNS,
    DOCUMENT_NOUNS,
    GENERIC_NOUNS,
    NUMBER_WORDS,
    ORGANISATION_NOUNS,
    PERIOD_NOUNS,
    PERSON_NOUNS,
    PLACE_NOUNS,
    QUESTION_WORDS,
    ROLE_WORDS,
    SHARE_NOUNS,
    SIZE_NOUNS,
    TIME_NOUNS,
    is_plural,
)
from assistant.answer.kinds import QuestionKind
from assistant.dutch import load_lexicon

Asked = tuple[QuestionKind, str | None, int | None]
"""A kind, the noun asked for and the stated length of a list."""
WHAT_IS = re.compile(r"^wat (?:is|zijn|was|waren|betekent|betekenen|verstaat|houdt|houden|wordt|worden)\b")
_MEASURES = {
    QuestionKind.AMOUNT: AMOUNT_NOUNS,
    QuestionKind.SHARE: SHARE_NOUNS,
    QuestionKind.COUNT: COUNT_NOUNS,
    QuestionKind.PERIOD: PERIOD_NOUNS,
    QuestionKind.MOMENT: TIME_NOUNS,
    QuestionKind.PERSON: PERSON_NOUNS,
    QuestionKind.PLACE: PLACE_NOUNS,
    QuestionKind.ORGANISATION: ORGANISATION_NOUNS,
    QuestionKind.DOCUMENTS: DOCUMENT_NOUNS,
}


MEASURE_HEADS = (
    "bedrag",
    "budget",
    "tarief",
    "kosten",
    "omzet",
    "bijdrage",
    "aandeel",
    "percentage",
    "aantal",
)
"""Last parts of compounds that ask for a value whatever stands before: "leenbedrag", "marktaandeel"."""
_HEAD_KINDS = {"aandeel": QuestionKind.SHARE, "percentage": QuestionKind.SHARE, "aantal": QuestionKind.COUNT}
_PRICE = re.compile(
    r"(?:huur|koop|verkoop|vraag|kost|aankoop|stuk|eenheids|ticket|toegangs|verhuur|water|gas|stroom|energie)prij(?:s|zen)"
)


def measured_head(word: str) -> QuestionKind | None:
    """Give the kind that a compound asks for by its last part; None for any other word."""
    if _PRICE.fullmatch(word):
        return QuestionKind.AMOUNT
    head = next((head for head in MEASURE_HEADS if word.endswith(head) and len(word) > len(head) + 2), None)
    return _HEAD_KINDS.get(head, QuestionKind.AMOUNT) if head else None


def counted_noun(asked: str, rest: list[str]) -> str | None:
    """Give what is counted; a length or height counts nothing."""
    if "aantal" in rest[:3]:
        rest = rest[rest.index("aantal") + 1 :]
    elif asked.startswith("hoe ") and "vaak" not in asked:
        return None
    if rest[:1] == ["keer"]:
        return "keer"
    if _VERB_BEFORE.match(" ".join(rest[:2])) or rest[:2] == ["extra", "per"]:
        return None
    noun = next((word for word in rest[:4] if word not in _NO_NOUNS and not is_adjective(word)), None)
    if noun and noun == rest[0] and len(rest) > 1 and not is_plural(noun) and noun.endswith("e"):
        return rest[1] if is_plural(rest[1]) else noun
    return noun


_ELIGIBLE = re.compile(r"\b(?:in aanmerking|subsidiabel|subsidieerbaar|vergoed|gedekt)\b")
_MONEY = re.compile(r"\b(?:euro|geld|betaal\w*|kost\w*|hoog|groot|miljoen|bedrag|vraagt|vragen|geldt voor)\b")
_NO_NOUNS = frozenset(
    "van de het een er extra minder meer nieuwe heeft hebben kost kostte trekt draagt groeit is zijn was waren wordt worden keer hoeveel".split()
)


_VERB_BEFORE = re.compile(
    r"(?:moet|moest|kan|kon|mag|mocht|zal|zou|blijft|bleef|wil|wilde|\w{3,}(?:t|de|te)) "
    r"(?:de|het|een|er|we|ze|zij|men|hij|deze|dit|dat|die|zijn|haar|hun|ons|onze|vlaanderen|nederland|belgie)\b"
)
"""A verb behind "hoeveel": nothing is named that is counted."""
LINKING = frozenset("van voor over in bij op met aan uit door tot tussen".split())


def _names(noun: str, kind: QuestionKind) -> bool:
    """Tell whether a noun (or the last part of a compound) asks for this kind."""
    if measured_head(noun) is not None:
        return measured_head(noun) is kind
    nouns = _MEASURES[kind]
    if kind is QuestionKind.MOMENT and len(noun) > 6 and noun.endswith(("jaar", "datum")):
        return True
    return noun in nouns or any(
        noun.endswith(part) for part in nouns if len(part) > 5 and kind is not QuestionKind.DOCUMENTS
    )


def which_kind(rest: str, before: str) -> Asked:
    """Give what is asked by the words behind "welke" or "noem"; `before` is what stands before those."""
    words = rest.split()
    number = next(
        (NUMBER_WORDS.get(word, _digits(word)) for word in words[:2] if _is_number(word) and word != "een"),
        None,
    )
    noun, place = _asked_noun(words)
    if noun is None:
        return QuestionKind.TOPIC, None, number
    if noun in CONTACT_NOUNS:
        return QuestionKind.CONTACT, noun, None
    many = number not in (None, 1) or is_plural(noun)
    if noun in SIZE_NOUNS:
        return QuestionKind.COUNT, None, None
    kind = next((kind for kind in _MEASURES if _names(noun, kind)), None)
    if kind is QuestionKind.COUNT:
        return (
            kind,
            _counted_in(noun) or next((word for word in words[place + 1 :] if word not in _NO_NOUNS), None),
            None,
        )
    if kind is None and noun in ROLE_WORDS:
        kind = QuestionKind.PERSON
    if kind is QuestionKind.AMOUNT:
        return _money_kind(noun, rest), noun, number
    if kind is None or (many and kind in _NAMED):
        listed = many or re.match(r"^(?:noem|geef|som)\b", before)
        return (QuestionKind.LIST if listed else QuestionKind.NAME), noun, number
    return kind, noun, number


_NAMED = frozenset({QuestionKind.PERSON, QuestionKind.PLACE, QuestionKind.ORGANISATION})


def _money_kind(noun: str, rest: str) -> QuestionKind:
    """Give the kind for a noun of money: "welke prijs won hij" asks a name, "welke kosten worden vergoed" a list."""
    if noun in ("prijs", "bijdrage", "waarde", "steun") and not _MONEY.search(rest):
        return QuestionKind.NAME
    listed = is_plural(noun) and _ELIGIBLE.search(rest)
    return QuestionKind.LIST if listed else QuestionKind.AMOUNT


_COUNTED = re.compile(r"(?P<what>\w{4,})-?aantal(?:len)?")


def _counted_in(noun: str) -> str | None:
    """Give what a noun such as "bezoekersaantal" counts."""
    found = _COUNTED.fullmatch(noun)
    return found["what"] if found and is_plural(found["what"]) else None


def _asked_noun(words: list[str]) -> tuple[str | None, int]:
    """Give the noun that is asked for and its place: the first word that is no adjective or number."""
    for place, word in enumerate(words[:5]):
        bare = word.strip("'\"(),:;")
        if not bare or _is_number(bare):
            continue
        after = words[place + 1].strip("?,.") if place + 1 < len(words) else ""
        if not _is_measured(bare) and _is_measured(after):
            return after, place + 1  # "welk Brussels plein", "welke leidend ambtenaar"
        if "-" in after and _ends_in(after.rpartition("-")[2], MEASURE_HEADS):
            return after, place + 1  # "welke Regio Deal-bijdrage"
        if is_adjective(bare) and after[:1].isalpha() and after not in QUESTION_WORDS:
            continue
        return bare, place
    return (words[0], 0) if words else (None, 0)


def _is_measured(word: str) -> bool:
    """Tell whether a noun asks for a kind by itself; "staat" is mostly a verb."""
    return word != "staat" and any(word in nouns for nouns in _MEASURES.values())


_BARE_ADJECTIVE = re.compile(
    r"(?:[^aeiou]isch|lijk|[^g]aal|eel|ief|[^n]ig|air|baar|ees|aans|nieuw|groot|ander|belangrijk)$"
)


def is_adjective(word: str) -> bool:
    """Tell whether a word looks like an adjective: it is known without its -e, or has an adjective's ending."""
    if any(word in nouns for nouns in _MEASURES.values()) or measured_head(word) is not None:
        return False
    last = word.rsplit("-", 1)[-1]
    if last.endswith(("ie", "tarief")) or (last != word and last == "generaal"):
        return False
    if not last.endswith("e"):
        return bool(_BARE_ADJECTIVE.search(last))
    stem = last[:-1]
    forms = [stem, stem[:-1] if stem[-2:-1] == stem[-1:] else stem]
    if len(stem) > 2 and stem[-2] in "aeou":
        forms.append(stem[:-1] + stem[-2] + stem[-1])
    if stem.endswith(("v", "z")):
        forms.append(stem[:-1] + {"v": "f", "z": "s"}[stem[-1]])
    lexicon = load_lexicon()
    return len(stem) > 2 and any(lexicon.knows(form) or lexicon.knows(form.capitalize()) for form in forms)


def what_kind(plain: str) -> Asked:
    """Give what is asked by "wat is ..." or "wat zijn ..."."""
    body = WHAT_IS.sub("", plain, count=1).strip()
    words = [
        word
        for word in body.split()
        if word not in ("de", "het", "een", "er", "precies", "eigenlijk", "hun", "zijn", "haar")
    ]
    many = bool(re.match(r"^wat (?:zijn|waren)\b", plain))
    link = next((place for place, word in enumerate(words) if word in LINKING), len(words))
    contact = next((word for word in words[: min(3, link)] if word in CONTACT_NOUNS), None)
    if contact is not None:
        return QuestionKind.CONTACT, contact, None
    for place, word in enumerate(words[: min(3, max(1, link))]):
        if word in SIZE_NOUNS:
            return QuestionKind.COUNT, None, None
        kind = _measured_by(word, words[place + 1 : place + 2])
        if kind in _NAMED and many:
            return QuestionKind.LIST, word, None
        defined = body.startswith("een ") and word not in GENERIC_NOUNS  # "wat is een starterslening"
        if not defined and kind not in (None, QuestionKind.PERSON, QuestionKind.ORGANISATION):
            return kind, word, None
    if many and len(words) == 1 and not re.match(r"(?:de|het|hun|zijn|haar)\b", body):
        return QuestionKind.DEFINITION, None, None
    if many and words:
        number = next((NUMBER_WORDS.get(word, _digits(word)) for word in words[:3] if _is_number(word)), None)
        return QuestionKind.LIST, _asked_noun(words)[0], number
    attribute = re.match(r"(?:de|het|hun|haar) (?:\w+e )?(?P<noun>\w+) (?:van|voor|achter|bij) ", body)
    if attribute and attribute.group("noun") not in ABSTRACT_NOUNS:
        return QuestionKind.NAME, attribute.group("noun"), None
    return QuestionKind.DEFINITION, None, None


def _measured_by(word: str, after: list[str]) -> QuestionKind | None:
    """Give the kind that a noun asks for in "wat is het bedrag"; "data" in "het Data Value Center" asks none."""
    if word == "data" and after and after[0] not in LINKING:
        return None
    if _names(word, QuestionKind.MOMENT):
        return QuestionKind.MOMENT
    known = next(
        (kind for kind, nouns in _MEASURES.items() if word in nouns and kind is not QuestionKind.DOCUMENTS),
        None,
    )
    return known or measured_head(word)


_TAIL_KINDS = (
    (re.compile(r"\bin (?:absolute )?aantallen$"), QuestionKind.COUNT),
    (re.compile(r"\bin (?:procenten|procent|percentages)\b"), QuestionKind.SHARE),
    (re.compile(r"\bin (?:euro|euro's)$"), QuestionKind.AMOUNT),
)
_NAME_OF = re.compile(r"^(?:de )?na(?:am|men) van (?:de |het |een )?(?P<rest>.+)")


def _kind_of_noun(word: str) -> QuestionKind | None:
    """Give the kind that a noun asks for by itself; persons, organisations and places in the plural are a list."""
    if word == "staat":
        return None
    kind = next((kind for kind in _MEASURES if _names(word, kind)), None)
    if kind is None and word in ROLE_WORDS:
        kind = QuestionKind.PERSON
    many = kind in (QuestionKind.PERSON, QuestionKind.PLACE, QuestionKind.ORGANISATION) and is_plural(word)
    return QuestionKind.LIST if many else None if kind is QuestionKind.DOCUMENTS else kind


def noun_kind(plain: str) -> Asked:
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
    if len(words) > 1 and is_plural(words[1]) and _read_number(words[0]) > 1:
        return QuestionKind.LIST, words[1], _read_number(words[0])
    return _kind_of_head(words) or (QuestionKind.TOPIC, None, None)


def _kind_of_head(words: list[str]) -> Asked | None:
    """Give what the nouns before the first preposition ask for; None when they ask nothing."""
    link = next((place for place, word in enumerate(words) if word in LINKING), len(words))
    if words[:1] and words[0] in CONTACT_NOUNS:
        return QuestionKind.CONTACT, words[0], None
    for word in words[: min(3, link)]:
        clipped = next((kind for kind, nouns in CLIPPED_NOUNS.items() if _ends_in(word, nouns)), None)
        if clipped is not None:
            return QuestionKind(clipped), None, None
    for place, word in enumerate(words[: min(3, link)]):
        asked = _kind_of_noun(word)
        if word.endswith("leeftijd"):
            return QuestionKind.COUNT, "jaar", None
        if asked is QuestionKind.COUNT:
            return asked, counted_noun("hoeveel", words[place + 1 :]), None
        if asked is not None:
            return asked, word, None
    if len(words) > 1 and is_plural(words[0]) and load_lexicon().knows(words[0]):
        return QuestionKind.LIST, words[0], None
    return None


def _ends_in(word: str, nouns: tuple[str, ...]) -> bool:
    """Tell whether a word is one of the nouns or a compound of one ("eu-hulp", "fietsinvesteringen")."""
    return any(word == noun or (word.endswith(noun) and len(word) > len(noun) + 2) for noun in nouns)


def _read_number(word: str) -> int:
    """Give the number that a word says; 0 for any other word."""
    return NUMBER_WORDS.get(word, _digits(word) or 0)


def _is_number(word: str) -> bool:
    return word in NUMBER_WORDS or word.isdecimal()


def _digits(word: str) -> int | None:
    return int(word) if word.isdecimal() and len(word) < 4 else None
