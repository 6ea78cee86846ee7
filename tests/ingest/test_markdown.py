"""Markdown, also as PDF converters write it."""

from __future__ import annotations

import pytest

from assistant.ingest.inline import strip_marks

PAPER = """\
Gemeente Molendam

# Aanpak water

# Inhoud

<b>Inleiding</b>\t<b>3</b>
Doelen\t5
<b>1. Maatregelen</b>\t<b>6</b>

# Inleiding

**Water is voor iedereen. We maken het schoon.**

De gemeente meet elk jaar de kwaliteit.<sup>1</sup> Dat gebeurt in de sloten en de plassen die in beheer zijn bij

<sup>1</sup> Jaarverslag water, editie 2023

het waterschap en de gemeente samen. Daarna volgt een rapport over *schoon water* en **sloten**.

***Anna Smit – directeur Waterzorg***

# 1. Maatregelen

## 2. Vervolg

Zie [het plan](https://voorbeeld.nl/plan) en <https://voorbeeld.nl/a_b>.

1. Meten

2. Weten
  - a. binnen een jaar
  - b. daarna

| Jaar | Metingen |
|------|----------|
| 2022 | 14 |
| 2023 | **18** |

2 https://voorbeeld.nl/lijst\\_nl

5 sloten zijn dit jaar gebaggerd.

Regel een\\
Regel twee
"""


def test_a_paper_becomes_blocks_without_marks(load, blocks):
    document = load(PAPER.replace("sloten**.", "sloten**.<sup>2</sup>"), "nota.md")
    assert blocks(document) == [
        ("paragraph", "Gemeente Molendam"),
        ("heading", "Aanpak water"),
        ("heading", "Inleiding"),
        ("quote", "Water is voor iedereen. We maken het schoon."),
        (
            "paragraph",
            "De gemeente meet elk jaar de kwaliteit. Dat gebeurt in de sloten en de plassen die in beheer zijn bij "
            "het waterschap en de gemeente samen. Daarna volgt een rapport over schoon water en sloten.",
        ),
        ("note", "1 Jaarverslag water, editie 2023"),
        ("quote", "Anna Smit – directeur Waterzorg"),
        ("heading", "1. Maatregelen"),
        ("heading", "2. Vervolg"),
        ("paragraph", "Zie het plan en https://voorbeeld.nl/a_b."),
        ("item", "1. Meten"),
        ("item", "2. Weten"),
        ("item", "a. binnen een jaar"),
        ("item", "b. daarna"),
        ("row", "2022 – Metingen: 14"),
        ("row", "2023 – Metingen: 18"),
        ("note", "2 https://voorbeeld.nl/lijst_nl"),
        ("paragraph", "5 sloten zijn dit jaar gebaggerd."),
        ("paragraph", "Regel een"),
        ("paragraph", "Regel twee"),
    ]
    assert document.title == "Aanpak water"


def test_a_numbered_heading_takes_the_level_of_its_series(load):
    document = load(PAPER, "nota.md")
    levels = {block.span.of(document.text): block.level for block in document.blocks if block.level}
    assert levels["1. Maatregelen"] == levels["2. Vervolg"] == 1


def test_a_sentence_set_as_a_heading_is_a_quotation(load, blocks):
    document = load(
        "# Kop\n\n## **Samen maken wij de straten en de pleinen van de stad mooier.**\n\nTekst volgt.\n",
        "a.md",
    )
    assert blocks(document)[1][0] == "quote"


def test_front_matter_tells_title_and_date_and_is_no_text(load):
    document = load(
        "---\ntitle: Het plan\ndate: 2021-05-04\n---\n\nDe tekst begint hier en is kort.\n", "a.md"
    )
    assert document.text == "De tekst begint hier en is kort."
    assert (document.title, document.date, document.date_source) == ("Het plan", "2021-05-04", "metadata")


def test_square_metres_keep_their_square(load):
    assert "40 m² groot" in load("# Kop\n\nHet huis is 40 m<sup>2</sup> groot.<sup>3</sup>\n", "a.md").text


def test_an_underlined_line_is_a_heading(load, blocks):
    document = load("Titel\n=====\n\nEen zin.\n\nKop\n---\n\nNog een zin.\n", "a.md")
    assert [kind for kind, _ in blocks(document)] == ["heading", "paragraph", "heading", "paragraph"]


def test_pictures_comments_and_code_fences_leave_only_words(load, blocks):
    document = load("# K\n\n![plaatje](a.png)\n\n<!-- stil -->\n\n```\nregel code\n```\n", "a.md")
    assert blocks(document) == [("heading", "K"), ("paragraph", "regel code")]


def test_odd_digits_are_no_numbers(load, blocks):
    document = load("# K\n\nRegel\t²\nTweede\t①\n\n① Een zin met een rondje ervoor.\n", "a.md")
    assert [text for _, text in blocks(document)][1:] == [
        "Regel – ²",
        "Tweede – ①",
        "① Een zin met een rondje ervoor.",
    ]


