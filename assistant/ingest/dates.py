"""The date of a document, as the document states it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.ingest.reading import Draft
from assistant.types import BlockKind

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan", "februari feb", "maart mrt", "april apr", "mei", "juni jun", "juli jul",
            "augustus aug", "september sept sep", "oktober okt", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
MONTH_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
"""The months as a pattern, long names first; `MONTHS` gives their numbers."""
_MONTH = MONTH_NAMES
_WEEKDAY = r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:ma|di|wo|do|vr|za|zo)\.?),?\s+"
_DAY = rf"(?:{_WEEKDAY})?\d{{1,2}}\s+(?:{_MONTH})\.?\s+\d{{4}}"
_NUMERIC = r"\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}"
_SLASHED = rf"\d{{1,2}}\s?[-/]\s?(?:{_MONTH})\s?[-/]\s?(?:\d{{4}}|\d{{2}})"
_MONTH_YEAR = rf"(?:{_MONTH})\s+\d{{4}}"
_ANY = rf"(?:{_DAY}|{_NUMERIC}|{_SLASHED}|{_MONTH_YEAR})"
_LABEL = (
    r"(?:(?:locatie|plaats|tijd)\s*(?:en|/|&|,)\s*datum|datum(?:\s+(?:publicatie|van\s+publicatie|vergadering|overleg|brief"
    r"|ons\s+kenmerk))?|publicatiedatum|gepubliceerd(?:\s+op)?|geplaatst(?:\s+op)?|laatst\s+gewijzigd(?:\s+op)?|versiedatum"
    r"|nieuwsbericht|bericht|uitgave|verschenen(?:\s+op)?|opgesteld(?:\s+op)?|vastgesteld(?:\s+op)?|versie(?:\s+[\d.]+)?,?|d\.d\.)"
)
_ALONE = re.compile(
    rf"(?:\W*)(?:{_WEEKDAY})?({_ANY})(?:\s*[,|–-]?\s*(?:om\s+)?\d{{1,2}}[:.u]\d{{2}}(?:\s*uur)?)?\W*", re.I
)
_LABELLED = re.compile(
    rf"(?P<before>^|.*?[\s|(]){_LABEL}\s*[:|–-]?\s*(?:[\w\s.,'’-]{{0,40}}?[\s,])??({_ANY})\b", re.I
)
_BARE_LABEL = re.compile(rf"\W*{_LABEL}\s*:?\s*", re.I)
_PLACED = re.compile(rf"['’]?[A-Z][\w'’ -]{{2,30}},\s+({_DAY}|{_MONTH_YEAR})\W*")
_DATELINE = re.compile(
    rf"['’]?[A-Z][\w'’ -]{{2,30}}(?:,\s+|\s+\(|,?\s+-\s+)({_DAY})\)?(?:\s*[-–—:|/]|[.,]?\s+(?:tekst|door|foto|van onze)\b)",
    re.I,
)
"""Place and date with which a press release or an article opens: "Geel, 3 mei 2022 - De stad ...", "Mol (3 mei 2022) –"."""
_ISSUE = re.compile(
    rf"\b(?:nummer|nr\.?|editie|jaargang)\s+\d+[\w ,.]{{0,24}}?[,–|-]?\s+({_DAY}|{_MONTH_YEAR})\W*$", re.I
)
"""The number of a newsletter with its day or month: "Nummer 3, juli 2022"."""
_SIGNED = re.compile(
    rf"(?:Gegeven te |Aldus \w+ te )?(?:['’]s-|['’])?[A-Z][\w'’-]+(?: [\w'’-]+){{0,3}},?\s+({_DAY})\W*"
)
"""Place and date at the end, as acts and regulations have them."""
_DATED = re.compile(
    r"(?:(?:ministeri[eë]le? |kort |concept-?)?(?:\w*besluit|\w*regeling|\w*regels?|beschikking|circulaire|wet|resolutie"
    r"|beslissing|\w*verslag|notulen|zitting|vergadering|\w*brief|besluitenlijst|uittreksel|agenda|decreet)\b"
    rf"(?:(?!\b(?:houdende|tot|inzake|betreffende|over|wijziging)\b).){{0,140}}?)({_DAY})",
    re.I,
)
"""A title that dates itself: "Besluit van de minister van 1 juli 2014, ..."."""
_RUNNING = re.compile(r"(?:gelet op|gehoord|gezien|gelezen|overwegende|handelende)\b", re.I)
_RECEIVED = re.compile(rf"\(?ontvangen\s+({_DAY})\)?", re.I)
_PUBLISHED = re.compile(rf"\b(?:gepubliceerd|verschenen|uitgegeven)\s+op\s+({_DAY})", re.I)
_PERIOD = re.compile(
    rf"({_MONTH})\s+(?:(\d{{4}})\s*)?(?:[-–—]|t/m|tot\s+en\s+met|tot)\s*({_MONTH})\s+(\d{{4}})\b", re.I
)
_NAMED = re.compile(
    r"(?<!\d)(?:(?P<y1>(?:19|20)\d\d)[-_.]?(?P<m1>0[1-9]|1[0-2])[-_.]?(?P<d1>0[1-9]|[12]\d|3[01])"
    r"|(?P<d2>0?[1-9]|[12]\d|3[01])[-_.](?P<m2>0?[1-9]|1[0-2])[-_.](?P<y2>(?:19|20)\d\d|\d\d))(?!\d)"
)
_NAMED_MONTH = re.compile(rf"(?:(\d{{1,2}})[\s_-]+)?({_MONTH})[\s_-]+((?:19|20)\d\d)(?!\d)", re.I)
_NAMED_YEAR = re.compile(r"(?<!\w)(?:[^\W\d_]{3,}|(?<!-))((?:19|20)\d\d)(?!\w|-(?:19|20)?\d\d)")
"""A year that stands apart or right behind a word: "begroting 2021", "begroting2021"."""
_MADE_UP = re.compile(
    r"(?<![^\W_])(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|(?=\d*[a-f])[\da-f]{12,})(?![^\W_])", re.I
)
"""A mark that a program made up of hexadecimal digits: what looks like a date in it is none."""
_CHAPTER = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2}")
"""The number of a heading, where nothing tells that it is a date."""
_COLOPHON_CHARS = 900
_HEAD_BLOCKS = 40
_HEAD_CHARS = 2_000
_LINE_CHARS = 140
_OLDEST = 1900
_AHEAD_YEARS = 1
"""No document dates from later than so long after today."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A date as EDTF level 0 with where it was found."""

    edtf: str
    source: str


