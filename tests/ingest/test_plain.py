"""Plain text: wrapped lines, headings, items, columns."""

from __future__ import annotations

WRAPPED = """\
De kracht van de wijk

De gemeente Molendam wil de komende jaren meer woningen
bouwen in de oude haven. Daarvoor werkt zij nauw samen
met de woningcorporaties en met de bewoners en de provin-
cie. Het plan is in de maand maart vastgesteld door hen.
De bewoners zijn daarbij betrokken.

Geld en planning
Het plan kost 2,5 miljoen euro. De provincie betaalt daar-
van de helft. De eerste huizen zijn klaar in 2027 en
daarna volgt de rest van het terrein bij de oude kade.

•  een park langs het water met bomen en banken
   voor iedereen
•  een school
"""


def test_wrapped_lines_become_paragraphs_under_their_heading(load, blocks):
    document = load(WRAPPED)
    assert blocks(document) == [
        ("heading", "De kracht van de wijk"),
        (
            "paragraph",
            "De gemeente Molendam wil de komende jaren meer woningen bouwen in de oude haven. Daarvoor werkt zij "
            "nauw samen met de woningcorporaties en met de bewoners en de provincie. Het plan is in de maand maart "
            "vastgesteld door hen. De bewoners zijn daarbij betrokken.",
        ),
        ("heading", "Geld en planning"),
        (
            "paragraph",
            "Het plan kost 2,5 miljoen euro. De provincie betaalt daarvan de helft. De eerste huizen zijn klaar in "
            "2027 en daarna volgt de rest van het terrein bij de oude kade.",
        ),
        ("item", "een park langs het water met bomen en banken voor iedereen"),
        ("item", "een school"),
    ]
    assert document.title == "De kracht van de wijk"
    assert document.heading_path(document.text.index("2,5")) == ("De kracht van de wijk", "Geld en planning")


def test_one_line_a_paragraph_stays_so(load, blocks):
    long = "De raad besprak het voorstel uitvoerig en nam het met grote meerderheid van stemmen aan. " * 3
    document = load(f"{long}\nEen tweede alinea staat op de volgende regel en is ook een zin.\n")
    assert blocks(document) == [
        ("paragraph", long.strip()),
        ("paragraph", "Een tweede alinea staat op de volgende regel en is ook een zin."),
    ]


def test_a_paragraph_over_a_page_break_is_one_block_on_the_page_where_it_begins(load):
    first = "De provincie werkt aan een nieuw plan voor het water en zal daarbij letten op de belangen van"
    document = load(
        f"{first}\n12\n\f\nalle bewoners langs de rivier. Dat is afgesproken.\n\nEen nieuwe alinea volgt hier.\n"
    )
    assert document.text.startswith(
        f"{first} alle bewoners langs de rivier. Dat is afgesproken.\n\nEen nieuwe"
    )
    assert document.page_starts == (0, document.text.index("alle bewoners"))
    assert document.page_of(0) == 1
    assert document.page_of(document.text.index("Een nieuwe")) == 2


def test_a_heading_inside_a_broken_sentence_goes_after_it(load, blocks):
    document = load(
        "Dit is een lange alinea die midden in een zin ophoudt omdat de kolom vol is en die verder gaat over\n\n"
        "Een tussenkop\n\n"
        "het onderwerp waar zij mee begon. Daarna is het klaar.\n\n"
        "En dan komt er nog een alinea, die hoort onder de tussenkop te staan en dat doet zij ook.\n"
    )
    assert [kind for kind, _ in blocks(document)] == ["paragraph", "heading", "paragraph"]
    assert blocks(document)[0][1].endswith(
        "verder gaat over het onderwerp waar zij mee begon. Daarna is het klaar."
    )


def test_page_numbers_and_lines_of_signs_are_no_text(load, blocks):
    document = load(
        "Een zin over het beleid.\n\n- 14 -\n\n=================\n\nNog een zin over het beleid.\n"
    )
    assert blocks(document) == [
        ("paragraph", "Een zin over het beleid."),
        ("paragraph", "Nog een zin over het beleid."),
    ]


def test_a_name_with_an_office_is_no_heading(load, blocks):
    document = load(
        "‘Wij bouwen aan een stad waar iedereen kan wonen en werken, nu en in de toekomst.’\n\n"
        "Anneke de Boer, wethouder Wonen, Molendam\n\n"
        "De volgende alinea gaat over iets anders en is lang genoeg om als lopende tekst te gelden, denken wij.\n"
    )
    assert blocks(document)[1] == ("quote", "Anneke de Boer, wethouder Wonen, Molendam")


def test_a_caption_and_a_credit_are_captions(load, blocks):
    document = load(
        "Figuur 3: Aantal woningen\n\nFoto: Piet Pietersen\n\nDe cijfers stijgen al jaren achter elkaar.\n"
    )
    assert [kind for kind, _ in blocks(document)] == ["caption", "caption", "paragraph"]


def test_numbers_inside_a_sentence_make_no_list(load, blocks):
    text = (
        "Er zijn drie maatregelen voor de korte termijn die nu worden\n"
        "(1) voorbereid door de gemeente en de provincie samen en die\n"
        "(2) worden betaald door het rijk, zodat het werk kan beginnen.\n"
    )
    assert [kind for kind, _ in blocks(load(text))] == ["paragraph"]


def test_rows_with_tabs_become_rows_with_their_header(load, blocks):
    document = load("Overzicht banen\t\nJaar\tBanen\n2020\t400\n2021\t450\n")
    assert blocks(document) == [
        ("row", "Overzicht banen: 2020 – Banen: 400"),
        ("row", "Overzicht banen: 2021 – Banen: 450"),
    ]


def test_columns_in_reverse_order_are_put_right(load):
    text = (
        "De gemeente heeft dit jaar vooral gewerkt aan de energie-\n\n"
        "ingen weer vol. Dat was de laatste stap van het hele jaar en daarmee is het plan nu helemaal klaar.\n\n"
        "transitie in de wijk. Daarna kwam de zorg aan de beurt en toen waren de woon-\n\n"
        "Een heel andere alinea, die gewoon een begin en een einde heeft en dus nergens bij hoort.\n"
    )
    assert "energietransitie in de wijk" in load(text).text


def test_markdown_in_a_text_file_is_read_as_markdown(load, blocks):
    document = load(
        "# Titel\n\n**Vet** en *schuin* in een gewone zin.\n\n## Kop\n\nTekst met **nadruk** erin.\n"
    )
    assert blocks(document)[:2] == [("heading", "Titel"), ("paragraph", "Vet en schuin in een gewone zin.")]


def test_a_table_of_contents_goes_with_its_title(load, blocks):
    entries = "Inleiding      3\n\nDoelen      5\n\nMiddelen      8\n\n"
    dotted = "Bijlage 1 .................. 12\n\n"
    document = load(
        f"Inhoudsopgave\n\n{entries}{dotted}De tekst van het stuk begint pas hier, na de lijst.\n"
    )
    assert blocks(document) == [("paragraph", "De tekst van het stuk begint pas hier, na de lijst.")]


def test_figures_that_rise_are_no_table_of_contents(load):
    text = load("Banen per regio\n\nTwente      3\n\nZeeland      5\n\nDrenthe      8\n").text
    assert all(name in text for name in ("Twente 3", "Zeeland 5", "Drenthe 8"))
