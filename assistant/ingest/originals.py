"""The bytes that a document was read from, also when it is a member of a container."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from pkgutil import resolve_name

from assistant.errors import BrokenDocument
from assistant.ingest.archive import Member
from assistant.ingest.load import CONTAINERS
from assistant.types import Failure


def read_original(place: Path, path: str, container: str | None) -> bytes:
    """Give the bytes of the document `path`, read from the file `place` on disk.

    `container` is the path of that file below the corpus folder when the document is a member of
    it. Raises BrokenDocument when the file or the member is not there (any more).
    """
    try:
        raw = place.read_bytes()
    except OSError as exc:
        raise BrokenDocument(path, f"het bestand kan niet worden geopend ({exc.strerror})") from exc
    if container is None:
        return raw
    found = _find_member(raw, container, path)
    if found is None:
        raise BrokenDocument(path, f"dit deel zit niet meer in '{container}'")
    return found


def _find_member(raw: bytes, container: str, path: str) -> bytes | None:
    suffix = PurePosixPath(container).suffix.lower()
    open_container: Callable[[bytes, str], Iterator[Member | Failure]] = resolve_name(CONTAINERS[suffix])
    for part in open_container(raw, container):
        if isinstance(part, Failure):
            continue
        inner = f"{container}/{part.name}"
        if inner == path:
            return part.raw
        if path.startswith(f"{inner}/") and PurePosixPath(inner).suffix.lower() in CONTAINERS:
            return _find_member(part.raw, inner, path)
    return None