def find_date(
    drafts: Sequence[Draft], stem: str, stated: tuple[str | None, str | None] = (None, None)
) -> Stated | None:
    """Find the date that a document states for itself; None when it states none.

    In order: a date line or label in the head ("tekst"), what the format states as publication
    date, the colophon, a reported period ("periode", its end), a day or month in the file name
    `stem`, file metadata, and a year in the file name. Dates in running text never count, nor do
    those that lie more than a year ahead. `stated` is a date with its source.
    """
    value, source = stated
    given = Stated(value, source) if value and source and not _is_ahead(value) else None
    if given and given.source != "metadata":
        return given
    found = _find_in_head(drafts) or _find_in_colophon(drafts) or _find_period(drafts)
    name = _MADE_UP.sub(" ", stem)
    return found or _find_in_name(name) or given or _find_year_in_name(name)


def parse_date(words: str) -> str | None:
    """Give a Dutch date as EDTF: "28 juni 2022" -> 2022-06-28, "juni 2024" -> 2024-06; else None.

    A date of before 1900, or of more than a year from now, is None too.
    """
    text = re.sub(_WEEKDAY, "", words.strip().lower())
    if found := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})(?:[t ].*)?", text):
        return _make_day(*(int(part) for part in found.groups()))
    if found := re.fullmatch(rf"(\d{{1,2}})\s?[-/]\s?({_MONTH})\s?[-/]\s?(\d{{4}}|\d{{2}})", text):
        year = int(found.group(3))
        return _make_day(year + 2000 if year < 100 else year, MONTHS[found.group(2)], int(found.group(1)))
    if found := re.fullmatch(r"(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4}|\d{2})", text):
        day, month, year = (int(part) for part in found.groups())
        return _make_day(year + 2000 if year < 100 else year, month, day)
    found = re.fullmatch(rf"(?:(\d{{1,2}})\s+)?({_MONTH})\.?\s+(\d{{4}})", text)
    if found is None:
        return None
    year, month = int(found.group(3)), MONTHS[found.group(2)]
    if found.group(1):
        return _make_day(year, month, int(found.group(1)))
    return _bound(f"{year:04}-{month:02}")


def _make_day(year: int, month: int, day: int) -> str | None:
    try:
        value = date(year, month, day)
    except ValueError:
        return None
    return _bound(value.isoformat())


def _bound(edtf: str) -> str | None:
    return edtf if int(edtf[:4]) >= _OLDEST and not _is_ahead(edtf) else None


def _is_ahead(edtf: str) -> bool:
    """Tell whether a date of EDTF level 0 lies more than a year from now."""
    today = date.today()
    return edtf > f"{today.year + _AHEAD_YEARS:04}-{today.month:02}-{today.day:02}"


def _find_in_head(drafts: Sequence[Draft]) -> Stated | None:
    months: list[str] = []
    chars = 0
    label = False
    for draft in drafts[:_HEAD_BLOCKS]:
        if draft.text.lower() == "colofon":
            break
        long = len(draft.text) > 2 * _LINE_CHARS
        found = _read_opening(draft) if long else _read_line(draft, after_label=label) or _read_issue(draft)
        if found and len(found) > len("2024-06"):
            return Stated(found, "tekst")
        if found:
            months.append(found)
        label = _BARE_LABEL.fullmatch(draft.text) is not None
        chars += len(draft.text)
        if chars > _HEAD_CHARS:
            break
    return Stated(months[0], "tekst") if months else None


