"""Yes or no: what a sentence says about a statement in the form of a question.

"Ja" and "Nee" are given only when a sentence itself holds nearly all of the question; a number that
differs, a negation, an opposite (`polarity.py`) or an empty cell of a table turns the answer. Where
sentences that hold it alike disagree, the answer is left open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer.cues import ANAPHOR, GENERIC_VERBS, META_WORDS, NEGATION, NUMBER_WORDS
from assistant.answer.evidence import Unit
from assistant.answer.matching import Matcher
from assistant.answer.polarity import denies, takes_up
from assistant.answer.quantities import find_quantities
from assistant.answer.question import Question
from assistant.answer.rows import find_cell
from assistant.answer.textwords import normalise_number
from assistant.answer.verbs import find_verb_root
from assistant.dutch import fold
from assistant.types import BlockKind, ExtractKind

YES, NO = "Ja", "Nee"
_ENOUGH, _SURE = 0.55, 0.7
"""The share of a question that a sentence must hold to decide it, and to decide it without the main verb."""
_STATED_ENOUGH = 0.5
"""The share of a question that a written question must hold for its "Ja" or "Nee" to be the answer."""
ALIKE = 0.05
"""How near to each other two sentences that disagree may hold the question."""
WORD_HELD, _NAME_HELD = 0.5, 0.5
"""From which strength a word or a name counts as held."""
SPEAKING = 0.3
"""The share of a question that a sentence must hold in its own words to speak of it."""
_MISSING, _FAINT = 0.28, 0.35
"""The most of the words that may be missing where a sentence decides, and the strength below which one is missing."""
_TAKEN_UP = 0.8
"""What an opposite of a word of the question counts for."""
_OPENING = 0.25
"""What a sentence that opens with "Ja," or "Nee," gains over others."""
_FLAT = re.compile(
    r"\b(?:niet|geen)\b(?! (?:alleen|enkel|slechts|langer dan|meer dan|minder dan))", re.IGNORECASE
)
_CONTRAST = re.compile(r"\b(?:maar|terwijl|hoewel|echter)\b[^,;.]*")
_CONDITION = re.compile(r"(?:als|indien|wanneer|zolang|voor zover|tenzij)\b", re.IGNORECASE)
_CELL_WORDS = 8
"""Words of the longest cell of a table that says yes or no; a longer one is read as a sentence."""
_NOW = re.compile(
    r"\b(?:op het moment van schrijven|op dit moment|tot nu toe|momenteel|inmiddels)\b", re.IGNORECASE
)
STATED = re.compile(
    r"(?:antwoord:?\s+)?(?:[a-z\d][.)]\s+)?(?P<said>ja|nee|neen)\b(?=[.,:;!]|$)", re.IGNORECASE
)
_EMPTY_CELLS = frozenset({"-", "–", "—", "nee", "n.v.t.", "geen", "0", ""})
_HEDGE = re.compile(
    r"\b(?:deels|gedeeltelijk|mogelijk|wellicht|waarschijnlijk|nog onduidelijk|verkend|onderzocht|onderzoekt|"
    r"onderzoeken|gesprekken|in overleg|overwogen|overweegt|bekeken|zou|zouden|hoopt|hopen)\b",
    re.IGNORECASE,
)
_RESERVED = re.compile(
    r"\b(?:tenzij|behalve|mits|uitsluitend|slechts|alleen als|alleen wanneer|hoewel|al dan niet|"
    r"wel voor|niet voor)\b",
    re.IGNORECASE,
)
"""Reservations: with one of these a plain yes or no would say more than the sentence."""
_AUXILIARY = re.compile(
    r"(?:is|zijn|was|waren|heeft|hebben|had|hadden|wordt|worden|werd|werden|kan|kunnen|kon|konden|mag|mogen|moet|moeten|"
    r"zal|zullen|zou|zouden|gaat|gaan|ging|wil|willen)\b",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(r"\w*ge\w{2,}[dt]")
_COMPARED = re.compile(
    r"\b(?P<how>meer dan|minder dan|ten minste|minstens|minimaal|ten hoogste|hoogstens|maximaal)\s+(?P<number>[\d.,]+|\w+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a sentence decides, and the share of the question that it holds."""

    said: str
    held: float


def find_verdict(question: Question, unit: Unit, matcher: Matcher) -> str | None:
    """Give "Ja", "Nee" or None when the sentence does not decide."""
    verdict = read_verdict(question, unit, matcher)
    return None if verdict is None else verdict.said


def read_verdict(question: Question, unit: Unit, matcher: Matcher) -> Verdict | None:
    """Give what a sentence decides; None when it leaves the question open."""
    stated = find_stated(unit, matcher)
    if stated is not None:
        return Verdict(stated, 1.0)
    if unit.text.rstrip().endswith("?"):
        return None
    if unit.reading.blocks[unit.block].kind is BlockKind.ROW:
        cell = find_cell(unit.text, matcher)
        brief = cell is not None and len(cell.of(unit.text).split()) <= _CELL_WORDS
        if cell is not None and brief and _names_are_near(unit, matcher):
            return Verdict(NO if cell.of(unit.text).strip().lower() in _EMPTY_CELLS else YES, 0.6)
    return _from_sentence(question, unit, matcher)


