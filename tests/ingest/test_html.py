"""Web pages."""

from __future__ import annotations

import pytest

from assistant.errors import BrokenDocument

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
