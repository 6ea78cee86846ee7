"""A model in ONNX form, run without torch: a fifth of the start-up time and half of the memory.

Works for a transformer that takes tokens and a mask, with the pooling and scaling that its folder
describes. The ONNX file is never made here; many models bring one, and `onnxexport.py` makes it.
sentence-transformers has an ONNX backend of its own, but the package that it needs (optimum-onnx
0.1) asks for transformers before 5 and sentence-transformers 6 for 5 or later.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from assistant.embed.folder import NORMALIZE, POOLING, TRANSFORMER, ModelFolder, broken, explain
from assistant.errors import EncoderError, MissingExtra

ONNX_FILE = "model.onnx"
_PLACES = (f"onnx/{ONNX_FILE}", ONNX_FILE)
_BATCH_TEXTS = 16
"""Texts a step; larger steps were no faster on a processor."""
_KNOWN_INPUTS = frozenset({"input_ids", "attention_mask", "token_type_ids"})

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


def _pool_mean(tokens: Floats, mask: Ints) -> Floats:
    weights = mask[:, :, np.newaxis].astype(np.float32)
    return np.asarray((tokens * weights).sum(axis=1) / np.maximum(weights.sum(axis=1), 1e-9))


def _pool_first(tokens: Floats, mask: Ints) -> Floats:
    return tokens[:, 0]


def _pool_last(tokens: Floats, mask: Ints) -> Floats:
    return np.asarray(tokens[np.arange(len(tokens)), np.maximum(mask.sum(axis=1) - 1, 0)])


POOLINGS: dict[str, Callable[[Floats, Ints], Floats]] = {
    "mean": _pool_mean,
    "cls": _pool_first,
    "lasttoken": _pool_last,
}
"""Name of a pooling -> the function from (n, tokens, dimension) and its mask to (n, dimension)."""
_OLD_NAMES = {
    "pooling_mode_mean_tokens": "mean",
    "pooling_mode_cls_token": "cls",
    "pooling_mode_lasttoken": "lasttoken",
}


class OnnxModel:
    """The model in `folder`; raises EncoderError when it cannot be run this way, MissingExtra."""

    def __init__(self, folder: ModelFolder) -> None:
        self._folder = folder
        self._path = find_onnx(folder)
        self._pool, self._include_prompt = _read_pooling(folder)
        try:
            import onnxruntime
        except ImportError as exc:
            raise MissingExtra("onnxruntime", "onnx") from exc
        try:
            self._tokenizer = Tokenizer.from_file(str(folder.path / "tokenizer.json"))
            self._session: Any = onnxruntime.InferenceSession(
                str(self._path), providers=["CPUExecutionProvider"]
            )
        # Both raise plain Exceptions of their own for a file that they cannot read.
        except Exception as exc:  # whatever the library finds wrong, the model is what is wrong
            raise broken(folder.name, explain(exc)) from exc
        self._inputs = [item.name for item in self._session.get_inputs()]
        if not {"input_ids", "attention_mask"} <= set(self._inputs) <= _KNOWN_INPUTS:
            raise broken(
                folder.name, f"{self._path.name} vraagt {', '.join(self._inputs)}, en dat kan hier niet"
            )
        self._lower = bool(folder.read("sentence_bert_config.json").get("do_lower_case"))
        self.limit = self._set_limits()
        self.dimension = int(self.run(["a"], "").shape[1])

    def count(self, texts: Sequence[str]) -> list[int]:
        """Give the number of tokens of each text."""
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        return [len(item) for item in self._tokenizer.encode_batch(list(texts), add_special_tokens=False)]

    def run(self, texts: Sequence[str], prompt: str) -> Floats:
        """Give a row a text; texts of a like length go together."""
        if prompt and not self._include_prompt:
            raise broken(
                self._folder.name,
                "de prompt hoort buiten de samenvatting te blijven, en dat kan niet met ONNX",
            )
        self._tokenizer.enable_truncation(self._read)
        self._tokenizer.enable_padding(pad_id=self._pad)
        rows: list[Floats] = [np.empty(0, dtype=np.float32)] * len(texts)
        order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        for start in range(0, len(order), _BATCH_TEXTS):
            places = order[start : start + _BATCH_TEXTS]
            for place, row in zip(
                places, self._step([prompt + texts[place] for place in places]), strict=True
            ):
                rows[place] = row
        return np.stack(rows)

    def hash(self) -> bytes:
        """Give the hash of the files that are used: the ONNX file and what it keeps beside it."""
        beside = sorted(self._path.parent.glob(f"{self._path.name}_data*"))
        return self._folder.hash((self._path, *beside))

    def _step(self, texts: list[str]) -> Floats:
        cut = self._tokenizer.encode_batch([text.lower() for text in texts] if self._lower else texts)
        mask = np.array([item.attention_mask for item in cut], dtype=np.int64)
        given = {
            "input_ids": np.array([item.ids for item in cut], dtype=np.int64),
            "attention_mask": mask,
            "token_type_ids": np.array([item.type_ids for item in cut], dtype=np.int64),
        }
        try:
            tokens = self._session.run(None, {name: given[name] for name in self._inputs})[0]
        except Exception as exc:
            raise EncoderError(
                f"Het model '{self._folder.name}' kan deze tekst niet verwerken: {explain(exc)}."
            ) from exc
        if tokens.ndim != 3:
            raise broken(self._folder.name, f"{self._path.name} geeft geen vector per woorddeel")
        return np.asarray(self._pool(np.asarray(tokens, dtype=np.float32), mask), dtype=np.float32)

    def _set_limits(self) -> int:
        """Set how many tokens are read and what fills a short row; give what is left for a text."""
        shape = self._folder.read("config.json")
        own = self._folder.read("sentence_bert_config.json").get("max_seq_length")
        said = self._folder.read("tokenizer_config.json").get("model_max_length")
        limits = [value for value in (own, said, shape.get("max_position_embeddings")) if value]
        self._read = int(own) if own else int(min(limits, default=512))
        padding = self._tokenizer.padding
        self._pad = int(padding["pad_id"] if padding else shape.get("pad_token_id") or 0)
        self._tokenizer.no_truncation()
        return self._read - len(self._tokenizer.encode("").tokens)


def find_onnx(folder: ModelFolder) -> Path:
    """Give the ONNX file of a model; raises EncoderError, telling how to make it, when there is none."""
    for place in _PLACES:
        if (folder.path / place).is_file():
            return folder.path / place
    raise EncoderError(
        f"Het model '{folder.name}' heeft geen bestand {_PLACES[0]}. Maak het eenmalig met: "
        f"python -m assistant.embed.onnxexport MAP. Of gebruik het model zonder ONNX: LEESWIJZER_BACKEND=torch."
    )


def _read_pooling(folder: ModelFolder) -> tuple[Callable[[Floats, Ints], Floats], bool]:
    """Give the pooling, and whether a prompt counts in it; raises EncoderError for steps that are not known."""
    strange = [step.kind for step in folder.steps if step.kind not in (TRANSFORMER, POOLING, NORMALIZE)]
    pooling = next((step for step in folder.steps if step.kind == POOLING), None)
    if strange or pooling is None:
        raise broken(folder.name, f"met ONNX kan dit model niet ({', '.join(strange) or 'geen Pooling'})")
    said = folder.read(f"{pooling.folder.relative_to(folder.path)}/config.json")
    chosen = [name for old, name in _OLD_NAMES.items() if said.get(old)]
    others = [key for key, value in said.items() if key.startswith("pooling_mode_") and value is True]
    mode = said.get("pooling_mode") or ("+".join(others) if len(others) > 1 else next(iter(chosen), "?"))
    if mode not in POOLINGS:
        raise broken(folder.name, f"met ONNX kan de samenvatting '{mode}' niet")
    return POOLINGS[mode], bool(said.get("include_prompt", True))
