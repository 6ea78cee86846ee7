"""The year of the document that a question names: "het programma van DLO uit 2031" is no document of 2027.

A document of another year says what was wanted or ruled then; that it is another one is said instead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer.scope import DOCUMENT_NOUN
from assistant.answer.titlenames import Named
from assistant.dutch import fold
from assistant.types import DocumentRecord

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SPELL = re.compile(r"(?<!\d)((?:19|20)\d\d) ?[-–/_] ?((?:19|20)\d\d)(?!\d)")
_LONGEST = 30
"""Years of the longest period that a document is of."""
_APART = re.compile(
    rf"\b(?:volgens|blijkens|in|uit) (?:het|de|dat|die|haar|hun|zijn) (?P<noun>[\w-]{{0,40}}(?:{DOCUMENT_NOUN})) "
    r"(?:(?:van|uit) )?(?P<year>(?:19|20)\d\d)(?![\w-])",
    re.IGNORECASE,
)
"""A document with its year, apart from its name: "Wat wil DLO volgens het programma van 2031?"."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A document that is asked for and not there: its name and year, and the titles of those that are, with their years."""

    name: str
    year: str
    others: tuple[tuple[str, str], ...]


def find_absent_edition(text: str, named: Named, records: Sequence[DocumentRecord]) -> Edition | None:
    """Give the edition that a question names when the named documents are surely all of other years."""
    found = [record for record in records if record.id in named.documents]
    asked = [year for known in named.known for year in _YEAR.findall(known)]
    asked += [apart["year"] for apart in _APART.finditer(text) if _fits(apart["noun"], found)]
    years = [_years_of(record) for record in found]
    if not asked or not all(years) or any(set(asked) & of for of in years):
        return None
    others = tuple(
        (record.title, (record.date or max(of))[:4]) for record, of in zip(found, years, strict=True)
    )
    return Edition(named.names[0], asked[0], others)


def _fits(noun: str, records: Sequence[DocumentRecord]) -> bool:
    """Tell whether the titles have the noun, of which more may stand before it: "programma"."""
    return all(fold(noun) in fold(f"{record.title} {record.subtitle or ''}") for record in records)


def _years_of(record: DocumentRecord) -> frozenset[str]:
    """Give the years that a document is of: of its date, its period, and those in its title and file's name."""
    period = [part[:4] for part in (record.period or "").split("/") if part[:4].isdecimal()]
    names = " ".join((record.title, record.subtitle or "", record.path))
    spells = [(one, other) for one, other in _SPELL.findall(names)]
    if period:
        spells.append((period[0], period[-1]))
    between = (
        str(year)
        for first, last in spells
        for year in range(int(first), min(int(last), int(first) + _LONGEST) + 1)
    )
    return frozenset(filter(None, ((record.date or "")[:4], *period, *_YEAR.findall(names), *between)))
