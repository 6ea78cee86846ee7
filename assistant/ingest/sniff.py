"""Whether a file is what its name says, from its first bytes."""

from __future__ import annotations

from assistant.errors import BrokenDocument

_NAMES = {
    ".pdf": "een PDF",
    ".docx": "een Word-document (DOCX)",
    ".odt": "een OpenDocument-tekst (ODT)",
    ".ott": "een OpenDocument-sjabloon (OTT)",
    ".fodt": "een OpenDocument-tekst (FODT)",
    ".ods": "een werkblad (ODS)",
    ".odp": "een presentatie (ODP)",
    ".eml": "een e-mail (EML)",
    ".csv": "een tabel in platte tekst (CSV)",
    ".tsv": "een tabel in platte tekst (TSV)",
    ".pptx": "een presentatie (PPTX)",
    ".xlsx": "een werkblad (XLSX)",
    ".xlsm": "een werkblad (XLSM)",
    ".zip": "een ZIP-archief",
    ".txt": "platte tekst",
    ".md": "Markdown",
    ".html": "een webpagina (HTML)",
    ".htm": "een webpagina (HTML)",
}
_SAVE = "{} worden niet gelezen; sla het bestand op als {} en zet dat in de map"
HINTS = {
    ".msg": _SAVE.format(
        "berichten van Outlook (MSG)", "EML (Opslaan als, of sleep het bericht naar een andere postbus)"
    ),
    ".doc": _SAVE.format("oude Word-bestanden (DOC)", "DOCX of ODT"),
    ".dot": _SAVE.format("oude Word-sjablonen (DOT)", "DOCX of ODT"),
    ".rtf": _SAVE.format("RTF-bestanden", "DOCX of ODT"),
    ".wpd": _SAVE.format("WordPerfect-bestanden", "DOCX of ODT"),
    ".pages": _SAVE.format("bestanden van Pages", "DOCX of PDF"),
    ".xls": _SAVE.format("oude Excel-bestanden (XLS)", "XLSX of ODS"),
    ".xlsb": _SAVE.format("binaire Excel-bestanden (XLSB)", "XLSX of ODS"),
    ".ppt": _SAVE.format("oude presentaties (PPT)", "PPTX of ODP"),
    ".7z": "archieven van het soort 7-Zip worden niet gelezen; pak het uit, of maak er een ZIP-bestand van",
    ".rar": "archieven van het soort RAR worden niet gelezen; pak het uit, of maak er een ZIP-bestand van",
}
"""Suffix in lower case -> what a user can do with a file of a kind that is not read."""
_SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP"),
    (b"PK\x05\x06", "ZIP"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "OLE"),
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"MZ", "EXE"),
    (b"\x7fELF", "ELF"),
)
_EXPECTED = {
    ".pdf": "PDF",
    **dict.fromkeys((".docx", ".odt", ".ott", ".ods", ".odp", ".pptx", ".xlsx", ".xlsm", ".zip"), "ZIP"),
}
_PDF_WINDOW = 1024
"""Readers accept a PDF header anywhere in the first 1,024 bytes (ISO 32000-1, annex H, note 13)."""


def find_signature(raw: bytes) -> str | None:
    """Give the kind of file that the first bytes tell, such as "PDF"; None for text."""
    for signature, name in _SIGNATURES:
        # "MZ" begins words too; a program has zero bytes near its beginning.
        if raw.startswith(signature) and (name != "EXE" or b"\0" in raw[:64]):
            return name
    if b"%PDF-" in raw[:_PDF_WINDOW]:
        return "PDF"
    head = raw[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return "HTML" if head.startswith((b"<!doctype html", b"<html")) else None


def check_signature(raw: bytes, suffix: str, path: str) -> None:
    """Raise BrokenDocument when the content of a file is of another kind than its name says."""
    found = find_signature(raw)
    expected = _EXPECTED.get(suffix)
    if expected == found or (expected is None and found in (None, "HTML")):
        return
    if suffix == ".docx" and found == "OLE":
        raise BrokenDocument(path, "dit is een oud Word-bestand (.doc) of een versleuteld bestand, geen DOCX")
    actual = f"het is {found}" if found else "het is iets anders"
    raise BrokenDocument(path, f"volgens de naam {_NAMES.get(suffix, suffix)}, maar {actual}")
