"""ZIP archives: what is in them, looked at with care, and their members one at a time.

An archive is the outer shape of Word, OpenDocument, PowerPoint and Excel files too; the checks of
sizes and names are here for all of them. Nothing is ever written to disk.
"""

from __future__ import annotations

import io
import re
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.errors import BrokenDocument
from assistant.types import Failure

MOST_MEMBER_BYTES = 100_000_000
"""A member that unpacks to more is not read; the same as the default limit on a file."""
MOST_TOTAL_BYTES = 2_000_000_000
"""Members together that unpack to more make the archive one that is refused."""
_MOST_ENTRIES = 10_000
_MOST_RATIO = 100
_SLACK_BYTES = 1_000_000
"""Small parts of a document compress well; a ratio counts from this size on."""
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_SKIPPED = frozenset(("__macosx", "thumbs.db", "desktop.ini"))
_DRIVE = re.compile(r"[A-Za-z]:")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
DAMAGED = (
    zipfile.BadZipFile, NotImplementedError, OSError, ValueError, zlib.error, EOFError, RuntimeError, KeyError,
)  # fmt: skip
"""What the zipfile module raises for archives that are damaged or of an unknown make."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside a container; `name` is relative, with forward slashes."""

    name: str
    raw: bytes


def open_zip(raw: bytes, path: str) -> Iterator[Member | Failure]:
    """Give the files of a ZIP archive in the order of its list, one in memory at a time.

    Folders, hidden files and what macOS and Windows add for themselves are skipped. A member that
    cannot be read, or whose name leads out of the archive, is a Failure with its name behind
    `path`. Raises BrokenDocument, before anything is unpacked, for what is no archive and for a bomb.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
    except DAMAGED as exc:
        raise BrokenDocument(path, "het ZIP-bestand is beschadigd (geen geldig archief)") from exc
    with archive:
        parts = archive.infolist()
        check_sizes(parts, len(raw), path, "ZIP-bestand", most_bytes=MOST_TOTAL_BYTES)
        seen: set[str] = set()
        for part in parts:
            if part.filename.endswith(("/", "\\")) or _is_hidden(_decode_name(part)):
                continue
            yield _read_member(archive, part, path, seen)


def check_sizes(parts: list[zipfile.ZipInfo], size: int, path: str, label: str, *, most_bytes: int) -> None:
    """Raise BrokenDocument when an archive of `size` bytes would unpack to far more than it holds.

    That is more than 10,000 entries, more than 100:1 as a whole, or more than `most_bytes`. Parts
    that share their packed bytes count each time, as they are unpacked each time.
    """
    unpacked = sum(part.file_size for part in parts)
    bomb = unpacked > _SLACK_BYTES and unpacked > _MOST_RATIO * max(1, size)
    if len(parts) > _MOST_ENTRIES or bomb or unpacked > most_bytes:
        raise BrokenDocument(path, f"het {label} is verdacht: uitgepakt is het veel te groot (ZIP-bom)")


def is_bomb(part: zipfile.ZipInfo) -> bool:
    """Tell whether one part claims to unpack to more than a hundred times its size."""
    return part.file_size > _SLACK_BYTES and part.file_size > _MOST_RATIO * max(1, part.compress_size)


def is_encrypted(part: zipfile.ZipInfo) -> bool:
    """Tell whether a password is needed for one part."""
    return bool(part.flag_bits & _ENCRYPTED)


def _read_member(
    archive: zipfile.ZipFile, part: zipfile.ZipInfo, path: str, seen: set[str]
) -> Member | Failure:
    name = _decode_name(part)
    shown = f"{path}/{_CONTROL.sub('�', name)}"
    reason = _find_fault(part, name)
    if reason is None and name in seen:
        reason = "deze naam staat meer dan eens in het archief; alleen het eerste bestand is gelezen"
    if reason is not None:
        return Failure(shown, reason)
    seen.add(name)
    try:
        return Member(name, archive.read(part))
    except DAMAGED:
        return Failure(shown, "dit bestand in het archief is beschadigd")


def _find_fault(part: zipfile.ZipInfo, name: str) -> str | None:
    """Give the reason for which a member is not read; None when there is none."""
    mode = part.external_attr >> 16
    if "\0" in part.orig_filename or _CONTROL.search(name) or _leads_out(name):
        return "de naam in het archief is niet veilig (hij leidt buiten het archief)"
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return "dit is een verwijzing (symbolische link) en geen bestand"
    if is_encrypted(part):
        return "dit bestand in het archief is versleuteld; pak het uit en sla het op zonder wachtwoord"
    if part.compress_type not in _METHODS:
        return "dit bestand is ingepakt op een manier die niet wordt gelezen; pak het archief eerst uit"
    if is_bomb(part):
        return "dit bestand is verdacht: uitgepakt is het veel te groot (ZIP-bom)"
    if part.file_size > MOST_MEMBER_BYTES:
        return f"dit bestand is uitgepakt groter dan {MOST_MEMBER_BYTES // 10**6} MB"
    return None


def _decode_name(part: zipfile.ZipInfo) -> str:
    """Give the name in NFC with forward slashes.

    Without the UTF-8 flag the standard says code page 437, but many programs write UTF-8 all the same.
    """
    name = part.filename
    if not part.flag_bits & _UTF8_NAME:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = part.filename
    parts = name.replace("\\", "/").split("/")
    kept = "/".join(piece for place, piece in enumerate(parts) if piece not in ("", ".") or place == 0)
    return unicodedata.normalize("NFC", kept.removeprefix("./"))


def _leads_out(name: str) -> bool:
    absolute = name.startswith("/") or _DRIVE.match(name) is not None
    return absolute or not name or ".." in name.split("/")


def _is_hidden(name: str) -> bool:
    pieces = [piece for piece in name.split("/") if piece not in ("", "..")]
    return any(piece.startswith(".") or piece.lower() in _SKIPPED for piece in pieces)
