"""Any other encoder: a sentence-transformers model, by folder or by the name it has on this machine."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property
from pkgutil import resolve_name
from typing import Protocol, cast

import numpy as np
from numpy.typing import NDArray

from assistant.config import Settings
from assistant.embed.folder import ModelFolder, open_folder
from assistant.embed.prompts import choose_prompts
from assistant.embed.windows import cut_windows
from assistant.errors import EncoderError

_WINDOW_TOKENS = 512
"""A window is no longer than this, however much a model reads: it bounds the memory of a batch."""
_LEAST_TOKENS = 16
"""Tokens that must be left for the text beside a prompt."""
_MANNER = b"windows 1"
"""Changes when the same model gives other vectors for the same text."""


class Runner(Protocol):
    """What runs a model's weights: `BACKENDS` has the kinds."""

    dimension: int
    limit: int | None
    """Tokens of a text that the model reads, its own marks not counted; None when all are."""

    def count(self, texts: Sequence[str]) -> list[int]:
        """Give the number of tokens of each text, the model's own marks not counted."""
        ...

    def run(self, texts: Sequence[str], prompt: str) -> NDArray[np.float32]:
        """Give a row a text with the prompt before it, not scaled; raises EncoderError when it cannot."""
        ...

    def hash(self) -> bytes:
        """Give the hash of the files that make the rows."""
        ...


class RunnerFactory(Protocol):
    """What a row of `BACKENDS` points to."""

    def __call__(self, folder: ModelFolder) -> Runner:
        """Load the model; raises EncoderError, and MissingExtra when a package is not installed."""
        ...


BACKENDS: dict[str, str] = {
    "torch": "assistant.embed.torchmodel:TorchModel",
    "onnx": "assistant.embed.onnxmodel:OnnxModel",
}
"""Name of a backend (`LEESWIJZER_BACKEND`) -> "module:Class", called with the folder."""


class TransformerEncoder:
    """The encoder of a sentence-transformers model that is already on this machine.

    Nothing is ever fetched, no pickled weights are read and no code of a model is run. A text that
    is longer than the model reads is cut into windows (`windows.py`). Rows can differ in the seventh
    digit with the texts beside them (padding), and are the same for the same call.
    Raises EncoderError when the model is not there or cannot be loaded, MissingExtra when the
    backend is not installed.
    """

    def __init__(self, settings: Settings) -> None:
        folder = open_folder(settings.encoder)
        self.name = folder.name
        self.prompts = choose_prompts(
            settings.query_prompt, settings.passage_prompt, folder.prompts, folder.names
        )
        self._runner = cast(RunnerFactory, resolve_name(BACKENDS[settings.backend]))(folder)
        self.dimension = self._runner.dimension

    @cached_property
    def fingerprint(self) -> str:
        """The hash of the model's files and the prompts."""
        digest = hashlib.sha256(_MANNER + self._runner.hash())
        digest.update("\0".join((self.prompts.query, self.prompts.passage)).encode())
        return digest.hexdigest()

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give a row of unit length for every question: (n, dimension)."""
        return self._encode(texts, self.prompts.query)

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give a row of unit length for every passage: (n, dimension)."""
        return self._encode(texts, self.prompts.passage)

    def _encode(self, texts: Sequence[str], prompt: str) -> NDArray[np.float32]:
        if not texts:
            return np.empty((0, self.dimension), dtype=np.float32)
        windows = cut_windows(texts, self._find_room(prompt), self._runner.count)
        rows = self._runner.run(windows.texts, prompt)
        self._check(rows, windows.texts)
        return self._scale(windows.join(self._scale(rows)))

    def _find_room(self, prompt: str) -> int | None:
        """Give how many tokens a window may have beside the prompt."""
        if self._runner.limit is None:
            return None
        (taken,) = self._runner.count([prompt])
        room = min(self._runner.limit, _WINDOW_TOKENS) - taken
        if room < _LEAST_TOKENS:
            raise EncoderError(
                f"Het model '{self.name}' leest {self._runner.limit} woorddelen; de prompt telt er {taken}. "
                "Kies een kortere prompt."
            )
        return room

    def _check(self, rows: NDArray[np.float32], texts: Sequence[str]) -> None:
        if rows.shape != (len(texts), self.dimension):
            raise EncoderError(
                f"Het model '{self.name}' geeft vectoren van vorm {rows.shape}; verwacht was "
                f"{(len(texts), self.dimension)}."
            )
        wrong = np.flatnonzero(~np.isfinite(rows).all(axis=1))
        if len(wrong):
            raise EncoderError(
                f"Het model '{self.name}' geeft NaN of oneindig bij {len(wrong)} van {len(texts)} teksten, "
                f"zoals '{texts[wrong[0]][:60]}'. De bestanden van het model zijn beschadigd, of het is te "
                "klein opgeslagen (halve precisie)."
            )

    def _scale(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """Give rows of unit length; a row of zeros, of a text without known words, looks all ways alike."""
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        nothing = np.float32(self.dimension**-0.5)
        return np.where(lengths > 0, rows / np.where(lengths > 0, lengths, 1), nothing).astype(np.float32)
