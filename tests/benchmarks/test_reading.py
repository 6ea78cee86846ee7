"""The figures of text quality on cases small enough to count by hand, and floors for the own PDFs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.pages.gold import Cell, GoldBlock, GoldPage, split_words
from benchmarks.pages.hashed import load_gold, pack_page, unpack_page
from benchmarks.pages.hashing import hash_word, make_key
from benchmarks.pages.own import make_documents
from benchmarks.pages.scores import PageScore
from benchmarks.pages.structures import (
    count_cells,
    count_headed,
    count_headings,
    count_right_headings,
    count_rows,
)
from benchmarks.pages.tiling import count_edits, match_words
from benchmarks.readers import ReadBlock, ReadPage, join_hyphens, parse_plain, read_ours
from benchmarks.reading import HALVES, OURS, Job, pack_tally, score_reader, sum_tallies

FIRST = "de raad besluit vandaag over het plan".split()
SECOND = "het college voert dat plan daarna uit".split()


def make_page(*blocks: GoldBlock, ignored: tuple[str, ...] = ()) -> GoldPage:
    return GoldPage("proef.pdf", 1, "own", blocks, ignored)


def make_block(kind: str, text: str, **given: object) -> GoldBlock:
    return GoldBlock(kind, tuple(split_words(text)), **given)  # type: ignore[arg-type]


def read(*blocks: tuple[str, str]) -> ReadPage:
    return ReadPage(tuple(ReadBlock(kind, tuple(split_words(text))) for kind, text in blocks))


def pages_of(score: PageScore) -> tuple[GoldPage, ReadPage]:
    return score.gold, score.read


def test_words_lose_signs_at_their_ends_and_keep_those_inside():
    assert split_words("• De “CO2-uitstoot” – zie Noord‑Brabant’s nota²: 1,9 m.") == [
        "de",
        "co2-uitstoot",
        "zie",
        "noord-brabant's",
        "nota",
        "1,9",
        "m",
    ]
    assert split_words("bewo\u00adners ﬁets") == ["bewo\u00adners", "ﬁets"]


@pytest.mark.parametrize(
    ("gold", "given", "edits"),
    [
        ("a b c", "a b c", 0),
        ("a b c", "a x c", 1),
        ("a b c", "a c", 1),
        ("a b c", "a b x y c", 2),
        ("a b c d", "c d a b", 4),
        ("a b", "", 2),
        ("", "a b", 2),
    ],
)
def test_edits_are_counted_as_levenshtein_did(gold, given, edits):
    assert count_edits(gold.split(), given.split()) == edits


def test_words_are_matched_in_the_longest_runs_wherever_they_stand():
    assert match_words("a b c d e".split(), "d e a b c".split()) == [2, 3, 4, 0, 1]
    assert match_words("a b".split(), "b x a b".split()) == [2, 3]
    assert match_words(["a", "b"], ["c"]) == [-1, -1]


def test_columns_read_across_lose_order_but_no_words():
    page = make_page(make_block("paragraph", " ".join(FIRST)), make_block("paragraph", " ".join(SECOND)))
    across = [word for pair in zip(FIRST, SECOND, strict=True) for word in pair]
    right = PageScore(page, read(("paragraph", " ".join(FIRST)), ("paragraph", " ".join(SECOND))))
    wrong = PageScore(page, read(("paragraph", " ".join(across))))
    assert right.count_pairs() == (13, 13)
    assert right.count_pairs(turns=True) == (1, 1)
    swapped = PageScore(page, read(("paragraph", " ".join(SECOND)), ("paragraph", " ".join(FIRST))))
    assert swapped.count_pairs(turns=True) == (0, 1)
    assert wrong.count_pairs()[0] <= 1
    assert wrong.count().rate("found") == 1.0
    assert right.count_errors() == 0
    assert wrong.count_errors() >= 7


def test_a_box_may_stand_anywhere_but_not_inside_a_block():
    box = make_block("paragraph", "cijfers van de proef in het kort", flow=1)
    page = make_page(make_block("paragraph", " ".join(FIRST)), box, make_block("paragraph", " ".join(SECOND)))
    text = " ".join(box.words)
    for order in (
        (" ".join(FIRST), text, " ".join(SECOND)),
        (text, " ".join(FIRST), " ".join(SECOND)),
        (" ".join(FIRST), " ".join(SECOND), text),
    ):
        score = PageScore(page, read(*(("paragraph", part) for part in order)))
        assert score.count_pairs() == (19, 19)
        assert score.count_errors() == 0
    torn = PageScore(page, read(("paragraph", " ".join([*FIRST[:3], text, *FIRST[3:], *SECOND]))))
    assert torn.count_pairs() == (18, 19)


def test_furniture_left_in_is_counted_by_itself_and_is_no_word_error():
    page = make_page(make_block("furniture", "Jaarplan 7"), make_block("paragraph", " ".join(FIRST)))
    score = PageScore(page, read(("paragraph", "Jaarplan 7"), ("paragraph", " ".join(FIRST))))
    assert score.count_furniture() == (2, 2)
    assert score.count_errors() == 0
    assert score.count().rate("added") == 0.0


def test_a_cut_word_counts_by_how_its_hyphen_was_resolved():
    page = make_page(
        make_block(
            "paragraph",
            "Noord-Brabant geeft bewoners beleids- en advieskosten",
            cuts=((0, "hard"), (2, "soft"), (3, "open")),
        )
    )
    good = PageScore(
        page, read(("paragraph", "Noord-Brabant geeft bewoners beleids- en advieskosten"))
    ).count()
    assert [good.rate(kind) for kind in ("hard", "soft", "open")] == [1.0, 1.0, 1.0]
    bad = PageScore(page, read(("paragraph", "NoordBrabant geeft bewo- ners beleidsen advieskosten"))).count()
    assert [bad.rate(kind) for kind in ("hard", "soft", "open")] == [0.0, 0.0, 0.0]


def test_headings_are_blocks_of_ours_and_lines_that_look_like_one_of_others():
    page = make_page(make_block("heading", "Het plan van de raad"), make_block("paragraph", " ".join(SECOND)))
    ours = PageScore(
        page, read(("heading", "Het plan van de raad"), ("heading", "iets"), ("paragraph", " ".join(SECOND)))
    )
    assert count_headings(*pages_of(ours)) == (1, 1)
    assert count_right_headings(*pages_of(ours)) == (1, 2)
    sentence = "Het college voert dat plan\ndaarna uit."
    plain = parse_plain("Het plan\nVan de raad\n" + sentence, split_words)
    assert count_headings(*pages_of(PageScore(page, plain))) == (1, 1)
    assert count_right_headings(*pages_of(PageScore(page, plain))) == (2, 3)
    glued = parse_plain("Het plan\nvan de raad " + sentence, split_words)
    assert count_headings(*pages_of(PageScore(page, glued))) == (0, 1)


def test_a_line_that_may_be_a_heading_counts_neither_way():
    page = make_page(make_block("label", "Tweede Kamer"), make_block("heading", "Vraag 1"))
    score = PageScore(page, read(("heading", "Tweede Kamer"), ("heading", "Vraag 1")))
    assert count_right_headings(*pages_of(score)) == (1, 1)
    none = PageScore(page, read(("paragraph", "Tweede Kamer")))
    assert count_headings(*pages_of(none)) == (0, 1)


def test_another_way_to_write_a_word_is_as_good():
    block = make_block("heading", "Besluit luchtkwali-teit")
    page = replace(make_page(block), alike=(("luchtkwaliteit", "luchtkwali-teit"),))
    score = PageScore(page, read(("heading", "Besluit Luchtkwaliteit")))
    assert (score.count_errors(), count_headings(*pages_of(score))) == (0, (1, 1))


def test_cells_stand_in_the_row_of_their_first_cell_and_behind_their_header():
    header = make_block("header", "Streek Bedrag", cells=(Cell(0, 0, 1), Cell(1, 1, 2)))
    row = make_block(
        "row",
        "De Kempen 40 euro",
        cells=(Cell(0, 0, 2), Cell(1, 2, 4)),
        header=1,
        label=("de", "kempen"),
    )
    page = make_page(make_block("caption", "Tabel 1 Kosten", flow=1), header, row)
    good = PageScore(page, read(("row", "Tabel 1 Kosten: De Kempen – Bedrag: 40 euro")))
    assert (count_cells(*pages_of(good)), count_rows(*pages_of(good)), count_headed(*pages_of(good))) == (
        (2, 2),
        (2, 2),
        (1, 1),
    )
    bare = PageScore(page, read(("row", "De Kempen"), ("row", "40 euro")))
    assert (count_cells(*pages_of(bare)), count_rows(*pages_of(bare)), count_headed(*pages_of(bare))) == (
        (2, 2),
        (1, 2),
        (0, 1),
    )
    late = PageScore(page, read(("row", "De Peel – De Kempen: 40 euro")))
    assert (count_cells(*pages_of(late)), count_rows(*pages_of(late))) == ((2, 2), (0, 2))
    lines = PageScore(page, parse_plain("Streek Bedrag\nDe Kempen 40 euro", split_words))
    assert (count_cells(*pages_of(lines)), count_rows(*pages_of(lines)), count_headed(*pages_of(lines))) == (
        (2, 2),
        (2, 2),
        (0, 1),
    )


def test_header_words_that_a_row_repeats_are_no_errors():
    header = make_block("header", "Streek Bedrag", cells=(Cell(0, 0, 1), Cell(1, 1, 2)))
    rows = [
        make_block("row", text, cells=(Cell(0, 0, 1), Cell(1, 1, 2)), header=0)
        for text in ("Kempen 40", "Peel 50")
    ]
    score = PageScore(
        make_page(header, *rows), read(("row", "Kempen – Bedrag: 40"), ("row", "Peel – Bedrag: 50"))
    )
    assert score.count_errors() == 0
    assert score.count_pairs() == (3, 3)


def test_copies_of_caption_and_first_cell_in_rows_do_not_stand_in_for_them():
    caption = make_block("caption", "Tabel 1 Kosten", flow=1)
    rows = [
        make_block(
            "row", "Water pompen 40", cells=(Cell(0, 0, 1), Cell(1, 1, 2), Cell(2, 2, 3)), label=("water",)
        ),
        make_block("row", "sluizen 50", cells=(Cell(1, 0, 1), Cell(2, 1, 2)), label=("water",)),
    ]
    given = (
        ("caption", "Tabel 1 Kosten"),
        ("row", "Tabel 1 Kosten: Water – pompen; 40"),
        ("row", "Tabel 1 Kosten: Water – sluizen; 50"),
    )
    score = PageScore(make_page(caption, *rows), read(*given))
    assert score.count_errors() == 0
    assert score.count_pairs() == (6, 6)
    assert count_rows(*pages_of(score)) == (5, 5)


def test_the_usual_line_joins_every_hyphen_right_or_wrong():
    assert (
        join_hyphens("bewo-\nners van Noord-\r\nBrabant, uit\ufffebreiding")
        == "bewoners van NoordBrabant, uitbreiding"
    )


def test_a_page_is_lost_when_less_than_half_of_it_comes_back():
    page = make_page(make_block("paragraph", " ".join(FIRST)))
    assert pack_tally(PageScore(page, read(("paragraph", "iets"))).count())["lost"] == 1
    assert pack_tally(PageScore(page, read(("paragraph", " ".join(FIRST[:4])))).count())["lost"] == 0


def test_hashes_of_a_word_differ_by_page_and_by_file():
    keys = [make_key(b"een", 1), make_key(b"een", 2), make_key(b"twee", 1)]
    assert len({hash_word("gemeente", key) for key in keys}) == 3
    assert len(hash_word("gemeente", keys[0])) == 4


@pytest.fixture(scope="module")
def own_figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float | None]:
    folder = tmp_path_factory.mktemp("eigen")
    jobs, given = [], {}
    for name, raw, pages in make_documents():
        path = folder / name
        path.write_bytes(raw)
        jobs.append(Job(path, tuple(pages)))
        whole = read_ours(path)
        given[str(path)] = [whole[page.number - 1] for page in pages]
    return pack_tally(sum_tallies(tally for _, tally in score_reader(OURS, jobs, given).values()))


@pytest.mark.parametrize(
    ("figure", "floor"),
    [
        ("order", 0.99),
        ("turns", 0.95),
        ("found", 0.995),
        ("hyphens", 0.99),
        ("headings", 0.98),
        ("headings_right", 0.97),
        ("cells", 0.98),
        ("rows", 0.96),
        ("headed", 0.9),
        ("kinds", 0.98),
    ],
)
def test_own_pages_are_read_no_worse_than_before(own_figures, figure, floor):
    assert own_figures[figure] >= floor


@pytest.mark.parametrize(("figure", "ceiling"), [("wer", 0.02), ("furniture", 0.15), ("lost", 0)])
def test_own_pages_lose_no_more_than_before(own_figures, figure, ceiling):
    assert own_figures[figure] <= ceiling


def test_own_pdfs_are_the_same_bytes_on_every_run():
    assert [raw for _, raw, _ in make_documents()] == [raw for _, raw, _ in make_documents()]


def test_every_shared_page_belongs_to_one_half():
    assert {page.half for page in load_gold()} <= set(HALVES)
    places = [(page.file, page.number) for page in load_gold()]
    assert len(places) == len(set(places))
    assert not Path(places[0][0]).is_absolute() if places else True


def test_a_plain_page_gives_its_blocks_cells_and_cuts(root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(str(root / "tools"))
    from hash_pages import hash_page, read_page

    page, sha256 = read_page(
        "file a.pdf\nsha256 ab\npage 2\nhalf dev\nignore o 1\nalike kwaliteit kwali-teit\n\n"
        "H2 1.1 Doel\nP De bewo¬ners van Noord-¬Brabant, beleids-¬ en advies\nTH Streek | Bedrag\n"
        "R De Kempen | 40\nR ^ | 50\nN 1 Zie nota\n"
    )
    assert (page.file, page.number, page.half, sha256) == ("a.pdf", 2, "dev", "ab")
    assert page.blocks[1].cuts == ((1, "soft"), (3, "hard"), (4, "open"))
    assert [block.kind for block in page.blocks] == ["heading", "paragraph", "header", "row", "row", "note"]
    assert page.blocks[4].label == ("de", "kempen")
    assert (page.blocks[4].header, page.blocks[5].flow) == (2, 1)
    hashed = hash_page(page, b"inhoud")
    assert all(len(word) == 4 and word.isalnum() for block in hashed.blocks for word in block.words)
    assert unpack_page(pack_page(hashed, sha256)) == hashed
