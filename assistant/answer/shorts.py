"""The short answer inside a unit: one finder per kind of question.

A finder gives candidates of the asked kind as (span in the document, fit in [0, 1]); the one
nearest to the matched words of the question wins. A word that stands in the question itself is
never its answer.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant.answer import cues
from assistant.answer.enumerations import find_enumerations
from assistant.answer.evidence import Unit
from assistant.answer.matching import Matcher, normalise_number
from assistant.answer.names import Name, find_names
from assistant.answer.quantities import Quantity, find_quantities
from assistant.answer.question import Question, QuestionKind
from assistant.answer.roles import asks_role, same_role
from assistant.answer.rows import find_cell
from assistant.dutch import fold
from assistant.dutch import stem as stem_word
from assistant.types import AmountValue, BlockKind, DateValue, ExtractKind, RegionValue, Span

_DISTANCE = 60.0
"""Characters over which the nearness of a candidate to a matched word falls to 1/e."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible short answer: where it stands (document offsets), how well it fits the kind."""

    span: Span
    fit: float
    text: str | None = None


_CLAUSE = 12
"""Characters that a comma, semicolon or "en", "maar", "naar" counts for in that distance."""
_CLAUSE_MARK = re.compile(r"[,;:(]|\b(?:en|maar|naar|terwijl|waarvan|waarbij)\b")

_CELL_KINDS = frozenset(
    {
        QuestionKind.NAME,
        QuestionKind.STATUS,
        QuestionKind.TOPIC,
        QuestionKind.MANNER,
        QuestionKind.PERSON,
        QuestionKind.ORGANISATION,
        QuestionKind.DEFINITION,
    }
)
"""Kinds of question that a cell of a table answers as it stands; values are looked for inside it."""

Finder = Callable[[Question, Unit, Matcher], Iterator[Candidate]]


def find_short(question: Question, unit: Unit, matcher: Matcher) -> None:
    """Set the unit's short answer, its fit, nearness and cue."""
    unit.cue = _cue(question.kind, unit.text)
    finder = FINDERS.get(question.kind)
    if unit.reading.blocks[unit.block].kind is BlockKind.ROW and not unit.items:
        cell = find_cell(unit.text, matcher)
        if cell is not None and question.kind in _CELL_KINDS:
            unit.short, unit.fit, unit.near = cell.shift(unit.span.start), 0.6, 0.6
            unit.short_text = cell.of(unit.text)
            return
    if finder is None:
        unit.fit = 0.5
        return
    best: tuple[float, float, float, Candidate] | None = None
    for candidate in finder(question, unit, matcher):
        if _is_asked(question, candidate.text or candidate.span.of(unit.reading.document.text)):
            continue
        near = _nearness(unit, candidate.span, matcher)
        worth = 0.6 * candidate.fit + 0.4 * near
        if best is None or worth > best[0] + 1e-9:
            best = (worth, candidate.fit, near, candidate)
    if best is not None:
        _, unit.fit, unit.near, chosen = best
        unit.short = chosen.span
        unit.short_text = chosen.text or chosen.span.of(unit.reading.document.text)


def _nearness(unit: Unit, span: Span, matcher: Matcher) -> float:
    """Give how near the candidate is to the matched words, weighted by them, in [0, 1]."""
    start, end = span.start - unit.span.start, span.end - unit.span.start
    total = gained = 0.0
    for term, held, place in zip(matcher.terms, unit.local, unit.places, strict=True):
        if place < 0 or start <= place < end:
            continue
        between = unit.text[place:start] if place < start else unit.text[end:place]
        distance = len(between) + _CLAUSE * len(_CLAUSE_MARK.findall(between))
        weight = term.weight * held * (2.0 if term.kind == "number" else 1.0)
        total += weight
        gained += weight * math.exp(-distance / _DISTANCE)
    return gained / total if total else 0.0