def _from_sentence(question: Question, unit: Unit, matcher: Matcher) -> Verdict | None:
    held = held_share(question, unit, matcher)
    opened = STATED.match(unit.text)
    if opened and held >= _STATED_ENOUGH:
        return Verdict(_say(opened), held + _OPENING)
    return _decided(question, unit, matcher, held) or _denied(question, unit, matcher, held)


def _denied(question: Question, unit: Unit, matcher: Matcher, held: float) -> Verdict | None:
    """Give "Nee" for a sentence that flatly denies something of half of the question, in whatever words it does."""
    text = unit.text
    flat = (
        _FLAT.search(_CONTRAST.sub(" ", text))
        and not _CONDITION.match(text)
        and not NEGATION.search(question.text)
    )
    if not flat or held < _STATED_ENOUGH or _HEDGE.search(text) or _RESERVED.search(text):
        return None
    if (
        matcher.coverage(unit.local) < SPEAKING
        or not _names_are_said(unit, matcher)
        or _borrows_denial(unit, matcher)
    ):
        return None
    places = [
        place
        for term, place, strength in zip(matcher.terms, unit.places, unit.local, strict=True)
        if place >= 0 and term.kind == "word" and strength >= WORD_HELD
    ]
    return Verdict(NO, held - ALIKE) if places and denies(question.text, text, places) else None


def _decided(question: Question, unit: Unit, matcher: Matcher, held: float) -> Verdict | None:
    """Give what a sentence decides that holds nearly all of the question, with its verb."""
    if held < _ENOUGH or _HEDGE.search(unit.text) or _RESERVED.search(unit.text):
        return None
    if _missing_share(question, unit, matcher) > _MISSING:
        return None
    if not _names_are_said(unit, matcher) or not _predicate_is_held(question, unit, matcher, held):
        return None
    compared = _compare(question, unit)
    if compared is not None:
        return Verdict(YES if compared else NO, held)
    differs = _differs(unit, matcher)
    if differs is None:
        return None
    places = [
        place
        for term, place in zip(matcher.terms, unit.places, strict=True)
        if place >= 0 and term.kind == "word"
    ]
    if _borrows_denial(unit, matcher):
        return None
    denied = denies(question.text, unit.text, places, _lead_of(unit))
    if denied is False and not differs and _denies_elsewhere(question, unit):
        return None
    return None if denied is None else Verdict(NO if differs or denied else YES, held)


def _denies_elsewhere(question: Question, unit: Unit) -> bool:
    """Tell whether a sentence has a "niet" or "geen" that a plain "Ja" would pass over."""
    return bool(_FLAT.search(_CONTRAST.sub(" ", unit.text))) and not NEGATION.search(question.text)


def held_share(question: Question, unit: Unit, matcher: Matcher) -> float:
    """Give the weighted share of the plain words of the question that the sentence holds itself, in [0, 1].

    An opposite counts as held: it speaks of the same. One that opens with a pronoun, an item and a row also
    hold what stands around them. "Op dit moment" and the like need not be said.
    """
    pairs = [
        (weight * (0.5 if _is_light(word) else 1.0), held)
        for word, weight, held in _plain_words(question, unit, matcher)
    ]
    total = sum(weight for weight, _ in pairs)
    return sum(weight * held for weight, held in pairs) / total if total else 1.0


def _missing_share(question: Question, unit: Unit, matcher: Matcher) -> float:
    """Give the weight of the words that say something and are missing here, against all such words."""
    words = [row for row in _plain_words(question, unit, matcher) if not _is_light(row[0])]
    total = sum(weight for _, weight, _ in words)
    return sum(weight for _, weight, held in words if held < _FAINT) / total if total else 0.0


def _plain_words(question: Question, unit: Unit, matcher: Matcher) -> list[tuple[str, float, float]]:
    """Give the words of the question that are neither name nor number, with weight and strength."""
    text = _COMPARED.sub(" ", _NOW.sub(" ", question.text))
    return [
        (term.text, term.weight, max(held, _TAKEN_UP if takes_up(term.text, unit.text) else 0.0))
        for term, held in zip(matcher.terms, _strengths(unit), strict=True)
        if term.kind == "word" and term.text in text
    ]


def _strengths(unit: Unit) -> Sequence[float]:
    leans = unit.reading.blocks[unit.block].kind is not BlockKind.PARAGRAPH or ANAPHOR.match(unit.text)
    return unit.close if leans else unit.local


def _is_light(word: str) -> bool:
    """Tell whether a word of a question is one that a sentence may leave out and still decide it."""
    plain = fold(word)
    return plain in META_WORDS or plain in GENERIC_VERBS


