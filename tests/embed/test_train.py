"""The training recipe, on a small world of our own."""

from __future__ import annotations

import csv
import gzip
import io
import json
import tarfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from assistant.config import Settings
from assistant.embed.recipe.corpora import (
    cut_manifesto,
    cut_markdown,
    is_held_out,
    load_lessons,
    plain,
    read_held_out,
)
from assistant.embed.recipe.lessons import BatchMaker, Mixture, count_numbers, number_lessons
from assistant.embed.recipe.measure import DevSet, fuse, mean_ndcg, score_words
from assistant.embed.recipe.model import shrink_rows
from assistant.embed.recipe.vocabulary import Words, cut_words, train_tokenizer
from assistant.embed.static import StaticEncoder
from assistant.embed.train import main
from assistant.embed.words import fold_words

THEMES = {
    "water": "De waterschappen meten de kwaliteit van het water. Vervuild water wordt gezuiverd in {}.",
    "zorg": "De zorgverzekeraar vergoedt de zorg thuis. Patiënten kiezen zelf een ziekenhuis in {}.",
    "wonen": "De woningcorporatie bouwt betaalbare huizen. Huurders krijgen een toeslag van {}.",
    "verkeer": "De provincie legt fietspaden aan. Vrachtverkeer mag niet door de kern van {}.",
}
PLACES = ("Aalst", "Breda", "Diest", "Emmen", "Gouda", "Hasselt", "Ieper", "Kampen", "Lommel", "Meppel")


def markdown(theme: str, place: str) -> str:
    body = THEMES[theme].format(place)
    return (
        f"<meta charset='utf-8' />\n\n##Regeling {theme} {place}\n\nGeacht college,\n\n"
        f"####Doel van de regeling {theme}\n\n{body} Deze regeling geldt ook voor de gemeente {place}.\n\n"
        f"### Artikel 1\n\n*{theme}regeling {place}:* de regels die over {theme} gaan in de stad {place};\n\n"
        f"####Vraag\n\nGeldt dit ook voor {theme} buiten {place}?\n\n"
        f"####Antwoord\n\nNee, het geldt alleen binnen de grenzen van {place}, en daar voor iedereen die "
        f"met {theme} te maken heeft.\n"
    )


