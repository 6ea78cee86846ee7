"""Word documents: structure, and the attacks of rows 22-24 and 26 of the fault list."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from assistant.errors import BrokenDocument, LockedDocument


@pytest.fixture
def word() -> bytes:
    document = docx.Document()
    document.core_properties.title = "Nota wonen"
    document.add_heading("Beleid voor wonen", 1)
    document.add_paragraph("De gemeente bouwt duizend woningen. Dat gebeurt in de haven.")
    document.add_heading("Doelen", 2)
    document.add_paragraph("betaalbaar wonen", style="List Bullet")
    document.add_paragraph("groen in de straat", style="List Bullet")
    document.add_paragraph("Tabel 1: Aantallen", style="Caption")
    table = document.add_table(3, 2)
    for row, cells in enumerate((("Jaar", "Huizen"), ("2024", "100"), ("2025", "200"))):
        for column, words in enumerate(cells):
            table.cell(row, column).text = words
    return _save(document)


def _save(document: object) -> bytes:
    stream = io.BytesIO()
    document.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


def _rewrite(raw: bytes, name: str, content: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, content if part.filename == name else old.read(part))
    return stream.getvalue()


def test_styles_lists_and_tables_become_blocks(load, blocks, word):
    document = load(word, "nota.docx")
    assert blocks(document) == [
        ("heading", "Beleid voor wonen"),
        ("paragraph", "De gemeente bouwt duizend woningen. Dat gebeurt in de haven."),
        ("heading", "Doelen"),
        ("item", "betaalbaar wonen"),
        ("item", "groen in de straat"),
        ("caption", "Tabel 1: Aantallen"),
        ("row", "Tabel 1: Aantallen: 2024 – Huizen: 100"),
        ("row", "Tabel 1: Aantallen: 2025 – Huizen: 200"),
    ]
    assert document.title == "Beleid voor wonen"
    assert document.heading_path(document.text.index("groen")) == ("Beleid voor wonen", "Doelen")


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _with_body(word: bytes, body: str, **parts: str) -> bytes:
    """Give the document with another body, and with other parts ("numbering", "footnotes")."""
    more = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    raw = _rewrite(
        word, "word/document.xml", f"<w:document {W} {more}><w:body>{body}</w:body></w:document>".encode()
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != f"word/{'numbering' if 'numbering' in parts else '-'}.xml":
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(f"word/{name}.xml", f"<w:{name} {W}>{content}</w:{name}>")
    return stream.getvalue()


def _p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def _in_list(number: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


ARTICLES = """<w:abstractNum w:abstractNumId="4">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading1"/><w:lvlText w:val="Artikel %1"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%3)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="4"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>"""


def test_numbered_headings_and_lists_read_as_printed(load, blocks, word):
    heading = '<w:pStyle w:val="Heading1"/>'
    body = (
        _p("Begrippen", heading + _in_list(1)) + _p("college", _in_list(1, 1)) + _p("raad", _in_list(1, 1))
        + _p("leden", _in_list(1, 2)) + _p("Subsidie", heading + _in_list(1)) + _p("bedrag", _in_list(1, 1))
        + _p("los punt", _in_list(2)) + _p("Slot", heading + _in_list(3)) + _p("Zonder nummer", heading + _in_list(0))
    )  # fmt: skip
    assert blocks(load(_with_body(word, body, numbering=ARTICLES), "regeling.docx")) == [
        ("heading", "Artikel 1 Begrippen"), ("item", "1.1 college"), ("item", "1.2 raad"), ("item", "i) leden"),
        ("heading", "Artikel 2 Subsidie"), ("item", "2.1 bedrag"), ("item", "los punt"),
        ("heading", "Artikel 9 Slot"), ("heading", "Zonder nummer"),
    ]  # fmt: skip


