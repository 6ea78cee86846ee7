"""Questions about a certain document: "in het voortgangsrapport van 2020", "volgens het besluit over alimentatie".

The words that name the document say where to look and not what to look for: they choose documents by
kind, date, title and organisation, and are left out of the question. What names no document for sure
stays an ordinary part of the question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answer.cues import META_WORDS
from assistant.answer.question import parse_question
from assistant.dutch import analyse, content_stems, find_stems, fold
from assistant.types import DocumentKind, DocumentRecord

_KINDS: tuple[tuple[str, tuple[DocumentKind, ...]], ...] = (
    (
        r"voortgangs?(?:rapport|rapportage|verslag|bericht)|jaarverslag|jaarrapport",
        (DocumentKind.PROGRESS_REPORT, DocumentKind.REPORT),
    ),
    (r"rapport|rapportage|onderzoek|evaluatie|studie", (DocumentKind.PROGRESS_REPORT, DocumentKind.REPORT)),
    (
        r"beleidskader|beleidsnota|visie|strategie|aanpak|akkoord|actieagenda|beleidsplan|programma|nota",
        (DocumentKind.POLICY, DocumentKind.PROGRESS_REPORT),
    ),
    (r"brief|circulaire", (DocumentKind.LETTER, DocumentKind.QUESTIONS)),
    (
        r"besluit|beslissing|regeling|verordening|beschikking|decreet",
        (DocumentKind.DECISION, DocumentKind.LETTER),
    ),
    (r"bericht|artikel|persbericht", (DocumentKind.NEWS,)),
    (r"verslag|notulen", (DocumentKind.MINUTES, DocumentKind.PROGRESS_REPORT)),
    (r"kamervragen|raadsvragen|statenvragen|beantwoording", (DocumentKind.QUESTIONS,)),
    (r"document|stuk|tekst|notitie|memo|richtlijn|aanwijzing|webinar|agenda", ()),
)
"""What a document is called, and the kinds that reading may have given it; empty for any kind."""
DOCUMENT_NOUN = "|".join(pattern for pattern, _ in _KINDS)
_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
_DAY = rf"(?:(?:\d{{1,2}} )?(?:{'|'.join(_MONTHS)}) )?(?:19|20)\d\d(?:[-/–](?:(?:19|20)?\d\d))?"
_REFERENCE = re.compile(
    rf"(?:^|(?<=\s))(?P<whole>(?P<lead>volgens|blijkens|in|uit)\s+(?:het|de|dat|die)\s+(?P<before>(?:[\w-]+\s+){{0,2}}?)"
    rf"(?P<noun>[\w-]*?(?:{DOCUMENT_NOUN}))(?!\w))",
    re.IGNORECASE,
)
_SAYING = re.compile(
    rf"(?:^|(?<=[,.] ))(?:en |maar )?wat (?P<verb>zegt|zeggen|schrijft|schrijven|vermeldt|vermelden|meldt|stelt) "
    rf"(?P<whole>(?:het|de|dat|die) (?P<before>(?:[\w-]+ ){{0,2}}?)(?P<noun>[\w-]*?(?:{DOCUMENT_NOUN}))(?!\w))"
    rf"(?P<date> (?:(?:van|uit) )?{_DAY})?(?= (?:hier)?over\b)",
    re.IGNORECASE,
)
"""A document that is asked what it says: "Wat zegt het regeerakkoord over ..."."""
_DATED = re.compile(rf"\s+(?:(?:van|uit|over|d\.d\.)\s+)?(?P<date>{_DAY})(?![\w-])", re.IGNORECASE)
_TITLED = re.compile(r"\s+(?P<title>[^,?!.]+)")
_END = re.compile(r"[\s?!.]*$")
_NAME = re.compile(r"\s+[‘“\"']?[A-ZÀ-Þ]")


@dataclass(frozen=True, slots=True)
class Scope:
    """The documents that a question is about (ids), and the question without the words that name them."""

    rest: str
    documents: frozenset[str]


def read_scope(text: str, records: Sequence[DocumentRecord]) -> Scope | None:
    """Give the documents that a question names; None when it names none, none that is there, or asks nothing else."""
    scope = find_scope(text, records)
    return scope if scope is not None and still_asks(scope.rest) else None


def find_scope(text: str, records: Sequence[DocumentRecord]) -> Scope | None:
    """Give the documents that a question names, whatever else it asks; None when it names none, or none that is there."""
    said = _SAYING.search(text)
    if said is not None:
        date = re.search(_DAY, said["date"] or "", re.IGNORECASE)
        chosen = _choose(said, _Clues(date and date.group()), records)
        if chosen:
            return Scope(f"{text[: said.start('verb')]}staat er{text[said.end() :]}", frozenset(chosen))
    for found in _REFERENCE.finditer(text):
        for start, end, clues in _readings(text, found):
            chosen = _choose(found, clues, records)
            if chosen:
                rest = _leave_out(text, start, end)
                return Scope(rest, frozenset(chosen))
    return None


def still_asks(rest: str) -> bool:
    """Tell whether there is more left of the question than "wat staat er"."""
    return any(fold(token.text) not in META_WORDS for token in parse_question(rest).words)


_ANY = re.compile(rf"(?:(?:het|de|dat|die|dit|deze|ons|onze)\s+)?(?:{DOCUMENT_NOUN})(?!\w)(?!.*\d/\d)")


def names_any(words: str) -> bool:
    """Tell whether words begin with what any document may be called: "het rapport".

    What is a name is none: "het Klimaatakkoord", "het Besluit bodemkwaliteit", "richtlijn 2010/75/EU".
    """
    return _ANY.match(words) is not None


@dataclass(frozen=True, slots=True)
class _Clues:
    """What is said of the document behind its noun: a date, words of its title."""

    date: str | None = None
    title: str = ""
    named: bool = False
    """Whether a name that chooses nothing stands right behind the noun: "het planprogramma Groene Rand"."""


def _readings(text: str, found: re.Match[str]) -> list[tuple[int, int, _Clues]]:
    """Give how far the naming of the document may reach, the longest way first: never past its date."""
    start, end = found.span("whole")
    ways: list[tuple[int, int, _Clues]] = []
    titled = _TITLED.match(text, end)
    dated = _DATED.match(text, end)
    if titled is not None and (_END.fullmatch(text, titled.end()) or text.startswith(",", titled.end())):
        inside = _DATED.search(titled["title"].rjust(len(titled["title"]) + 1))
        title = titled["title"] if inside is None else titled["title"].replace(inside.group().strip(), " ")
        ways.append((start, titled.end(), _Clues(inside and inside["date"], title)))
    if dated is not None:
        ways.append((start, dated.end(), _Clues(dated["date"])))
    else:
        ways.append((start, end, _Clues(named=_NAME.match(text, end) is not None)))
    return ways


def _choose(found: re.Match[str], clues: _Clues, records: Sequence[DocumentRecord]) -> list[str]:
    """Give the documents that everything said fits; none when only a common noun is said."""
    noun = fold(found["noun"])
    pattern, kinds = next(row for row in _KINDS if re.search(rf"(?:{row[0]})$", noun))
    own = re.sub(rf"(?:{pattern})$", "", noun).rstrip("-")
    # With its own name behind it, "het planprogramma" is not any document that is called a plan.
    fore = () if clues.named and own and "-" not in noun else find_stems(own)
    compound = fore + (() if "-" in noun or not own else find_stems(noun))
    wanted = [frozenset(compound)] if compound else []
    said = f"{found['before']} {clues.title}"
    wanted += [frozenset((stem,)) for stem in content_stems(said) if stem not in _OPEN]
    if not wanted and clues.date is None:
        return []
    # A date alone says too little of a document whose kind is not known.
    sorts = (*kinds, None) if wanted else kinds
    fits = [record for record in records if not kinds or record.kind in sorts]
    fits = [record for record in fits if holds_in_names(record, wanted)]
    if clues.date is not None:
        dated = [record for record in fits if _is_of(record, clues.date)]
        fits = dated or [record for record in fits if _reports_on(record, clues.date)]
    return [record.id for record in fits]


_OPEN = frozenset(
    stem for word in "nieuw laatst eerst oud huidig bijgevoegd genoemd".split() for stem in find_stems(word)
)
"""Words beside the noun that choose nothing by themselves."""


def holds_in_names(record: DocumentRecord, wanted: Sequence[frozenset[str]]) -> bool:
    """Tell whether the title, the file's name and the organisation hold one of each group of stems."""
    if not wanted:
        return True
    path = _SIGNS.sub(" ", record.path)
    names = f"{record.title} {record.subtitle or ''} {record.organisation or ''} {path}"
    plain = fold(names)
    if not all(any(stem[:_BEGIN] in plain for stem in group) for group in wanted):
        return False  # most documents: their names need no analysis
    held = _analyse_names(names)
    return all(group & held for group in wanted)


