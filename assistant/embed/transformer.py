"""Any other encoder: a sentence-transformers model, by folder or by the name it has on this machine."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.config import Settings
from assistant.errors import EncoderError

BATCH_TEXTS = 32
"""Texts a step; the library's own default."""


class TransformerEncoder:
    """The encoder of a sentence-transformers model that is already on this machine.

    Nothing is ever fetched and no pickled weights are read. Rows can differ in the seventh digit
    with the texts beside them (padding), and are the same for the same call.
    Raises EncoderError when the model is not there or cannot be loaded.
    """

    def __init__(self, settings: Settings) -> None:
        self.name = settings.encoder
        self._prompts = (settings.query_prompt, settings.passage_prompt)
        # Must stand before the first import of the library, which otherwise waits for the network.
        os.environ["HF_HUB_OFFLINE"] = "1"
        self._folder = find_model(self.name)
        try:
            from sentence_transformers import SentenceTransformer

            self._model: Any = SentenceTransformer(
                str(self._folder), local_files_only=True, model_kwargs={"use_safetensors": True}
            )
            self.dimension = int(self._model.encode(["a"], show_progress_bar=False).shape[1])
        # The library lets through whatever its parts raise, plain Exceptions among them.
        except Exception as exc:
            raise EncoderError(f"Het model '{self.name}' kan niet geladen worden: {exc}") from exc

    @cached_property
    def fingerprint(self) -> str:
        """The hash of the model's files and the prompts."""
        digest = hashlib.sha256()
        for path in sorted(self._folder.rglob("*")):
            place = path.relative_to(self._folder)
            hidden = any(part.startswith(".") for part in place.parts)
            if path.is_file() and not hidden and path.suffix != ".md":
                state = path.stat()
                digest.update(f"{place.as_posix()}\0".encode())
                digest.update(_hash_file(path, state.st_size, state.st_mtime_ns))
        digest.update("\0".join(self._prompts).encode())
        return digest.hexdigest()

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give a row of unit length for every question: (n, dimension)."""
        return self._encode(texts, self._prompts[0])

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give a row of unit length for every passage: (n, dimension)."""
        return self._encode(texts, self._prompts[1])

    def _encode(self, texts: Sequence[str], prompt: str) -> NDArray[np.float32]:
        if not texts:
            return np.empty((0, self.dimension), dtype=np.float32)
        try:
            # An empty prompt is said outright: without it the model's own default would be used.
            rows = self._model.encode(
                list(texts), prompt=prompt, batch_size=BATCH_TEXTS, show_progress_bar=False
            )
        except (RuntimeError, ValueError, IndexError) as exc:
            raise EncoderError(f"Het model '{self.name}' kan deze tekst niet verwerken: {exc}") from exc
        vectors: NDArray[np.float32] = np.asarray(rows, dtype=np.float32)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        usable = np.isfinite(lengths) & (lengths > 0)
        nothing = np.float32(self.dimension**-0.5)
        return np.where(usable, vectors / np.where(usable, lengths, 1), nothing).astype(np.float32)


def find_model(name: str) -> Path:
    """Give the folder of a model: the name as a path, or its place in the hub's cache.

    A name without an owner is one of sentence-transformers' own. Raises EncoderError.
    """
    folder = Path(name).expanduser()
    if folder.is_dir():
        return folder
    from huggingface_hub import snapshot_download

    try:
        full = name if "/" in name else f"sentence-transformers/{name}"
        return Path(snapshot_download(full, local_files_only=True))
    except (OSError, ValueError) as exc:
        raise EncoderError(
            f"Het model '{name}' staat niet op deze computer. Geef de map van een "
            "sentence-transformers-model, of zet het model vooraf in de cache van Hugging Face; "
            "Leeswijzer haalt niets van internet."
        ) from exc


@lru_cache(maxsize=1024)
def _hash_file(path: Path, size: int, changed_ns: int) -> bytes:
    """Hash a file once a process, and again when its size or its time of change differs."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
