"""A model run by sentence-transformers and torch, on a graphics card where there is one."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.embed.folder import STATIC, ModelFolder, broken, explain
from assistant.errors import EncoderError

_BATCH_TEXTS = 16
"""Texts a step. Steps of 8 to 64 took the same time on a processor, and small ones less memory."""


class TorchModel:
    """The model in `folder`, weights as float32; raises EncoderError when it cannot be loaded."""

    def __init__(self, folder: ModelFolder) -> None:
        self._folder = folder
        # Must stand before the first import of the library, which otherwise waits for the network.
        os.environ["HF_HUB_OFFLINE"] = "1"
        try:
            from sentence_transformers import SentenceTransformer
            from transformers.utils import logging

            logging.disable_progress_bar()  # type: ignore[no-untyped-call]
            # Of its own accord the library takes the precision of the file: on a processor half
            # precision is slow, and some models give NaN in it.
            weights: dict[str, object] = {"use_safetensors": True, "dtype": "float32"}
            static = folder.steps[0].kind == STATIC
            self._model: Any = SentenceTransformer(
                str(folder.path), local_files_only=True, model_kwargs=None if static else weights
            )
            self.dimension = int(self._encode(["a"], "").shape[1])
        # The library lets through whatever its parts raise, plain Exceptions among them.
        except Exception as exc:  # whatever the library finds wrong, the model is what is wrong
            raise broken(folder.name, _explain(exc)) from exc
        self.limit = self._find_limit()

    def count(self, texts: Sequence[str]) -> list[int]:
        """Give the number of tokens of each text."""
        cut = self._model.tokenizer(
            list(texts), add_special_tokens=False, truncation=False, padding=False, verbose=False
        )
        return [len(ids) for ids in cut["input_ids"]]

    def run(self, texts: Sequence[str], prompt: str) -> NDArray[np.float32]:
        """Give a row a text."""
        try:
            return self._encode(texts, prompt)
        except (RuntimeError, ValueError, IndexError) as exc:
            raise EncoderError(
                f"Het model '{self._folder.name}' kan deze tekst niet verwerken: {explain(exc)}."
            ) from exc

    def hash(self) -> bytes:
        """Give the hash of the model's files."""
        return self._folder.hash()

    def _encode(self, texts: Sequence[str], prompt: str) -> NDArray[np.float32]:
        # An empty prompt is said outright: without it the model's own default would be used.
        rows = self._model.encode(
            list(texts), prompt=prompt, batch_size=_BATCH_TEXTS, show_progress_bar=False
        )
        return np.asarray(rows, dtype=np.float32)

    def _find_limit(self) -> int | None:
        read = self._model.max_seq_length
        if read is None or not math.isfinite(read):
            return None
        return int(read) - len(self._model.tokenizer("")["input_ids"])


def _explain(error: Exception) -> str:
    if "trust_remote_code" in str(error):
        return "het brengt eigen programmacode mee, en die wordt niet uitgevoerd"
    if isinstance(error, OSError) and "safetensors" in str(error):
        return "er is geen model.safetensors; andere vormen van gewichten worden niet gelezen"
    return explain(error)
