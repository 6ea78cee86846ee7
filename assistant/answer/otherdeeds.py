"""The opposite deed: why a subsidy was introduced, or when, does not tell why or when it was abolished.

Where a question asks why or when something was done, or why not, a sentence that tells of the same thing that the reverse was done,
and not what is asked, gives the reason or the day of that other deed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.negation import has_negation
from assistant.answer.polarity import find_refusals
from assistant.answer.predicates import ASKED, VERB
from assistant.answer.question import Question
from assistant.answer.textwords import read_text
from assistant.dutch import fold
from assistant.dutch.verbs import find_infinitive, is_infinitive

_VERBS, _NOUNS = (
    tuple(tuple(frozenset(side.split()) for side in line.split("|")) for line in lines)
    for lines in (
        (
            "invoeren instellen introduceren | afschaffen opheffen intrekken schrappen beeindigen stopzetten vervallen",
            "verlenen toekennen toewijzen goedkeuren inwilligen toelaten toestaan honoreren aannemen instemmen krijgen ontvangen |"
            " weigeren afwijzen afkeuren verwerpen verbieden ontzeggen intrekken stopzetten",
            "openen heropenen openstellen opengaan openblijven openhouden open | sluiten afsluiten dichtgaan dichtblijven dicht",
            "beginnen starten aanvangen opstarten hervatten | stoppen ophouden staken beeindigen stopzetten stilleggen afbreken",
            "verhogen stijgen toenemen groeien oplopen verdubbelen | verlagen dalen afnemen krimpen teruglopen halveren",
            "toetreden | uittreden opzeggen",
            "versnellen vervroegen | vertragen uitstellen",
            "uitbreiden | inkrimpen afbouwen",
        ),
        (
            "invoering instelling introductie | afschaffing opheffing intrekking schrapping beeindiging stopzetting",
            "verlening toekenning goedkeuring | weigering afwijzing afkeuring verwerping verbod intrekking",
            "opening heropening openstelling | sluiting afsluiting",
            "start begin aanvang hervatting | stillegging beeindiging stopzetting stop",
            "verhoging stijging toename groei | verlaging daling afname krimp",
            "toetreding | uittreding opzegging",
            "versnelling vervroeging | vertraging uitstel",
            "uitbreiding | inkrimping afbouw",
        ),
    )
)
"""Deeds, each with its reverse, as verbs (with the state that they end in) and as nouns."""
_BY_NOUN = re.compile(r"\b(?:reden\w*|oorza\w+|aanleiding)\b", re.IGNORECASE)
"""What asks for a reason with a noun: the deed is one then too ("de reden voor de sluiting")."""
_OTHER_ONE = re.compile(r"\b(?:nieuwe?|oude?|andere?|later|eerder|opnieuw|weer)\b", re.IGNORECASE)
"""What asks of one of two things: that the old one was abolished may be why there is a new one."""
_GUARDED = re.compile(
    r"\b(?:maar|echter|toch|terwijl|hoewel|ondanks|daarna|later|pas|nog|weer|opnieuw|alleen|enkel|slechts|eerst|voorlopig|tijdelijk|"
    r"voortaan|vroeger|eerder|aanvankelijk|oorspronkelijk|voordat|totdat|anders|in plaats|zou|zouden|alsnog|minder|meer|weinig|"
    r"noch|zonder|uitzondering|behalve|tenzij|oude?|nieuwe?|andere?|vervang\w*|verv[io]ng\w*|vervangen|opvolg\w*|verschoven|verzet|opgeschort|"
    r"wacht|wachten|wachtte|gewacht|afgewacht|afwachting)\b"
)
"""Words with which a sentence may tell both: it is left alone."""
_TIME = re.compile(
    r"\b(?:(?:19|20)\d\d|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|voorjaar|najaar|"
    r"zomer|herfst|winter|lente|jaar|maand|week|volgende?|komende?|binnenkort|straks|zodra|als|wanneer|na|vanaf)\b"
)
_PAST = re.compile(
    r"\b(?:werd|werden|was|waren|is|zijn|heeft|hebben|had|hadden|\w{3,}(?:de|te)n?|ging(?:en)?|sloot|begon|kreeg|koos|wees|nam|trok|hief)\b"
)
"""A time with nothing of the past is one to come: what "opent in mei" is closed now, and what starts then has not begun."""
_LESSENED = re.compile(
    r"\bte \w+(?! te\b)|\b[a-zà-ÿ]{3,}er\b|\b(?:langs|om|rond|naast|buiten|tot|door|via|elders)\b"
)
"""What may tell in other words that something is not done: "te smal", "goedkoper", "om het park heen"."""
_POINTS_BACK = re.compile(
    r"(?:de|een|belangrijkste) (?:\w+ )?(?:reden|oorzaak|aanleiding)|(?:dat|dit) (?:kwam|komt|was|is|gebeurde?|deed|had|heeft)\b|"
    r"(?:hij|zij|ze|die|deze) ",
    re.IGNORECASE,
)
"""What opens a sentence about what the one before it tells."""
_SAID, _SHARE = 0.5, 0.4
"""The strength from which a word is said, and the share of what a question names that is told with the reverse."""


_ENDS = re.compile(r"\b(?:tot|t/m|duurt|duren|duurde|einde?)\b")


class _Deed(NamedTuple):
    """What a question asks the reason of: the words that tell it, the verbs of the reverse, whether it ends something."""

    said: frozenset[str]
    reverse: frozenset[str]
    ends: bool
    shown: str


def mark_other_deeds(question: Question, units: Sequence[Unit], matcher: Matcher) -> None:
    """Add to `lacks` of each unit the asked deed, where it gives a reason and tells the reverse of the same thing."""
    if question.kind not in (QuestionKind.REASON, QuestionKind.MOMENT):
        return
    deeds = _find_deeds(question.text)
    if not deeds and (question.kind is QuestionKind.MOMENT or not has_negation(question.text)):
        return
    asked = _find_asked(deeds, matcher)
    for unit in units:
        if unit.short is None or not _may_speak_of(asked, unit):
            continue
        if question.kind is QuestionKind.MOMENT and _ENDS.search(unit.text):
            continue  # what is closed up to a day opens on it
        told = read_told(unit)
        shown = _find_reversed(deeds, asked, told, matcher) if deeds else _find_said(told, matcher)
        if shown is not None and not _may_tell_both(told, when=question.kind is QuestionKind.MOMENT):
            unit.lacks = tuple(dict.fromkeys((*unit.lacks, shown)))


def _find_asked(deeds: Sequence[_Deed], matcher: Matcher) -> tuple[int, ...]:
    """Give the places of the terms that must be told: of a deed what it is done to, else all."""
    if not deeds:
        return tuple(range(len(matcher.terms)))
    named = deeds[0].said | deeds[0].reverse
    return tuple(
        place
        for place, term in enumerate(matcher.terms)
        if term.part not in (VERB, ASKED) and fold(term.text) not in named
    )


def _may_speak_of(asked: Sequence[int], unit: Unit) -> bool:
    """Tell whether a unit, or what it points back to, may hold something of what is asked: the rest need not be read."""
    held = unit.close if _POINTS_BACK.match(unit.text) else unit.local
    return any(held[place] >= _SAID for place in asked)


def _may_tell_both(told: str, *, when: bool) -> bool:
    """Tell whether a text may tell in other words what is asked: it denies, turns, or speaks of a time to come.

    The time to come of a deed is no more that of its reverse than one of the past.
    """
    plain = fold(told)
    to_come = not when and _TIME.search(plain) is not None and _PAST.search(plain) is None
    return to_come or _GUARDED.search(plain) is not None or has_negation(told)


def read_told(unit: Unit) -> str:
    """Give what a unit tells beside its reason, with the sentence before it where it points back to that."""
    text, short = unit.text, unit.short
    if short is not None and unit.span.covers(short):
        start, end = short.start - unit.span.start, short.end - unit.span.start
        if start < _OPENING:
            comma = text.find(", ", start, end)
            text = text[comma + 1 :] if comma > 0 else text
        else:
            text = f"{text[:start]} {text[end:]}"
    if _POINTS_BACK.match(unit.text):
        spans = unit.reading.sentences(unit.block)
        place = next((number for number, span in enumerate(spans) if span == unit.span), 0)
        text = f"{spans[place - 1].of(unit.reading.document.text)} {text}" if place else text
    return text


_OPENING = 3
"""Characters before a reason that opens its sentence: what it is the reason of stands behind its comma."""


def _find_reversed(deeds: Sequence[_Deed], asked: Sequence[int], told: str, matcher: Matcher) -> str | None:
    """Give the asked deed where a text tells its reverse, of the thing that a question asks about, and not the deed itself."""
    words = _read_deeds(told)
    if any(words & deed.said for deed in deeds) or not any(words & deed.reverse for deed in deeds):
        return None
    if deeds[0].ends and find_refusals(told):
        return None
    strengths = matcher.strengths(told)
    held = [(matcher.terms[place], strengths[place] >= _SAID) for place in asked]
    most = max((term.weight for term, _ in held if term.kind == "word"), default=0.0)
    thing = any(said for term, said in held if term.kind == "word" and term.weight >= most)
    share = sum(term.weight for term, said in held if said) >= _SHARE * sum(term.weight for term, _ in held)
    return deeds[0].shown if thing and share else None


def _find_said(told: str, matcher: Matcher) -> str | None:
    """Give the verb of a question for what is not done, where a text plainly tells all of it to be done."""
    verb = next((term.text for term in matcher.terms if term.part == VERB), None)
    if verb is None or len(matcher.terms) <= 1 or min(matcher.strengths(told)) < _SAID:
        return None
    if find_refusals(told) or _LESSENED.search(told):
        return None
    return f"niet {find_infinitive(fold(verb)) or verb}"


@lru_cache(maxsize=100)
def _find_deeds(asked: str) -> tuple[_Deed, ...]:
    """Give the one deed that a question asks the reason of, with each of its reverses."""
    words, denied = _read_deeds(asked), has_negation(asked)
    pairs = _NOUNS if _BY_NOUN.search(asked) else _VERBS
    told = {word for pair in pairs for side in pair for word in words & side}
    if len(told) != 1 or _OTHER_ONE.search(asked):
        return ()
    asked_deed = told.pop()
    found = []
    for verbs, nouns in zip(_VERBS, _NOUNS, strict=True):
        for one, other in ((0, 1), (1, 0)):
            if asked_deed in verbs[one] | nouns[one]:
                said, reverse = (other, one) if denied else (one, other)
                shown = f"niet {asked_deed}" if denied else asked_deed
                found.append(_Deed(verbs[said] | nouns[said], verbs[reverse], reverse == 0, shown))
    return tuple(found)


@lru_cache(maxsize=2_000)
def _read_deeds(text: str) -> frozenset[str]:
    """Give the words of a text and the infinitives of its verbs, whole ones for separated verbs."""
    words = set()
    for key in read_text(text).keys:
        word = fold(key.rpartition(" ")[2])
        bare = f"{word}en"  # "sluit": the present of a verb without a change
        words |= {word, fold(find_infinitive(word) or (bare if is_infinitive(bare) else word))}
    return frozenset(words)
