"""The bundled Dutch encoder: the mean of learned vectors of word pieces, without torch.

It reads a stored sentence-transformers `StaticEmbedding` (embeddings, and a scale for every row)
and gives the vectors that sentence-transformers gives, without its seconds of start and its memory.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from assistant.config import PACKAGE_DIR, Settings
from assistant.embed.words import WordCutter
from assistant.errors import EncoderError

MODEL_DIR = PACKAGE_DIR / "embed" / "model"
WEIGHTS_FILE = "model.safetensors"
TOKENIZER_FILE = "tokenizer.json"
BATCH_TEXTS = 64
"""Texts that are cut into pieces at a time; bounds the memory for the pieces."""
BRIEF_PIECES = 8
"""Pieces of a text that is a word or a name: texts with as many of them are added up together."""
LONG_PIECES = 4_000
"""Pieces above which a text's rows are gathered once a piece and not once an occurrence."""


class StaticEncoder:
    """The encoder of the model in `folder`, the bundled one if none is given.

    Raises EncoderError when a file of the model is missing or damaged.
    """

    def __init__(self, settings: Settings, folder: Path = MODEL_DIR) -> None:
        self.name = settings.encoder
        self._folder = folder
        self._prompts = (settings.query_prompt or "", settings.passage_prompt or "")
        try:
            tensors = load_file(folder / WEIGHTS_FILE)
            self._rows, self._scales = tensors["embeddings"], tensors["weights"].astype(np.float32)
            self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
        # tokenizers raises a plain Exception for a file that it cannot read.
        except Exception as exc:  # whatever the library finds wrong, the model is what is wrong
            raise EncoderError(f"Het model '{self.name}' is onvolledig of beschadigd: {exc}") from exc
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        if self._tokenizer.get_vocab_size() != len(self._rows) or len(self._scales) != len(self._rows):
            raise EncoderError(f"De bestanden van het model '{self.name}' horen niet bij elkaar.")
        self._cutter = WordCutter(self._tokenizer)
        self.dimension = int(self._rows.shape[1])

    @cached_property
    def fingerprint(self) -> str:
        """The hash of the model's weights, its vocabulary and the prompts."""
        digest = hashlib.sha256()
        for name in (WEIGHTS_FILE, TOKENIZER_FILE):
            digest.update(hashlib.sha256((self._folder / name).read_bytes()).digest())
        digest.update("\0".join(self._prompts).encode())
        return digest.hexdigest()

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give a row of unit length for every question: (n, dimension)."""
        return self._encode(texts, self._prompts[0])

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give a row of unit length for every passage: (n, dimension)."""
        return self._encode(texts, self._prompts[1])

    def _encode(self, texts: Sequence[str], prompt: str) -> NDArray[np.float32]:
        vectors = np.empty((len(texts), self.dimension), dtype=np.float32)
        squares = np.zeros(len(texts), dtype=np.float32)
        for first in range(0, len(texts), BATCH_TEXTS):
            batch = [prompt + text for text in texts[first : first + BATCH_TEXTS]]
            brief: dict[int, list[int]] = {}
            cut = self._cutter.cut(batch)
            for place, ids in enumerate(cut):
                if 0 < len(ids) <= BRIEF_PIECES:
                    brief.setdefault(len(ids), []).append(place)
                else:
                    self._add_up(np.array(ids, dtype=np.intp), vectors[first + place])
            for places in brief.values():
                self._add_up_brief(
                    [cut[place] for place in places], vectors, [first + place for place in places]
                )
            for place in range(first, first + len(batch)):
                squares[place] = vectors[place].dot(vectors[place])
        found = squares > 0
        vectors[~found] = self._nothing
        squares[~found] = 1
        vectors /= np.sqrt(squares)[:, np.newaxis]
        return vectors

    def _add_up(self, ids: NDArray[np.intp], out: NDArray[np.float32]) -> None:
        """Put the weighed sum of the rows of these pieces into `out`."""
        factors = self._scales.take(ids)
        if len(ids) > LONG_PIECES:
            ids, times = np.unique(ids, return_counts=True)
            factors = (self._scales[ids] * times).astype(np.float32)
        np.dot(factors, self._rows.take(ids, axis=0).astype(np.float32), out=out)

    def _add_up_brief(
        self, texts: Sequence[Sequence[int]], vectors: NDArray[np.float32], at: list[int]
    ) -> None:
        """Put the weighted sums of the rows of texts with as many pieces each into these rows of `vectors`.

        Words alone, of which a question may ask hundreds at once, are so added up in a quarter of the time.
        """
        ids = np.array(texts, dtype=np.intp)
        rows = self._rows.take(ids, axis=0).astype(np.float32)
        vectors[at] = np.matmul(self._scales.take(ids)[:, np.newaxis], rows)[:, 0]

    @cached_property
    def _nothing(self) -> NDArray[np.float32]:
        """The vector of a text without words: all directions alike."""
        return np.full(self.dimension, self.dimension**-0.5, dtype=np.float32)
