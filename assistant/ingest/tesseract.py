"""Tesseract, the program that reads pictures of pages: is it there, and what does it see.

It is a program of its own (Debian: `tesseract-ocr`, with `tesseract-ocr-nld` for Dutch), called
once for each page with a limit on time, memory and threads; the picture goes in through a pipe
and never lies on disk. Its answer is hOCR (Breuel, "The hOCR Microformat", 2007), which tells more
than its table of words: the size of the type and the slope of each line.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from math import ceil
from time import monotonic

from assistant.ingest.lifeline import tie_child
from assistant.ingest.pace import ask_time

LANGUAGE = "nld"
INSTALL = "apt install tesseract-ocr tesseract-ocr-nld"
_MOST_MEMORY = 2 * 2**30
_WHOLE_PAGE, _SPARSE = "3", "11"
"""Tesseract's modes (`--psm`): a page with its own layout analysis, and sparse text."""
_CHECK_TIMEOUT_S = 20.0
_SLACK_S = 20.0
_BUSY = 5.0
"""How many times longer a program may take than the seconds of the processor that it gets: others may use it too."""
_TURN = re.compile(r"^Rotate: (\d+)\nOrientation confidence: ([\d.]+)", re.M)
_SURE_TURN = 2.0
"""Tesseract's confidence in a quarter turn; it gives 10 and more for a page of text."""
_BOX = re.compile(r"bbox (-?\d+) (-?\d+) (-?\d+) (-?\d+)")
_CONFIDENCE = re.compile(r"x_wconf (\d+)")
_SIZE = re.compile(r"x_size ([\d.]+)")
_TALL = 2.0
"""A line taller than so many times its type, and than it is wide, runs up or down."""
_SLOPE = re.compile(r"baseline (-?[\d.]+)")


@dataclass(frozen=True, slots=True)
class Engine:
    """The installed program: its path, version, the languages it reads, and whether it finds turns."""

    program: str
    version: str
    languages: tuple[str, ...]
    finds_turns: bool


@dataclass(frozen=True, slots=True)
class Word:
    """A word in pixels from the top left corner of the picture; `confidence` in [0, 1]."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    confidence: float


@dataclass(frozen=True, slots=True)
class TextLine:
    """Words on one line, with the size of their type in pixels and the slope of the line (dy / dx)."""

    words: tuple[Word, ...]
    size: float
    slope: float

    @property
    def level(self) -> bool:
        """Tell whether the line runs across the picture, and not up or down it."""
        tall = max(word.bottom for word in self.words) - min(word.top for word in self.words)
        wide = max(word.x1 for word in self.words) - min(word.x0 for word in self.words)
        return tall <= max(wide, _TALL * self.size)


@cache
def find_engine() -> Engine | None:
    """Give the installed program; None when it, or its Dutch data, is missing."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    first, _, listed = _run([program, "--list-langs"], b"", _CHECK_TIMEOUT_S).partition("\n")
    installed = set(listed.split())
    if not first or LANGUAGE not in installed:
        return None
    version = _run([program, "--version"], b"", _CHECK_TIMEOUT_S).split("\n", 1)[0]
    return Engine(program, version, (LANGUAGE,), "osd" in installed)


def describe_engine() -> str | None:
    """Give the version and languages of the installed program; None when it cannot read Dutch."""
    engine = find_engine()
    return f"{engine.version} {'+'.join(engine.languages)}" if engine else None


def read_picture(
    engine: Engine, picture: bytes, dpi: int, timeout_s: float, *, scattered: bool = False
) -> tuple[TextLine, ...]:
    """Give the lines that Tesseract sees in a picture of a page, in its reading order.

    With `scattered` it looks for words anywhere, in no order. Raises TimeoutError; a picture that it cannot read gives no lines.
    """
    languages = "+".join(engine.languages)
    command = [engine.program, "stdin", "stdout", "-l", languages]
    command += ["--psm", _SPARSE if scattered else _WHOLE_PAGE, "--dpi", str(dpi), "hocr"]
    reader = _HocrReader()
    reader.feed(_run(command, picture, timeout_s))
    reader.close()
    return tuple(TextLine(tuple(words), size, slope) for words, size, slope in reader.lines if words)


