"""Values that are of different things, although their sentences read alike: no contradiction.

The ceiling of one regulation and that of another, the cost of a part and of the whole, what firms get and what people get,
a price a year and one price. Only what shows it plainly counts: where nothing does, they are taken to be of the same thing.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.answer.conversation_phrases import MONTHS
from assistant.answer.cues import AMOUNT_NOUNS, MARK_NOUNS, META_WORDS, ROLE_WORDS, SHARE_NOUNS, SIZE_NOUNS
from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.predicates import VERB
from assistant.answer.question import Question
from assistant.answer.scope import DOCUMENT_NOUN
from assistant.dutch import STOP_WORDS, fold
from assistant.dutch import stem as stem_word

_MEASURED = frozenset({QuestionKind.AMOUNT, QuestionKind.COUNT, QuestionKind.SHARE})
_NAME = r"[A-ZÀ-Þ][\w’'-]+(?: (?:(?:van|de|den|der|het|aan|op) ){0,2}[A-ZÀ-Þ][\w’'-]+){0,3}"
_PLACED = re.compile(
    r"(?<![\w-])(?:[Ii]n|te|[Vv]an|[Vv]oor|[Bb]ij|uit|aan|naar) (?:(?:de|het) )?(?:(?:gemeente|stad|provincie|regio|wijk|dorp) )?"
    rf"(?P<said>{_NAME})"
)
"""Names that tell where or of whom a value is; one behind "volgens" tells only who says so."""
_SAYS = re.compile(r"\b[Vv]olgens (?:[a-zà-ÿ-]+ ){1,4}$")
_MOST_BEFORE = 60
"""Characters before a name in which it may stand who says so: "volgens het plan van Jansen"."""
_TITLED = re.compile(rf"(?<=[^\s] )(?P<said>{_NAME})")
_FOR = re.compile(
    r"(?<![\w-])voor (?:(?:de|het|een|elke|iedere|alle|onze) )?(?:(?![a-zà-ÿ-]*ie |gemeente )[a-zà-ÿ-]+e )?(?P<said>[a-zà-ÿ-]{4,})"
)
_PER = re.compile(
    r"(?<![\w-])(?:per (?!(?:direct|saldo|slot|definitie|abuis|ongeluk|omgaande|ommegaande|post|mail|brief)\b)"
    r"(?P<said>[a-zà-ÿ]{3,})|(?P<often>jaarlijks|maandelijks|wekelijks|dagelijks)(?![\w-]))"
)
_PART = re.compile(r"(?<![\w-])(?P<said>[a-zà-ÿ-]{3,}) van (?:de |het |een )?(?P<whole>[\w-]{3,})")
_OFTEN = {"jaarlijks": "jaar", "maandelijks": "maand", "wekelijks": "week", "dagelijks": "dag"}
_WORD = re.compile(r"[^\W\d_][\w’'-]{2,}")
_BODIES = frozenset(
    "provincie gemeente stad rijk staat overheid rijksoverheid waterschap ministerie gewest".split()
)
"""Of whom each pays a part: "de kosten voor de provincie"."""
_WHOLE = (
    AMOUNT_NOUNS
    | SHARE_NOUNS
    | SIZE_NOUNS
    | MARK_NOUNS
    | META_WORDS
    | frozenset(
        "bouw aanleg realisatie aankoop verbouwing renovatie raming uitvoering lengte breedte hoogte oppervlakte omvang inhoud".split()
    )
)
"""What is told of the whole: "de aanleg van de brug" costs what the bridge does."""
_OF_RULES = re.compile(
    r"\w*(?:subsidie|plafond|aanvraag|aanvrager|aanvragers|vergunning|leges|boete|dwangsom|tarief|termijn|bijdrage|bedrag|duur|"
    r"looptijd|kosten|budget|vergoeding|regeling|besluit|project|projecten|percentage|bezwaar|beroep|periode|weken|maanden|maximum|"
    r"minimum|maximale|minimale|plan|begroting|contract|vergoedingen|uitkering|toelage|voorschot|geldigheid|kaartje|abonnement|lidmaatschap|toegang|entree|inschrijving|deelname)"
)
"""What every regulation or decision has one of: such a noun does not tell which of them is meant."""
_NO_SUBJECT = META_WORDS | frozenset(
    "voortgang raadsbrief raadsvoorstel kamerbrief collegebesluit bijlage concept ontwerp definitief definitieve versie samenvatting "
    "toelichting cijfers feiten stand zaken update actualisatie herziening wijziging wijzigingen nieuw nieuwe kwartaal jaar".split()
)
"""Words of a title that tell what sort of document it is, and nothing of its subject."""
_SORT = re.compile(rf"(?P<subject>\w*?)s?(?:{DOCUMENT_NOUN}|plan)(?:en|s|e)?")
_LEAST = 4
"""Letters of the subject in a compound of a title: "parkeerverordening"."""
_FAR = 200_000
"""Characters of a document in which a word of another title is looked for."""


def is_of_other_thing(question: Question, one: Unit, other: Unit, matcher: Matcher) -> bool:
    """Tell whether two sentences with a value for a question plainly tell it of different things."""
    asked = {stem_word(fold(word)) for word in _WORD.findall(question.text)}

    def read(pattern: re.Pattern[str], unit: Unit) -> set[str]:
        return _read_words(pattern, unit.text) - asked

    names = [read(_PLACED, unit) for unit in (one, other)]
    if all(names) and not names[0] & names[1]:
        return True
    if question.kind in _MEASURED and (_is_scaled_otherwise(read, one, other) or _is_part(asked, one, other)):
        return True
    named = any(term.kind == "name" for term in matcher.terms)
    if named or names[0] & names[1]:
        return False
    titled = [
        found or _read_words(_TITLED, unit.reading.document.title) - asked
        for found, unit in zip(names, (one, other), strict=True)
    ]
    if all(titled) and _tell_none(titled, one, other):
        return True
    general = all(term.part == VERB or _OF_RULES.fullmatch(fold(term.text)) for term in matcher.terms)
    return general and _tell_none([_read_subject(unit) - asked for unit in (one, other)], one, other)


def _read_words(pattern: re.Pattern[str], text: str) -> set[str]:
    """Give the stems of the words that a pattern finds, without months and posts."""
    found = set()
    for match in pattern.finditer(text):
        if _SAYS.search(text, max(0, match.start() - _MOST_BEFORE), match.start()):
            continue
        said = match["said"] or _OFTEN[match["often"]]
        found |= {stem_word(fold(word)) for word in said.split() if fold(word) not in ROLE_WORDS | MONTHS}
    return found


def _is_scaled_otherwise(read: Callable[[re.Pattern[str], Unit], set[str]], one: Unit, other: Unit) -> bool:
    """Tell whether values are each per another thing, or for others: "voor particulieren", "per jaar"."""
    each = [read(_PER, unit) for unit in (one, other)]
    for_whom = [read(_FOR, unit) for unit in (one, other)]
    body = {stem_word(body) for body in _BODIES}
    return (
        each[0] != each[1]
        or (all(for_whom) and not for_whom[0] & for_whom[1])
        or (for_whom[0] & body) != (for_whom[1] & body)
    )


def _is_part(asked: set[str], one: Unit, other: Unit) -> bool:
    """Tell whether one value is of a part of what is asked about ("het dek van de brug") and the other of another, or of all."""
    parts = [
        {
            stem_word(fold(found["said"]))
            for found in _PART.finditer(unit.text)
            if stem_word(fold(found["whole"])) in asked and fold(found["said"]) not in _WHOLE | STOP_WORDS
        }
        - asked
        for unit in (one, other)
    ]
    return parts[0] != parts[1]


def _read_subject(unit: Unit) -> set[str]:
    """Give the stems of what the title of a document says it is about."""
    found = set()
    for word in _WORD.findall(unit.reading.document.title):
        plain = fold(word)
        sort = _SORT.fullmatch(plain)
        subject = sort["subject"] if sort else plain
        if len(subject) >= _LEAST and subject not in _NO_SUBJECT | STOP_WORDS | MONTHS:
            found.add(stem_word(subject))
    return found


def _tell_none(subjects: list[set[str]], one: Unit, other: Unit) -> bool:
    """Tell whether of each of two sets of words one stands nowhere in the document of the other."""
    texts = [f"{unit.reading.document.title} {unit.reading.document.text[:_FAR]}" for unit in (other, one)]
    return all(
        any(subject not in text for subject in words)
        for words, text in zip(subjects, map(fold, texts), strict=True)
    )
