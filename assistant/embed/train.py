"""Train the bundled Dutch model: `python -m assistant.embed.train --shared ../shared --out FOLDER`.

Reads the texts, makes the vocabulary, trains, measures and writes the model with its card. The
same texts, settings and number of threads give the same model.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from assistant.config import BUNDLED_ENCODER, Settings
from assistant.embed.recipe.card import write_card
from assistant.embed.recipe.corpora import FIRST_MANIFESTO_YEAR, SECTIONS_A_LAW, load_lessons
from assistant.embed.recipe.lessons import (
    QUESTION_WORDS,
    BatchMaker,
    Card,
    Mixture,
    count_numbers,
    number_lessons,
)
from assistant.embed.recipe.loop import Plan, start_weights, train_weights
from assistant.embed.recipe.measure import Figures, load_dev_sets, measure_encoder
from assistant.embed.recipe.model import save_model
from assistant.embed.recipe.vocabulary import Pieces, Words, cut_words, train_tokenizer
from assistant.embed.static import StaticEncoder

VOCABULARY = 40_000
"""Pieces in the vocabulary."""


@dataclass(frozen=True, slots=True)
class Lessons:
    """What is learned from, in numbers."""

    cards: list[Card]
    words: list[str]
    counts: NDArray[np.int64]


def main(arguments: Sequence[str] | None = None) -> int:
    """Train, measure and save; gives the exit code."""
    options = _parse(arguments)
    torch.set_num_threads(options.threads)
    plan = Plan(steps=options.steps, seed=options.seed, minutes=options.minutes)
    began = time.monotonic()
    lessons = read_lessons(options.shared)
    _say(f"{len(lessons.cards):,} passages, {len(lessons.words):,} different words")
    tokenizer = make_tokenizer(lessons, options.pieces)
    _say(f"vocabulary made, {time.monotonic() - began:.0f} s since the start")
    table = train_table(lessons, tokenizer, plan)
    minutes = (time.monotonic() - began) / 60
    save_model(options.out, tokenizer, table, "")
    figures = measure_model(options.out, options.shared)
    (options.out / "README.md").write_text(
        write_card(
            figures,
            plan,
            pieces=tokenizer.get_vocab_size(),
            lessons=len(lessons.cards),
            minutes=minutes,
            folder=options.out,
            laws=SECTIONS_A_LAW,
            manifestos=FIRST_MANIFESTO_YEAR,
        ),
        encoding="utf-8",
    )
    return 0


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    default = Plan()
    parser = argparse.ArgumentParser(prog="python -m assistant.embed.train", description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder with data/training and data/eval")
    parser.add_argument("--out", type=Path, required=True, help="folder to write the model to")
    parser.add_argument("--steps", type=int, default=default.steps, help="batches (default %(default)s)")
    parser.add_argument("--minutes", type=float, help="stop after this time; not repeatable to the byte")
    parser.add_argument("--seed", type=int, default=default.seed)
    parser.add_argument("--pieces", type=int, default=VOCABULARY, help="vocabulary (default %(default)s)")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args(arguments)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def read_lessons(shared: Path) -> Lessons:
    """Read the training texts as numbered words."""
    words = Words()
    cards = number_lessons(load_lessons(shared), words)
    return Lessons(cards, list(words.numbers), count_numbers(cards, len(words.numbers)))


def make_tokenizer(lessons: Lessons, size: int) -> Tokenizer:
    """Train the vocabulary on the words of the lessons."""
    counts = Counter(dict(zip(lessons.words, lessons.counts.tolist(), strict=True)))
    return train_tokenizer(counts, size)


def train_table(lessons: Lessons, tokenizer: Tokenizer, plan: Plan) -> NDArray[np.float32]:
    """Train the vectors of the pieces: (pieces, dimension)."""
    pieces = cut_words(tokenizer, lessons.words)
    numbers = {word: number for number, word in enumerate(lessons.words)}
    wrap = np.array([numbers[word] for word in QUESTION_WORDS.split() if word in numbers], dtype=np.int32)
    maker = BatchMaker(lessons.cards, lessons.counts, wrap, Mixture(), plan.seed)
    start = start_weights(_count_pieces(pieces, lessons.counts, tokenizer.get_vocab_size()), plan)

    def report(step: int, seconds: int, loss: float) -> None:
        _say(f"step {step + 1:5d} of {plan.steps}, {seconds:4d} s, loss {loss:.3f}")

    table: NDArray[np.float32] = train_weights(maker, pieces, start, plan, report).numpy()
    return table


def _count_pieces(pieces: Pieces, counts: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    found = np.zeros(size, dtype=np.int64)
    np.add.at(found, pieces.ids, np.repeat(counts, np.diff(pieces.starts)))
    return found


def measure_model(folder: Path, shared: Path) -> list[Figures]:
    """Measure the stored model on the development sets and print the figures."""
    encoder = StaticEncoder(replace(Settings(), encoder=BUNDLED_ENCODER), folder)
    figures = [measure_encoder(encoder.encode_queries, dev) for dev in load_dev_sets(shared)]
    _say("nDCG@10                queries  words-BM25  dense  fused (half and half)")
    for row in figures:
        _say(f"{row.name:22} {row.queries:7d}  {row.words:10.3f}  {row.dense:5.3f}  {row.fused:5.3f}")
    return figures


if __name__ == "__main__":
    sys.exit(main())
