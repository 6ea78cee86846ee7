"""Who pays: a sum is of the payer that the question names, and not of another one in the same text.

"Hoeveel betaalt Mol aan de kade?" is answered by "gemeente Mol: 0,4 miljoen euro" and not by what a visitor pays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.missing import UNDERSTOOD
from assistant.answer.names import find_names
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.types import BlockKind, ExtractKind, Span

_NAME = r"[A-ZÀ-Þ][\w’'.&-]+(?: (?:(?:van|de|den|der|het|aan|op) ){0,2}[A-ZÀ-Þ][\w’'.&-]+){0,4}"
_PAYS = (
    r"(?:betaalt|betaalde|betalen|betaalden|draagt|droeg|dragen|droegen|legt|legde|leggen|legden|steekt|stak|steken|staken|stopt|"
    r"stopte|trekt|trok|investeert|investeerde|investeren|investeerden|financiert|financierde|besteedt|besteedde|geeft|gaf|"
    r"schenkt|schonk|reserveert|reserveerde|leent|leende|stelt|stelde)"
)
_GIVEN = r"(?:betaald|bijgedragen|ingelegd|gestoken|gestopt|uitgetrokken|geinvesteerd|besteed|gegeven|geschonken|gereserveerd|geleend)"
_KIND = (
    r"(?:(?P<kind>gemeente|stad|provincie|coöperatie|stichting|vereniging|bedrijf|universiteit|hogeschool) )?"
)
_ASKED = re.compile(
    rf"\b(?:[Hh]oeveel|[Ww]elk bedrag|[Ww]at)\b(?: (?:euro|geld|miljoen|miljoen euro|subsidie|eigen geld|eigen middelen))? {_PAYS} "
    rf"(?:de |het |onze )?{_KIND}(?P<name>{_NAME})"
)
_ASKED_DONE = re.compile(
    rf"\b(?:[Hh]oeveel|[Ww]elk bedrag|[Ww]at)\b(?: (?:euro|geld|miljoen|miljoen euro))? (?:heeft|had|hebben) (?:de |het )?{_KIND}"
    rf"(?P<name>{_NAME})\b.*\b{_GIVEN}\b"
)
_MARK = re.compile(r"[,;:(](?!\d)| [–—] |\b(?:waarvan|waarbij|waartoe|terwijl|maar|en)\b")
_WE = re.compile(r"\b(?:wij|we|ons|onze)\b", re.IGNORECASE)
_STARTS = 40
"""Letters at the start of a sentence in which its subject stands."""
_WORD_BEFORE = re.compile(r"(?P<word>[A-ZÀ-Þ][\w’'-]+) $")
_PLACED = re.compile(
    r"\b(?P<word>van|in|te|voor|aan|bij|naar|uit|met) (?:de |het )?(?:gemeente |stad |provincie )?$"
)
_GIFT = re.compile(
    r"\b(?:bijdrage|steun|geld|lening|gift|subsidie|premie|aandeel|deel|rekening|inbreng|investering) $"
)
_OTHER = re.compile(
    rf"\b(?:{_PAYS}|bijdraagt|bijdragen|verleent|verleende|verstrekt|verstrekte|kent|kende)\b|"
    r"\b[A-ZÀ-Þ][\w-]+(?:se|sche|ale) (?:premie|subsidie|bijdrage|lening|gift|steun)\b|\b(?:premie|subsidie|lening|gift) van (?:de |het )[a-zA-Z]"
)
"""Signs that somebody else pays."""
_SAID = 0.5
_LOOK, _NEAR_BEST = 25, 2.5
"""Units in which a sum of the payer is looked for, and how far below the first one it may score."""
_FIT = 0.4
_PAYER = re.compile(
    r"gemeenten?|provincies?|rijk|overheid|stad|staat|regio|gewest|waterschap(?:pen)?|universiteit|hogeschool|ministerie|bedrijven|"
    r"bedrijfsleven|fonds|bank|corporaties?"
)
_NAMED_BEHIND = re.compile(r" [A-ZÀ-Þ]")
_HELD = 0.3
_SUMS = frozenset({QuestionKind.AMOUNT, QuestionKind.SHARE})


def find_payer(question: Question) -> re.Match[str] | None:
    """Give the payer that a question for a sum names: its `name`, and the `kind` of body before it."""
    if question.kind is not QuestionKind.AMOUNT:
        return None
    found = _ASKED.search(question.text) or _ASKED_DONE.search(_fold_dots(question.text))
    if found is None or fold(found["name"]) in UNDERSTOOD:
        return None
    return found


def _fold_dots(text: str) -> str:
    """Give a text without the dots of its vowels, as long as it was, with its capitals."""
    return text.replace("ï", "i").replace("ë", "e")


def is_of_payer(question: Question, unit: Unit, span: Span, matcher: Matcher) -> bool:
    """Tell whether a sum is of the payer that the question names, or of nobody that is told; True where it names none."""
    share = find_his_share(question, unit)
    payer = find_payer(question)
    if share == span or payer is None or _is_his(payer, unit, span, matcher):
        return True
    return not _OTHER.search(_clause_of(unit, span))


_ANY_PAYER = re.compile(
    rf"\b(?:[Hh]oeveel|[Ww]elk (?:bedrag|deel)|[Ww]at)\b(?: (?:euro|geld|miljoen euro|subsidie))? {_PAYS} "
    rf"(?:(?:de|het) )?(?P<name>{_NAME}|[a-z-]{{4,}})"
)


def mark_unpaying(question: Question, units: Sequence[Unit], matcher: Matcher) -> None:
    """Add to `lacks` of each unit the payer that a question for a sum asks about, where nothing is said of him in its block.

    A writer who says "wij" may be the payer himself.
    """
    asked = _ANY_PAYER.search(question.text) if question.kind in _SUMS else None
    if (
        asked is None
        or not _PAYER.fullmatch(asked["name"])
        or _NAMED_BEHIND.match(question.text, asked.end())
    ):
        return
    places = [place for place, term in enumerate(matcher.terms) if term.text == asked["name"]]
    for unit in units:
        if places and max(unit.wide[place] for place in places) < _HELD and not _WE.search(unit.text):
            unit.lacks = tuple(dict.fromkeys((*unit.lacks, asked["name"])))


_IN_MONEY = re.compile(r"\b[Hh]oeveel (?:euro|geld|miljoen)\b|\bbedrag\b")


def find_his_share(question: Question, unit: Unit) -> Span | None:
    """Give the share that the asked payer pays, where his clause tells no sum: "de provincie betaalt daarvan 40 procent"."""
    payer = None if _IN_MONEY.search(question.text) else _ANY_PAYER.search(question.text)
    shares = unit.reading.facts_in(unit.span, ExtractKind.SHARE) if payer is not None else ()
    if payer is None or not shares:
        return None
    name = re.escape(payer["name"])
    his = re.compile(rf"\b{name} {_PAYS}\b|\b{_PAYS} (?:de |het )?(?:\w+ )?{name}\b")
    sums = [fact.span.end for fact in unit.reading.facts_in(unit.span, ExtractKind.AMOUNT)]
    told = (share.span for share in shares if not any(end > share.span.start for end in sums))
    return next((span for span in told if his.search(_clause_of(unit, span))), None)


def _is_his(payer: re.Match[str], unit: Unit, span: Span, matcher: Matcher) -> bool:
    """Tell whether the payer stands in the clause of a sum, begins its sentence, or labels its row or what stands below a heading."""
    held = matcher.strengths(payer["name"])
    places = [
        place for place, said in enumerate(held) if said >= _SAID and matcher.terms[place].kind == "name"
    ]

    def says(text: str) -> bool:
        found = (matcher.match(text)[place] for place in places)
        return any(said >= _SAID and not _is_part(text, start, payer["name"]) for said, start in found)

    reading, start = unit.reading, max(0, span.start - unit.span.start)
    listed = reading.blocks[unit.block].kind in (BlockKind.ROW, BlockKind.ITEM)
    clause = _clause_of(unit, span)
    if not places or says(clause) or says(unit.text[:_STARTS]) or (listed and says(unit.text[:start])):
        return True
    own = payer["kind"] is not None and fold(payer["kind"]) in fold(clause)
    above = (*map(reading.text_of, reading.parents[unit.block][1:]), reading.document.organisation or "")
    meant = any(map(says, above)) or (own and says(reading.document.title))
    if own or _WE.search(unit.text):
        return meant
    return meant and listed and not find_names(reading, Span(unit.span.start, span.start))


def _clause_of(unit: Unit, span: Span) -> str:
    """Give the words around a sum up to the marks of a clause."""
    text, start, end = unit.text, span.start - unit.span.start, span.end - unit.span.start
    marks = list(_MARK.finditer(text))
    first = max((mark.start() for mark in marks if mark.end() <= start), default=0)
    last = next((mark.start() for mark in marks if mark.start() >= end), len(text))
    return text[first:last]


def _is_part(text: str, start: int, name: str) -> bool:
    """Tell whether a name is that of where something lies, or the later part of another one: "de kade van Mol", "Kade Mol"."""
    placed = _PLACED.search(text, 0, start)
    if placed is not None and not (placed["word"] == "van" and _GIFT.search(text, 0, placed.start())):
        return True
    before = _WORD_BEFORE.search(text, 0, start)
    return before is not None and before.start() > 0 and before["word"] not in name


def prefer_payer(question: Question, units: list[Unit], matcher: Matcher) -> None:
    """Put first the best sum of the payer that the question names, where the first one is not."""
    payer = find_payer(question)
    if not units or payer is None or _has_his(payer, units[0], matcher):
        return
    top = units[0]
    for unit in units[1:_LOOK]:
        if unit.score < top.score - _NEAR_BEST:
            return
        if not unit.lacks and unit.fit >= _FIT and _has_his(payer, unit, matcher):
            unit.score = top.score
            units.remove(unit)
            units.insert(0, unit)
            return


def _has_his(payer: re.Match[str], unit: Unit, matcher: Matcher) -> bool:
    return unit.short is not None and _is_his(payer, unit, unit.short, matcher)