def test_footnotes_and_endnotes_stand_apart_with_their_mark(load, blocks, word):
    body = (
        '<w:p><w:r><w:t>De kade</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t> wordt hoger</w:t></w:r>'
        '<w:r><w:endnoteReference w:id="5"/></w:r><w:r><w:t>.</w:t></w:r></w:p>'
        + _p("Daarna de sluis, zoals gepland.")
    )
    notes = (
        '<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:t>-</w:t></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p>'
        "<w:r><w:footnoteRef/></w:r><w:r><w:t>Zie de nota.</w:t></w:r></w:p></w:footnote>"
    )
    ends = f'<w:endnote w:id="5">{_p("Bron aan het slot.")}</w:endnote>'
    assert blocks(load(_with_body(word, body, footnotes=notes, endnotes=ends), "nota.docx")) == [
        ("paragraph", "De kade wordt hoger."),
        ("note", "1 Zie de nota."),
        ("paragraph", "Daarna de sluis, zoals gepland."),
        ("note", "i Bron aan het slot."),
    ]


def test_deleted_moved_and_hidden_text_and_comments_are_not_read(load, word):
    body = (
        "<w:p><w:r><w:t>De sluis </w:t></w:r><w:del><w:r><w:delText>sluit</w:delText><w:t>sluit</w:t></w:r></w:del><w:ins><w:r>"
        '<w:t>opent</w:t></w:r></w:ins><w:r><w:commentReference w:id="1"/></w:r><w:r><w:t xml:space="preserve"> morgen.</w:t></w:r>'
        "<w:moveFrom><w:r><w:t>oude plek</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>geheim</w:t></w:r></w:p>"
    )
    document = load(_with_body(word, body), "nota.docx")
    assert document.text == "De sluis opent morgen."
    assert document.notices == ("6 tekens verborgen tekst zijn niet gelezen",)


def test_a_table_of_contents_is_left_out(load, blocks, word):
    body = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{_p('Inhoud')}{_p('Doelen 4')}</w:sdtContent></w:sdt><w:sdt><w:sdtContent>{_p('De tekst zelf.')}"
        "</w:sdtContent></w:sdt>"
    )
    assert blocks(load(_with_body(word, body), "nota.docx")) == [("paragraph", "De tekst zelf.")]


def test_a_text_box_is_read_once_after_its_paragraph(load, blocks, word):
    box = f"<w:txbxContent>{_p('In het kader staat dit.')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Boven het kader.</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert [text for _, text in blocks(load(_with_body(word, body), "n.docx"))] == [
        "Boven het kader.",
        "In het kader staat dit.",
    ]


def test_merged_cells_and_a_header_of_two_rows_are_joined(load, blocks):
    document = docx.Document()
    table = document.add_table(5, 3)
    cells = [
        ("Onderdeel", "Kosten", ""), ("", "2024", "2025"), ("Kade", "1", "2"), ("", "3", "4"), ("Noord", "", ""),
    ]  # fmt: skip
    for row, texts in enumerate(cells):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(2, 0).merge(table.cell(3, 0))
    table.cell(4, 0).merge(table.cell(4, 2))
    row = table.add_row()
    for column, text in enumerate(("Sluis", "5", "6")):
        row.cells[column].text = text
    document.add_paragraph("Tabel 4: Kosten per onderdeel", style="Caption")
    assert [text for _, text in blocks(load(_save(document), "t.docx"))] == [
        "Tabel 4: Kosten per onderdeel: Kade – Kosten, 2024: 1; Kosten, 2025: 2",
        "Tabel 4: Kosten per onderdeel: Kade – Kosten, 2024: 3; Kosten, 2025: 4",
        "Tabel 4: Kosten per onderdeel: Noord: Sluis – Kosten, 2024: 5; Kosten, 2025: 6",
        "Tabel 4: Kosten per onderdeel",
    ]


