"""The stretch of time that a document reports on or is made for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.ingest.dates import MONTH_NAMES, MONTHS
from assistant.ingest.reading import Draft
from assistant.types import BlockKind, DocumentKind

_DASH = r"\s*(?:[-–—/]|t/m|tot\s+en\s+met|tot|en)\s*"
_YEAR = r"(?:19|20)\d\d"
_DAY = r"(?:\d{1,2}\s+)?"
_MONTHS_RANGE = re.compile(
    rf"\b{_DAY}({MONTH_NAMES})\s+(?:({_YEAR})\s*)?{_DASH}{_DAY}({MONTH_NAMES})\s+({_YEAR})\b", re.I
)
_YEARS_RANGE = re.compile(
    rf"(?<![\d-])({_YEAR})\s*(?:[-–—/]|t/m|tot\s+en\s+met)\s*({_YEAR}|\d\d)(?![\d-])", re.I
)
_PART = re.compile(
    r"\b(?:(?P<nth>eerste|tweede|derde|vierde|1e|2e|3e|4e|1ste|2de|3de|4de)\s+(?P<unit>half\s?jaar|jaarhelft|helft|semester|kwartaal)"
    rf"(?:\s+van)?|(?P<sign>[qh])(?P<digit>[1-4])|(?P<word>kwartaal|halfjaar)\s+(?P<number>[1-4]))[\s,-]+(?P<year>{_YEAR})\b",
    re.I,
)
_SESSION = re.compile(
    rf"(?:vergaderjaar|zitting(?:sjaar)?|zittingsperiode|legislatuur|werkjaar|schooljaar|bestuursperiode)\b[^.\d]{{0,20}}({_YEAR}\s*[-–—/]\s*(?:{_YEAR}|\d\d))\b",
    re.I,
)
_STATED = re.compile(
    r"\b(?:in|over|beschrijft|betreft|beslaat|omvat|bestrijkt)\s+(?:over\s+)?de\s+periode(?:\s+van)?\s+(?P<rest>.{4,80})"
    r"|\b(?:verslag|rapportage|verantwoordings?|onderzoeks?)-?(?:periode|jaar)\s*[:(]?\s*(?P<label>.{4,60})"
    r"|\bresultaten\s+(?:over\s+|van\s+)?(?P<results>.{4,60})",
    re.I,
)
_YEARLY = re.compile(
    r"\b(?:\w*jaar(?:verslag|rapport|rapportage|rekening|plan|bericht|overzicht|programma|actieplan)|\w*begroting)\b"
    rf"[^\d]{{0,80}}(?<![\d/-])(?P<year>{_YEAR})(?![\d/-])"
    r"|\b(?:voortgangs\w+|voortgang|\w*rapportage|\w*monitor|stand van zaken)"
    rf"(?:[\s:,-]+(?!(?:over|van|bij|inzake|betreffende|voor|op)\b)[^\W\d]+){{0,4}}?[\s:,-]+(?P<other>{_YEAR})(?![\d/-])",
    re.I,
)
"""A yearly text with its year; in "Voortgangsrapportage over het Waterplan 2030" the year is the plan's."""
_NTH = {
    sign: place
    for place, signs in enumerate(("eerste 1e 1ste", "tweede 2e 2de", "derde 3e 3de", "vierde 4e 4de"), 1)
    for sign in signs.split()
}
_SPAN_KINDS = (DocumentKind.PROGRESS_REPORT, DocumentKind.POLICY, DocumentKind.REPORT, None)
"""Kinds whose title names their own period; a letter or decision names the programme it is about."""
_LONGEST_YEARS = 15
_HEAD_BLOCKS, _HEAD_CHARS = 60, 12_000
_LINE_CHARS = 140


def find_period(
    title: str, subtitle: str | None, drafts: Sequence[Draft], kind: DocumentKind | None, stem: str
) -> str | None:
    """Give the period as an EDTF interval ("2019-07/2020-06", "2020/2020"); None when it is not stated.

    In order: title and subtitle, a session named at the beginning ("Vergaderjaar 2023-2024"), for a
    report what its beginning says ("de periode van ... tot ..."), and the file name.
    """
    whole = kind in _SPAN_KINDS
    names = [title, subtitle or ""] if whole else []
    for words in names:
        if found := _read_range(words) or _read_part(words):
            return found
    if session := _find_session(drafts):
        return session
    if kind in (DocumentKind.PROGRESS_REPORT, DocumentKind.REPORT) and (stated := _find_stated(drafts, kind)):
        return stated
    name = re.sub(r"(?<=[^\W\d])-(?=\d)", " ", stem.replace("_", " "))
    for words in (*names, name if whole else ""):
        if (yearly := _YEARLY.search(words)) and not _has_month(words):
            year = yearly.group("year") or yearly.group("other")
            return f"{year}/{year}"
    return (_read_range(name) or _read_part(name)) if whole else None


def _read_range(words: str) -> str | None:
    """Give the first run of months or years in `words`."""
    if found := _MONTHS_RANGE.search(words):
        first, first_year, last, last_year = found.groups()
        start = f"{first_year or last_year}-{MONTHS[first.lower()]:02}"
        end = f"{last_year}-{MONTHS[last.lower()]:02}"
        return f"{start}/{end}" if start <= end else None
    if found := _YEARS_RANGE.search(words):
        first, last = found.groups()
        last = last if len(last) == 4 else first[:2] + last
        return f"{first}/{last}" if 0 < int(last) - int(first) <= _LONGEST_YEARS else None
    return None


def _read_part(words: str) -> str | None:
    """Give the half or quarter of a year in `words`."""
    found = _PART.search(words)
    if found is None:
        return None
    part = found.groupdict()
    number = _NTH.get((part["nth"] or "").lower()) or int(part["digit"] or part["number"])
    unit = (part["unit"] or part["sign"] or part["word"]).lower()
    length = 3 if unit in ("kwartaal", "q") else 6
    if number * length > 12:
        return None
    return f"{part['year']}-{(number - 1) * length + 1:02}/{part['year']}-{number * length:02}"


def _find_session(drafts: Sequence[Draft]) -> str | None:
    """Give the session that a short line at the beginning names."""
    for draft in drafts[:15]:
        if len(draft.text) <= _LINE_CHARS and (found := _SESSION.match(draft.text)):
            return _read_range(found.group(1))
    return None


def _find_stated(drafts: Sequence[Draft], kind: DocumentKind | None) -> str | None:
    """Give the period that the text of a report states for itself."""
    for draft in _find_beginning(drafts):
        for found in _STATED.finditer(draft.text):
            words = next(group for group in found.groups() if group)
            if (value := _MONTHS_RANGE.match(words)) or (value := _YEARS_RANGE.match(words)):
                return _read_range(value.group(0))
            if part := _PART.match(words):
                return _read_part(part.group(0))
        heading = draft.kind is BlockKind.HEADING or len(draft.text) <= _LINE_CHARS // 2
        if heading and kind is DocumentKind.PROGRESS_REPORT and (range_ := _MONTHS_RANGE.search(draft.text)):
            return _read_range(range_.group(0))
    return None


def _find_beginning(drafts: Sequence[Draft]) -> Iterator[Draft]:
    chars = 0
    for draft in drafts[:_HEAD_BLOCKS]:
        if draft.kind not in (BlockKind.ROW, BlockKind.NOTE):
            yield draft
        chars += len(draft.text)
        if chars > _HEAD_CHARS:
            return


def _has_month(words: str) -> bool:
    return re.search(rf"\b(?:{MONTH_NAMES})\b", words, re.I) is not None
