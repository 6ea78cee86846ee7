"""Web pages."""

from __future__ import annotations

import gzip
import html
import json
import re
from collections import Counter

import pytest

from assistant.errors import BrokenDocument
from assistant.ingest.encoding import normalise
from assistant.ingest.html import load_html

PAGE = """<!doctype html><html><head><title>Nieuwe brug | Gemeente Molendam</title>
<meta property="article:published_time" content="2021-03-05T10:00:00+01:00">
<style>p {color: red}</style></head><body>
<header><a href="/">Home</a></header><nav><ul><li>Nieuws</li><li>Contact</li></ul></nav>
<div class="cookie-banner">Wij gebruiken cookies.</div>
<main><h1>Nieuwe brug over de Vaart</h1>
<p>De gemeente bouwt een <b>brug</b>.<sup>1</sup> De kosten zijn &euro;&nbsp;2 miljoen.</p>
<p style="display:none">onzichtbaar</p><h2>Planning</h2>
<ul><li>Eerst de palen</li><li>Dan het dek<ol><li>van hout</li><li>van staal</li></ol></li></ul>
<table><caption>Kosten</caption><tr><th>Jaar</th><th>Bedrag</th></tr>
<tr><td rowspan="2">2021</td><td>1 miljoen</td></tr><tr><td>2 miljoen</td></tr></table>
<figure><img src="a.png"><figcaption>De brug bij avond</figcaption></figure>
<blockquote>Wij zijn er blij mee.</blockquote><script>alert(1)</script>
</main><aside>Lees ook dit</aside><footer>Colofon</footer></body></html>"""


def test_the_main_content_becomes_blocks_and_the_rest_goes(load, blocks):
    document = load(PAGE, "nieuws.html")
    assert blocks(document) == [
        ("heading", "Nieuwe brug over de Vaart"),
        ("paragraph", "De gemeente bouwt een brug. De kosten zijn € 2 miljoen."),
        ("heading", "Planning"),
        ("item", "Eerst de palen"),
        ("item", "Dan het dek"),
        ("item", "1. van hout"),
        ("item", "2. van staal"),
        ("row", "Kosten: 2021 – Bedrag: 1 miljoen"),
        ("row", "Kosten: 2021 – Bedrag: 2 miljoen"),
        ("caption", "De brug bij avond"),
        ("quote", "Wij zijn er blij mee."),
    ]
    assert (document.title, document.date, document.date_source) == (
        "Nieuwe brug over de Vaart",
        "2021-03-05",
        "metadata",
    )


def test_a_time_element_goes_before_the_meta_elements(load):
    document = load(PAGE.replace("<h2>", '<time datetime="2021-03-04">4 maart</time><h2>'), "n.html")
    assert (document.date, document.date_source) == ("2021-03-04", "tekst")


def test_a_page_without_headings_takes_its_title_from_the_head(load):
    document = load(
        "<html><head><title>Het plan - Site</title></head><body><p>De tekst van het plan.</p></body></html>",
        "a.htm",
    )
    assert document.title == "Het plan"


def test_a_layout_table_is_read_as_text(load, blocks):
    document = load(
        "<body><table><tr><td><p>Eerste alinea hier.</p><p>Tweede alinea hier.</p></td></tr></table></body>",
        "a.html",
    )
    assert [text for _, text in blocks(document)] == ["Eerste alinea hier.", "Tweede alinea hier."]


def test_a_page_in_an_old_character_set_is_read(load):
    raw = '<html><head><meta charset="iso-8859-1"></head><body><p>Één café</p></body></html>'.encode("cp1252")
    assert load(raw, "a.html").text == "Één café"


def test_markup_in_text_stays_text(load):
    assert load(
        "<body><p>&lt;script&gt;alert(1)&lt;/script&gt; is een aanval.</p></body>", "a.html"
    ).text.startswith("<script>")


def test_a_page_nested_too_deep_is_refused(load):
    with pytest.raises(BrokenDocument, match="dieper genest"):
        load("<div>" * 5_000 + "x", "a.html")


def rows(load, blocks, table):
    return [text for kind, text in blocks(load(f"<body>{table}</body>", "a.html")) if kind == "row"]


def test_a_header_over_two_rows_and_headers_of_rows_are_read(load, blocks):
    table = """<table><caption>Bedragen</caption><thead><tr><th rowspan="2">Soort</th><th colspan="2">Bedrag</th></tr>
    <tr><th>2024</th><th>2025</th></tr></thead><tbody><tr><th scope="row">Kerk</th><td>50</td><td>60</td></tr>
    <tr><th colspan="3">Overig</th></tr><tr><th scope="row">Molen</th><td colspan="2">geen</td></tr></tbody></table>"""
    assert rows(load, blocks, table) == [
        "Bedragen: Kerk – Bedrag, 2024: 50; Bedrag, 2025: 60",
        "Bedragen: Overig: Molen – Bedrag, 2024: geen; Bedrag, 2025: geen",
    ]