def test_rows_marked_as_header_name_the_columns(load, blocks, word):
    def cell(text: str) -> str:
        return f"<w:tc>{_p(text)}</w:tc>"

    rows = "<w:tr><w:trPr><w:tblHeader/></w:trPr>" + cell("Wie") + cell("Wat") + "</w:tr>"
    rows += (
        "<w:tr>"
        + cell("raad")
        + cell("beslist")
        + "</w:tr><w:tr><w:trPr><w:del/></w:trPr>"
        + cell("x")
        + cell("y")
        + "</w:tr>"
    )
    assert blocks(load(_with_body(word, f"<w:tbl>{rows}</w:tbl>"), "t.docx")) == [
        ("row", "raad – Wat: beslist")
    ]


def test_a_letterhead_is_no_table_with_a_header(load, blocks):
    document = docx.Document()
    table = document.add_table(3, 2)
    for row, texts in enumerate((("Onderwerp", "De sluis"), ("Aan", "de raad"), ("Datum", "3 mei 2024"))):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    assert [text for _, text in blocks(load(_save(document), "t.docx"))] == [
        "Onderwerp – De sluis", "Aan – de raad", "Datum – 3 mei 2024",
    ]  # fmt: skip


def test_a_strict_document_is_read_too(load, word):
    raw = _with_body(word, _p("De sluis gaat open."))
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        strict = archive.read("word/document.xml").replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
    assert load(_rewrite(raw, "word/document.xml", strict), "s.docx").text == "De sluis gaat open."


def test_a_document_of_many_small_runs_takes_linear_time(load, word):
    """Row 20: a library that makes an object of each of these runs needs most of a minute."""
    body = "<w:p>" + "<w:r><w:t>a </w:t></w:r>" * 300_000 + "</w:p>"
    raw = _with_body(word, "<!-- " + " ".join(map(str, range(40_000))) + " -->" + body)
    assert len(load(raw, "veel.docx").text) == 599_999


def test_tables_nested_to_the_limit_of_the_parser_are_read_or_refused(load, word):
    inner = _p("diep")
    for _ in range(70):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    assert load(_with_body(word, inner), "diep.docx").text == "diep"
    with pytest.raises(BrokenDocument, match="beschadigd"):
        load(_with_body(word, "<w:sdt>" * 300 + _p("diep") + "</w:sdt>" * 300), "dieper.docx")


def test_the_date_of_a_library_template_is_no_date(load, word):
    assert load(word, "nota.docx").date is None


def test_a_zip_bomb_is_refused_before_it_is_unpacked(load, word):
    bomb = _rewrite(word, "word/document.xml", b"<a>" + b" " * 30_000_000 + b"</a>")
    with pytest.raises(BrokenDocument, match="ZIP-bom"):
        load(bomb, "bom.docx")


def test_an_archive_with_too_many_parts_is_refused(load):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number in range(10_001):
            archive.writestr(f"word/{number}.xml", b"x")
    with pytest.raises(BrokenDocument, match="ZIP-bom"):
        load(stream.getvalue(), "veel.docx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xml_entities_are_never_read(load, word, encoding):
    evil = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'.encode(encoding)
    with pytest.raises(BrokenDocument, match="XML-entiteiten"):
        load(_rewrite(word, "word/document.xml", evil), "kwaad.docx")


@pytest.mark.parametrize("size", [30, 300, 3_000, 20_000])
def test_a_truncated_file_is_reported(load, word, size):
    with pytest.raises(BrokenDocument, match="beschadigd"):
        load(word[:size], "half.docx")


def test_another_archive_is_named_as_such(load):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("lees.txt", b"hallo")
    with pytest.raises(BrokenDocument, match="ander ZIP-archief"):
        load(stream.getvalue(), "geen.docx")


def test_an_encrypted_archive_asks_for_a_file_without_password(load, word):
    raw = bytearray(word)
    place = raw.find(b"PK\x01\x02")
    while place >= 0:
        raw[place + 8] |= 1
        place = raw.find(b"PK\x01\x02", place + 4)
    with pytest.raises(LockedDocument, match="wachtwoord"):
        load(bytes(raw), "slot.docx")