def write_archive(path: Path, members: dict[str, str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with tarfile.open(path, "w:gz") as tar:
        for name, text in members.items():
            content = text.encode()
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder laid out as the shared one, with small texts of our own."""
    root = tmp_path_factory.mktemp("world")
    data = root / "data"
    names = [(theme, place) for theme in THEMES for place in PLACES]
    rules = {f"x/{t}/{p}/BWBR{i:07}/README.md": markdown(t, p) for i, (t, p) in enumerate(names)}
    write_archive(data / "training/beleidsregels-circulaires-md.tar.gz", rules)
    laws = {f"wet_{t}_{p}.md": markdown(t, p).replace("Regeling", "Wet") for t, p in names}
    write_archive(data / "training/wetten-regelingen-md.tar.gz", laws)
    write_archive(data / "training/algoritmekader-md.tar.gz", {"index.md": markdown("zorg", "Den Haag")})
    party = "Onze plannen voor {0}\n{1}\nDaarom kiezen wij voor beter\nbeleid en voor meer geld in {0}.\n"
    manifestos = {
        f"Partij {p}_{y}.txt": "".join(party.format(t, THEMES[t].format(p)) for t in THEMES)
        for p, y in zip(PLACES, range(1960, 2010, 5), strict=True)
    }
    write_archive(data / "training/verkiezingsprogrammas-txt.tar.gz", manifestos)
    with gzip.open(data / "vlaamse-beslissingen-2019-2022.jsonl.gz", "wt", encoding="utf-8") as file:
        for i, (theme, place) in enumerate(names):
            body = THEMES[theme].format(f"<strong>{place[0]}</strong>{place[1:]}")
            row = {
                "id": f"b{i}",
                "date": "2022-03-04" if i % 4 == 0 else "2020-03-04",
                "title": f"Ontwerpbesluit over {theme} in {place}",
                "short_title": f"{theme} {place}",
                "html": f"<p>{body}</p>\n&nbsp;<p>De Vlaamse Regering keurt het besluit over {theme} "
                f"goed, na advies van de Raad van State en van de inspecteur van Financiën van {place}.</p>",
            }
            file.write(json.dumps(row) + "\n")
    (data / "eval").mkdir()
    with (data / "eval/stsb-nl-train.csv").open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows([("Een hond rent.", "Een hond loopt.", "4.5"), ("Ja.", "Nee.", "1.0")])
    fields = ("pair_ID", "sentence_A", "sentence_B", "entailment_label", "relatedness_score", "SemEval_set")
    with (data / "eval/sick-nl.tsv").open("w", encoding="utf-8", newline="") as lines:
        table = csv.writer(lines, delimiter="\t")
        table.writerow(fields)
        table.writerow(("1", "Een kat slaapt.", "Een poes slaapt.", "ENTAILMENT", "4.8", "TRAIN"))
        table.writerow(("2", "Een kat slaapt nu.", "Een poes slaapt nu.", "ENTAILMENT", "4.8", "TEST"))
    return root


def test_markdown_gives_headings_definitions_and_answers() -> None:
    lessons = list(cut_markdown(markdown("water", "Breda"), "policy", "a.md"))
    found = {(lesson.source, lesson.heading): " ".join(lesson.sentences) for lesson in lessons}
    assert found["policy", "Doel van de regeling water"].startswith("De waterschappen meten")
    assert found["definition", "waterregeling Breda"] == "de regels die over water gaan in de stad Breda;"
    assert found["answer", "Geldt dit ook voor water buiten Breda?"].startswith("Nee, het geldt alleen")
    assert {lesson.title for lesson in lessons} == {"Regeling water Breda"}


@pytest.mark.parametrize(
    ("line", "heading"),
    [("Doel", "Doel"), ("Artikel 3a", ""), ("Artikel  XIV", ""), ("2.4.1", "Voor"), ("b.", "Voor")],
)
def test_a_bare_number_is_no_heading_and_a_new_article_ends_the_one_before(line: str, heading: str) -> None:
    text = f"##Regeling\n####Voor\nx\n###{line}\n{'De regels gelden in de hele stad. ' * 4}\n"
    (lesson,) = cut_markdown(text, "policy", "a.md")
    assert lesson.heading == heading


def test_a_manifesto_loses_its_broken_words_and_keeps_its_headings() -> None:
    text = "Werk voor iedereen\n" + "Wij willen dat ieder\u00adeen die kan wer-\nken ook werk krijgt. " * 4
    (lesson,) = cut_manifesto(text, "p_1999.txt")
    assert lesson.heading == "Werk voor iedereen"
    assert lesson.sentences[0] == "Wij willen dat iedereen die kan werken ook werk krijgt."


def test_markup_inside_a_word_does_not_break_it() -> None:
    assert (
        plain("<p>De <strong>V</strong>laamse&nbsp;[Raad](http://x)</p><p>*nu*</p>") == "De Vlaamse Raad nu"
    )


def test_what_is_held_out_is_never_trained_on(world: Path) -> None:
    lessons = load_lessons(world)
    held_out = read_held_out(world)
    assert held_out
    assert all(is_held_out(lesson.document) for lesson in held_out)
    assert not [lesson for lesson in lessons if "BWBR" in lesson.document and is_held_out(lesson.document)]
    decisions = {lesson.document for lesson in lessons if lesson.source == "decision"}
    assert decisions == {f"b{i}" for i in range(40) if i % 4}
    manifestos = {lesson.document for lesson in lessons if lesson.source == "manifesto"}
    assert min(manifestos, key=lambda name: name[-8:-4])[-8:-4] == "1975"
    similar = [(lesson.heading, *lesson.sentences) for lesson in lessons if lesson.source == "similar"]
    assert similar == [("Een hond rent.", "Een hond loopt."), ("Een kat slaapt.", "Een poes slaapt.")]


def test_versions_of_one_rule_are_held_out_together() -> None:
    paths = [f"x/BWBR{number:07}/README.md" for number in range(2000)]
    kept = [is_held_out(path) for path in paths]
    assert kept == [is_held_out(path.replace("x/", "elders/")) for path in paths]
    assert 0.07 < sum(kept) / len(kept) < 0.13


def test_words_cut_one_by_one_are_the_pieces_of_the_whole_text(world: Path) -> None:
    texts = [sentence for lesson in load_lessons(world) for sentence in lesson.sentences]
    texts += ["Één coördinatie; 5G-hub € 2,5 mln", "", "onder\u00adhandeling"]
    words = Words()
    numbered = [words.encode(text) for text in texts]
    counts = {word: 2 for word in words.numbers}
    tokenizer = train_tokenizer(counts, 300)
    pieces = cut_words(tokenizer, list(words.numbers))
    offsets = np.concatenate([[0], np.cumsum([len(text) for text in numbered])[:-1]])
    ids, starts = pieces.expand(np.concatenate(numbered), offsets)
    bounds = [*starts.tolist(), len(ids)]
    for place, text in enumerate(texts):
        whole = tokenizer.encode(text, add_special_tokens=False).ids
        assert ids[bounds[place] : bounds[place + 1]].tolist() == whole


@given(st.text(max_size=60))
def test_folded_words_hold_only_letters_and_digits(text: str) -> None:
    assert all(word.isalnum() and word == word.lower() for word in fold_words(text) if word.isascii())


def test_batches_repeat_with_their_seed_and_match_by_place(world: Path) -> None:
    words = Words()
    cards = number_lessons(load_lessons(world), words)
    counts = count_numbers(cards, len(words.numbers))
    wrap = np.array([0, 1, 2], dtype=np.int32)
    makers = [BatchMaker(cards, counts, wrap, Mixture(), seed) for seed in (1, 1, 2)]
    first, again, other = (maker.draw(64) for maker in makers)
    assert first.queries.words.tobytes() == again.queries.words.tobytes()
    assert first.passages.words.tobytes() == again.passages.words.tobytes()
    assert first.queries.words.tobytes() != other.queries.words.tobytes()
    assert len(first.queries.offsets) == len(first.passages.offsets) == len(first.blind)
    assert (np.diff(first.queries.offsets) > 0).all()
    assert not first.blind.diagonal().any()


@given(arrays(np.float32, (5, 8), elements=st.floats(-10, 10, width=32)))
def test_a_byte_a_value_is_off_by_at_most_half_a_step(table: np.ndarray) -> None:
    rows, scales = shrink_rows(table)
    assert rows.dtype == np.int8
    assert scales.dtype == np.float32
    error = np.abs(rows * scales[:, None] - table)
    assert (error <= scales[:, None] * 0.501 + 1e-12).all()


def test_ndcg_counts_the_rank_and_ties_count_against() -> None:
    scores = np.array([[3, 2, 1], [1, 2, 3], [1, 1, 0]], dtype=np.float32)
    assert mean_ndcg(scores, [0, 0, 0]) == pytest.approx((1 + 1 / 2 + 1 / np.log2(3)) / 3)
    assert mean_ndcg(scores, [0, 0, 0], depth=2) == pytest.approx((1 + 0 + 1 / np.log2(3)) / 3)


def test_bm25_gives_the_textbook_value() -> None:
    dev = DevSet("x", ("water zout",), ("zoet water water", "lucht in stad", "zout"), (2,))
    scores = score_words(dev)
    idf = np.log(1 + (3 - 1 + 0.5) / 1.5)
    mean = 7 / 3
    long, short = 1.5 * (0.25 + 0.75 * 3 / mean), 1.5 * (0.25 + 0.75 / mean)
    np.testing.assert_allclose(scores, [[idf * 2 * 2.5 / (2 + long), 0, idf * 2.5 / (1 + short)]], rtol=1e-5)


def test_fusion_scales_both_before_it_adds() -> None:
    words = np.array([[0, 10, 5]], dtype=np.float32)
    dense = np.array([[0.2, 0.1, 0.2]], dtype=np.float32)
    np.testing.assert_allclose(fuse(words, dense, 0.25), [[0.25, 0.75, 0.625]], rtol=1e-6)


def test_one_command_makes_a_model_that_finds_things_and_repeats(
    world: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["--shared", str(world), "--steps", "12", "--pieces", "300", "--threads", "1", "--out"]
    assert main([*command, str(tmp_path / "a")]) == 0
    printed = capsys.readouterr().out
    assert "decisions-title" in printed
    assert "step    12 of 12" in printed
    assert main([*command, str(tmp_path / "b")]) == 0
    for name in ("model.safetensors", "tokenizer.json", "modules.json"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
    encoder = StaticEncoder(Settings(), tmp_path / "a")
    query = encoder.encode_queries(["huizen voor huurders"])[0]
    scores = encoder.encode_passages([text.format("Gent") for text in THEMES.values()]) @ query
    assert int(scores.argmax()) == list(THEMES).index("wonen")
    card = (tmp_path / "a" / "README.md").read_text(encoding="utf-8")
    assert "| decisions-short | 10 |" in card
    assert "De waterschappen" not in card