def _names_are_near(unit: Unit, matcher: Matcher) -> bool:
    return all(
        held >= _NAME_HELD
        for term, held in zip(matcher.terms, unit.close, strict=True)
        if term.kind == "name"
    )


def _names_are_said(unit: Unit, matcher: Matcher) -> bool:
    """Tell whether every name of the question is near, or what the whole document is about."""
    return all(
        held >= 0.45 for term, held in zip(matcher.terms, unit.context, strict=True) if term.kind == "name"
    )


def _predicate_is_held(question: Question, unit: Unit, matcher: Matcher, held: float) -> bool:
    """Tell whether the sentence says what is asked of the subject: "goedgekeurd" is not held by "verworpen".

    Behind an auxiliary that are the other verbs of the question; else the verb that opens it, which a
    sentence that holds nearly all the rest may put in other words.
    """
    strengths = dict(zip((term.stem for term in matcher.terms), _strengths(unit), strict=True))
    by_text = {fold(term.text): term.stem for term in matcher.terms}
    said = _NOW.sub(" ", question.text)
    words = [
        fold(token.text)
        for token in question.words
        if token.text in said and (token.text[0].islower() or not token.span.start)
    ]
    if _AUXILIARY.match(question.text):
        asked = [word for word in words if find_verb_root(word) or _PARTICIPLE.fullmatch(word)]
        sure = False
    else:
        asked, sure = words[:1], held >= _SURE
    return sure or all(
        _is_light(word) or strengths.get(by_text.get(word, ""), 1.0) >= WORD_HELD or takes_up(word, unit.text)
        for word in asked
    )


def _borrows_denial(unit: Unit, matcher: Matcher) -> bool:
    """Tell whether a word that only a sentence beside holds is denied there: "OCW stelt geen voorwaarden. Wel ..."."""
    if _strengths(unit) is not unit.close:
        return False
    text = unit.reading.document.text
    spans = unit.reading.sentences(unit.block)
    own = next((number for number, span in enumerate(spans) if span == unit.span), 0)
    beside = [span.of(text) for span in spans[max(0, own - 2) : own]]
    return any(
        held < WORD_HELD <= matcher.match(other)[place][0]
        and denies("", other, [matcher.match(other)[place][1]])
        for other in beside
        for place, (term, held) in enumerate(zip(matcher.terms, unit.local, strict=True))
        if term.kind == "word"
    )


def _lead_of(unit: Unit) -> str:
    """Give what leads in to an item, which may deny all items below it."""
    if unit.reading.blocks[unit.block].kind is not BlockKind.ITEM:
        return ""
    group = unit.reading.list_around(unit.block)
    return "" if group is None or group.lead is None else unit.reading.text_of(group.lead)


def find_stated(unit: Unit, matcher: Matcher) -> str | None:
    """Give the "Ja" or "Nee" that opens the answer to a written question that holds the asked one."""
    reading = unit.reading
    answered = unit.block + 1 if unit.text.rstrip().endswith("?") else unit.block
    asked = reading.questions.get(answered, ())
    if not asked or (answered != unit.block and unit.block not in asked):
        return None
    said = STATED.match(reading.text_of(answered))
    question = " ".join(reading.text_of(block) for block in asked)
    if said is None or question.count("?") > 1:
        return None
    held = matcher.coverage([strength for strength, _ in matcher.match(question)])
    return _say(said) if held >= _STATED_ENOUGH else None


def _say(stated: re.Match[str]) -> str:
    return NO if stated.group("said").lower().startswith("n") else YES


def _compare(question: Question, unit: Unit) -> bool | None:
    """Tell whether the one number of the sentence is more or less than the question says; None without either."""
    asked = _COMPARED.search(question.text)
    limit = _value(asked.group("number")) if asked else None
    numbers = [_value(quantity.number.of(unit.text)) for quantity in find_quantities(unit.text)]
    values = [value for value in numbers if value is not None]
    if asked is None or limit is None or len(values) != 1:
        return None
    how = asked.group("how").lower()
    if how.startswith(("meer", "minder")):
        return values[0] > limit if how.startswith("meer") else values[0] < limit
    return values[0] >= limit if how.startswith(("ten minste", "minst", "minim")) else values[0] <= limit


def _value(number: str) -> float | None:
    plain = fold(number).rstrip(".,")
    if plain in NUMBER_WORDS:
        return float(NUMBER_WORDS[plain])
    try:
        return float(normalise_number(plain).replace(",", "."))
    except ValueError:
        return None


def _differs(unit: Unit, matcher: Matcher) -> bool | None:
    """Tell whether a number of the question has another value in the sentence; None when it is just absent."""
    for term, held in zip(matcher.terms, unit.context, strict=True):
        if term.kind != "number" or held >= 0.45:
            continue
        same_sort = unit.reading.facts_in(
            unit.span, ExtractKind.DATE, ExtractKind.AMOUNT, ExtractKind.SHARE
        ) or re.search(r"\d", unit.text)
        return True if same_sort else None
    return False
