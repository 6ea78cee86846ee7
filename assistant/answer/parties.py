"""Which part somebody plays in what a question asks: who gets something, where it is handed in, who ordered it.

"De minister kan aan een vereniging subsidie verstrekken" tells who may get it: the association, and never the minister.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.answer.cues import is_plural
from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate, is_persons, words_of
from assistant.answer.kinds import QuestionKind
from assistant.answer.names import find_names, is_thing
from assistant.answer.nounphrases import Phrase, find_phrase_before, is_body, read_phrase
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.dutch.verbs import is_infinitive
from assistant.types import ExtractKind, Span

_MONEY = (
    r"(?<![\w-])[\w-]{0,40}(?:subsidies?|uitkering(?:en)?|tegemoetkoming(?:en)?|vergoeding(?:en)?|vouchers?|premies?|toelagen?|bijdragen?|"
    r"beurs|beurzen|leningen?|krediet|steun|toeslag(?:en)?|verklaring|geld)"
)
_SUM = r"(?:€ ?\d[\d.,]*(?: (?:miljoen|miljard|duizend|mln\b))?|\d[\d.,]* ?(?:(?:miljoen|miljard|duizend|mln\.?) )?euro\b)"
_GIVE = r"(?:verstrek(?:t|ken)|verle(?:ent|end|nen)|toegekend|toekennen|uitgekeerd|uitkeren|toegewezen)"
_HAND_IN = (
    r"(?:ingediend|indienen|indient|dient|dienen|gemeld|melden|meldt|meld|aangevraagd|aanvragen|aanvraagt|aangemeld|aanmelden|"
    r"gestuurd|stuurt|sturen|opgestuurd|verzonden|gericht|richten|ingeleverd|inleveren|opgeven|opgegeven|gedaan)"
)
_ASIDE = 0.5
"""What is left of a name that plays no part which is told, where one part is asked for."""
_TOLD, _NAMED_THING, _THING = 1.0, 0.6, 0.45
"""How well one who plays the asked part answers, a thing with a name, and a noun that is of no person or body."""
_POINTING = re.compile(
    r"(?:(?:de|een|die|deze|dezelfde|haar|zijn|hun) )?(?:subsidie)?(?:ontvangers?|aanvragers?|begunstigden?|verkrijgers?|partij(?:en)?|"
    r"rechthebbenden?|derden?|anderen|hen|hem|haar|deze)$",
    re.IGNORECASE,
)
"""What only says again that somebody gets or asks it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part in a deed: what asks for it, what stands before the one who plays it and what behind him."""

    asked: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str] | None = None
    other: re.Pattern[str] | None = None
    """What stands behind one who plays the other part, and is never the answer."""
    other_behind: re.Pattern[str] | None = None
    """What stands before one who plays the other part."""


_RECEIVER = Part(
    re.compile(
        rf"^\W*(?:voor )?wie\b(?=.*(?:\b{_MONEY}\b|{_SUM})).*\b(?:krijg\w*|kreeg|kregen|ontvang\w*|ontving\w*|"
        rf"aanvragen|aanvraagt|vraagt .*\baan|vragen .*\baan|"
        rf"recht|aanspraak|aangevraagd)\b|^\W*wie kom(?:t|en) .*\bin aanmerking\b|^\W*aan wie\b.*\b{_GIVE}\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_GIVE}(?: [^\s.;:]+){{0,6}}? aan |\b(?:kan|kunnen|wordt|worden|verstrekt|"
        rf"verleent)(?: [a-zà-ÿ]+){{0,4}}? aan (?=(?:[^.;:]|\.\d){{3,220}}\b{_GIVE}\b)|"
        rf"\b{_MONEY} aan (?=(?:[^.;:]|\.\d){{3,160}}\b{_GIVE}\b)|"
        rf"(?:^|[.;:)] )Aan (?=[^;:]{{3,160}}? (?:wordt|worden|werd|werden|is|zijn|kan|kunnen) (?:[^.;:]|\.\d){{0,120}}\b{_GIVE}\b)|"
        r"\b(?:ken(?:t|de|nen|den)|keer(?:t|de)|wijs(?:t)|wees)\b(?:[^.;:]|\.\d){0,140}? (?:toe|uit) aan |"
        r"\b(?:gaat|gaan|ging|gingen) (?:\w+ ){0,2}naar |"
        rf"\b(?:ge(?:eft|ven)|ga(?:f|ven)|schenk(?:t|en)|schonk|stort(?:te|ten|en)?) (?:[^.;:]|\.\d){{0,30}}?{_SUM} aan |"
        r"\b(?:aangevraagd|ingediend|gedaan) door |\b[Oo]p (?:schriftelijke )?(?:aan)?vraag van |"
        r"\b(?:subsidieontvangers?|(?:subsidie)?aanvragers?|doelgroep|rechthebbenden?)(?::| (?:is|zijn)(?= (?:de|het|een|elke|iedere) )) |"
        rf"\b{_MONEY} (?:is|zijn) (?:er )?(?:bedoeld |bestemd )?voor |\bkom(?:t|"
        rf"en)(?: [a-zà-ÿ-]+){{0,5}} in aanmerking(?: voor [^:;,.]{{3,60}})?: ?(?:[a-z0-9][.)] )?|"
        r"\b(?:kan|kunnen|mag|mogen) (?=(?:[^.;:]|\.\d){3,200}\b(?:aanvragen|krijgen|ontvangen|indienen)\b)",
    ),
    re.compile(
        r" kom(?:t|en)\b(?=(?:[^.;:]|\.\d){0,80} in aanmerking\b)| (?:krijgt|krijgen|kreeg|kregen|ontvangt|ontvangen|ontving|ontvingen)\b|"
        rf" vra(?:agt|gen)\b(?=(?:[^.;:]|\.\d){{0,120}}\b{_MONEY}\b(?:[^.;:]|\.\d){{0,60}}\baan\b)|"
        r" (?:kan|kunnen|mag|mogen)\b(?=(?:[^.;:]|\.\d){0,200}\b(?:aanvragen|krijgen|ontvangen|indienen|doen op)\b)"
    ),
    re.compile(
        rf" (?:kan|kunnen|kende?|verstrekte?|verleende?|verleent|verstrekt|verstrekken|verlenen)\b"
        rf"(?=(?:[^.;:]|\.\d){{0,200}}(?:\b{_GIVE}\b|\b{_MONEY}\b))"
    ),
)
_ADDRESS = Part(
    re.compile(
        rf"^\W*(?:(?:bij|aan|tot|naar) (?:wie|welke? [\w-]+)|waar)\b.*\b(?:{_HAND_IN}|vra(?:ag|agt|gen) .*\baan|meldt?|"
        r"(?:dient?|dienen|levert?|leveren|schrijft?) .*\bin)\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_HAND_IN}\b(?: (?!bij\b|aan\b|tot\b|door\b)[^\s.;:,]+){{0,6}}? (?:bij|aan|tot|naar) |"
        rf"\b(?:vra(?:ag|agt|gen)|dient?|dienen|levert?|leveren|meldt?|melden|schrijft|schrijven|geeft|geven)\b"
        r"[^.;:]{0,60}? (?:aan|in|op|door) (?:bij|aan) |"
        rf"\b(?:bij|aan|tot|naar) (?=[^.;:,]{{3,90}}? (?:te (?:worden )?)?(?:worden )?{_HAND_IN}\b)",
    ),
)
_CLIENT = Part(
    re.compile(
        r"\bopdrachtgevers?\b|\b(?:gaf|gaven|geeft|geven|verleende) .*\bopdracht\b|\bopdracht .*\b(?:gegeven|verleend|gaf|gaven)\b|"
        r"\bin wiens opdracht\b|\bin opdracht van wie\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b[Oo]pdrachtgevers?\b(?: (?:voor|van|bij) (?:[^.;:]|\.\d){3,80}?)? (?:is|was|zijn|waren) |\b[Oo]pdrachtgevers?: |"
        r"\b(?:[Ii]n|op) opdracht van |\bopdracht (?:gekregen|ontvangen|kregen|kreeg)? ?van |\bopdracht(?: [\w-]+){0,4} gegeven door ",
    ),
    re.compile(
        r" (?:is|was|zijn|waren)(?: [a-zà-ÿ]+){0,2} opdrachtgevers?\b|"
        r" (?:gaf|gaven|geeft|verleende|heeft|hebben)\b(?=(?:[^.;:]|\.\d){0,90}\bopdracht\b)"
    ),
    re.compile(r" (?:kreeg|kregen|krijgt|krijgen|ontving)\b(?=(?:[^.;:]|\.\d){0,60}\bopdracht\b)"),
)
_GIVER = Part(
    re.compile(
        r"^\W*wie (?:verstrekt|verstrekte|verstrekken|verleent|verleende|verlenen)\b|"
        r"^\W*(?:door )?wie (?:kan|mag|moet|heeft|hebben|zal|wordt|worden|werd|werden|is|zijn) "
        r"(?:(?!voordat|als|wanneer|indien|die|dat|aan)[\w-]+ ){1,12}(?:verlenen|verstrekken|toekennen|verleend|verstrekt|toegekend)\b|"
        rf"^\W*van wie (?:krijg|kreeg|kregen|ontv[ai]ng)\w*\b(?=.*(?:\b{_MONEY}\b|{_SUM}))",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_GIVE} door |\b[Dd]oor (?=(?:[^.;:]|\.\d){{3,90}} {_GIVE}\b)|"
        rf"\b(?:kan|kunnen|wordt|worden) (?:er )?door (?=(?:[^.;:]|\.\d){{3,160}}\b{_GIVE}\b)"
    ),
    re.compile(
        rf" (?:kan|kunnen|kende?|verstrekte?|verleende?|verleent|verstrekt|verstrekken|verlenen)\b"
        rf"(?=(?:[^.;:]|\.\d){{0,200}}(?:\b{_GIVE}\b|\b{_MONEY}\b))"
    ),
    re.compile(r" (?:krijgt|krijgen|kreeg|kregen|ontvangt|ontvangen|ontving|ontvingen)\b"),
    re.compile(
        rf"\b{_GIVE} aan(?= )|\baan(?= (?:[^.;:]|\.\d){{3,220}}\b{_GIVE}\b)|\b(?:subsidieontvangers?|(?:subsidie)?aanvragers?|ontvangers?):(?= )|"
        r"^\W*(?:\d+\.? )?Aan(?= )"
    ),
)
_PARTS = (_RECEIVER, _ADDRESS, _CLIENT, _GIVER)
_KINDS = frozenset({QuestionKind.PERSON, QuestionKind.ORGANISATION, QuestionKind.PLACE})


@lru_cache(maxsize=256)
def find_part(question: Question) -> Part | None:
    """Give the part that a question asks for; None where it asks for none of those that are told apart."""
    if question.kind not in _KINDS:
        return None
    part = next((part for part in _PARTS if part.asked.search(question.text)), None)
    return part if part is _ADDRESS or question.kind is not QuestionKind.PLACE else None


def find_players(question: Question, unit: Unit) -> Iterator[Candidate]:
    """Give those who play the asked part in a sentence."""
    part = find_part(question)
    if part is None:
        return
    known = words_of(question)
    for found in part.before.finditer(unit.text):
        yield from _candidate(unit, read_phrase(unit.text, found.end()), known)
    for found in part.behind.finditer(unit.text) if part.behind else ():
        yield from _candidate(unit, find_phrase_before(unit.text, found.start()), known)


_LISTED = re.compile(
    rf"^\W*(?:wie|welke [\w-]+) (?:kan|kunnen|mag|mogen|kom(?:t|en)|krijg\w*|kreeg|kregen|ontv[ai]ng\w*)\b(?=.*(?:\b{_MONEY}\b|\bin aanmerking\b))",
    re.IGNORECASE,
)
"""A question for all who get something."""


def find_receiver(question: Question, unit: Unit, short: Span) -> Span | None:
    """Give who gets something in a sentence, where a list of those is asked and the short answer is who gives it.

    The short answer itself where it is no such; None where nobody else is told.
    """
    if question.kind is not QuestionKind.LIST or not _LISTED.search(question.text):
        return short
    if not any(short.overlaps(other) for other in _find_others(_RECEIVER, unit)):
        return short
    known = words_of(question)
    found = (read_phrase(unit.text, one.end()) for one in _RECEIVER.before.finditer(unit.text))
    spans = (
        phrase.span.shift(unit.span.start)
        for phrase in found
        if phrase is not None and fold(phrase.head) not in known
    )
    return next((span for span in spans if not span.overlaps(short)), None)


def _candidate(unit: Unit, phrase: Phrase | None, known: frozenset[str]) -> Iterator[Candidate]:
    """Give a phrase as a candidate; one that only repeats the question or points at somebody is none."""
    if phrase is None or fold(phrase.head) in known or _POINTING.match(phrase.span.of(unit.text)):
        return
    body = (
        is_body(phrase.head) or is_persons(fold(phrase.head)) or (phrase.named and not is_thing(phrase.head))
    )
    told = phrase.span.of(unit.text)
    thing = _NAMED_THING if phrase.named or any(map(str.isupper, told)) else _THING
    yield Candidate(phrase.span.shift(unit.span.start), _TOLD if body else thing)


def keep_players(question: Question, unit: Unit, candidates: Iterator[Candidate]) -> Iterator[Candidate]:
    """Give those who play the asked part, and others less; one who plays the other part never."""
    part = find_part(question)
    if part is None:
        yield from candidates
        return
    players = list(find_players(question, unit))
    yield from players
    others = _find_others(part, unit)
    for candidate in candidates:
        if any(candidate.span.overlaps(other) for other in (*others, *(one.span for one in players))):
            continue
        if part is _ADDRESS or _holds_body(unit, candidate.span):
            yield Candidate(candidate.span, candidate.fit * _ASIDE, candidate.text, candidate.anchor)


def _find_others(part: Part, unit: Unit) -> list[Span]:
    """Give those who play the other part: who gives where it is asked who gets."""
    if part.other is None:
        return []
    if part.other_behind is not None:
        before = [read_phrase(unit.text, found.end() + 1) for found in part.other_behind.finditer(unit.text)]
        before += [find_phrase_before(unit.text, found.start()) for found in part.other.finditer(unit.text)]
        return [phrase.span.shift(unit.span.start) for phrase in before if phrase is not None]
    found = (find_phrase_before(unit.text, other.start()) for other in part.other.finditer(unit.text))
    behind = (read_phrase(unit.text, other.end() + 1) for other in part.other.finditer(unit.text))
    return [phrase.span.shift(unit.span.start) for phrase in (*found, *behind) if phrase is not None]


_THINGS = re.compile(
    r"(?:regeling(?:en)?|verordening(?:en)?|wetgeving|besluit(?:en)?|formulier(?:en)?|syste(?:em|men)|model(?:len)?|governance|"
    r"kalenderjaar|subsidies?|aanvra(?:ag|gen)|artikel(?:en)?|begroting(?:en)?|toets(?:en|ing)?|kosten|woning(?:en)?)$"
)
"""Nouns of which none does, gets or decides anything."""
_OF_DAY = re.compile(r"\W*\d+(?![^\W_])")
_VALUES = (ExtractKind.DATE, ExtractKind.AMOUNT, ExtractKind.SHARE)
_RELATIVE = re.compile(r"(?:die|dat|wie|welke|waar\w*|als|omdat) ")
"""What opens a clause, and no name."""
_HALF = re.compile(r"-(?: (?:en|of)\b|,)")


def names_nobody(question: Question, unit: Unit, short: Span) -> bool:
    """Tell whether a short answer to "wie" is no person or body at all: a date, a rule, half a compound, what is to be done."""
    text = unit.reading.document.text
    told = short.of(text)
    if _OF_DAY.match(told) or _RELATIVE.match(told):
        return True
    if _HALF.match(text, short.end) and told[-1:] != "-":
        return True
    if any(
        short.covers(fact.span) and 2 * len(fact.span) > len(short)
        for fact in unit.reading.facts_in(short, *_VALUES)
    ):
        return True
    if " " not in told:
        plain = fold(told)
        return (plain == told and is_infinitive(plain) and not is_body(plain)) or bool(_THINGS.search(plain))
    phrase = read_phrase(text[short.start : short.end], 0)
    head = fold(phrase.head) if phrase is not None else ""
    if (
        head
        and not is_body(head)
        and (_THINGS.search(head) or (told.startswith("het ") and is_infinitive(head)))
    ):
        return True
    part = find_part(question)
    return part is not None and part is not _ADDRESS and not _holds_body(unit, short)


def _holds_body(unit: Unit, short: Span) -> bool:
    """Tell whether a word of the answer is of a person or a body, or part of such a name."""
    names = (name for name in find_names(unit.reading, unit.span) if name.kind != "name")
    if any(name.span.shift(unit.span.start).overlaps(short) and not is_thing(name.text) for name in names):
        return True
    words = re.findall(r"[^\W\d_][\w-]+", short.of(unit.reading.document.text))
    return any(is_body(word) or is_persons(fold(word)) for word in words)


def trim_verb(told: str) -> str:
    """Give a name without the verb that was read as a part of it: "Beheerders dragen"."""
    first, _, last = told.rpartition(" ")
    if not first or not last.islower() or not told[:1].isupper() or is_body(last):
        return told
    return first if " " not in first and is_plural(fold(first)) and is_infinitive(last) else told
