"""Rereading the best passages with a cross-encoder or a late-interaction model on this machine."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.config import Settings
from assistant.embed.folder import find_model
from assistant.errors import EncoderError

_OWNER = "cross-encoder"
"""Whose model a name without an owner is."""
_LATE = "multi_vector_encoder"
"""What a late-interaction model of sentence-transformers names in the list of its modules."""
_BATCH = 16


class ModelReranker:
    """The reranker of a sentence-transformers model: CrossEncoder, or MultiVectorEncoder.

    Nothing is ever fetched and no pickled weights are read.
    Raises EncoderError when the model is not there or cannot be loaded.
    """

    def __init__(self, settings: Settings) -> None:
        self.name = settings.reranker
        self.depth = settings.reranker_passages
        # Must stand before the first import of the library, which otherwise waits for the network.
        os.environ["HF_HUB_OFFLINE"] = "1"
        known = "/" in self.name or Path(self.name).expanduser().is_dir()
        folder = find_model(self.name if known else f"{_OWNER}/{self.name}")
        self._late = _is_late(folder)
        try:
            import sentence_transformers

            kind = (
                sentence_transformers.MultiVectorEncoder if self._late else sentence_transformers.CrossEncoder
            )
            self._model: Any = kind(
                str(folder), local_files_only=True, model_kwargs={"use_safetensors": True}
            )
        # The library lets through whatever its parts raise, plain Exceptions among them.
        except Exception as exc:  # each library that reads models has faults of its own
            raise EncoderError(f"Het herordeningsmodel '{self.name}' kan niet geladen worden: {exc}") from exc

    def score(self, question: str, texts: Sequence[str]) -> NDArray[np.float64]:
        """Give `(len(texts),)` scores, higher is better; raises EncoderError."""
        try:
            found = self._compare(question, texts) if self._late else self._read(question, texts)
        except (RuntimeError, ValueError, IndexError) as exc:
            raise EncoderError(
                f"Het herordeningsmodel '{self.name}' kan deze tekst niet verwerken: {exc}"
            ) from exc
        scores = np.asarray(found, dtype=np.float64).reshape(-1)
        if scores.shape != (len(texts),) or not np.isfinite(scores).all():
            raise EncoderError(
                f"Het herordeningsmodel '{self.name}' geeft geen bruikbare score per passage; kies een "
                "cross-encoder met één uitkomst of een late-interaction-model."
            )
        return scores

    def _read(self, question: str, texts: Sequence[str]) -> object:
        pairs = [(question, text) for text in texts]
        return self._model.predict(pairs, batch_size=_BATCH, show_progress_bar=False)

    def _compare(self, question: str, texts: Sequence[str]) -> object:
        asked = self._model.encode_query([question], show_progress_bar=False)
        held = self._model.encode_document(list(texts), batch_size=_BATCH, show_progress_bar=False)
        return self._model.similarity(asked, held)


def _is_late(folder: Path) -> bool:
    modules = folder / "modules.json"
    return modules.is_file() and _LATE in modules.read_text(encoding="utf-8")
