"""What a question asks for: its kind, its focus words, and what must be present in an answer.

The kind follows from the interrogative and the noun after it ("welke gemeente" asks a place,
"welk bedrag" money), the focus words are the content words that the kind has not used up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answer.cues import (
    ABSTRACT_NOUNS,
    AMOUNT_NOUNS,
    CONTACT_NOUNS,
    COUNT_NOUNS,
    DOCUMENT_NOUNS,
    NUMBER_WORDS,
    ORGANISATION_NOUNS,
    PERIOD_NOUNS,
    PERSON_NOUNS,
    PLACE_NOUNS,
    QUESTION_WORDS,
    ROLE_WORDS,
    SHARE_NOUNS,
    TIME_NOUNS,
    is_plural,
)
from assistant.answer.kinds import KIND_PATTERNS, QuestionKind
from assistant.dutch import STOP_WORDS, Token, fold, load_lexicon, tokenize


@dataclass(frozen=True, slots=True)
class Question:
    """A parsed question. `asked` is the noun asked for ("participanten" in "hoeveel participanten"),

    `number` the stated length of a list ("welke vier"), `words` the tokens that carry meaning.
    """

    text: str
    kind: QuestionKind
    asked: str | None
    number: int | None
    words: tuple[Token, ...]
    expansion: bool = False
    """Whether the full name of an abbreviation is asked for."""


_LEAD = re.compile(
    r"^(?:en|maar|dus|oké|hallo|goedemorgen|beste|graag|kunt u|kan je|kun je|kunnen jullie|weet u|weet je|"
    r"ik wil (?:graag )?weten|ik vraag me af|zeg eens|vertel(?: me)?|(?:mij |me |ons )?(?:zeggen|vertellen|aangeven|uitleggen))[\s,]+",
    re.IGNORECASE,
)
_EXPANSION = re.compile(r"\b(?:afkorting|letterwoord|voluit|staat .*voor|staan .*voor|betekent)\b")
_WHICH = re.compile(
    r"\b(?:welke?|wat voor(?: een| soort)?|noem|geef|som)\b"
    r"(?: mij| me| eens| alle| de| het| een| zijn| is| op|(?: overzicht| lijst| opsomming)(?: van| met))*\s+(?P<rest>.+)"
)
_WHAT_IS = re.compile(r"^wat (?:is|zijn|was|waren|betekent|betekenen|verstaat|houdt|houden|wordt|worden)\b")
_YES_NO = re.compile(
    r"^(?:is|zijn|was|waren|heeft|hebben|had|hadden|wordt|worden|werd|werden|kan|kunnen|kon|konden|mag|mogen|moet|"
    r"moeten|zal|zullen|zou|zouden|doet|doen|deed|gaat|gaan|ging|komt|komen|kwam|krijgt|krijgen|kreeg|behoort|"
    r"behoren|bestaat|bestaan|geldt|gelden|ligt|liggen|staat|staan|werkt|werken|wil|willen|neemt|nemen|nam|maakt|"
    r"maken|biedt|bieden|bevat|valt|vallen|hoort|horen|blijft|blijven|klopt|stijgt|daalt|steeg|daalde|betreft|"
    r"draagt|dragen|richt|richten|zet|zetten|loopt|lopen|liep|vindt|vinden|vond|[a-z]{3,}t (?:de|het|een|er|men)|"
    r"[a-z]{3,}en (?:er|alle|deze|de|het|we|ze)|[a-z]{3,}(?:de|te) (?:de|het|een|er|men|hij|zij|ze)|"
    r"(?:besloot|gaf|won|trok|hield|liet|koos|bleef|bleek|stond|sloot|schreef) (?:de|het|een|er|men|hij|zij|ze))\b"
)
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


def parse_question(text: str) -> Question:
    """Give the kind, the asked noun and the meaningful words of a question."""
    shown = " ".join(text.split())
    plain = fold(_LEAD.sub("", shown)).rstrip(" ?!.")
    kind, asked, number = _find_kind(plain, asked=shown.endswith("?"))
    words = tuple(token for token in tokenize(shown) if not _is_empty(token.text))
    if (
        kind is QuestionKind.NAME
        and asked
        and re.search(rf"^Wat (?:is|was) (?:de|het) {asked.capitalize()} ", shown)
    ):
        kind, asked = QuestionKind.DEFINITION, None
    expansion = (
        kind is QuestionKind.DEFINITION
        and bool(_EXPANSION.search(plain))
        and any(sum(sign.isupper() for sign in token.text) > 1 for token in words)
    )
    return Question(shown, kind, asked, number, words, expansion)


def _is_empty(word: str) -> bool:
    """Tell whether a word carries no focus; a word in capitals ("OF", "IT") is a name."""
    plain = fold(word)
    return plain in QUESTION_WORDS or (plain in STOP_WORDS and not (word.isupper() and len(word) > 1))


_OVERVIEW = re.compile(r"\b(?:overzicht|beeld|samenvatting) (?:van|over) (?:de |het )?(?P<first>\S+)")


def _find_kind(plain: str, *, asked: bool = False) -> tuple[QuestionKind, str | None, int | None]:
    overview = _OVERVIEW.search(plain)
    if overview and not is_plural(overview["first"]):
        return QuestionKind.TOPIC, None, None
    for pattern, kind in KIND_PATTERNS:
        found = pattern.search(plain)
        if found and not _is_subordinate(plain, found.start(), kind):
            return _refine(kind, plain, found)
    which = _WHICH.search(plain)
    if which and _PART_OF_LAND.search(plain):
        return QuestionKind.PLACE, None, None
    if which:
        return _which_kind(which.group("rest"), plain[: which.start()])
    if _WHAT_IS.search(plain) or re.match(r"^(?:definitie|betekenis|omschrijving)\b", plain):
        return _what_kind(plain)
    if _YES_NO.search(plain):
        return QuestionKind.YESNO, None, None
    by_noun = _noun_kind(plain)
    # Without an interrogative a full sentence with a question mark asks whether it is so.
    stated = by_noun[0] is QuestionKind.TOPIC and asked and len(plain.split()) > 3 and _STATES.match(plain)
    return (QuestionKind.YESNO, None, None) if stated else by_noun


_STATES = re.compile(
    r"(?!(?:wat|wie|hoe\w*|welke?|wanneer|waar\w*)\b)"
    r"(?:(?:onder|\w+t)\b|(?:(?!(?:die|dat|waar\w*|met|op|voor|van|bij) ).)*\b"
    r"(?:is|zijn|was|waren|heeft|hebben|had|wordt|worden|werd|"
    r"kan|kunnen|kun|gold|mag|moet|moeten|zal|gaan|kreeg|\w{2,}[^s]t|\w{4,}d[et])\b)"
)
"""A sentence with a verb of its own, not just in a clause of relation: the noun phrase of a keyword question has none."""


def _is_subordinate(plain: str, start: int, kind: QuestionKind) -> bool:
    """Tell whether "waar" or "wie" is a relative pronoun after another interrogative ("welke regio waar")."""
    if kind not in _RELATIVE or start == 0:
        return False
    before = plain[:start]
    if kind in (QuestionKind.REASON, QuestionKind.PURPOSE):
        return bool(_ASKS_FIRST.match(before)) and not before.rstrip(" ,").endswith(" en")
    return bool(re.search(r"\b(?:welke?|wat|wie|hoeveel|wanneer)\b", before)) or bool(_YES_NO.search(before))


_RELATIVE = frozenset(
    {
        QuestionKind.PLACE,
        QuestionKind.PERSON,
        QuestionKind.MANNER,
        QuestionKind.REASON,
        QuestionKind.PURPOSE,
    }
)
_ASKS_FIRST = re.compile(
    r"(?:(?:van|in|op|uit|bij|met|aan|naar|door|tot|sinds|vanaf) )?(?:welke?|wie|hoeveel|wanneer) "
)


def _refine(
    kind: QuestionKind, plain: str, found: re.Match[str]
) -> tuple[QuestionKind, str | None, int | None]:
    rest = plain[found.end() :].split()
    if kind is QuestionKind.COUNT and found.group().startswith("op welke"):
        return kind, None, None
    if kind is QuestionKind.COUNT:
        return kind, _counted_noun(found.group(), rest), None
    if kind is QuestionKind.DOCUMENTS and _TO_HAND_IN.search(plain):
        return QuestionKind.LIST, "documenten", None
    if kind is QuestionKind.PERIOD and "hoeveel" in found.group():
        return kind, found.group().split()[-1], None
    if kind is QuestionKind.NAME and "noun" in found.groupdict() and found.group("noun"):
        noun = found.group("noun")
        for other in (QuestionKind.PERSON, QuestionKind.ORGANISATION, QuestionKind.PLACE):
            if _names(noun, other):
                return other, noun, None
        return kind, noun, None
    if kind is QuestionKind.PERSON and re.search(
        r"\bwie (?:zijn|[a-z]{2,}(?:den|ten|en))\b(?! (?:is|was|heeft|wordt)\b)", plain
    ):
        return QuestionKind.LIST, "wie", None
    if kind is QuestionKind.PERSON and found.group().startswith("welke"):
        return kind, "functie", None
    return kind, None, None


def _counted_noun(asked: str, rest: list[str]) -> str | None:
    """Give what is counted; a length or height counts nothing."""
    if "aantal" in rest[:3]:
        rest = rest[rest.index("aantal") + 1 :]
    elif asked.startswith("hoe ") and "vaak" not in asked:
        return None
    if rest[:1] == ["keer"]:
        return "keer"
    if _VERB_BEFORE.match(" ".join(rest[:2])) or rest[:2] == ["extra", "per"]:
        return None
    noun = next((word for word in rest[:4] if word not in _NO_NOUNS and not _is_adjective(word)), None)
    if noun and noun == rest[0] and len(rest) > 1 and not is_plural(noun) and noun.endswith("e"):
        return rest[1] if is_plural(rest[1]) else noun
    return noun


_TO_HAND_IN = re.compile(r"\b(?:moet|moeten|nodig|indienen|bijvoegen|meesturen|aanleveren|voorleggen)\b")
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
_LINKING = frozenset("van voor over in bij op met aan uit door tot tussen".split())


def _names(noun: str, kind: QuestionKind) -> bool:
    """Tell whether a noun (or the last part of a compound) asks for this kind."""
    nouns = _MEASURES[kind]
    if kind is QuestionKind.MOMENT and len(noun) > 6 and noun.endswith(("jaar", "datum")):
        return True
    return noun in nouns or any(
        noun.endswith(part) for part in nouns if len(part) > 5 and kind is not QuestionKind.DOCUMENTS
    )


_PART_OF_LAND = re.compile(r"\b(?:in|naar|uit)(?: welke?)? (?:deel|stuk|hoek|gedeelte) van \w")
"""Words that ask for a part of a country or town: "in welk deel van Duitsland"."""


def _which_kind(rest: str, before: str) -> tuple[QuestionKind, str | None, int | None]:
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
    for kind in _MEASURES:
        if _names(noun, kind):
            if (
                kind is QuestionKind.AMOUNT
                and noun in ("prijs", "bijdrage", "waarde", "steun")
                and not _MONEY.search(rest)
            ):
                return QuestionKind.NAME, noun, number
            if kind is QuestionKind.AMOUNT and is_plural(noun) and _ELIGIBLE.search(rest):
                return QuestionKind.LIST, noun, number
            if kind is QuestionKind.COUNT:
                return kind, next((word for word in words[place + 1 :] if word not in _NO_NOUNS), None), None
            if many and kind in (QuestionKind.PERSON, QuestionKind.PLACE, QuestionKind.ORGANISATION):
                return QuestionKind.LIST, noun, number
            return kind, noun, number
    if many or re.match(r"^(?:noem|geef|som)\b", before):
        return QuestionKind.LIST, noun, number
    return QuestionKind.NAME, noun, number


def _asked_noun(words: list[str]) -> tuple[str | None, int]:
    """Give the noun that is asked for and its place: the first word that is no adjective or number."""
    for place, word in enumerate(words[:5]):
        bare = word.strip("'\"(),:;")
        if not bare or _is_number(bare):
            continue
        after = words[place + 1].strip("?,.") if place + 1 < len(words) else ""
        if not _is_measured(bare) and _is_measured(after):
            return after, place + 1  # "welk Brussels plein", "welke leidend ambtenaar"
        if _is_adjective(bare) and after[:1].isalpha() and after not in QUESTION_WORDS:
            continue
        return bare, place
    return (words[0], 0) if words else (None, 0)


def _is_measured(word: str) -> bool:
    """Tell whether a noun asks for a kind by itself; "staat" is mostly a verb."""
    return word != "staat" and any(word in nouns for nouns in _MEASURES.values())


_BARE_ADJECTIVE = re.compile(
    r"(?:[^aeiou]isch|lijk|[^g]aal|eel|ief|[^n]ig|air|baar|ees|aans|nieuw|groot|ander|belangrijk)$"
)


def _is_adjective(word: str) -> bool:
    """Tell whether a word looks like an adjective: it is known without its -e, or has an adjective's ending."""
    if any(word in nouns for nouns in _MEASURES.values()):
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


