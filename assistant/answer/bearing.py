"""Whether a sentence speaks of what a yes-or-no question asks about, or of another thing of the same sort.

A sentence that holds the other words of a question says nothing of what it does not name: "we werken samen met Korea"
is no yes for Japan.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.coreference import points_back
from assistant.answer.cues import ANAPHOR
from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import is_persons
from assistant.answer.goals import asks_goal
from assistant.answer.matching import Matcher
from assistant.answer.missing import UNDERSTOOD
from assistant.answer.moods import is_denied_of_text, is_excepted_member
from assistant.answer.othergroups import tells_of_other_group
from assistant.answer.polarity import EXCLUDING, is_contrasted, takes_up
from assistant.answer.predicates import find_main_clause, find_main_verbs
from assistant.answer.question import Question
from assistant.answer.signs import is_light
from assistant.answer.speakers import find_speaker
from assistant.dutch import fold
from assistant.dutch.verbs import find_infinitive, is_infinitive
from assistant.types import BlockKind, ExtractKind

_SAID, _ABOVE = 0.3, 0.78
"""How strongly a sentence must say a word itself, or a heading above it."""
_NEARBY = 0.5
"""How strongly the thing must be said near a sentence that points at it."""
_OF_SOME = 2.0
"""More than any strength: a heading does not make what is said of some people hold for all."""
_EXCLUDED, _ITSELF = 0.5, 0.9
"""How strongly what is excluded is the thing of the question: "landbouw" for a "landbouwbedrijf", or the thing itself."""
_POINTING = re.compile(
    r"\b(?:deze|dit|hier\w+|daar\w+|beide|dergelijke|zulke|ervan|erover|ervoor|eraan|erbij)\b",
    re.IGNORECASE,
)
_GOAL = re.compile(r"\w*(?:doel\w*|streef\w*|beoogde?|haal\w*|behaal\w*)", re.IGNORECASE)


def bears_on(question: Question, unit: Unit, matcher: Matcher) -> bool:
    """Tell whether a sentence names the rarest thing of a question and what it asks of, or points at it.

    What stands below their heading speaks of them too, unless it is of some people only: "kinderen reizen gratis".
    """
    if points(unit.text):
        return True
    places = [place for place in _things(question, matcher) if not _is_writer(question, unit, matcher, place)]
    first = min(places, default=None)
    if first is not None and matcher.terms[first].kind != "word":
        first = None
    least = _OF_SOME if _opens_with_people(question, unit.text) else _ABOVE
    return all(
        unit.local[place] >= _SAID or unit.close[place] >= least
        for place in {*places[:1], *(() if first is None else (first,))}
    )


def _is_writer(question: Question, unit: Unit, matcher: Matcher, place: int) -> bool:
    """Tell whether a name is the subject of what a question asks to be wanted, and a sentence says "we" in a document of that name."""
    name = matcher.terms[place].text
    wanted = _WANTED.match(question.text)
    return (
        wanted is not None
        and name in wanted["who"]
        and _WE.search(unit.text) is not None
        and fold(re.sub(r"\W", "", name))
        in fold(re.sub(r"\W", "", f"{unit.reading.document.title} {unit.reading.document.path}"))
    )


_WANTED = re.compile(
    r"(?:wil|willen|gaat|gaan|steunt|zal|zullen|is|zijn|kiest|pleit|pleiten) (?:de |het )?(?P<who>[A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*)*)",
    re.IGNORECASE,
)
_WE = re.compile(r"\b(?:we|wij|ons|onze)\b", re.IGNORECASE)


def _opens_with_people(question: Question, text: str) -> bool:
    word = text.split(" ", 1)[0]
    return (is_persons(fold(word)) or fold(word) in _GROUPS) and fold(word) not in fold(question.text)


_GROUPS = frozenset("kinderen jongeren ouderen senioren gezinnen vrouwen mannen ouders".split())


def is_near(question: Question, unit: Unit, matcher: Matcher) -> bool:
    """Tell whether a sentence bears on a question and what it points at is near it."""
    places = _things(question, matcher)
    return bears_on(question, unit, matcher) and all(unit.close[place] >= _NEARBY for place in places[:1])


def holds_predicate(question: Question, unit: Unit, matcher: Matcher) -> bool:
    """Tell whether a sentence says the last word of a question with "is" or "zijn", which tells what is asked to be so.

    A name, a number or a verb there, and what a heading says, need not be said: verbs are weighed by themselves.
    """
    last = question.words[-1] if question.words else None
    if last is None or not _COPULA.match(question.text) or points(unit.text):
        return True
    place = next((place for place, term in enumerate(matcher.terms) if term.text == last.text), None)
    if place is None or matcher.terms[place].kind != "word" or is_light(last.text):
        return True
    plain = fold(last.text)
    if last.text in find_main_verbs(question) or find_infinitive(plain) or is_infinitive(plain):
        return True
    return unit.local[place] >= _PREDICATE or unit.close[place] >= _ABOVE or takes_up(last.text, unit.text)


def holds_words(question: Question, unit: Unit, matcher: Matcher) -> bool:
    """Tell whether a sentence says each word of a question that says something, or stands below a heading that does.

    What is only near, or a refusal of another kind ("beperken" for "afschaffen"), is not what is asked.
    """
    if points(unit.text):
        return True
    verbs, main = find_main_verbs(question), find_main_clause(question)
    return all(
        max(unit.local[place], 0.0 if unit.close[place] < _ABOVE else unit.close[place]) >= _FAINTEST
        or takes_up(term.text, unit.text)
        for place, term in enumerate(matcher.terms)
        if term.kind == "word"
        and term.text not in verbs
        and not is_light(term.text)
        and fold(term.text) not in _PLAIN
        and re.search(rf"\b{re.escape(term.text)}\b", main)
    )


def leaves_out(question: Question, unit: Unit, matcher: Matcher) -> bool:
    """Tell whether a sentence neither names nor points at what a question asks of.

    Of "Is een keuring verplicht?" that is the keuring; of another question any of its things, but for who says it
    and a name that the document bears.
    """
    pointing = points(unit.text)
    if pointing and _COPULA.match(question.text):
        return False
    near = _NEARBY if pointing else _ABOVE
    places = _things(question, matcher)
    if _COPULA.match(question.text):
        named = any(unit.local[place] >= _NEARBY and matcher.terms[place].kind == "name" for place in places)
        first = min(places, default=None)
        if named or first is None or matcher.terms[first].text == question.words[-1].text:
            return False
        places = [first]
    else:
        title = fold(re.sub(r"\W", "", f"{unit.reading.document.title} {unit.reading.document.path}"))
        borne = {place for place in places if fold(re.sub(r"\W", "", matcher.terms[place].text)) in title}
        if any(matcher.terms[place].kind != "name" for place in borne):
            return False
        speaker = find_speaker(question.text)
        spoken = question.text.split(" ", 1)[0] + (" " + speaker.of(question.text) if speaker else "")
        places = [place for place in places if place not in borne and matcher.terms[place].text not in spoken]
    return bool(places) and all(
        unit.local[place] < _FAINTEST and unit.close[place] < near for place in places
    )


def lacks_short_name(question: Question, unit: Unit, matcher: Matcher) -> bool:
    """Tell whether a question asks of something "uit de EU" or "over btw", and a sentence does not name it.

    An item or a row has what stands around it.
    """
    hangs = unit.reading.blocks[unit.block].kind in (BlockKind.ITEM, BlockKind.ROW)
    return any(
        _SHORT_NAME.fullmatch(term.text) is not None
        and max(unit.local[place], unit.close[place] if hangs else 0.0) < _NEARBY
        and re.search(rf"\b{_RELATING} (?:(?:de|het) )?{re.escape(term.text)}\b", question.text) is not None
        for place, term in enumerate(matcher.terms)
        if term.kind == "name"
    )


_RELATING = "(?:uit|in|naar|van|bij|met|door|aan|tegen|voor|over|tot|op)"
_FAINTEST = 0.3
_SHORT_NAME = re.compile(r"[A-Z]{2}|BTW|NAVO")
_PLAIN = frozenset("oude beste goede echte eigen huidige bestaande".split())
_COPULA = re.compile(r"(?:is|zijn|was|waren)\b", re.IGNORECASE)
_PREDICATE = 0.6
"""How strongly a sentence must say a predicate: a word that is only alike is not enough."""


def row_names(question: Question, text: str, matcher: Matcher) -> bool:
    """Tell whether a row without its caption names what a question asks of: its names, or else its rarest thing."""
    held = matcher.strengths(text)
    names = [place for place, term in enumerate(matcher.terms) if term.kind == "name"]
    return all(held[place] >= _NEARBY for place in names or _things(question, matcher)[:1])


def points(text: str) -> bool:
    """Tell whether a sentence points at what was named before it."""
    return bool(ANAPHOR.match(text) or _POINTING.search(text)) or points_back(text)


def speaks_of_other(question: Question, unit: Unit, matcher: Matcher) -> bool:
    """Tell whether a sentence names another region, or other people, instead of those of the question."""
    if is_contrasted(question.text, unit.text) or tells_of_other_group(question.text, unit.text):
        return True
    names = [
        (fold(term.text), held)
        for term, held in zip(matcher.terms, unit.local, strict=True)
        if term.kind == "name" and fold(term.text) not in UNDERSTOOD
    ]
    if not names or any(held >= _SAID for _, held in names):
        return False
    text = unit.reading.document.text
    others = [
        fact
        for fact in unit.reading.facts_in(unit.span, ExtractKind.REGION)
        if UNDERSTOOD.isdisjoint(_words(fact.span.of(text)))
    ]
    return bool(others) and _names_region([name for name, _ in names], unit)


def _names_region(names: Sequence[str], unit: Unit) -> bool:
    """Tell whether the document has one of the names as a region near the unit."""
    blocks = unit.reading.blocks
    area = range(max(0, unit.block - _NEAR), min(len(blocks), unit.block + _NEAR + 1))
    text = unit.reading.document.text
    return any(
        set(_words(fact.span.of(text))) & set(names)
        for block in area
        for fact in unit.reading.facts_in(blocks[block].span, ExtractKind.REGION)
    )


_NEAR = 6
"""Blocks before and behind in which a name of the question stands as a region."""


def is_excluding(question: Question, unit: Unit, matcher: Matcher) -> bool:
    """Tell whether a sentence excludes what a question asks of."""
    if is_denied_of_text(question.text, unit.text) or is_excepted_member(question.text, unit.text):
        return False
    place = next(iter(_things(question, matcher)), None)
    return (
        place is not None
        and unit.local[place] >= _EXCLUDED
        and EXCLUDING.search(unit.text) is not None
        and EXCLUDING.search(question.text) is None
    )


def is_excluded_itself(question: Question, unit: Unit, matcher: Matcher) -> bool:
    """Tell whether a sentence excludes just the thing of the question, and not something in its name."""
    place = next(iter(_things(question, matcher)), None)
    if place is None or unit.local[place] < _ITSELF:
        return False
    strength, start = matcher.match(unit.text)[place]
    excluding = EXCLUDING.search(unit.text)
    of_it = strength >= _ITSELF and excluding is not None and start < excluding.start()
    return not (of_it and _OF.search(unit.text, max(0, start - _BEFORE), start))


_OF, _BEFORE = re.compile(r"\w (?:van|voor|door|bij|in|aan|op) (?:(?:de|het|een) )?(?:[a-zà-ÿ]+e )?$"), 40
"""What makes a thing a part of what is excluded: "kosten van bedrijven zijn niet subsidiabel"."""


def _things(question: Question, matcher: Matcher) -> list[int]:
    """Give the places of the words of a question that are no verb, number or light word, the rarest first."""
    verbs = find_main_verbs(question)
    goal = asks_goal(question.text)
    return [
        place
        for place in matcher.weightiest
        if (term := matcher.terms[place]).kind != "number"
        and term.text not in verbs
        and not is_light(term.text)
        and not (goal and _GOAL.fullmatch(term.text))
    ]


def _words(text: str) -> list[str]:
    return [fold(word) for word in re.findall(r"[^\W_][\w-]*", text)]
