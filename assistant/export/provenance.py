"""Where facts come from: the documents with their hashes, what failed, and how the facts were made."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any, Final

from assistant import __version__
from assistant.config import Settings
from assistant.extract.vocabulary import load_vocabulary
from assistant.types import Document, DocumentRecord, ExtractKind, Failure, Filters, ThemeValue
from assistant.wire import KIND_WORDS

_SETTINGS: Final = ("ocr", "max_file_bytes", "max_file_seconds", "max_worker_bytes", "max_document_chars")
"""The settings that decide what is read of a file. How many processes read is none of them."""
_FILTERS: Final = {
    "documents": "document",
    "themes": "thema",
    "regions": "regio",
    "since": "van",
    "until": "tot",
    "language": "taal",
    "origin": "herkomst",
}


@dataclass(slots=True)
class SourceRow:
    """A document and the number of facts that were written of it; `reason` when it could not be read.

    `themes` are the names of the themes of the whole document, the strongest first.
    """

    path: str
    title: str = ""
    date: str | None = None
    sha256: str = ""
    pages: int | None = None
    facts: int | None = None
    reason: str | None = None
    themes: Sequence[str] = ()

    def to_wire(self) -> dict[str, Any]:
        """Give the row with its Dutch names."""
        return {
            "bestand": self.path,
            "titel": self.title,
            "datum": self.date,
            "sha256": self.sha256,
            "paginas": self.pages,
            "feiten": self.facts,
            "themas": list(self.themes),
            "mislukt": self.reason,
        }


@dataclass(slots=True)
class Provenance:
    """Grows while the facts are written; whole when the last one is.

    `about` are names and values: what was asked for and with which settings.
    """

    about: list[tuple[str, str]] = field(default_factory=list)
    sources: list[SourceRow] = field(default_factory=list)
    failed: bool = False
    _current: SourceRow | None = None

    def begin(self, document: Document | DocumentRecord, themes: Iterable[ThemeValue] = ()) -> None:
        """Begin with a document about `themes`; the facts that are counted from now on are its facts."""
        pages = document.pages if isinstance(document, DocumentRecord) else len(document.page_starts)
        about = (document.path, document.title, document.date, document.sha256, pages or None, 0)
        self._add(SourceRow(*about, themes=[theme.name for theme in themes]))

    def begin_file(self, path: Path) -> None:
        """Begin with a file of loose texts."""
        row = SourceRow(path.name, facts=0)
        if path.is_file():
            with path.open("rb") as stream:
                row.sha256 = file_digest(stream, "sha256").hexdigest()
        self._add(row)

    def begin_text(self, name: str, text: str) -> None:
        """Begin with a loose text."""
        self._add(SourceRow(name, sha256=sha256(text.encode()).hexdigest(), facts=0))

    def count(self) -> None:
        """Count a fact of the document that was begun last."""
        assert self._current is not None
        self._current.facts = (self._current.facts or 0) + 1

    def fail(self, failure: Failure) -> None:
        """Name a file, or a line, that could not be read by this run."""
        self.failed = True
        self.note(failure)

    def note(self, failure: Failure) -> SourceRow:
        """Name a file that could not be read when the index was made."""
        row = SourceRow(failure.path, reason=failure.reason)
        self.sources.append(row)
        return row

    @property
    def read(self) -> int:
        """Give how many documents were read."""
        return sum(row.reason is None for row in self.sources)

    @property
    def facts(self) -> int:
        """Give how many facts were written."""
        return sum(row.facts or 0 for row in self.sources)

    def _add(self, row: SourceRow) -> None:
        self._current = row
        self.sources.append(row)

    def describe(self) -> Iterator[tuple[str, str | int]]:
        """Yield the names and values of what was asked for, and how many documents and facts came of it."""
        yield "programma", f"Leeswijzer {__version__}"
        yield from self.about
        yield "gelezen", self.read
        yield "mislukt", len(self.sources) - self.read
        yield "feiten", self.facts

    def to_wire(self) -> dict[str, Any]:
        """Give all of it as one JSON object."""
        rows = [
            {name: value for name, value in row.to_wire().items() if value not in (None, "", [])}
            for row in self.sources
        ]
        return {**dict(self.describe()), "bronnen": rows}


def describe_settings(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield the settings that decide what is read, by the name of their variable."""
    for name in _SETTINGS:
        yield f"LEESWIJZER_{name.upper()}", str(getattr(settings, name))
    if settings.themes is not None:
        digest = load_vocabulary(settings.themes).digest
        yield "LEESWIJZER_THEMES", f"{settings.themes.name} (sha256 {digest})"


def describe_kinds(kinds: Collection[ExtractKind] | None) -> tuple[str, str]:
    """Give which kinds of fact were looked for."""
    return "soorten", ", ".join(KIND_WORDS[kind] for kind in ExtractKind if not kinds or kind in kinds)


def describe_filters(filters: Filters) -> Iterator[tuple[str, str]]:
    """Yield what the documents were limited to."""
    for name, word in _FILTERS.items():
        value = getattr(filters, name)
        if value:
            yield f"filter {word}", value if isinstance(value, str) else ", ".join(value)
