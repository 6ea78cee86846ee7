"""What is said in the same clause as a value: aims beside what was reached, beginnings beside ends."""

from __future__ import annotations

import re

from assistant.answer.evidence import Unit
from assistant.answer.finders.ends import asked_end
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.types import BlockKind, Span

_AIMED = re.compile(
    r"\b(?:doel|doelen|doelstelling\w*|streef\w*|streven|streeft|ambitie|beoogd\w*|target|de lat|geraamd\w*|gepland\w*)\b"
)
_AIM_ASKED = re.compile(
    r"\b(?:doel\w*|streef\w*|streven|streeft|ambitie|beoog\w*|target|geraamd\w*|gepland\w*|"
    r"(?:moet|moeten|moest|wil|willen|wilde|wilden|zal|zullen|zou|zouden) .*\b\w+en)\b"
)
"""Words for what was aimed at: before or behind a figure in its clause, and in a question."""
_BEGUN = re.compile(
    r"\b(?:beg[io]n\w*|start|start(?:en|te|ten)|gestart|aanvang\w*|in werking|ingang|ingegaan|schop|opent|openen|opende)\b"
)
_ENDED = re.compile(
    r"\b(?:gereed|klaar|afgerond|voltooi\w*|opgelever\w*|oplevering|eindig\w*|loopt \w* ?af|verval\w*|beeindig\w*|"
    r"afgelopen is|gesloten|sluit|sloot|stop(?:t|te|ten|pen)|verloopt|verliep|verstrijkt)\b"
)
"""Words of a clause, or of a question, about when something begins and when it ends or is done."""
_BOUNDS = (
    re.compile(
        r"\b(?:minstens|minimaal|minimum|ten ?minste|op zijn minst|of meer|of ouder|of hoger|meer dan)\b"
    ),
    re.compile(
        r"\b(?:hoogstens|hooguit|maximaal|maximum|ten ?hoogste|plafond|of minder|of jonger|minder dan)\b"
    ),
)
"""Words that make a figure the least or the most there is."""
_LOWERED = re.compile(
    r"\b(?:verminderd|verlaagd|gekort|afgetrokken|gedaald|daalt|daalde|daalden|afgenomen) (?:wordt |worden |is |zijn )?met "
    r"(?:maximaal |minimaal |ruim |circa |ongeveer |telkens |steeds )?(?:€ ?)?$"
)
_LOWERING = re.compile(
    r"minder|verlaag|verlaging|gekort|korting|korten|kort\b|aftrek|trek|trok|mindering|daal|daling|afnam|afname|afgenomen|scheel|lager|"
    r"verschil|verander|wijzig|omlaag|bespaar|besparing|reduc|zak|krimp"
)
"""Words before a figure by which something is lowered, and words of a question for that."""
_NEAR_FIGURE, _UNBOUND = 28, 0.8
"""Characters beside a figure in which such a word stands, and what is left of one without where one is asked for."""
_CLAUSE_END = re.compile(r"[,;:(]|\b(?:maar|terwijl|zodat|waarna|en)\b")
_CELL_END = re.compile(r"; | – ")
_OTHER, _OTHER_PHASE = 0.6, 0.4
"""What is left of a figure of the other sort, and of the date of the other phase."""


def finish_clause(text: str, span: Span) -> Span:
    """Give a clause with the rest of it, to its comma or end, where it was read up to some length; offsets in the text."""
    inside = text[span.end - 1 : span.end + 1].isalnum() and span.end < len(text)
    inside = inside or _IN_ADDRESS.match(text, span.end) is not None
    if not inside and not (len(span) >= _READ and _GOES_ON.match(text, span.end)):
        return span
    rest = _REST.match(text, span.end)
    return Span(span.start, rest.end() if rest else span.end)


_IN_ADDRESS = re.compile(r"(?<=www)\.(?=\w)|\.(?=(?:nl|be|eu|com|org|vlaanderen)\b)")
"""A full stop in the address of a website."""
_READ = 100
"""Characters from which a clause may have been cut: the least that a pattern of `why.py` ends at."""
_GOES_ON = re.compile(r" (?!waardoor\b)[a-zà-ÿ]")
"""A cause is read up to what it leads to: there it is whole, with a comma or without one."""
_REST = re.compile(r"(?:[^.;,:\n]|[.,:](?=\w)){0,300}(?!\w)")


def weigh_target(question: Question, unit: Unit, span: Span) -> float:
    """Give the share of its fit that is left to a figure: one that was aimed at or one that was reached is asked for.

    A question in the future may have either.
    """
    aimed = bool(_AIMED.search(_clause_around(unit, span)))
    plain = fold(question.text)
    if _AIMED.search(plain):
        return 1.0 if aimed else _OTHER
    return _OTHER if aimed and not _AIM_ASKED.search(plain) else 1.0


def asked_bound(question: Question) -> re.Pattern[str] | None:
    """Give the words for the least, or for the most, where a question asks for one of these; else None."""
    plain = fold(question.text)
    asked = [words for words in _BOUNDS if words.search(plain)]
    return asked[0] if len(asked) == 1 else None


def is_bounded(unit: Unit, span: Span, bound: re.Pattern[str]) -> bool:
    """Tell whether a figure has words for the least, or the most, beside it."""
    start, end = span.start - unit.span.start, span.end - unit.span.start
    return bound.search(fold(unit.text[max(0, start - _NEAR_FIGURE) : end + _NEAR_FIGURE // 2])) is not None


def weigh_bound(question: Question, unit: Unit, span: Span) -> float:
    """Give the share of its fit that is left to a figure where the least or the most is asked for: "minstens 65%"."""
    asked = asked_bound(question)
    return 1.0 if asked is None or is_bounded(unit, span, asked) else _UNBOUND


def weigh_reduction(question: Question, unit: Unit, span: Span) -> float:
    """Give the share of its fit that is left to a figure: one by which something is lowered is not what it comes to."""
    start = span.start - unit.span.start
    lowered = _LOWERED.search(fold(unit.text[max(0, start - _NEAR_FIGURE) : start]))
    return _OTHER_PHASE if lowered and not _LOWERING.search(fold(question.text)) else 1.0


def weigh_phase(question: Question, unit: Unit, span: Span) -> float:
    """Give the share of its fit that is left to a date: the clause of one may begin what the other's ends."""
    plain = fold(question.text)
    begin, end = bool(_BEGUN.search(plain)), bool(_ENDED.search(plain))
    end = end or (not begin and asked_end(question) == "end")
    if begin == end:
        return 1.0
    asked, other = (_BEGUN, _ENDED) if begin else (_ENDED, _BEGUN)
    clause = _clause_around(unit, span)
    return _OTHER_PHASE if other.search(clause) and not asked.search(clause) else 1.0


def _clause_around(unit: Unit, span: Span) -> str:
    """Give the words from the last mark of a clause before a value to the first behind it; of a row the cell."""
    row = unit.reading.blocks[unit.block].kind is BlockKind.ROW
    text, start, end = unit.text, span.start - unit.span.start, span.end - unit.span.start
    marks = _CELL_END if row else _CLAUSE_END
    before = max((match.end() for match in marks.finditer(text, 0, max(0, start))), default=0)
    behind = marks.search(text, end)
    return fold(text[before : behind.start() if behind else len(text)])
