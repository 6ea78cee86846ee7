"""The folder of a sentence-transformers model: finding it, reading what it says of itself, its hash."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from assistant.errors import EncoderError

TRANSFORMER, POOLING, NORMALIZE, STATIC = "Transformer", "Pooling", "Normalize", "StaticEmbedding"
_MODULES = "modules.json"
_OTHER_FORMS = (".bin", ".h5", ".msgpack", ".ot", ".pt", ".onnx", ".onnx_data", ".md")
"""Files with the same weights in a form that is not read, and words about the model."""
_REASON_CHARS = 200
_OTHER_FOLDERS = frozenset({"onnx", "openvino"})


@dataclass(frozen=True, slots=True)
class Step:
    """A step from text to vector: its kind (the last part of its type) and the folder of its files."""

    kind: str
    folder: Path


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A model on this machine; `name` is short, without the place where models are kept."""

    name: str
    path: Path
    steps: tuple[Step, ...]

    def read(self, name: str) -> dict[str, Any]:
        """Read a JSON file of the model; empty when it is not there. Raises EncoderError."""
        found = _read_json(self.path / name, self.name)
        return found if isinstance(found, dict) else {}

    @property
    def prompts(self) -> dict[str, str]:
        """Give the prompts that the model brings, by task."""
        own = self.read("config_sentence_transformers.json").get("prompts")
        return {str(task): str(text) for task, text in own.items()} if isinstance(own, dict) else {}

    @property
    def names(self) -> tuple[str, ...]:
        """Give the names by which the model may be known: its own, and the one it was stored under."""
        stored = self.read("config.json").get("_name_or_path")
        return tuple(name for name in (self.name, stored) if isinstance(name, str) and name)

    def hash(self, weights: tuple[Path, ...] | None = None) -> bytes:
        """Give the hash of all that makes the vectors; `weights` stand in for the safetensors files."""
        digest = hashlib.sha256()
        for path in sorted(self.path.rglob("*")):
            place = path.relative_to(self.path)
            hidden = any(part.startswith(".") for part in place.parts)
            other = path.suffix in _OTHER_FORMS or not _OTHER_FOLDERS.isdisjoint(place.parts[:-1])
            left_out = hidden or other or (weights is not None and path.suffix == ".safetensors")
            if path.is_file() and not left_out:
                _add_file(digest, place.as_posix(), path)
        for path in weights or ():
            _add_file(digest, path.name, path)
        return digest.digest()


def open_folder(name: str) -> ModelFolder:
    """Give the model of this name or folder.

    Raises EncoderError when it is not on this machine, or lacks what tells how it is put together.
    """
    path = find_model(name)
    short = "/".join(path.resolve().parts[-2:]) if Path(name).expanduser().is_dir() else name
    modules = _read_json(path / _MODULES, short)
    if not modules:
        raise broken(
            short,
            f"in de map ontbreekt {_MODULES}, dus is niet bekend hoe van woorden een vector gemaakt wordt. "
            "Haal het model opnieuw op, met alle bestanden",
        )
    try:
        steps = tuple(Step(str(item["type"]).rpartition(".")[2], path / item["path"]) for item in modules)
    except (KeyError, TypeError) as exc:
        raise broken(short, f"{_MODULES} is onvolledig") from exc
    _check_steps(steps, short)
    return ModelFolder(short, path, steps)


def broken(name: str, reason: str) -> EncoderError:
    """Give the error of a model that cannot be loaded, for this reason."""
    return EncoderError(f"Het model '{name}' kan niet geladen worden: {reason}.")


def explain(error: Exception) -> str:
    """Give the first line of what a library says, short enough to read."""
    first = next(iter(str(error).strip().splitlines()), "") or type(error).__name__
    return first[:_REASON_CHARS].rstrip(" .:")


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


def _check_steps(steps: tuple[Step, ...], name: str) -> None:
    """Raise EncoderError unless the first step makes vectors of tokens and one of those makes one."""
    kinds = [step.kind for step in steps]
    if TRANSFORMER not in kinds:
        return
    if POOLING not in kinds:
        raise broken(name, f"{_MODULES} noemt geen stap (Pooling) die de woorden tot één vector samenvat")
    place = next(step.folder for step in steps if step.kind == POOLING)
    if not (place / "config.json").is_file():
        raise broken(
            name, f"{place.name}/config.json ontbreekt: daarin staat hoe woorden tot één vector worden"
        )


def _read_json(path: Path, name: str) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as exc:
        raise broken(name, f"{path.name} is onleesbaar") from exc


def _add_file(digest: Any, place: str, path: Path) -> None:
    state = path.stat()
    digest.update(f"{place}\0".encode())
    digest.update(_hash_file(path, state.st_size, state.st_mtime_ns))


@lru_cache(maxsize=1024)
def _hash_file(path: Path, size: int, changed_ns: int) -> bytes:
    """Hash a file once a process, and again when its size or its time of change differs."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