def _what_kind(plain: str) -> tuple[QuestionKind, str | None, int | None]:
    body = _WHAT_IS.sub("", plain, count=1).strip()
    words = [
        word
        for word in body.split()
        if word not in ("de", "het", "een", "er", "precies", "eigenlijk", "hun", "zijn", "haar")
    ]
    many = bool(re.match(r"^wat (?:zijn|waren)\b", plain))
    link = next((place for place, word in enumerate(words) if word in _LINKING), len(words))
    contact = next((word for word in words[: min(3, link)] if word in CONTACT_NOUNS), None)
    if contact is not None:
        return QuestionKind.CONTACT, contact, None
    for word in words[: min(3, max(1, link))]:
        for kind, nouns in _MEASURES.items():
            if word in nouns and kind is not QuestionKind.DOCUMENTS:
                if many and kind in (QuestionKind.PERSON, QuestionKind.PLACE, QuestionKind.ORGANISATION):
                    return QuestionKind.LIST, word, None
                if kind in (QuestionKind.PERSON, QuestionKind.ORGANISATION):
                    break
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


def _noun_kind(plain: str) -> tuple[QuestionKind, str | None, int | None]:
    """Give the kind of a question without an interrogative: keywords ("budget vierde ronde")."""
    for pattern, kind in _TAIL_KINDS:
        if pattern.search(plain):
            return kind, None, None
    named = _NAME_OF.match(plain)
    if named:
        return _which_kind(named.group("rest"), "")
    words = plain.split()
    link = next((place for place, word in enumerate(words) if word in _LINKING), len(words))
    for place, word in enumerate(words[: min(3, link)]):
        asked = _kind_of_noun(word)
        if word.endswith("leeftijd"):
            return QuestionKind.COUNT, "jaar", None
        if asked is QuestionKind.COUNT:
            return asked, _counted_noun("hoeveel", words[place + 1 :]), None
        if asked is not None:
            return asked, word, None
    if len(words) > 1 and is_plural(words[0]) and load_lexicon().knows(words[0]):
        return QuestionKind.LIST, words[0], None
    return QuestionKind.TOPIC, None, None


def _is_number(word: str) -> bool:
    return word in NUMBER_WORDS or word.isdecimal()


def _digits(word: str) -> int | None:
    return int(word) if word.isdecimal() and len(word) < 4 else None
