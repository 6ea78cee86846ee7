"""What holds for every row of LOADERS: exact spans, the same result twice, and damage that is told.

Row 26 (content and extension differ), row 30 (a bad file is named) and row 31 (the same twice) of the fault list.
"""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pptx
import pytest
from reportlab.pdfgen import canvas

from assistant.config import Settings
from assistant.errors import DocumentError
from assistant.ingest import LOADERS, load_document

SENTENCE = "De kade langs het kanaal wordt in 2025 hoger."
ZIPPED = (".docx", ".odt", ".ott", ".pptx", ".xlsx", ".xlsm", ".ods", ".odp")


def save(document: object) -> bytes:
    stream = io.BytesIO()
    document.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


def make_pdf() -> bytes:
    stream = io.BytesIO()
    page = canvas.Canvas(stream)
    page.drawString(72, 700, SENTENCE)
    page.showPage()
    page.save()
    return stream.getvalue()


def make_docx() -> bytes:
    document = docx.Document()
    document.add_paragraph(SENTENCE)
    return save(document)


def make_pptx() -> bytes:
    show = pptx.Presentation()
    show.slides.add_slide(show.slide_layouts[5]).shapes.title.text = SENTENCE
    return save(show)


def make_xlsx() -> bytes:
    book = openpyxl.Workbook()
    book.active["A1"] = SENTENCE
    return save(book)


def make_flat(kind: str) -> bytes:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table")
    ) + ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'  # fmt: skip
    inner = f"<text:p>{SENTENCE}</text:p>"
    if kind == "spreadsheet":
        inner = f"<table:table><table:table-row><table:table-cell>{inner}</table:table-cell></table:table-row></table:table>"
    elif kind == "presentation":
        inner = f"<draw:page><draw:frame><draw:text-box>{inner}</draw:text-box></draw:frame></draw:page>"
    body = f"<office:body><office:{kind}>{inner}</office:{kind}></office:body>"
    return f"<office:document {spaces}>{body}</office:document>".encode()


def make_odf(kind: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr("content.xml", make_flat(kind))
    return stream.getvalue()


MAKERS: dict[str, Callable[[], bytes]] = {
    ".txt": SENTENCE.encode,
    ".md": f"# Nota\n\n{SENTENCE}\n".encode,
    ".html": f"<main><p>{SENTENCE}</p></main>".encode,
    ".htm": f"<main><p>{SENTENCE}</p></main>".encode,
    ".pdf": make_pdf,
    ".docx": make_docx,
    ".odt": lambda: make_odf("text"),
    ".ott": lambda: make_odf("text"),
    ".fodt": lambda: make_flat("text"),
    ".pptx": make_pptx,
    ".xlsx": make_xlsx,
    ".xlsm": make_xlsx,
    ".ods": lambda: make_odf("spreadsheet"),
    ".odp": lambda: make_odf("presentation"),
    ".eml": f"From: Anna <anna@voorbeeld.nl>\nSubject: Kade\n\n{SENTENCE}\n".encode,
    ".csv": f"Nummer;Zin\n1;{SENTENCE}\n".encode,
    ".tsv": f"Nummer\tZin\n1\t{SENTENCE}\n".encode,
}
SUFFIXES = sorted(LOADERS)


def read(folder: Path, name: str, raw: bytes):
    (folder / name).write_bytes(raw)
    return load_document(folder / name, folder, Settings())


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_format_gives_its_words_and_obeys_the_law_of_spans(tmp_path, check_law, suffix):
    raw = MAKERS[suffix]()
    document = read(tmp_path, f"nota{suffix}", raw)
    assert SENTENCE in document.text
    check_law(document)
    assert document == read(tmp_path, f"nota{suffix}", raw)


@pytest.mark.parametrize("suffix", [suffix for suffix in SUFFIXES if suffix != ".pdf"])
def test_a_file_with_flipped_bytes_is_read_or_told(tmp_path, check_law, suffix):
    """A parser that fails in any other way than by a reason would stop the batch."""
    good = MAKERS[suffix]()
    dice = random.Random(suffix)
    for _ in range(25):
        raw = bytearray(good)
        for _ in range(dice.choice((1, 3, 20))):
            raw[dice.randrange(len(raw))] = dice.randrange(256)
        try:
            check_law(read(tmp_path, f"stuk{suffix}", bytes(raw)))
        except DocumentError as exc:
            assert exc.path == f"stuk{suffix}"


@pytest.mark.parametrize("suffix", ZIPPED)
def test_an_office_file_with_a_part_changed_is_read_or_told(tmp_path, check_law, suffix):
    """The archive is sound and the XML inside it is not what a program would write."""
    good = MAKERS[suffix]()
    dice = random.Random(suffix)
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(25):
        name = dice.choice(sorted(parts))
        words = parts[name].split(b'"')
        dice.shuffle(words)
        changed = dice.choice((b'"'.join(words), parts[name].replace(b"1", b"-9"), b"", parts[name][: len(parts[name]) // 2],
                               parts[name].replace(b'="', b'="x'), b"<a/>"))  # fmt: skip
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for part, content in parts.items():
                archive.writestr(part, changed if part == name else content)
        try:
            check_law(read(tmp_path, f"stuk{suffix}", stream.getvalue()))
        except DocumentError as exc:
            assert exc.path == f"stuk{suffix}"


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("other", [".pdf", ".docx", ".odt", ".pptx", ".xlsx", ".ods"])
def test_a_file_under_the_name_of_another_kind_is_told(tmp_path, suffix, other):
    alike = ({".odt", ".ott"}, {".xlsx", ".xlsm"})
    if suffix == other or any({suffix, other} <= pair for pair in alike):
        return
    with pytest.raises(DocumentError, match=r"volgens de naam"):
        read(tmp_path, f"nota{suffix}", MAKERS[other]())