def _read_line(draft: Draft, *, after_label: bool) -> str | None:
    """Give the date of a block that is a date line, or that holds a labelled date."""
    text = draft.text
    if draft.kind is BlockKind.HEADING and _CHAPTER.fullmatch(text.strip(" .")):
        return None
    for pattern in (_ALONE, _PLACED):
        if (found := pattern.fullmatch(text)) and draft.kind is not BlockKind.ITEM:
            return parse_date(found.group(1))
    if found := _RECEIVED.search(text):
        return parse_date(found.group(1))
    if (found := _LABELLED.search(text)) and _is_label(found, text, draft):
        return parse_date(found.group(2))
    if (found := _DATED.match(text)) and len(text) <= 2 * _LINE_CHARS and not text.endswith("."):
        return parse_date(found.group(1))
    if (
        draft.kind is BlockKind.ROW
        and _BARE_LABEL.match(text)
        and (dated := re.search(rf":\s*({_ANY})$", text, re.I))
    ):
        return parse_date(dated.group(1))
    if after_label and (found := re.match(rf"({_ANY})\b", text, re.I)):
        return parse_date(found.group(1))
    return None


def _read_opening(draft: Draft) -> str | None:
    """Give the date with which the title of a decree or the first paragraph of a release begins, however long it is."""
    found = (_DATED if draft.kind is BlockKind.HEADING else _DATELINE).match(draft.text)
    return parse_date(found.group(1)) if found else None


def _read_issue(draft: Draft) -> str | None:
    """Give the day or month in a line with the number of a newsletter, or with which a short paragraph begins."""
    found = _DATELINE.match(draft.text) or (
        _ISSUE.search(draft.text) if len(draft.text) <= _LINE_CHARS else None
    )
    return parse_date(found.group(1)) if found else None


def _is_label(found: re.Match[str], text: str, draft: Draft) -> bool:
    """Tell whether a label dates the document: at the beginning of a block, or inside a short line."""
    if not found.group("before").strip(" (|"):
        return True
    return draft.kind is not BlockKind.ITEM and len(text) <= _LINE_CHARS and not _RUNNING.match(text)


def _find_in_colophon(drafts: Sequence[Draft]) -> Stated | None:
    """Find a date line under a heading "Colofon", or among the last lines of the document."""
    for place, draft in enumerate(drafts):
        titled = len(draft.text) < 40 and draft.text.strip(" :").lower() == "colofon"
        if titled and (found := _find_last(drafts[place + 1 : place + 30])):
            return Stated(found, "colofon")
    tail: list[Draft] = []
    chars = 0
    for draft in reversed(drafts):
        chars += len(draft.text)
        if chars > _COLOPHON_CHARS:
            break
        tail.append(draft)
    found = _find_last(tail)
    return Stated(found, "colofon") if found else None


def _find_last(drafts: Sequence[Draft]) -> str | None:
    for draft in drafts:
        if draft.kind is not BlockKind.NOTE and (stated := _PUBLISHED.search(draft.text)):
            return parse_date(stated.group(1))
    for draft in drafts:
        if len(draft.text) > _LINE_CHARS or draft.kind is BlockKind.NOTE:
            continue
        if draft.kind is not BlockKind.ITEM and (signed := _SIGNED.fullmatch(draft.text)):
            return parse_date(signed.group(1))
        if found := _read_line(draft, after_label=False):
            return found
    return None


def _find_period(drafts: Sequence[Draft]) -> Stated | None:
    """Find the reported period in a heading or a short line; its last month is the date."""
    for draft in drafts[: 4 * _HEAD_BLOCKS]:
        if len(draft.text) > _LINE_CHARS or draft.kind in (BlockKind.ITEM, BlockKind.ROW, BlockKind.NOTE):
            continue
        if found := _PERIOD.search(draft.text):
            value = parse_date(f"{found.group(3)} {found.group(4)}")
            if value:
                return Stated(value, "periode")
    return None


def _find_in_name(stem: str) -> Stated | None:
    if found := _NAMED.search(stem):
        parts = found.groupdict()
        value = parse_date(
            "-".join(
                part
                for part in (
                    parts["d1"] or parts["d2"],
                    parts["m1"] or parts["m2"],
                    parts["y1"] or parts["y2"],
                )
            )
        )
        if value:
            return Stated(value, "bestandsnaam")
    if month := _NAMED_MONTH.search(stem.replace("_", " ")):
        value = parse_date(" ".join(part for part in month.groups() if part))
        if value:
            return Stated(value, "bestandsnaam")
    return None


def _find_year_in_name(stem: str) -> Stated | None:
    years = _NAMED_YEAR.findall(stem.replace("_", " "))
    return Stated(years[0], "bestandsnaam") if len(years) == 1 and not _is_ahead(years[0]) else None
