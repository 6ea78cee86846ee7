"""The word vectors that ship, and how they are made."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from assistant.dutch import content_stems, stem
from assistant.embed.recipe.corpora import Lesson
from assistant.search import wordvectors as module
from assistant.search.wordvectors import (
    DATA_DIR,
    ROW_FILE,
    STEM_FILE,
    WordVectors,
    load_word_vectors,
    write_word_vectors,
)


def compare(vectors: WordVectors, one: str, other: str) -> float:
    numbers = dict(vectors.stems())
    row = vectors.find(stem(one))
    assert row is not None
    places = np.array([numbers[stem(other)]])
    return float(vectors.compare([row], places)[0, 0])


@pytest.mark.parametrize(
    ("word", "near", "far"),
    [
        ("leerkracht", "docent", "fietspad"),
        ("tegemoetkoming", "vergoeding", "ziekenhuis"),
        ("auto", "automobilist", "subsidie"),
        ("boete", "dwangsom", "bibliotheek"),
        ("ziekenhuis", "huisarts", "vergunning"),
    ],
)
def test_words_that_are_used_alike_are_near(word: str, near: str, far: str) -> None:
    vectors = load_word_vectors()
    assert compare(vectors, word, near) > 0.4 > compare(vectors, word, far)


def test_words_compared_together_are_as_like_as_each_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    vectors = load_word_vectors()
    rows = [row for word in ("boete", "auto", "docent") if (row := vectors.find(stem(word))) is not None]
    places = np.arange(0, len(vectors), 5)
    together = vectors.compare(rows, places)
    monkeypatch.setattr(module, "_UNSHARED", 3 * 96 * 100)  # a hundred at a time
    assert [vectors.compare([row], places)[0].tolist() for row in rows] == together.tolist()
    assert vectors.compare([], places).shape == (0, len(places))


def test_the_vectors_fit_the_analysis_of_dutch(root: Path) -> None:
    """A stem that the analysis no longer gives is never found: make the vectors anew then."""
    text = " ".join(path.read_text(encoding="utf-8") for path in sorted((root / "corpus").rglob("*.md")))
    stems = [word for word in content_stems(text) if word.isalpha()]
    vectors = load_word_vectors()
    assert sum(vectors.find(word) is not None for word in stems) > 0.8 * len(stems) > 800


def test_the_vectors_are_small_and_load_without_what_made_them() -> None:
    assert sum((DATA_DIR / name).stat().st_size for name in (STEM_FILE, ROW_FILE)) < 8_000_000
    code = (
        "import sys, assistant.search.soft as soft, assistant.search.wordvectors as found\n"
        "found.load_word_vectors()\n"
        "print(sorted({'torch', 'scipy', 'sklearn', 'transformers'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_rows_come_back_as_they_were_written(tmp_path: Path) -> None:
    given = np.random.default_rng(3).normal(size=(3, 8)).astype(np.float32)
    write_word_vectors(tmp_path, ["b", "c", "a"], given)
    vectors = load_word_vectors(tmp_path)
    for name, row in zip(("b", "c", "a"), given, strict=True):
        found = vectors.find(name)
        assert found is not None
        assert found / np.abs(found).max() == pytest.approx(row / np.abs(row).max(), abs=0.005)
    assert vectors.find("d") is None
    assert {vectors.stem_of(number) for _, number in vectors.stems()} == {"a", "b", "c"}


def test_words_that_share_their_neighbours_become_alike_and_every_run_the_same() -> None:
    from assistant.search.build_wordvectors import Recipe, make_vectors, read_stretches

    frames = ["{} rijdt snel over asfalt", "{} tankt benzine langs asfalt"]
    others = ["{} zwemt diep onder water", "{} ademt zuurstof onder water"]
    lessons = [
        Lesson("test", str(number), "", "", (frame.format(word),))
        for number in range(30)
        for words, sentences in ((("auto", "wagen"), frames), (("vis", "haai"), others))
        for word in words
        for frame in sentences
    ]
    recipe = Recipe(dimension=4, thin=1.0)
    stems, vectors = make_vectors(read_stretches(lessons), recipe)
    rows = {name: vectors[place] for place, name in enumerate(stems)}
    assert rows[stem("auto")] @ rows[stem("wagen")] > 0.9 > 0.3 > rows[stem("auto")] @ rows[stem("haai")]
    again = make_vectors(read_stretches(lessons), recipe)
    assert again[0] == stems
    assert (again[1] == vectors).all()
