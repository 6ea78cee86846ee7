"""The subword vocabulary: its training, and texts as numbers of words.

Words are runs of letters and digits, lower-cased and without accents, so that OCR faults and
"één"/"een" cost nothing. A piece carries no mark of its place in the word: the "huis" of
"gemeentehuis" is the word "huis", which is what makes compounds work. The unigram model cuts
compounds at their seams ("voorzieningen" + "niveau") far more often than byte-pair merges do.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

from assistant.embed.words import INVISIBLE, fold_words

UNKNOWN = "[UNK]"


def train_tokenizer(counts: Counter[str], size: int) -> Tokenizer:
    """Train a unigram vocabulary of `size` pieces on counted words."""
    words = sorted(counts, key=lambda word: (-counts[word], word))
    # A word's weight is damped: a text's fixed phrases would otherwise fill the vocabulary.
    stream = (word for word in words if counts[word] > 1 for _ in range(int(counts[word] ** 0.75)))
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex(INVISIBLE), ""),
            normalizers.NFD(),
            normalizers.StripAccents(),
            normalizers.Lowercase(),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex(r"[^\p{L}\p{N}]+"), "removed")
    trainer = trainers.UnigramTrainer(
        vocab_size=size,
        special_tokens=[UNKNOWN],
        unk_token=UNKNOWN,
        show_progress=False,
        max_piece_length=20,
    )
    tokenizer.train_from_iterator(stream, trainer=trainer)
    tokenizer.model = _settle(tokenizer)
    return tokenizer


def _settle(tokenizer: Tokenizer) -> models.Unigram:
    """Round the scores and order the pieces: the trainer's threads add in another order every time."""
    scores = json.loads(tokenizer.to_str())["model"]["vocab"]
    pieces = sorted(((round(score, 3), piece) for piece, score in scores if piece != UNKNOWN), reverse=True)
    return models.Unigram([(UNKNOWN, 0.0), *((piece, score) for score, piece in pieces)], unk_id=0)


@dataclass(slots=True)
class Words:
    """Numbers for words, in order of first appearance, with their counts."""

    numbers: dict[str, int] = field(default_factory=dict)

    def encode(self, text: str) -> NDArray[np.int32]:
        """Give the text's words as numbers, adding the new ones."""
        numbers = self.numbers
        return np.array([numbers.setdefault(word, len(numbers)) for word in fold_words(text)], dtype=np.int32)


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of every numbered word: those of word w are `ids[starts[w]:starts[w + 1]]`."""

    ids: NDArray[np.int32]
    starts: NDArray[np.int64]

    def expand(self, words: NDArray[np.int32], offsets: NDArray[np.int64]) -> tuple[NDArray[np.int64], ...]:
        """Turn words with text offsets into pieces with text offsets."""
        sizes = (self.starts[1:] - self.starts[:-1])[words]
        ends = np.cumsum(sizes)
        total = int(ends[-1]) if len(ends) else 0
        shift = np.repeat(self.starts[words] - (ends - sizes), sizes)
        ids = self.ids[np.arange(total) + shift].astype(np.int64)
        bounds = np.concatenate([[0], ends])
        return ids, bounds[offsets]


def cut_words(tokenizer: Tokenizer, words: Sequence[str]) -> Pieces:
    """Cut every word into its pieces."""
    ids: list[NDArray[np.int32]] = []
    sizes: list[int] = []
    for first in range(0, len(words), 50_000):
        for encoding in tokenizer.encode_batch(list(words[first : first + 50_000]), add_special_tokens=False):
            ids.append(np.array(encoding.ids, dtype=np.int32))
            sizes.append(len(encoding.ids))
    return Pieces(np.concatenate(ids), np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64))