def find_turn(engine: Engine, picture: bytes, dpi: int, timeout_s: float) -> int:
    """Give by how many degrees, clockwise, a picture must be turned to stand upright: 0 when unsure.

    Raises TimeoutError.
    """
    if not engine.finds_turns:
        return 0
    command = [engine.program, "stdin", "stdout", "-l", "osd", "--psm", "0", "--dpi", str(dpi)]
    found = _TURN.search(_run(command, picture, timeout_s))
    if found is None or float(found.group(2)) < _SURE_TURN:
        return 0
    return int(found.group(1)) % 360


def measure_work() -> float:
    """Give the seconds of the processor that programs have taken for this process, as far as they have ended.

    Where the system does not count them, the seconds that have gone by: there a busy machine reads fewer pages.
    """
    try:
        import resource

        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime
    except (ImportError, AttributeError):
        return monotonic()


def _run(command: list[str], given: bytes, timeout_s: float) -> str:
    """Give what a program writes; nothing when it fails. Raises TimeoutError after `timeout_s` of the processor.

    So a page is read alike on a machine that is busy; where the system sets no such limit, it is one on the clock.
    """
    # More threads make Tesseract slower on a page, and the other core reads the next file.
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1", "LC_ALL": "C"}
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command,
        stdin=pipe,
        stdout=pipe,
        stderr=subprocess.DEVNULL,
        env=environment,
        preexec_fn=tie_child(),
    ) as process:
        patience = timeout_s * (_BUSY if _limit(process.pid, timeout_s) else 1.0)
        ask_time(patience + _SLACK_S)
        try:
            answer, _ = process.communicate(given, timeout=patience)
        except subprocess.TimeoutExpired as exc:
            process.kill()
            raise TimeoutError(f"{command[0]}: {timeout_s:.0f} s") from exc
    if process.returncode == -getattr(signal, "SIGXCPU", 0):
        raise TimeoutError(f"{command[0]}: {timeout_s:.0f} s")
    return answer.decode("utf-8", errors="replace") if process.returncode == 0 else ""


def _limit(pid: int, work_s: float) -> bool:
    """Limit memory and time on the processor of a program; tell whether the system does."""
    try:
        import resource

        resource.prlimit(pid, resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
        resource.prlimit(pid, resource.RLIMIT_CPU, (ceil(work_s), ceil(work_s) + 1))
    except (ImportError, AttributeError, ProcessLookupError):
        return False  # no such limits here (only Linux has them), or the program has ended already
    return True


class _HocrReader(HTMLParser):
    """Gathers lines of words from hOCR."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[tuple[list[Word], float, float]] = []
        self._place: tuple[tuple[float, ...], float] | None = None
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line, or the word of a box."""
        given = dict(attrs)
        title, kind = given.get("title") or "", given.get("class") or ""
        box, size = _BOX.search(title), _SIZE.search(title)
        if box is None:
            return
        place = tuple(float(value) for value in box.groups())
        if kind == "ocrx_word":
            certain = _CONFIDENCE.search(title)
            self._place = (place, float(certain.group(1)) / 100 if certain else 0.0)
            self._text = []
        elif size is not None:
            slope = _SLOPE.search(title)
            self.lines.append(([], float(size.group(1)), float(slope.group(1)) if slope else 0.0))

    def handle_data(self, data: str) -> None:
        """Keep the signs of the word."""
        if self._place is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        """End the word that was begun."""
        if tag != "span" or self._place is None:
            return
        text = "".join("".join(self._text).split())
        (x0, top, x1, bottom), confidence = self._place
        if text and self.lines:
            self.lines[-1][0].append(Word(text, x0, top, x1, bottom, confidence))
        self._place = None
