"""Word documents (DOCX) to blocks: the parts of the package, and what it says of itself."""

from __future__ import annotations

import datetime
import posixpath
import zipfile
from typing import Any

from assistant.errors import BrokenDocument
from assistant.ingest.encoding import normalise
from assistant.ingest.parts import check_parts, open_parts, parse_xml, read_part
from assistant.ingest.reading import Reading
from assistant.ingest.tables import name_tables
from assistant.ingest.wordstyles import WordNumbering, WordStyles, tag
from assistant.ingest.wordtext import WordReader

_LABEL = "Word-bestand"
_TEMPLATE_DATES = ("2013-12-23", "1980-01-01", "2000-01-01")
"""Dates that come from the templates of libraries that write DOCX, not from a person."""
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TERMS = "{http://purl.org/dc/terms/}"
_ELEMENTS = "{http://purl.org/dc/elements/1.1/}"
_STRICT = (b"http://purl.oclc.org/ooxml/", b"http://schemas.openxmlformats.org/")


def load_docx(raw: bytes, path: str) -> Reading:
    """Give the blocks of a Word document. Raises BrokenDocument or LockedDocument."""
    with open_parts(raw, path, _LABEL, "word/") as archive:
        check_parts(archive, path, _LABEL)
        package = _Package(archive, path)
        document = package.read(package.main)
        body = document.find(tag("body")) if document is not None else None
        if body is None:
            raise BrokenDocument(path, "het Word-bestand is beschadigd of onvolledig")
        reader = WordReader(
            WordStyles(package.read_related("styles")),
            WordNumbering(package.read_related("numbering")),
            {"footnote": package.read_related("footnotes"), "endnote": package.read_related("endnotes")},
        )
        drafts = name_tables(reader.read(body))
        title, date = read_properties(package.read("docProps/core.xml"))
    source = "metadata" if date else None
    return Reading(tuple(drafts), title=title, date=date, date_source=source, notices=reader.notices)


class _Package:
    """The parts of a Word document by what they are for."""

    def __init__(self, archive: zipfile.ZipFile, path: str) -> None:
        self._archive = archive
        self._path = path
        self.main = self._find("_rels/.rels", "", "officeDocument") or "word/document.xml"
        folder, name = posixpath.split(self.main)
        self._relations = f"{folder}/_rels/{name}.rels"
        self._folder = folder

    def read(self, name: str) -> Any | None:
        raw = read_part(self._archive, name, self._path, _LABEL)
        if raw is None:
            return None
        # Strict documents have the same elements in other namespaces.
        if _STRICT[0] in raw[:4096]:
            raw = raw.replace(
                _STRICT[0] + b"wordprocessingml/main", _STRICT[1] + b"wordprocessingml/2006/main"
            )
            raw = raw.replace(_STRICT[0], _STRICT[1])
        return parse_xml(raw, self._path, _LABEL)

    def read_related(self, kind: str) -> Any | None:
        """Give the part that the text refers to as its "styles", "footnotes" and so on."""
        return self.read(self._find(self._relations, self._folder, kind) or f"{self._folder}/{kind}.xml")

    def _find(self, relations: str, folder: str, kind: str) -> str | None:
        root = self.read(relations)
        for entry in () if root is None else root.iter(f"{_RELATIONS}Relationship"):
            outside = entry.get("TargetMode") == "External"
            if entry.get("Type", "").endswith(f"/{kind}") and not outside:
                target = posixpath.normpath(posixpath.join("/", folder, entry.get("Target", "")))
                return target.lstrip("/")
        return None


def read_properties(root: Any | None) -> tuple[str | None, str | None]:
    """Give the title and the date of the last change, or of the making, from docProps/core.xml."""
    if root is None:
        return None, None
    title = " ".join(normalise(root.findtext(f"{_ELEMENTS}title") or "").split()) or None
    for name in ("modified", "created"):
        words = (root.findtext(f"{_TERMS}{name}") or "").strip()[:10]
        if words > "1990" and words not in _TEMPLATE_DATES and _is_date(words):
            return title, words
    return title, None


def _is_date(words: str) -> bool:
    try:
        datetime.date.fromisoformat(words)
    except ValueError:
        return False
    return True
