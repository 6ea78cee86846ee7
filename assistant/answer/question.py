"""What a question asks for: its kind, its focus words, and what must be present in an answer.

The kind follows from the interrogative and the noun after it ("welke gemeente" asks a place,
"welk bedrag" money), the focus words are the content words that the kind has not used up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from assistant.answer.countednouns import counted_noun
from assistant.answer.cues import LINKING_WORDS, QUESTION_WORDS, is_plural
from assistant.answer.heads import WHAT_IS, Asked, keyword_kind, what_kind, which_kind
from assistant.answer.kinds import KIND_PATTERNS, QuestionKind
from assistant.answer.numerals import first_number
from assistant.answer.stranded import join_stranded
from assistant.answer.verbs import find_verb_root
from assistant.dutch import STOP_WORDS, Token, fold, tokenize
from assistant.dutch.verbs import find_infinitive, is_infinitive


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

    def __hash__(self) -> int:
        """Give the hash of the text, which is remembered with it: what was found of a question is asked for often."""
        return hash(self.text)


_KEPT = 100
"""Questions that are kept as they were read: those that are being answered, with their parts and suggestions."""
_LEAD = re.compile(
    r"^(?:en|maar|dus|oké|hallo|goedemorgen|beste|graag|weet u|weet je|"
    r"(?:kunt u|kan je|kun je|kunnen jullie)"
    r"(?=.* (?:w(?:ie|at|anneer|aar\w*|elke?)|hoe\w*|of|zeggen|vertellen|aangeven|noemen|(?:mij|me|ons) .*geven)\b)|"
    r"ik wil (?:graag )?weten|ik vraag me af|zeg eens|vertel(?: me)?|(?:mij |me |ons )?(?:zeggen|vertellen|aangeven|uitleggen))[\s,]+",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    r"(?<=\w) volgens (?!(?:(?:de|het|een) )?[a-zà-ÿ-]+[ ?!.]*$)(?:(?:de|het|een) (?:[a-zà-ÿ-]+ )?|[a-z]+ (?=[A-ZÀ-Þ]))?"
    r"(?:(?:(?:van|de|den|der|het) )*[A-ZÀ-Þ][\w.’'-]* )*(?=\w)"
)
"""Who says it, in the middle of a question: no part of what tells its kind."""
_FRAME = re.compile(
    r"\b(?:op het (?:gebied|vlak|terrein) van|binnen het (?:thema|domein)|in het kader van|met betrekking tot|"
    r"ten aanzien van|als het (?:gaat|aankomt) (?:om|op)|wat betreft|in verband met)\b",
    re.IGNORECASE,
)
"""Words that only say that what follows is the subject."""
_EXPANSION = re.compile(
    r"\b(?:afkorting|letterwoord|voluit|waarvoor staat?n?|staat .*voor|staan .*voor|betekent)\b"
)
_WHICH = re.compile(
    r"\b(?:welke?|wat voor(?: een| soort)?|noem|geef|som)\b"
    r"(?: mij| me| eens| alle| de| het| een| zijn| is| op|(?: overzicht| lijst| opsomming)(?: van| met))*\s+(?P<rest>.+)"
)
_YES_NO = re.compile(
    r"^(?:is|zijn|was|waren|heeft|hebben|had|hadden|wordt|worden|werd|werden|kan|kun|kunnen|kon|konden|mag|mogen|moet|"
    r"moeten|zal|zullen|zou|zouden|doet|doen|deed|gaat|gaan|ging|komt|komen|kwam|krijgt|krijgen|kreeg|behoort|"
    r"behoren|bestaat|bestaan|geldt|gelden|gold|golden|lag|lagen|zat|zaten|bleek|bleken|sprak|spraken|begon|begonnen|verscheen|verdween|"
    r"kwamen|gingen|bleven|kregen|namen|stonden|deden|vonden|liepen|gaven|hielp|hielpen|droeg|droegen|lukte|leidde|ligt|liggen|staat|staan|werkt|werken|wil|willen|neemt|nemen|nam|maakt|"
    r"maken|biedt|bieden|bevat|valt|vallen|hoort|horen|blijft|blijven|klopt|stijgt|daalt|steeg|daalde|betreft|"
    r"draagt|dragen|richt|richten|zet|zetten|loopt|lopen|liep|vindt|vinden|vond|[a-z]{3,}t (?:de|het|een|er|men)|"
    r"[a-z]{3,}en (?:er|alle|deze|de|het|we|ze)|[a-z]{3,}(?:de|te) (?:de|het|een|er|men|hij|zij|ze)|"
    r"(?:besloot|gaf|won|trok|hield|liet|koos|bleef|bleek|stond|sloot|schreef) (?:de|het|een|er|men|hij|zij|ze))\b"
)


@lru_cache(maxsize=_KEPT)
def parse_question(text: str) -> Question:
    """Give the kind, the asked noun and the meaningful words of a question; those asked last are kept.

    To find passages, to see what documents it names and to weigh sentences it is read each time.
    """
    shown = " ".join(text.split())
    plain = join_stranded(fold(_SPEAKER.sub(" ", _LEAD.sub("", shown))).rstrip(" ?!."))
    kind, asked, number = _find_kind(plain, asked=shown.endswith("?"))
    frames = [found.span() for found in _FRAME.finditer(shown)]
    words = tuple(
        token
        for token in tokenize(shown)
        if not _is_empty(token.text) and not any(start <= token.span.start < end for start, end in frames)
    )
    if (
        kind is QuestionKind.NAME
        and asked
        and re.search(rf"^Wat (?:is|was) (?:de|het) {re.escape(asked.capitalize())} ", shown)
    ):
        kind, asked = QuestionKind.DEFINITION, None
    if kind is QuestionKind.SHARE and asked == "deel" and _PART_OF_PLACE.match(shown):
        kind, asked = QuestionKind.PLACE, None
    expansion = (
        kind is QuestionKind.DEFINITION
        and bool(_EXPANSION.search(plain))
        and any(sum(sign.isupper() for sign in token.text) > 1 for token in words)
    )
    return Question(shown, kind, asked, number, words, expansion)


_PART_OF_PLACE = re.compile(
    r"Welk (?:deel|gedeelte) van (?:de Verenigde Staten|het Verenigd Koninkrijk|[A-ZÀ-Þ][\w-]+(?<!se|en|rs)) [a-z]+ (?!bestaat|bedraagt)"
)
"""A question for a part of a country or town, not a share: "welk deel van Lier mag ..."."""


def _is_empty(word: str) -> bool:
    """Tell whether a word carries no focus; a word in capitals ("OF", "IT") is a name."""
    plain = fold(word)
    return plain in QUESTION_WORDS or (plain in STOP_WORDS and not (word.isupper() and len(word) > 1))


_OVERVIEW = re.compile(r"\b(?:overzicht|beeld|samenvatting) (?:van|over) (?:de |het )?(?P<first>\S+)")


_PART_OF_LAND = re.compile(r"\b(?:in|naar|uit)(?: welke?)? (?:deel|stuk|hoek|gedeelte) van \w")
"""Words that ask for a part of a country or town: "in welk deel van Duitsland"."""


def _find_kind(plain: str, *, asked: bool = False) -> Asked:
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
        single = which.group().startswith("welk ")
        return which_kind(which.group("rest"), plain[: which.start()], single=single)
    if WHAT_IS.search(plain) or re.match(r"^(?:definitie|betekenis|omschrijving)\b", plain):
        return what_kind(plain)
    if _YES_NO.search(plain) or plain.startswith("of "):
        return QuestionKind.YESNO, None, None
    return _without_interrogative(plain, asked=asked)


def _without_interrogative(plain: str, *, asked: bool) -> Asked:
    """Give the kind of keywords; a full sentence with a question mark asks whether it is so, a bare word what it is."""
    if states_of_all(plain) or (asked and _opens_with_plural(plain)):
        return QuestionKind.YESNO, None, None
    by_noun = keyword_kind(plain)
    if by_noun[0] is QuestionKind.TOPIC and asked:
        if len(plain.split()) == 1:
            return QuestionKind.DEFINITION, None, None
        if _opens_with_verb(plain) or _states(plain):
            return QuestionKind.YESNO, None, None
    return by_noun


def _opens_with_plural(plain: str) -> bool:
    """Tell whether a verb in the plural stands first with its plural subject behind it: "tellen reisuren mee"."""
    words = plain.split()
    verb = len(words) >= _LEAST_STATED and words[0].endswith("en") and words[1] not in LINKING_WORDS
    return verb and bool(find_verb_root(words[0])) and any(map(is_plural, words[1:3]))


def states_of_all(text: str) -> bool:
    """Tell whether words say something of all things of a kind ("alle gemeenten betalen mee"), rather than name them."""
    words = fold(text).rstrip(" ?!.").split()
    if words[:1] != ["alle"] or len(words) <= _LEAST_STATED:
        return False
    # Up to two adjectives may stand before the noun; the verb is right behind it.
    return any(
        is_plural(noun) and (verb in _PLURAL_AUXILIARIES or is_infinitive(verb))
        for noun, verb in pairwise(words[1:5])
        if verb not in LINKING_WORDS
    )


_PLURAL_AUXILIARIES = frozenset(
    "zijn waren hebben hadden worden werden kunnen konden mogen moeten moesten zullen".split()
)


def _opens_with_verb(plain: str) -> bool:
    """Tell whether a verb stands first with its subject behind it: "behouden kleinere besturen ..."."""
    words = plain.split()
    if len(words) < _LEAST_STATED or words[1] in LINKING_WORDS or not words[0].endswith(("t", "en", "de")):
        return False
    return find_infinitive(words[0]) is not None or bool(find_verb_root(words[0]))


def _states(plain: str) -> bool:
    """Tell whether there is a verb of its own in a sentence, not just in a clause of relation.

    The noun phrase of a keyword question has none.
    """
    found = _MAIN_CLAUSE.match(plain)
    if found is None or len(plain.split()) <= _LEAST_STATED:
        return False
    return any(
        word in _AUXILIARIES or (word.endswith(("t", "de", "te")) and find_infinitive(word) is not None)
        for word in found["main"].split()[1:]
    )


_LEAST_STATED = 3
_MAIN_CLAUSE = re.compile(
    r"(?!(?:wat|wie|hoe\w*|welke?|wanneer|waar\w*)\b)(?P<main>.+?)(?= (?:die|dat|waar\w*|met|op|voor|van|bij) |$)"
)
_AUXILIARIES = frozenset(
    "is zijn was waren heeft hebben had wordt worden kan kunnen kun gold mag moet moeten zal gaan kreeg".split()
)


def _is_subordinate(plain: str, start: int, kind: QuestionKind) -> bool:
    """Tell whether "waar" or "wie" is a relative pronoun after another interrogative ("welke regio waar")."""
    if kind not in _RELATIVE or start == 0:
        return False
    before = plain[:start]
    if kind in (QuestionKind.REASON, QuestionKind.PURPOSE):
        return bool(_ASKS_FIRST.match(before)) and not before.rstrip(" ,").endswith(" en")
    return bool(re.search(r"\b(?:welke?|wat|wie|hoe|hoeveel|wanneer|noem|geef|som)\b", before)) or bool(
        _YES_NO.search(before)
    )


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


def _refine(kind: QuestionKind, plain: str, found: re.Match[str]) -> Asked:
    rest = plain[found.end() :].split()
    if kind is QuestionKind.COUNT and found.group().startswith("op welke"):
        return kind, None, None
    if kind is QuestionKind.COUNT and found.group() in ("hoe oud", "hoe jong", "welke leeftijd"):
        return kind, "jaar", None
    if kind is QuestionKind.COUNT:
        return kind, counted_noun(found.group(), rest), None
    if kind is QuestionKind.LIST:
        words = found.group().split()
        return kind, words[-1], first_number(words)
    if kind is QuestionKind.DOCUMENTS and _TO_HAND_IN.search(plain):
        return QuestionKind.LIST, "documenten", None
    if kind is QuestionKind.PERIOD and "hoeveel" in found.group():
        return kind, found.group().split()[-1], None
    if kind is QuestionKind.NAME and found.groupdict().get("rest"):
        other, noun, number = which_kind(found.group("rest"), "")
        return (other if other in _NAMED_KINDS else kind), noun, number
    if kind is QuestionKind.PERSON and re.search(
        r"(?<!\bvan )\bwie (?:zijn|[a-z]{2,}(?:den|ten|en))\b(?! (?:is|was|heeft|wordt)\b)", plain
    ):
        return QuestionKind.LIST, "wie", None
    if kind is QuestionKind.PERSON and found.group().startswith("welke"):
        return kind, "functie", None
    return kind, None, None


_NAMED_KINDS = frozenset(
    {QuestionKind.PERSON, QuestionKind.ORGANISATION, QuestionKind.PLACE, QuestionKind.LIST}
)
"""What has a name that can be asked for with "hoe heet"; a list has several."""


_TO_HAND_IN = re.compile(
    r"\b(?:moet|moeten|nodig|indienen|bijvoegen|meesturen|aanleveren|voorleggen|opvragen|vraagt .+ op|vragen .+ op)\b"
)
