"""The manifest of a generation: what it was made with, and the checksum of every file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from assistant.errors import IndexDamaged, IndexMismatch
from assistant.index.generations import REBUILD
from assistant.types import Failure

FORMAT = 3
"""Version of the files of a generation; raise it when their layout changes."""
MANIFEST_FILE = "manifest.json"


@dataclass(frozen=True, slots=True)
class FileMark:
    """Size in bytes and SHA-256 of a file."""

    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much an index holds; `bytes` is its size on disk without the manifest."""

    documents: int
    passages: int
    extracts: int
    bytes: int = 0


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation was made with and consists of.

    It holds no time of creation, so that the same documents give the same bytes; the file's own
    modification time tells when it was made.
    """

    format: int
    analyser: str
    encoder: str
    fingerprint: str
    dimension: int
    store: str
    sizes: Sizes
    failures: tuple[Failure, ...]
    files: Mapping[str, FileMark]
    generation: str = ""

    def named(self) -> Manifest:
        """Give the manifest with its generation's name: a hash of all the rest."""
        text = json.dumps(asdict(replace(self, generation="")), sort_keys=True, ensure_ascii=False)
        return replace(self, generation=hashlib.sha256(text.encode()).hexdigest()[:16])


def measure_files(folder: Path) -> dict[str, FileMark]:
    """Give size and checksum of every file in `folder` except the manifest, by name."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.name != MANIFEST_FILE)
    return {path.name: FileMark(path.stat().st_size, hash_file(path)) for path in files}


def hash_file(path: Path) -> str:
    """Give the SHA-256 of a file, read in pieces."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest into the generation's folder."""
    (folder / MANIFEST_FILE).write_bytes(_print(asdict(manifest)))


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a generation.

    Raises IndexDamaged when it is missing or altered, IndexMismatch for another format.
    """
    path = folder / MANIFEST_FILE
    try:
        raw = path.read_bytes()
        entries = json.loads(raw)
        version = entries["format"]
    except (OSError, ValueError, KeyError, TypeError) as exc:
        raise _damaged(MANIFEST_FILE, "ontbreekt of is onleesbaar") from exc
    if isinstance(version, int) and version != FORMAT:
        raise IndexMismatch(f"De index heeft vorm {version}, dit programma leest vorm {FORMAT}. {REBUILD}")
    try:
        manifest = _parse(entries)
    except (KeyError, TypeError, ValueError) as exc:
        raise _damaged(MANIFEST_FILE, "is onvolledig") from exc
    # The name is a hash of the contents and the bytes follow from them: one changed bit shows.
    if manifest.named() != manifest or raw != _print(entries) or manifest.generation != folder.name:
        raise _damaged(MANIFEST_FILE, "is veranderd")
    return manifest


def check_maker(manifest: Manifest, analyser: str, encoder: str, fingerprint: str, dimension: int) -> None:
    """Raise IndexMismatch unless the generation was made with this analyser and this model."""
    if manifest.analyser != analyser:
        raise IndexMismatch(
            f"De index is gemaakt met taalanalyse '{manifest.analyser}', nu geldt '{analyser}'. {REBUILD}"
        )
    # A model that was moved or renamed is still the same model: what it is made of decides.
    if manifest.fingerprint == fingerprint and manifest.dimension == dimension:
        return
    if manifest.encoder != encoder or manifest.dimension != dimension:
        raise IndexMismatch(
            f"De index is gemaakt met het model '{manifest.encoder}' ({manifest.dimension} dimensies), "
            f"ingesteld is '{encoder}' ({dimension}). {REBUILD} Of stel het model van de index weer in "
            f"met LEESWIJZER_ENCODER ('{manifest.encoder}')."
        )
    raise IndexMismatch(
        f"De index is gemaakt met een andere versie of andere instellingen van het model '{encoder}'. "
        f"{REBUILD} Of stel weer in wat toen gold: hetzelfde model, dezelfde LEESWIJZER_BACKEND en "
        "dezelfde prompts."
    )


def check_files(folder: Path, manifest: Manifest) -> None:
    """Raise IndexDamaged, naming the file, when one is missing, too long, too short or altered."""
    for name, mark in manifest.files.items():
        path = folder / name
        try:
            size = path.stat().st_size
            if size != mark.bytes:
                raise _damaged(name, f"telt {size} bytes in plaats van {mark.bytes}")
            if hash_file(path) != mark.sha256:
                raise _damaged(name, "is veranderd (de controlesom klopt niet)")
        except OSError as exc:
            raise _damaged(name, "ontbreekt of is onleesbaar") from exc


def _damaged(name: str, what: str) -> IndexDamaged:
    return IndexDamaged(f"De index is beschadigd: {name} {what}. {REBUILD}")


def _print(entries: object) -> bytes:
    return (json.dumps(entries, sort_keys=True, indent=1, ensure_ascii=False) + "\n").encode()


def _parse(entries: dict[str, object]) -> Manifest:
    values: dict[str, object] = dict(entries)
    values["sizes"] = Sizes(**entries["sizes"])  # type: ignore[arg-type]
    failures: list[dict[str, str]] = entries["failures"]  # type: ignore[assignment]
    values["failures"] = tuple(Failure(**entry) for entry in failures)
    files: dict[str, dict[str, object]] = entries["files"]  # type: ignore[assignment]
    values["files"] = {name: FileMark(**mark) for name, mark in files.items()}  # type: ignore[arg-type]
    if any("/" in name or name.startswith(".") for name in files):
        raise ValueError("a file name that leads elsewhere")
    return Manifest(**values)  # type: ignore[arg-type]