def test_a_caption_above_or_below_a_table_names_its_rows(load, blocks):
    table = "| Jaar | Som |\n|---|---|\n| 2024 | 5 |\n"
    for text in (f"Tabel 2: Sommen\n\n{table}", f"{table}\nTabel 2: Sommen\n"):
        rows = [words for kind, words in blocks(load(f"# Nota\n\n{text}", "a.md")) if kind == "row"]
        assert rows == ["Tabel 2: Sommen: 2024 – Som: 5"]


@pytest.mark.parametrize("date", ["2024-05-03", "3 mei 2024", "2024-05-03T10:00:00Z"])
def test_the_date_of_the_front_matter_is_read_in_each_notation(load, date):
    document = load(f"---\ntitel: Nota haven\ndatum: {date}\n---\n\nDe haven wordt dieper.\n", "a.md")
    assert (document.title, document.date, document.date_source) == ("Nota haven", "2024-05-03", "metadata")


def test_a_date_of_the_front_matter_that_is_none_is_left_out(load):
    assert load("---\ndate: binnenkort\n---\n\nDe haven wordt dieper.\n", "a.md").date is None


def test_a_numbered_heading_needs_no_blank_and_is_joined_with_its_words(load, blocks):
    text = (
        "# Vaarplan\n\n###1 \n\n####Aanleiding\n\nDe sluis lekt.\n\n###1.1 Geschiedenis\n\nZij is oud.\n\n"
        "###2\n\nEr komt een nieuwe.\n\n### 3.\n\n### 3.1 Kosten\n\nDie zijn hoog.\n"
    )
    document = load(text, "a.md")
    heads = [(item.level, item.span.of(document.text)) for item in document.blocks if item.kind == "heading"]
    assert [words for _, words in heads] == [
        "Vaarplan",
        "1 Aanleiding",
        "1.1 Geschiedenis",
        "2",
        "3.",
        "3.1 Kosten",
    ]
    assert [level for level, _ in heads] == [1, 3, 3, 3, 3, 3]


@pytest.mark.parametrize("line", ["#1 van de lijst", "##2e kans voor sluizen", "#sluis", "##2024"])
def test_what_looks_like_a_hashtag_is_no_heading(load, blocks, line):
    found = blocks(load(f"# Vaarplan\n\nDe sluis lekt.\n\n{line}\n\nZij is oud.\n", "a.md"))
    assert ("paragraph", line) in found


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            "b.*oeverzwaluwwand*wand waarin zwaluwen broeden",
            "b. oeverzwaluwwand wand waarin zwaluwen broeden",
        ),
        ("(€ 640/40*32=) € 512", "(€ 640/40*32=) € 512"),
        ("2*3*4=24", "2*3*4=24"),
        ("*schuin 2*3 en* recht", "schuin 2*3 en recht"),
        ("een **belang**rijk punt", "een belangrijk punt"),
        ("**W**aterschap en **WBL**-beurs", "Waterschap en WBL-beurs"),
        ("[lid 2 (her)](../a/(her)plan/b(1)/c.md) telt", "lid 2 (her) telt"),
    ],
)
def test_marks_glue_no_words_and_change_no_sum(line: str, words: str) -> None:
    assert strip_marks(line) == words


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        (
            "| --- | --- |\n|:---|:---|\n| 501–523  | kano  |\n| 524–528  | sloep  |",
            ["501–523 – kano", "524–528 – sloep"],
        ),
        (
            "| --- | --- | --- |\n|---|---|---|\n| --- |bijlage |EUR |\n|Melkvee: | --- | --- |\n|koe |100  |9,53 |",
            ["Melkvee:", "koe – bijlage: 100; EUR: 9,53"],
        ),
        (
            "| --- | --- |\n|---|---|\n|Klasse |Inwoners |\n|1 | - 6.000 |\n|2 | 6.001 - 8.000 |",
            ["1 – Inwoners: - 6.000", "2 – Inwoners: 6.001 - 8.000"],
        ),
        ("| Naam | Rol |\n|---|---|\n| Els | --- |\n| Jan | loods |", ["Els", "Jan – Rol: loods"]),
    ],
)
def test_dashes_above_a_table_or_in_a_cell_are_no_words(load, blocks, table, rows):
    document = load(f"# Vaart\n\nDe tekst begint hier en is kort.\n\n{table}\n", "a.md")
    assert [text for kind, text in blocks(document) if kind == "row"] == rows


def test_a_first_line_that_is_bold_as_a_whole_is_the_heading_of_its_paragraph(load, blocks):
    text = "# Plan\n\n**Actie 4. Bruggen verven**\nTrekker: Dienst Bruggen.\nTermijn: 2031.\n\n**Let op:**\ndit is een lead.\n"
    document = load(text, "plan.md")

    assert blocks(document)[1:] == [
        ("heading", "Actie 4. Bruggen verven"),
        ("paragraph", "Trekker: Dienst Bruggen. Termijn: 2031."),
        ("paragraph", "Let op: dit is een lead."),
    ]
