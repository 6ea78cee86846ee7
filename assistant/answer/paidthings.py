"""What is paid, where a question asks who pays: "Wie betaalt de meerkosten?" wants no sentence on who pays something else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.answer.terms import Term
from assistant.dutch import fold
from assistant.types import BlockKind

_PAYS = (
    r"(?:betaalt|betalen|betaalde|betaalden|betaald|financiert|financieren|financierde|financierden|gefinancierd|bekostigt|"
    r"bekostigen|bekostigde|bekostigd|vergoedt|vergoeden|vergoedde|vergoed|subsidieert|subsidieren|subsidieerde|gesubsidieerd|"
    r"sponsort|sponsoren|gesponsord|draait op|draaien op|draagt|dragen|droeg|droegen|gedragen|neemt|nemen)"
)
_WHO = r"(?:wie|welke? (?:[a-z]+e )?[a-z-]+(?: of [a-z-]+)?)"
_ASKED = re.compile(
    rf"^(?:en |maar )?(?:{_WHO}(?: van [a-z]+)? (?:(?:zal|zullen|gaat|gaan|moet|moeten|heeft|hebben) )?(?P<pays>{_PAYS})?"
    rf"|(?:door|uit|van|met) {_WHO} (?:wordt|worden|werd|werden|is|zijn)) (?P<what>.+)"
)
_DONE = re.compile(rf"\b{_PAYS}\b")
_BEAR = re.compile(r"^(?:draagt|dragen|droeg|droegen|gedragen|neemt|nemen)$")
_COST = re.compile(r"kost|uitgave|lasten|rekening|schuld|risico|prijs|tarief|aandeel")
_CLAUSE = re.compile(
    r"[,;]| (?:als|zolang|wanneer|indien|die|dat|terwijl|omdat|nadat|zodra|waar\w*|volgens|bij|in|sinds|vanaf|tijdens) "
)
"""What ends the words for what is paid."""
_PLAIN = frozenset(
    """kosten kost rekening bedrag bedragen geld uitgaven uitgave lasten deel aandeel rest meeste helft totaal totale
    betaling financiering uitvoering project projecten extra hogere hoge volledige gehele totale overige resterende""".split()
)
"""Words that tell nothing of what is paid where another noun does."""
_TELLS = re.compile(
    r"betaal(?!b)|betal|financi(?!ële?n?\b)|bekosti|vergoed|subsidi|sponsor|kosten|rekening|budget|geld(?!t|en|ig)|bijdra|bijgedragen|\beuro\b|€|fonds|krediet|lening|"
    r"middelen|miljoen|investe|dragen?\b|draagt|gedragen|laste?\b|gedekt|dekking|premie|toelage|inleg|premie|verstrek|uitgetrokken|steekt|stort"
)
"""Words of a sentence that tells of paying."""
_NAMED = 0.7
"""The strength of a word itself, another name for it or more than one part of a compound (`kinship.py`)."""
_SURELY = 0.85
"""That of a word itself."""
_LIGHT = 0.3
"""The weight below which a word tells nothing of its own."""


def find_paid(question: Question, terms: Sequence[Term]) -> tuple[int, ...]:
    """Give the places of the words for what is paid, the one that matters most first; none where nobody asks who pays."""
    if question.kind not in (QuestionKind.PERSON, QuestionKind.ORGANISATION, QuestionKind.LIST):
        return ()
    plain = fold(question.text).rstrip(" ?!.")
    asked = _ASKED.match(plain)
    if asked is None:
        return ()
    done = _DONE.search(asked["what"])
    if asked["pays"] is None and done is None:
        return ()
    pays = asked["pays"] or (done.group() if done else "")
    what = asked["what"][: done.start()] if done and not asked["pays"] else asked["what"]
    if _BEAR.match(pays) and not _COST.search(what):
        return ()  # "wie draagt de ketting"
    cut = _CLAUSE.search(what)
    for stretch in (what[: cut.start()] if cut else what, what):
        words = set(re.findall(r"[^\W_][\w'’-]*", stretch)) - _PLAIN
        found = [
            place
            for place, term in enumerate(terms)
            if term.kind == "word"
            and fold(term.text) in words
            and term.weight >= _LIGHT
            and not _DONE.match(fold(term.text))
        ]
        if found:
            return tuple(sorted(found, key=lambda place: (-terms[place].weight, place)))
    return ()


def name_paid(question: Question, matcher: Matcher) -> tuple[str, ...]:
    """Give the word for what is paid, as it was asked; none where nobody asks who pays."""
    return tuple(matcher.terms[place].text for place in find_paid(question, matcher.terms)[:1])


def mark_unpaid(question: Question, units: Sequence[Unit], matcher: Matcher) -> None:
    """Add to `lacks` of each unit what is paid, where it does not say it, its headings neither, or tells of no paying."""
    paid = find_paid(question, matcher.terms)
    if not paid:
        return
    term = matcher.terms[paid[0]]
    named = Matcher((term,), None)  # a word that is only close in meaning is another thing
    for unit in units:
        texts, before = _texts_of(unit), _before(unit)
        said = any(_is_named(named, text) for text in (*texts, before))
        listed = unit.reading.blocks[unit.block].kind in (BlockKind.ROW, BlockKind.ITEM)
        if not said or not any(_TELLS.search(fold(text)) for text in (texts if listed else texts[:1])):
            unit.lacks = tuple(dict.fromkeys((*unit.lacks, term.text)))


def _is_named(named: Matcher, text: str) -> bool:
    """Tell whether a text names the one thing of a matcher; "energie" is no energiehub."""
    whole = fold(named.terms[0].text)
    return (
        named.strengths(text)[0] >= _NAMED
        and any(
            value >= _NAMED
            and not (fold(text[start:end]) != whole and whole.startswith(fold(text[start:end])))
            for start, end, worth in named.held_words(text)
            for _, value in worth
        )
    ) or named.strengths(text)[0] >= _SURELY


def _texts_of(unit: Unit) -> tuple[str, ...]:
    """Give the words of a unit, the headings above it and what leads in to its list."""
    reading = unit.reading
    group = reading.list_around(unit.block) if reading.blocks[unit.block].kind is BlockKind.ITEM else None
    lead = () if group is None or group.lead is None else (reading.text_of(group.lead),)
    return (unit.text, *map(reading.text_of, reading.parents[unit.block]), *lead)


def _before(unit: Unit) -> str:
    """Give the sentence before a unit in its paragraph: "De meerkosten zijn hoog. Die betaalt de provincie."."""
    before = [span for span in unit.reading.sentences(unit.block) if span.end <= unit.span.start]
    return before[-1].of(unit.reading.document.text) if before else ""