_SIGNS = re.compile(r"[^\w]|_")
_BEGIN = 2
"""Letters that a stem shares with nearly all its words ("jar" with "jaar")."""


@lru_cache(maxsize=10_000)
def _analyse_names(names: str) -> frozenset[str]:
    return frozenset(analyse(names).stems)


def _is_of(record: DocumentRecord, date: str) -> bool:
    """Tell whether the document has this date: a day, a month, a year, or years such as 2022-2023."""
    words = fold(date).split()
    years = _YEARS.findall(words[-1])
    if len(years) > 1 or not words[-1].isdecimal():
        return _reports_on(record, date)
    month = [f"{_MONTHS.index(word) + 1:02}" for word in words[:-1] if word in _MONTHS]
    day = [word.zfill(2) for word in words[:-1] if word.isdecimal()]
    return record.date is not None and record.date.startswith("-".join((words[-1], *month, *day)))


def _reports_on(record: DocumentRecord, date: str) -> bool:
    """Tell whether the title or the file's name has these years, or the document reports on them and no others."""
    years = _YEARS.findall(date)
    named = _YEARS.findall(f"{record.title} {record.subtitle or ''} {record.path}")
    if not years or any(word in _MONTHS for word in fold(date).split()):
        return False
    period = [part[:4] for part in (record.period or "").split("/")]
    return set(years) <= set(named) or (years[0] == period[0] and years[-1] == period[-1])


_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def _leave_out(text: str, start: int, end: int) -> str:
    """Give the question without a stretch of it."""
    rest = " ".join(f"{text[:start]} {text[end:].lstrip(',')}".split())
    return re.sub(r"(?<![\s,])[\s,]+(?=[?!.]|$)", "", rest)
