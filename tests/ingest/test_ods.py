"""OpenDocument spreadsheets and presentations."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from assistant.errors import BrokenDocument

_spec = importlib.util.spec_from_file_location("test_odt_parts", Path(__file__).with_name("test_odt.py"))
_parts = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_parts)
make_odt = _parts.make_odt


def cell(text: str, value: str = "", kind: str = "float", more: str = "") -> str:
    told = (
        f' office:value-type="{kind}" office:{"date-value" if kind == "date" else "value"}="{value}"'
        if value
        else ""
    )
    return f"<table:table-cell{told} {more}><text:p>{text}</text:p></table:table-cell>"


def row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def test_sheets_are_read_with_values_as_written_here(load, blocks):
    hidden = '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>'
    body = (
        '<table:table table:name="Bevolking">'
        + row(cell("Gemeente"), cell("Inwoners"), cell("Groei"), cell("Peildatum"))
        + row(cell("Eindhoven"), cell("246,417.50", "246417.5"), cell("1.3%", "0.0125", "percentage"), cell("01/02/24", "2024-01-02", "date"))
        + row(cell("Best"), cell("30.500", "30500"), cell("0,4%", "0.004", "percentage"), cell("2023", "2023-01-01", "date"))
        + '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
        + '</table:table><table:table table:name="Geheim" table:style-name="h">' + row(cell("x"), cell("y")) + "</table:table>"
    )  # fmt: skip
    document = load(make_odt(body, automatic=hidden, kind="spreadsheet"), "cijfers.ods")
    assert blocks(document) == [
        ("heading", "Bevolking"),
        ("row", "Bevolking: Eindhoven – Inwoners: 246.417,50; Groei: 1,3%; Peildatum: 2-1-2024"),
        ("row", "Bevolking: Best – Inwoners: 30.500; Groei: 0,4%; Peildatum: 2023"),
    ]
    assert document.notices == ("het verborgen werkblad 'Geheim' is niet gelezen",)


def test_merged_cells_of_a_sheet_are_read(load, blocks):
    body = (
        '<table:table table:name="Blad1">'
        + row(
            cell("Post", more='table:number-rows-spanned="2"'),
            cell("2023", more='table:number-columns-spanned="2"'),
            "<table:covered-table-cell/>",
        )
        + row("<table:covered-table-cell/>", cell("raming"), cell("werkelijk"))
        + row(cell("Kade"), cell("1", "1"), cell("2", "2"))
        + "</table:table>"
    )  # fmt: skip
    assert blocks(load(make_odt(body, kind="spreadsheet"), "a.ods")) == [
        ("row", "Kade – 2023, raming: 1; 2023, werkelijk: 2")
    ]


def test_slides_of_an_opendocument_presentation_are_pages(load):
    def frame(text: str, kind: str = "", place: str = "") -> str:
        told = f'presentation:class="{kind}"' if kind else ""
        return f"<draw:frame {told} {place}><draw:text-box>{text}</draw:text-box></draw:frame>"

    items = "<text:list><text:list-item><text:p>De kade is klaar</text:p></text:list-item></text:list>"
    body = (
        "<draw:page>" + frame("<text:p>onder.</text:p>", place='svg:x="1cm" svg:y="15cm"')
        + frame("<text:p>boven.</text:p>", place='svg:x="1cm" svg:y="5cm"') + frame(items, "outline")
        + frame("<text:p>Stand van zaken</text:p>", "title") + frame("<text:p>Voet</text:p>", "footer")
        + f"<presentation:notes>{frame('<text:p>Noem de sluis.</text:p>', 'notes')}</presentation:notes></draw:page>"
        + "<draw:page>" + frame("<text:p>Slot</text:p>", "title") + "</draw:page>"
    )  # fmt: skip
    document = load(make_odt(body, kind="presentation"), "a.odp")
    found = [
        (document.page_of(b.span.start), b.kind.value, b.span.of(document.text)) for b in document.blocks
    ]
    assert found == [
        (1, "heading", "Stand van zaken"),
        (1, "item", "De kade is klaar"),
        (1, "paragraph", "boven."),
        (1, "paragraph", "onder."),
        (1, "note", "Notitie van de spreker: Noem de sluis."),
        (2, "heading", "Slot"),
    ]


@pytest.mark.parametrize("name", ["a.ods", "a.odp"])
def test_a_text_with_another_name_is_told(load, name):
    with pytest.raises(BrokenDocument, match="maar er staat geen"):
        load(make_odt("<text:p>x</text:p>"), name)