def _is_asked(question: Question, text: str) -> bool:
    """Tell whether the candidate only repeats words of the question."""
    asked = {fold(token.text) for token in question.words}
    words = [fold(word) for word in re.findall(r"[^\W_][\w'’/&.-]*", text)]
    content = [word for word in words if word not in cues.QUESTION_WORDS]
    return bool(content) and all(word in asked or normalise_number(word) in asked for word in content)


def _cue(kind: QuestionKind, text: str) -> float:
    pattern = {
        QuestionKind.REASON: cues.REASON_CUES,
        QuestionKind.PURPOSE: cues.PURPOSE_CUES,
        QuestionKind.MANNER: cues.MANNER_CUES,
        QuestionKind.STATUS: cues.STATUS_CUES,
        QuestionKind.DEFINITION: cues.DEFINITION_CUES,
    }.get(kind)
    return 1.0 if pattern is not None and pattern.search(text) else 0.0


def _persons(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    text, base = unit.text, unit.span.start
    known = {fold(token.text) for token in question.words}
    asked_role = asks_role(question)
    for name in find_names(text):
        held = {fold(word) for word in name.text.split()}
        if name.kind == "person":
            if name.role is not None and held & known:
                yield Candidate(name.role.shift(base), 1.0)
            elif question.asked != "functie":
                yield Candidate(name.span.shift(base), _person_fit(question, name, text, asked_role))
        elif not asked_role and question.asked != "functie":
            yield Candidate(name.span.shift(base), 0.6 if name.kind == "organisation" else 0.45)
    if not asked_role and question.asked is None:
        for enumeration in find_enumerations(text):
            if all(any(sign.isupper() for sign in item.of(text)) for item in enumeration.items):
                names = join_items([item.of(text) for item in enumeration.items])
                yield Candidate(enumeration.span.shift(base), 0.65, names)
    if not asked_role:
        for match in _UNNAMED.finditer(text):
            yield Candidate(Span(match.start("who"), match.end("who")).shift(base), 0.75)
    yield from _attribution(question, unit)


_UNNAMED = re.compile(
    r"\b(?:door|opende|opent|sprak|zei|tekende|overhandigde|aan) (?P<who>(?:de|het) (?:koning|koningin|premier|minister|gouverneur|"
    r"burgemeester|commissaris van de koning|gedeputeerde|deputé|wethouder|schepen|staatssecretaris|directeur|voorzitter)"
    r"(?: van [A-Z]\w+(?: [A-Z]\w+)*)?)(?![^.]{0,3}[A-Z])"
)


def _person_fit(question: Question, name: Name, text: str, asked_role: bool) -> float:
    """Give how well a person fits: best when he has the role asked for, badly when he has another."""
    if not asked_role:
        return 0.9
    if name.role is None:
        return 0.5
    return 1.0 if same_role(question, name.role.of(text)) else 0.35


def _attribution(question: Question, unit: Unit) -> Iterator[Candidate]:
    """Give the person to whom a quotation is ascribed just after it."""
    reading = unit.reading
    for block in range(unit.block + 1, min(unit.block + 3, len(reading.blocks))):
        text = reading.text_of(block)
        if len(text) > 140 or reading.blocks[block].kind in (BlockKind.HEADING, BlockKind.ROW):
            return
        for name in find_names(text):
            if name.kind == "person" and name.role is not None and name.span.start < 25:
                asked = asks_role(question)
                fit = 0.3 if asked and not same_role(question, name.role.of(text)) else 0.8
                yield Candidate(name.span.shift(reading.blocks[block].span.start), fit)
                return


def _organisations(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    places = {fact.span for fact in unit.reading.facts_in(unit.span, ExtractKind.REGION)}
    for name in find_names(unit.text):
        fit = {"organisation": 1.0, "name": 0.7, "person": 0.1}[name.kind]
        if name.span.shift(unit.span.start) in places:
            fit = 0.2
        if _after_agent(unit.text, name):
            fit = min(1.0, fit + 0.1)
        yield Candidate(name.span.shift(unit.span.start), fit)


def _after_agent(text: str, name: Name) -> bool:
    return bool(
        re.search(
            r"\b(?:door|van|namens|bij|met)(?: de| het)?\s$",
            text[max(0, name.span.start - 14) : name.span.start],
        )
    )


_ADDRESS = re.compile(
    r"\b[A-ZÀ-Þ][\w'’.-]*(?:laan|straat|weg|plein|kade|dreef|singel|gracht|steenweg|baan|markt|hof|dijk|pad|park) \d+\w?(?:,? \d{4} ?[A-Z]{0,2} [A-Z][\w'-]+)?"
)
_LEVELS = {
    "land": "country", "landen": "country", "buurland": "country", "provincie": "province", "deelstaat": "state",
    "stad": "city", "dorp": "city", "gemeente": "city", "steden": "city", "gemeenten": "city", "werelddeel": "continent",
}  # fmt: skip


def _level_fits(asked: str | None, value: object) -> bool:
    """Tell whether a region can be what is asked for: a town is no country, and the reverse."""
    level = _LEVELS.get(asked or "")
    if level is None or not isinstance(value, RegionValue):
        return True
    is_country = value.code is not None and len(value.code) == 2
    if level == "country":
        return is_country
    return not is_country and (
        level != "city" or value.code is None or not re.match(r"[A-Z]{2}-", value.code)
    )


def _places(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    text = unit.text
    if question.asked is not None and question.asked.endswith("adres"):
        for match in _ADDRESS.finditer(text):
            yield Candidate(Span(match.start(), match.end()).shift(unit.span.start), 1.0)
    for fact in unit.reading.facts_in(unit.span, ExtractKind.REGION):
        if not _level_fits(question.asked, fact.value):
            continue
        before = text[: fact.span.start - unit.span.start]
        placed = re.search(
            r"\b(?:in|te|naar|op|uit|vanuit|bij|richting|nabij|tussen|en|,|regio|gemeente|provincie)(?: (?:de|het))? ?$",
            before,
        )
        yield Candidate(fact.span, 1.0 if placed else 0.6)
    for name in find_names(text):
        before = text[max(0, name.span.start - 16) : name.span.start]
        if re.search(r"\b(?:in|te|naar|op|uit|vanuit|bij|nabij)(?: (?:de|het|den))? $", before):
            yield Candidate(name.span.shift(unit.span.start), 0.8)
        elif question.asked is not None and fold(name.text.split()[0]) == question.asked:
            yield Candidate(name.span.shift(unit.span.start), 1.0)
    for block in range(unit.block + 1, min(unit.block + 2, len(unit.reading.blocks))):
        tail = unit.reading.text_of(block)
        if len(tail) < 110 and "," in tail:
            start = unit.reading.blocks[block].span.start
            for fact in unit.reading.facts_in(unit.reading.blocks[block].span, ExtractKind.REGION):
                if fact.span.end - start >= len(tail.rstrip(" .")) - 1:
                    yield Candidate(fact.span, 0.5)


def _moments(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    precision = _asked_precision(question)
    bound = next((after for asked, after in _BOUNDS if asked.search(fold(question.text))), None)
    for candidate in _dates_in(unit, unit.span, 1.0, precision):
        words = unit.text[
            max(0, candidate.span.start - unit.span.start - 30) : candidate.span.end - unit.span.start
        ]
        fits = bound is None or bound.search(words)
        yield candidate if fits else Candidate(candidate.span, candidate.fit * 0.5)
    for span in _neighbours(unit):
        yield from _dates_in(unit, span, 0.4, precision)


_BOUNDS = (
    (
        re.compile(r"\b(?:tot wanneer|uiterlijk|deadline|voor wanneer|einddatum|eindigt|loopt .* af)\b"),
        re.compile(
            r"\b(?:uiterlijk|tot|tot en met|t/m|voor|vóór|einde|eindigt|termijn|binnen)\b", re.IGNORECASE
        ),
    ),
    (
        re.compile(r"\b(?:vanaf wanneer|sinds wanneer|met ingang van wanneer|ingangsdatum)\b"),
        re.compile(r"\b(?:vanaf|sinds|met ingang van|per|ingang)\b", re.IGNORECASE),
    ),
)
"""Questions for the end or the start of something, and the words before a date that say it is one."""


def _asked_precision(question: Question) -> int:
    """Give how many characters of an ISO date are asked for: 10 for a day, 7 for a month, 0 for any."""
    plain = fold(question.text)
    if re.search(r"\b(?:welke|precieze|exacte) (?:datum|dag)\b", plain):
        return 10
    return 7 if re.search(r"\bwelke maand\b", plain) else 0


def _dates_in(unit: Unit, span: Span, fit: float, precision: int) -> Iterator[Candidate]:
    for fact in unit.reading.facts_in(span, ExtractKind.DATE):
        value = fact.value
        edtf = value.edtf if isinstance(value, DateValue) else None
        if precision and len(edtf or "") < precision:
            yield Candidate(fact.span, fit * 0.25)
            continue
        years = bool(re.fullmatch(r"\d{4}\s?[-–/]\s?\d{2,4}", fact.text))
        # "2020-2023" in a name is rarely the moment asked for; nor is "dit jaar" when a date is near.
        yield Candidate(fact.span, fit * (0.55 if years else 1.0 if edtf else 0.6))


def _neighbours(unit: Unit) -> list[Span]:
    spans = unit.reading.sentences(unit.block)
    place = next((number for number, span in enumerate(spans) if span == unit.span), None)
    if place is None:
        return []
    return [*spans[max(0, place - 1) : place], *spans[place + 1 : place + 2]]


_DURATION = re.compile(
    r"\b(?:(?:binnen|gedurende|voor|in|over) )?(?P<span>(?:(?:ruim|circa|ongeveer|maximaal|minimaal|ten minste|minstens|bijna) )?"
    r"(?:\d+(?:[.,]\d+)?|een|één|anderhalf|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|achttien|vierentwintig)(?: (?:tot|à|of) \w+)?"
    r"[ -](?:werkdagen|kalenderdagen|dagen|dag|weken|week|maanden|maand|kwartalen|jaar|jaren|uur|minuten)(?: per (?:week|dag|jaar|maand))?)\b",
    re.IGNORECASE,
)


def _periods(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    for match in _DURATION.finditer(unit.text):
        yield Candidate(
            Span(match.start("span"), match.end("span")).shift(unit.span.start),
            1.0 if question.asked is None or "perio" not in question.asked else 0.5,
        )
    for fact in unit.reading.facts_in(unit.span, ExtractKind.DATE):
        long = bool(re.search(r"[-–/]|\b(?:tot|en|t/m|tussen)\b", fact.text))
        yield Candidate(fact.span, 0.95 if long else 0.55)


def _amounts(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    for fact in unit.reading.facts_in(unit.span, ExtractKind.AMOUNT):
        yield Candidate(fact.span, 1.0)


def _shares(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    for fact in unit.reading.facts_in(unit.span, ExtractKind.SHARE):
        if isinstance(fact.value, AmountValue):
            yield Candidate(fact.span, 1.0)
    for match in re.finditer(
        r"\b(?:ruim |bijna |meer dan |minder dan )?(?:de helft|een derde|een kwart|twee derde|driekwart|het merendeel|een vijfde|drie kwart)\b",
        unit.text,
        re.IGNORECASE,
    ):
        yield Candidate(Span(match.start(), match.end()).shift(unit.span.start), 0.9)


def _counts(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    taken = [
        fact.span
        for fact in unit.reading.facts_in(unit.span, ExtractKind.DATE, ExtractKind.AMOUNT, ExtractKind.SHARE)
    ]
    asked = stem_word(question.asked) if question.asked else None
    if question.asked and re.search(r"\bvan de\b", question.text):
        for fact in unit.reading.facts_in(unit.span, ExtractKind.SHARE):
            yield Candidate(fact.span, 0.6)
    quantities = find_quantities(unit.text)
    held = asked is None or _asked_is_held(asked, unit, matcher)
    any_counted = any(_counted(quantity, asked, matcher) is not None for quantity in quantities)
    for quantity in quantities:
        span = quantity.span.shift(unit.span.start)
        if quantity.percent or any(span.overlaps(other) for other in taken):
            continue
        counted = _counted(quantity, asked, matcher)
        if counted is not None:
            yield Candidate(Span(span.start, counted + unit.span.start), 1.0)
        else:
            bare = not quantity.following or fold(quantity.following[0][0]) in cues.QUESTION_WORDS
            loose = 0.85 if any_counted else 0.5 if bare else 0.35
            yield (
                Candidate(span, loose if bare or not any_counted else 0.35) if held else Candidate(span, 0.2)
            )


def _asked_is_held(asked: str, unit: Unit, matcher: Matcher) -> bool:
    """Tell whether the counted thing is spoken of here at all: a number of something else is no answer."""
    return any(
        strength >= 0.5 for term, strength in zip(matcher.terms, unit.wide, strict=True) if term.stem == asked
    ) or all(term.stem != asked for term in matcher.terms)


def _counted(quantity: Quantity, asked: str | None, matcher: Matcher) -> int | None:
    """Give where the counted noun ends when it is the one asked for."""
    if asked is None:
        return None
    for word, end in quantity.following[:4]:
        plain = fold(word)
        if (
            plain in ("van", "in", "tot", "naar", "en", "op", "uit", "met", "door", "per", "voor")
            and word != quantity.following[0][0]
        ):
            return None
        stem = stem_word(plain)
        if stem == asked or _same_noun(asked, plain, matcher):
            return end
    return None


def _same_noun(asked: str, word: str, matcher: Matcher) -> bool:
    """Tell whether a word names what was asked: a variant, or a compound that ends in it."""
    if len(asked) > 3 and stem_word(word).endswith(asked):
        return True
    for term in matcher.terms:
        if term.stem == asked:
            found = dict(matcher.worth(word))
            return found.get(matcher.terms.index(term), 0.0) >= 0.55
    return False


def _lists(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    document = unit.reading.document.text
    if unit.items:
        spans = [unit.reading.blocks[item].span for item in unit.items]
        yield Candidate(
            Span(spans[0].start, spans[-1].end),
            _list_fit(question, len(spans), 1.0),
            join_items([first_clause(span.of(document)) for span in spans]),
        )
        return
    if question.asked == "wie" or question.asked in cues.PERSON_NOUNS:
        persons = [name for name in find_names(unit.text) if name.kind == "person"]
        if len(persons) > 1:
            span = Span(persons[0].span.start, persons[-1].span.end).shift(unit.span.start)
            yield Candidate(
                span, _list_fit(question, len(persons), 0.95), join_items([name.text for name in persons])
            )
    for enumeration in find_enumerations(unit.text):
        items = [item.of(unit.text) for item in enumeration.items]
        items[0] = _without_announcement(items[0], question)
        fit = _list_fit(question, len(items), 0.8)
        if question.asked == "wie" or question.asked in _NAMED_NOUNS:
            fit *= 0.3 + 0.7 * sum(any(sign.isupper() for sign in item) for item in items) / len(items)
        yield Candidate(enumeration.span.shift(unit.span.start), fit, join_items(items))


_NAMED_NOUNS = cues.PERSON_NOUNS | cues.ORGANISATION_NOUNS | cues.PLACE_NOUNS


def _without_announcement(item: str, question: Question) -> str:
    """Cut "de vijf pijlers" from the first item when that is what was asked for."""
    words = item.split()
    for place, word in enumerate(words[:-1]):
        if question.asked and stem_word(fold(word)) == stem_word(question.asked) and place < 4:
            return " ".join(words[place + 1 :])
    return item


def _list_fit(question: Question, length: int, fit: float) -> float:
    if question.number is None:
        return fit if length > 2 else fit * 0.75
    if question.number == length:
        return 1.0
    return fit * 0.5


def first_clause(text: str) -> str:
    """Give the name of a list item: what stands before its colon or first sentence end, when short enough."""
    bare = re.sub(r"^(?:[-•*–]|\(?\w{1,2}[.)])\s+", "", text)
    return re.split(r"(?<=[^\d]):\s|[.;](?:\s|$)", bare, maxsplit=1)[0].strip(" ,;.:")


def join_items(items: list[str]) -> str:
    """Give "a, b en c"; a semicolon between items that hold a comma or "en" themselves."""
    if len(items) < 2:
        return "".join(items)
    mark = "; " if any("," in item or " en " in item for item in items) else ", "
    return mark.join(items[:-1]) + (" en " if mark == ", " else "; ") + items[-1]


def _definitions(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    text = unit.text
    for token in question.words:
        word = re.escape(token.text)
        before = re.search(rf"(?P<full>(?:[\w’'&/+-]+ ){{0,7}}[\w’'&/+-]+) \(\W?{word}\W?\)", text)
        if before:
            start = _expansion_start(before.group("full"), token.text)
            yield Candidate(
                Span(before.start("full") + start, before.end("full")).shift(unit.span.start), 1.0
            )
        after = re.search(rf"\b{word} \((?P<full>[^()]{{6,90}})\)", text)
        if after and token.text.isupper():
            yield Candidate(Span(after.start("full"), after.end("full")).shift(unit.span.start), 1.0)
        apposition = re.search(
            rf"{word}[”’\"']?(?: \([^)]*\))?(?:,| [–-]) (?P<what>(?:de|het|een|hét|dé) [^.;]{{8,160}})", text
        )
        if apposition:
            yield Candidate(
                Span(apposition.start("what"), apposition.end("what")).shift(unit.span.start), 0.75
            )
    yield from _copulas(question, unit, matcher)


def _copulas(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give "een ..." of sentences that say what the asked thing is ("X is een ...", "Met X bedoelen we ...")."""
    text = unit.text
    held = [place for place, strength in zip(unit.places, unit.local, strict=True) if strength > 0.7]
    for match in re.finditer(
        r"\b(?:is|zijn|betekent|bedoelen (?:we|wij)|verstaan (?:we|wij)|wordt verstaan|vormt|biedt|omvat|beschrijft|betreft)\b",
        text,
    ):
        subject = [place for place in held if place < match.start()]
        if not subject or match.start() - max(subject) > 60:
            continue
        rest = text[match.end() :]
        article = re.match(r"[^.;:]{0,40}?\b(?:een|het|de|hét|dé|geen)\s", rest)
        fit = 0.9 if article and match.start() - max(subject) < 30 else 0.5
        yield Candidate(
            Span(match.end() + 1, max(match.end() + 1, len(text.rstrip(" .")))).shift(unit.span.start),
            fit if min(subject) < 40 else fit * 0.7,
        )


def _expansion_start(full: str, short: str) -> int:
    """Give where the full name begins whose initials make the abbreviation (or its capitals begin)."""
    words = list(re.finditer(r"[^\s-]+(?:-[^\s-]+)*", full))
    letters = [sign.lower() for sign in short if sign.isalpha()]
    for count in range(1, len(words) + 1):
        chosen = words[-count:]
        initials = [piece[0].lower() for word in chosen for piece in re.split(r"[-/]", word.group()) if piece]
        if (
            initials[0] == letters[0]
            and len(initials) >= min(len(letters), 2)
            and count >= min(len(letters) - 1, 3)
        ):
            return chosen[0].start()
    for count in range(len(words), 0, -1):
        if words[-count].group()[0].isupper():
            return words[-count].start()
    return words[-1].start() if words else 0


def _clauses(pattern: str) -> Finder:
    compiled = re.compile(pattern, re.IGNORECASE)

    def find(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
        for match in compiled.finditer(unit.text):
            clause = match.group("clause").rstrip(" .,;")
            yield Candidate(
                Span(match.start("clause"), match.start("clause") + len(clause)).shift(unit.span.start), 1.0
            )

    return find


_reasons = _clauses(
    r"\b(?P<clause>(?:omdat|doordat|vanwege|wegens|dankzij|aangezien|als gevolg van|mede door|door het|door de|in verband met|want)\b[^.;]{4,240})"
)
_because = _clauses(r"\b(?P<clause>om (?!die reden)[^.;]{2,200}?\bte \w+[^.;,]{0,120})")


def _why(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    yield from _reasons(question, unit, matcher)
    for candidate in _because(question, unit, matcher):
        yield Candidate(candidate.span, 0.6)


_AIMS = (
    r"(?:heeft|hebben|had|met) (?:tot|als) doel|doel(?:stelling)? (?:van [^.;]{3,80} )?(?:is|was)|bedoeld om|gericht op|beoogt|beogen|"
    r"streeft? naar|moet(?:en)? (?:bijdragen|leiden|zorgen)|zal bijdragen|zodat|teneinde|om (?!die reden)(?=[^.;]{2,200}?\bte )"
)
_purposes = _clauses(rf"\b(?P<clause>(?:{_AIMS})\b[^.;]{{3,220}})")
_manners = _clauses(
    r"\b(?P<clause>(?:door [^.;]{2,200}?\bte \w+[^.;,]{0,100}|via [^.;]{3,160}|door middel van[^.;]{3,160}|met behulp van[^.;]{3,160}|aan de hand van[^.;]{3,160}))"
)
_states = _clauses(
    r"(?P<clause>[^.;]*\b(?:vertraagd|vertraging|afgerond|voltooid|gereed|gestart|van start|in ontwikkeling|in uitvoering|op schema|op koers|in voorbereiding|uitgesteld|blijft achter|gerealiseerd|opgeleverd|goedgekeurd)\b[^.;]*)"
)


_QUOTED = re.compile(r"(?<![\w’'])[‘“\"'](?P<inner>[^‘’“”\"'\n]{2,60})[’”\"'](?!\w)")


def _named(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    for quoted in _QUOTED.finditer(unit.text):
        yield Candidate(Span(quoted.start("inner"), quoted.end("inner")).shift(unit.span.start), 0.8)
    for name in find_names(unit.text):
        yield Candidate(name.span.shift(unit.span.start), 0.7 if name.kind != "person" else 0.3)
    if question.asked and len(question.asked) > 3:
        asked = re.escape(question.asked)
        for match in re.finditer(
            rf"\b{asked}\b:? (?P<what>[A-Z0-9][\w’'&/-]*(?: [A-Z0-9][\w’'&/-]*)*)", unit.text
        ):
            yield Candidate(Span(match.start("what"), match.end("what")).shift(unit.span.start), 1.0)


FINDERS: dict[QuestionKind, Finder] = {
    QuestionKind.PERSON: _persons,
    QuestionKind.ORGANISATION: _organisations,
    QuestionKind.PLACE: _places,
    QuestionKind.MOMENT: _moments,
    QuestionKind.PERIOD: _periods,
    QuestionKind.AMOUNT: _amounts,
    QuestionKind.SHARE: _shares,
    QuestionKind.COUNT: _counts,
    QuestionKind.LIST: _lists,
    QuestionKind.DEFINITION: _definitions,
    QuestionKind.REASON: _why,
    QuestionKind.PURPOSE: _purposes,
    QuestionKind.MANNER: _manners,
    QuestionKind.STATUS: _states,
    QuestionKind.NAME: _named,
}
