"""A file takes its name only when it is whole: an interrupted run leaves the one before as it was."""

from __future__ import annotations

import fcntl
import glob
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from assistant.errors import LeeswijzerError, UsageError


@contextmanager
def replace_file(target: Path) -> Iterator[Path]:
    """Give a path to write to; the file there becomes `target` when the block ends well.

    What is no plain file (a pipe, a device) is copied to at the end. Raises UsageError when
    nothing can be written there, and LeeswijzerError when the disk refuses half-way.
    """
    plain = target.is_file() or not target.exists()
    real = Path(os.path.realpath(target))
    folder = real.parent if plain else Path(tempfile.gettempdir())
    _sweep(folder, real.name)
    fresh = folder / f".{real.name}.{os.getpid()}.deel"
    try:
        if target.is_dir():
            raise IsADirectoryError(str(target))
        fresh.touch()
    except FileNotFoundError as exc:
        raise UsageError(f"{target}: de map waarin dit moet komen, bestaat niet.", "output") from exc
    except OSError as exc:
        raise UsageError(f"{target}: hier kan niet geschreven worden.", "output") from exc
    try:
        with fresh.open("rb") as held:
            with suppress(OSError):  # a disk without locks
                fcntl.flock(held, fcntl.LOCK_SH | fcntl.LOCK_NB)
            yield fresh
        if plain:
            if real.exists():
                shutil.copymode(real, fresh)
            fresh.replace(real)
        else:
            with fresh.open("rb") as source, target.open("wb") as sink:
                shutil.copyfileobj(source, sink)
    except OSError as exc:
        raise LeeswijzerError(f"{target}: het schrijven mislukte ({exc.strerror or exc}).") from exc
    finally:
        fresh.unlink(missing_ok=True)


def _sweep(folder: Path, name: str) -> None:
    """Remove what a run that was killed left: nobody holds it, and its process is not there any more."""
    for left in folder.glob(f".{glob.escape(name)}.*.deel"):
        number = left.name[len(name) + 2 : -len(".deel")]
        if not number.isdecimal() or Path("/proc", number).exists():
            continue
        with suppress(OSError), left.open("rb") as stream:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
            left.unlink()
