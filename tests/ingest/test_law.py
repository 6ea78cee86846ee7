"""The law of spans over generated texts and over every real text there is."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.config import Settings
from assistant.errors import EmptyDocument
from assistant.ingest import find_files, load_document

WORDS = st.sampled_from(
    [
        "De", "gemeente", "bouwt", "huizen.", "Wethouder", "Jansen", "zegt:", "“Dat", "kan.”", "-", "•", "1.", "a)",
        "woning-", "bouw", "(inter)", "nationaal", "€ 2,5", "miljoen", "#", "##", "**vet**", "|", "\t", "\n", "\n\n",
        "\n\n\n", "\f", " ", "  ", "<b>", "</b>", "<sup>1</sup>", "Figuur 2", "2024", "12", "\u00ad", "\u200b", "é", "e\u0301",
        "Hoofdstuk 3", "van de", "https://voorbeeld.nl/a_b", "---", "```", "> ", "?", "!", "…", "[a](b)", "Inhoud",
    ]
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=60).map(" ".join)


@given(TEXTS, st.sampled_from([".txt", ".md", ".html"]), st.sampled_from([40, 200, 700]))
@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_every_block_page_and_passage_of_a_made_text_obeys_the_law(check_law, text, suffix, chars):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"tekst{suffix}"
        path.write_text(text, encoding="utf-8")
        try:
            document = load_document(path, Path(folder), Settings())
        except EmptyDocument:
            return
    check_law(document, chars)


def test_every_seed_obeys_the_law(seeds, check_law):
    for path in find_files(seeds):
        check_law(load_document(path, seeds, Settings()))


def test_every_shared_pdf_obeys_the_law(shared, check_law):
    folder = shared / "data" / "pdf"
    for path in find_files(folder):
        if path.stat().st_size < 1_500_000:
            check_law(load_document(path, folder, Settings(ocr="off")))


@pytest.mark.parametrize(
    "name",
    [
        "OSLO_Mobiliteit_-_Thematische_Workshop_1_09_10_19_-_Verslag.pdf",
        "Verslag_business_werkgroep_3_OSLO-Subsidies_09-01-2019.pdf",
    ],
)
def test_a_shared_pdf_with_pictures_of_text_obeys_the_law(shared, check_law, scan, name):
    document = load_document(shared / "data/pdf/oslo-verslagen" / name, shared, Settings())
    assert document.scanned
    check_law(document)


def test_cleaning_a_cleaned_seed_changes_nothing(seeds, tmp_path):
    for path in find_files(seeds):
        once = load_document(path, seeds, Settings()).text
        (tmp_path / path.name).write_text(once, encoding="utf-8")
        twice = load_document(tmp_path / path.name, tmp_path, Settings()).text
        # Items lose their bullet, so that a list stands a little wider the second time.
        assert twice.replace("\n\n", "\n") == once.replace("\n\n", "\n")


def test_no_word_of_a_seed_is_cut_at_a_line_end(seeds):
    for path in find_files(seeds):
        text = load_document(path, seeds, Settings()).text
        assert not re.findall(r"\w-$", text, re.M)
        assert "\u00ad" not in text
        assert "\ufffe" not in text


def test_two_loads_give_the_same_document(seeds):
    for path in find_files(seeds):
        assert load_document(path, seeds, Settings()) == load_document(path, seeds, Settings())


@pytest.mark.parametrize(
    ("start", "title", "date", "source", "origin"),
    [
        ("000", "Brainport Eindhoven brengt bezoek aan Grenoble", "2022-06-28", "tekst", "nl"),
        ("001", "Een aanzienlijk deel van de Europese medtechsector", None, None, "nl"),
        (
            "002",
            "Flanders Make werkt aan grotere toegankelijkheid lokale O&I-infrastructuur",
            None,
            None,
            "vl",
        ),
        ("003", "Brainport Nationale Actieagenda", "2020-06", "periode", "nl"),
        ("004", "Aanpak internationalisering", "2024-06", "colofon", "nl"),
    ],
)
def test_a_seed_tells_its_title_date_and_origin(seeds, start, title, date, source, origin):
    path = next(path for path in find_files(seeds) if path.name.startswith(start))
    document = load_document(path, seeds, Settings())
    assert document.title.startswith(title)
    assert (document.date, document.date_source, document.origin, document.language) == (
        date,
        source,
        origin,
        "nl",
    )


def test_the_sections_of_the_progress_report_are_headings(seeds):
    path = next(path for path in find_files(seeds) if path.name.startswith("003"))
    document = load_document(path, seeds, Settings())
    headings = [block.span.of(document.text) for block in document.blocks if block.kind == "heading"]
    for heading in ("Talent", "Leven lang ontwikkelen", "Prio 5 Eindhoven Engine", "Onzekerheid"):
        assert heading in headings
    place = document.text.index("Het Cyber Weerbaarheidscentrum Brainport (CWB) werd")
    assert document.heading_path(place)[-1] == "Prio 9a Cyber Weerbaarheidscentrum Brainport"


def test_columns_in_the_wrong_order_are_read_in_the_right_one(seeds):
    path = next(path for path in find_files(seeds) if path.name.startswith("003"))
    text = load_document(path, seeds, Settings()).text
    for whole in (
        "grondstoffen en halffabricaten",
        "versneld achterhaald",
        "ontwikkelingen en technologieën",
    ):
        assert whole in text


def test_each_row_of_the_table_of_the_policy_paper_is_whole(seeds):
    path = next(path for path in find_files(seeds) if path.name.startswith("004"))
    document = load_document(path, seeds, Settings())
    rows = [block.span.of(document.text) for block in document.blocks if block.kind == "row"]
    assert len(rows) == 21
    assert rows[0].endswith("trade & invest: Duitsland – Innovatie: Inzet; Trade en/of Invest: Inzet")
