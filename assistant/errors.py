"""The exceptions of Leeswijzer. Messages are Dutch, for the person who reads them.

LeeswijzerError
├── UsageError                 wrong use: an empty question, a folder that does not exist
│   └── QuestionError          a question that cannot be asked (empty, too long)
├── DocumentError              one file that cannot be read; names it in `path`
│   ├── UnsupportedFormat      no loader for this kind of file
│   ├── EmptyDocument          nothing to read in it (empty file, scan without text)
│   ├── LockedDocument         a password is needed
│   ├── BrokenDocument         damaged, or not what its name says
│   └── OversizedDocument      larger than the limit
├── UnusableIndex              no usable index
│   ├── IndexMissing           there is none yet
│   ├── IndexDamaged           a file is missing, altered or unreadable
│   ├── IndexMismatch          another version, model or analyser
│   └── IndexLocked            another ingest is running
├── FolderError                the corpus folder cannot be written
├── ReadersError               the processes that read files cannot be started
├── EncoderError               the embedding model cannot be loaded or used
├── TemplateError              a template in prompts/ is missing or wrong
├── CitationError              a quotation differs from its source; the answer is withheld
└── MissingExtra               an optional dependency is not installed; names the extra
"""

from __future__ import annotations


class LeeswijzerError(Exception):
    """Root of everything that Leeswijzer raises on purpose."""


class UsageError(LeeswijzerError):
    """Wrong use, to be put right by the caller; `field` names the input."""

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class QuestionError(UsageError):
    """A question that cannot be asked."""


class DocumentError(LeeswijzerError):
    """One file that cannot be read; `path` names it and `reason` says why."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class UnsupportedFormat(DocumentError):
    """There is no loader for this kind of file."""


class EmptyDocument(DocumentError):
    """There is nothing to read in the file."""


class LockedDocument(DocumentError):
    """The file needs a password."""


class BrokenDocument(DocumentError):
    """The file is damaged, or is not what its name says."""


class OversizedDocument(DocumentError):
    """The file is larger than the limit."""


class UnusableIndex(LeeswijzerError):
    """There is no usable index."""


class IndexMissing(UnusableIndex):
    """There is no index yet."""


class IndexDamaged(UnusableIndex):
    """A file of the index is missing, altered or unreadable."""


class IndexMismatch(UnusableIndex):
    """The index was made by another version, model or analyser."""


class IndexLocked(UnusableIndex):
    """Another ingest is writing the index."""


class FolderError(LeeswijzerError):
    """The corpus folder cannot be written."""


class ReadersError(LeeswijzerError):
    """The processes that read files cannot be started."""


class EncoderError(LeeswijzerError):
    """The embedding model cannot be loaded or used."""


class TemplateError(LeeswijzerError):
    """A template in `prompts/` is missing or wrong."""


class CitationError(LeeswijzerError):
    """A quotation differs from its source; the answer is withheld."""


class MissingExtra(LeeswijzerError):
    """An optional dependency is not installed."""

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(
            f"Hiervoor is het pakket '{package}' nodig. Installeer het met: pip install 'leeswijzer[{extra}]'"
        )
        self.package = package
        self.extra = extra
