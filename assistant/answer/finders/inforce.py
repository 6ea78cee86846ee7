"""When a rule begins and ends: the date in the clause that says so, or the day on which it is printed.

"Deze regeling treedt in werking op 1 mei 2031 en vervalt op 1 mei 2035" begins on the first of these and ends on the
other; the date below a rule tells neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.types import Span

_DAY = r"(?:wanneer|welke? (?:datum|dag|moment|maand|jaar)) (?:geldt|gelden|gold|golden|is|zijn|was|waren)\b"
_BEGINS = (
    re.compile(
        r"\bin werking\b|\binwerkingtreding\b|\bvan kracht\b|\bingang\w*\b|\b(?:gaat|gaan|ging) .*\bin$|\bingaan\b"
    ),
    re.compile(
        r"\b(?:treedt|treden|trad|traden|getreden|treed)\b|\b(?:datum van |datum )?inwerkingtreding(?: is|"
        r" was|:| per)|\bvan kracht\b(?! tot\b)|\bingang\b|\bingegaan\b|\bingaan\b|\bin gaat\b|\bingaat\b|"
        r"\b(?:gaat|gaan|ging|gingen)\b.*\bin\b|\b(?:gaat|gaan|ging|gingen) in\b|\bgeld(?:t|en|ig)\b(?! tot\b)|\bvanaf\b|"
        r"\bingevoerd\b|\binvoering\b|\bbegin\w*\b|\bstart\w*\b|\bterug tot\b|\bsinds\b|\bfase|\bper\b|\btoepass"
    ),
)
_ENDS = (
    re.compile(
        rf"\btot (?:en met )?{_DAY}|"
        r"\bverval\w*\b|\bbuiten werking\b|\bniet meer geld|\bloopt .*\baf$"
    ),
    re.compile(
        r"\bverval|\bkomt te\b|\bbuiten werking\b|\bbuitenwerking|\beindig|\beinddatum\b|\bafloop|\bafgelopen\b|\bloopt\b.*\b(?:af|tot)\b|"
        r"\b(?:geld(?:t|en|ig)|gold|golden|van kracht|van toepassing)\b.*\btot\b|\btot en met\b|\bt/m\b|\bingetrokken\b|\bintrek|\bbeeindig|"
        r"\bstopt\b|\bniet meer\b|\btot uiterlijk\b|\bverstrek|\bverstreken\b|\bverlop"
    ),
)
_UNTIL = re.compile(rf"tot (?:en met )?{_DAY}")
_CLAUSE_END = re.compile(r"[,;](?!\d)|\b(?:en|maar|terwijl|waarna|alsmede)\b(?! met ingang)")
_DAY_AFTER = re.compile(
    r"\b(?:met ingang van|op|per|vanaf) (?P<day>(?:de|een) (?:[a-zà-ÿ]+ )?(?:werk)?dag,? (?:volgend op|"
    r"na) (?:de |die )?(?:(?! en (?:werkt|vervalt|geldt|heeft|is|wordt)\b)[^,;.]){4,160})"
)
"""A day that is told by when the rule is printed or made known."""
_LOOSE = 0.2
"""What is left of a date whose clause says another thing of the rule, or nothing of the kind."""
_PLACED = re.compile(
    r"\W*[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ]?[\w’'-]+){0,2}, (?:de )?\d{1,2} [a-z]+ \d{4}\W*", re.UNICODE
)
"""The place and date above a signature."""
_SIGNED = re.compile(
    r"\b(?:(?:onder)?teken\w*|(?:onder|ge)tekend|vast(?:gesteld|stelling)|vaststel\w*|stelde\w*|datum|dagtekening|gedateerd|dateert|gepubliceerd|"
    r"publicatie|uitgevaardigd|genomen|geschreven|schreef|verzonden|gestuurd|stuurde|verscheen|verschenen|"
    r"opgemaakt|gedaan|besloot|besloten|aangenomen|welke dag)\b"
)

_RULE = re.compile(
    r"(?<![\w-])[\w-]{0,40}(?:regeling|regelingen|besluit|besluiten|wet|verordening|decreet|circulaire|beleidsregels?|regels|reglement|aanwijzing|richtlijn|"
    r"maatregel|overeenkomst|convenant)\b|\bin werking\b"
)
"""What begins and ends by what it says of itself."""


def asked_phase(question: Question) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """Give the words of a question for when a rule begins or ends, and those of a clause that says it; None for others."""
    plain = fold(question.text).rstrip(" ?.!")
    if not _RULE.search(plain):
        return None
    ends = bool(_ENDS[0].search(plain))
    begins = bool(_BEGINS[0].search(plain)) and not _UNTIL.match(plain)
    if begins == ends:
        return None
    return _BEGINS if begins else _ENDS


def weigh_force(question: Question, unit: Unit, span: Span) -> float:
    """Give the share of its fit that is left to a date where it is asked when a rule begins or ends, or anything but its signing."""
    if not unit.span.covers(span):
        return 1.0
    if _PLACED.fullmatch(unit.text) and not _SIGNED.search(fold(question.text)):
        return _LOOSE
    phase = asked_phase(question)
    if phase is None:
        return 1.0
    start, end = span.start - unit.span.start, span.end - unit.span.start
    before = max((mark.end() for mark in _CLAUSE_END.finditer(unit.text, 0, max(0, start))), default=0)
    behind = _CLAUSE_END.search(unit.text, end)
    clause = fold(unit.text[before : behind.start() if behind else len(unit.text)])
    if phase[1].search(clause):
        return 1.0
    other = _ENDS if phase is _BEGINS else _BEGINS
    if other[0].search(clause):
        return _LOOSE
    said = _SAYS_BEGIN if phase is _BEGINS else _SAYS_END
    return _BESIDE if said.search(fold(unit.text)) else _LOOSE


_SAYS_BEGIN = re.compile(
    r"\b(?:treedt|treden|trad|traden|getreden|ingang|van kracht|ingevoerd|ingegaan|ging|gaat)\b"
)
_SAYS_END = re.compile(
    r"\b(?:verval\w*|eindig\w*|buiten werking|ingetrokken|loopt|(?:van kracht|geldig) tot)\b"
)
_BESIDE = 0.7
"""What is left of a date of another clause, where the sentence says when it begins or ends."""


def find_day_after(question: Question, unit: Unit) -> Iterator[Candidate]:
    """Give the day on which a rule begins or ends, where it is told by when the rule is printed."""
    phase = asked_phase(question)
    for found in _DAY_AFTER.finditer(unit.text) if phase else ():
        before = max((mark.end() for mark in _CLAUSE_END.finditer(unit.text, 0, found.start())), default=0)
        if phase and phase[1].search(fold(unit.text[before : found.start("day")])):
            yield Candidate(Span(*found.span("day")).shift(unit.span.start), 1.0)
