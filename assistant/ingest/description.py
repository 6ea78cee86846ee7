"""What a document says of itself: title, date, period, author and kind, found together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.ingest.dates import find_date
from assistant.ingest.firstline import name_file
from assistant.ingest.kind import find_kind
from assistant.ingest.organisation import find_organisation
from assistant.ingest.period import find_period
from assistant.ingest.reading import Draft, Reading
from assistant.ingest.title import find_long_title, find_subtitle, find_title
from assistant.types import BlockKind, DocumentKind


@dataclass(frozen=True, slots=True)
class Description:
    """The fields of the same names of a `types.Document`."""

    title: str
    subtitle: str | None
    date: str | None
    date_source: str | None
    period: str | None
    organisation: str | None
    kind: DocumentKind | None


def describe(drafts: Sequence[Draft], reading: Reading, stem: str) -> Description:
    """Give what the cleaned blocks `drafts`, what the format states and the file's name tell."""
    told = any(draft.kind is BlockKind.HEADING and draft.level for draft in reading.drafts)
    title = find_title(
        drafts, reading.title, stem, told=told, paged=bool(reading.pages), fronted=reading.fronted
    )
    subtitle = reading.subtitle or find_long_title(drafts, title) or find_subtitle(drafts, title)
    kind = find_kind(title, subtitle, drafts, stem)
    date = find_date(drafts, stem, (reading.date, reading.date_source))
    return Description(
        title=name_file(title, stem) if reading.plain else title,
        subtitle=subtitle,
        date=date.edtf if date else None,
        date_source=date.source if date else None,
        period=find_period(title, subtitle, drafts, kind, stem),
        organisation=find_organisation(title, drafts, site=reading.site, author=reading.author),
        kind=kind,
    )
