"""The main text of web pages: found whole, and the frame of the page left out."""

from __future__ import annotations

import pytest

from assistant.ingest.html import load_html
from benchmarks.webmain import PAGES, count_words, read_ours, read_page, score

MENU = '<ul><li><a href="/a">Nieuws</a></li><li><a href="/b">Agenda</a></li><li><a href="/c">Contact</a></li></ul>'


def read(page: str) -> list[str]:
    return [draft.text for draft in load_html(page.encode(), "a.html").drafts]


@pytest.mark.parametrize("path", sorted(PAGES.glob("*/*.html")), ids=lambda path: path.stem)
def test_the_main_text_of_a_page_is_found_and_little_else(path):
    page, main = read_page(path)
    recall, precision = score(count_words(read_ours(page)), main)
    # The name of the first column of a table is not repeated in its rows.
    assert recall >= 0.96
    assert precision >= 0.85


def test_a_page_inside_one_form_is_read():
    assert read(f"<form><div>{MENU}</div><h1>Besluit</h1><p>De raad stemt in.</p><input></form>") == [
        "Besluit",
        "De raad stemt in.",
    ]


def test_what_a_click_opens_is_read_and_what_is_never_shown_is_not():
    page = (
        '<main><h2><button aria-controls="a">Wat kost het?</button></h2><div id="a" hidden>Tien euro per jaar.</div>'
        '<div class="tab-pane" style="display: none">Het tweede tabblad.</div><p hidden>nooit</p><p aria-hidden="true">nooit</p></main>'
    )
    assert read(page) == ["Wat kost het?", "Tien euro per jaar.", "Het tweede tabblad."]


def test_a_box_beside_an_article_goes_and_one_inside_it_stays():
    page = "<main><p>De brug is klaar.</p><aside><p>De kosten waren twee miljoen.</p></aside></main><aside>Lees ook dit</aside>"
    assert read(page) == ["De brug is klaar.", "De kosten waren twee miljoen."]


def test_a_list_of_links_stays_in_the_main_text_and_goes_outside_it():
    links = "".join(f'<li><a href="/{number}">Besluit {number}</a></li>' for number in range(5))
    assert len(read(f"<main><h1>Besluiten</h1><ul>{links}</ul></main>")) == 6
    assert read(f"<div>{MENU}</div><p>De raad stemt in met het voorstel.</p>") == [
        "De raad stemt in met het voorstel."
    ]


def test_the_title_above_the_main_text_is_kept():
    assert read("<div><h1>Nieuwe brug</h1></div><main><p>De brug is klaar.</p></main>") == [
        "Nieuwe brug",
        "De brug is klaar.",
    ]


def test_the_share_that_is_left_out_is_told_and_named_when_it_is_large():
    small = load_html(b"<nav>menu menu</nav><main><p>De brug over de vaart is klaar.</p></main>", "a.html")
    assert small.left_out == pytest.approx(9 / 40)
    assert small.notices == ()
    large = load_html(
        b"<main><p>De brug is klaar.</p></main><footer>" + b"Over de gemeente. " * 30 + b"</footer>", "a.html"
    )
    assert large.left_out > 0.9
    assert large.notices == (
        "van de zichtbare tekst van de pagina is 97 procent weggelaten als menu, voettekst of omlijsting",
    )


def test_a_page_of_many_nested_named_parts_takes_linear_time():
    page = '<div class="related">' * 400 + "<p>woord " * 25_000
    assert read(page)