def test_a_table_without_marked_header_is_read_by_its_looks(load, blocks):
    table = "<table><tr><td><b>Plaats</b></td><td><b>Aantal</b></td></tr><tr><td>Best</td><td>12</td></tr></table>"
    assert rows(load, blocks, table) == ["Best – Aantal: 12"]
    plain = "<table><tr><td>Locatie</td><td>Raadzaal</td></tr><tr><td>Voorzitter</td><td>A. Wieringa</td></tr></table>"
    assert rows(load, blocks, plain) == ["Locatie – Raadzaal", "Voorzitter – A. Wieringa"]


def test_a_table_inside_a_layout_table_is_read_as_a_table(load, blocks):
    inner = "<table><tr><th>Jaar</th><th>Som</th></tr><tr><td>2024</td><td>5</td></tr></table>"
    document = load(
        f"<body><table><tr><td>De tekst ernaast.</td><td>{inner}</td></tr></table></body>", "a.html"
    )
    assert blocks(document) == [("paragraph", "De tekst ernaast."), ("row", "2024 – Som: 5")]


def test_a_caption_under_a_table_names_it(load, blocks):
    table = "<table><tr><th>Jaar</th><th>Som</th></tr><tr><td>2024</td><td>5</td></tr></table><p>Tabel 2: Sommen</p>"
    assert rows(load, blocks, table) == ["Tabel 2: Sommen: 2024 – Som: 5"]


def test_footnotes_are_notes_with_their_mark(load, blocks):
    page = """<p>De kade<sup><a href="#fn1" id="r1">1</a></sup> wordt hoger<a href="#_ftn2" name="_ftnref2">[2]</a>.</p>
    <ol><li id="fn1">Zie de nota. <a href="#r1">↩</a></li></ol><p><a href="#_ftnref2" name="_ftn2">[2]</a> Zie het plan.</p>"""
    assert blocks(load(f"<body>{page}</body>", "a.html")) == [
        ("paragraph", "De kade wordt hoger."),
        ("note", "1 Zie de nota."),
        ("note", "2 Zie het plan."),
    ]


def test_terms_stand_with_their_description(load, blocks):
    page = "<dl><dt>college</dt><dt>B en W</dt><dd><p>het bestuur.</p><p>Ook in spoed.</p></dd><dt>raad</dt><dd>de raad.</dd><dt>los</dt></dl>"
    assert blocks(load(f"<body>{page}</body>", "a.html")) == [
        ("item", "college, B en W: het bestuur."),
        ("paragraph", "Ook in spoed."),
        ("item", "raad: de raad."),
        ("paragraph", "los"),
    ]


def test_a_question_that_folds_open_heads_its_answer(load):
    document = load(
        "<h2>Vragen</h2><details><summary>Wanneer?</summary><p>Op 1 mei om tien uur.</p></details>", "a.html"
    )
    assert document.heading_path(document.text.index("tien")) == ("Vragen", "Wanneer?")


def test_lists_are_numbered_as_the_page_shows_them(load, blocks):
    page = '<ol type="a"><li>zand</li><li>klei</li></ol><ol type="I" start="4"><li>grind</li><li value="9">leem</li></ol>'
    assert [text for _, text in blocks(load(f"<body>{page}</body>", "a.html"))] == [
        "a. zand",
        "b. klei",
        "IV. grind",
        "IX. leem",
    ]


def test_two_line_breaks_end_a_paragraph_and_one_does_not(load, blocks):
    page = "<p>Eerste regel<br>gaat door.<br><br>Tweede alinea.</p>"
    assert [text for _, text in blocks(load(f"<body>{page}</body>", "a.html"))] == [
        "Eerste regel gaat door.",
        "Tweede alinea.",
    ]


def test_every_word_of_a_decision_is_read(shared):
    path = shared / "data" / "vlaamse-beslissingen-2019-2022.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        pages = [json.loads(line)["html"] for line in lines]
    missed = 0
    for page in pages[::20]:
        plain = html.unescape(
            re.sub(r"<[^>]*>", "", re.sub(r"</?(?:p|li|ul|ol|br|h\d|div|td|tr)\b", " <", page))
        )
        wanted = Counter(re.findall(r"\w{3,}", normalise(plain)))
        missed += (
            wanted
            - Counter(
                re.findall(r"\w{3,}", " ".join(draft.text for draft in load_html(page.encode(), "a").drafts))
            )
        ).total()
    assert missed <= 5
