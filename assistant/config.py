"""Settings: one frozen value, read from the environment (`LEESWIJZER_...`) or given by a face."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from pathlib import Path

from assistant.errors import UsageError

PACKAGE_DIR = Path(__file__).resolve().parent
BUNDLED_ENCODER = "leeswijzer-nl"
"""Name of the Dutch model that ships in the package."""

OCR_MODES = ("auto", "off")
BACKENDS = ("torch", "onnx")
ADDRESSES, TERMS = ("u", "je"), ("nl", "vl")
UPLOADS = ("local", "on", "off")
_CHOICES = {"ocr": OCR_MODES, "backend": BACKENDS, "address": ADDRESSES, "terms": TERMS, "uploads": UPLOADS}


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set. Each field is also `LEESWIJZER_<NAME IN CAPITALS>`.

    `encoder` is the bundled model's name, or any sentence-transformers name or path, run by
    `backend`; `query_prompt` and `passage_prompt` are put before what is encoded, None puts there
    what the model wants.
    `prompts` is a folder with templates that go before the ones that ship. Sizes are bytes,
    characters or passages as the name says.
    """

    corpus: Path = Path("corpus")
    index: Path = Path("index")
    prompts: Path | None = None
    address: str = "u"
    """How templates address the reader: "u" or "je"."""
    terms: str = "nl"
    """Whose words templates use where Dutch and Flemish differ: "nl" or "vl"."""
    encoder: str = BUNDLED_ENCODER
    backend: str = "torch"
    """What runs a model that is not the bundled one: "torch" or "onnx"."""
    query_prompt: str | None = None
    passage_prompt: str | None = None
    reranker: str = ""
    """A cross-encoder or late-interaction model that rereads the best passages, by folder or by the
    name that it has on this machine; empty: none."""
    reranker_passages: int = 50
    """How many passages the reranker reads a question."""
    max_file_bytes: int = 100_000_000
    max_question_chars: int = 2_000
    passage_chars: int = 700
    workers: int = 0
    """Worker processes for ingest and for batches of questions; 0 takes one per core."""
    ocr: str = "auto"
    """Whether scanned pages are read: "auto" (where Tesseract is installed) or "off"."""
    max_file_seconds: int = 120
    """Time to read one file; large files, and pages that are recognised, get more."""
    max_worker_bytes: int = 2 * 2**30
    """Memory of a process that reads files."""
    max_document_chars: int = 10_000_000
    """A longer text is refused: 20,000 pages."""
    uploads: str = "local"
    """Who may add and remove documents over HTTP: "local" (only this computer), "on" (whoever can reach
    the service) or "off" (nobody)."""
    themes: Path | None = None
    """A vocabulary of themes of one's own (TOML or CSV); None takes the one that ships."""


def load_settings(environment: dict[str, str] | None = None, **given: object) -> Settings:
    """Read the settings from the environment; `given` values that are not None go before.

    Raises UsageError, naming the variable, for a value of the wrong type.
    """
    source = dict(os.environ) if environment is None else environment
    values: dict[str, object] = {}
    for item in fields(Settings):
        variable = f"LEESWIJZER_{item.name.upper()}"
        if given.get(item.name) is not None:
            values[item.name] = given[item.name]
        elif variable in source:
            values[item.name] = _parse(variable, item.name, source[variable])
    return Settings(**values)  # type: ignore[arg-type]


def _parse(variable: str, name: str, raw: str) -> object:
    default = getattr(Settings(), name)
    if isinstance(default, Path) or name in ("prompts", "themes"):
        return Path(raw)
    if isinstance(default, int):
        try:
            return int(raw)
        except ValueError as exc:
            raise UsageError(f"{variable} moet een geheel getal zijn, niet '{raw}'.", variable) from exc
    known = _CHOICES.get(name)
    if known is not None and raw not in known:
        raise UsageError(f"{variable} moet {' of '.join(known)} zijn, niet '{raw}'.", variable)
    return raw
