"""How well and how fast scans are read: our own texts, printed, scanned with grain, skew and blur, and read.

    python -m benchmarks.scans

Writes `scans.json`. For each kind of scan: `plain` is the word error rate of Tesseract as it is, on
the page as PDFium draws it; `cleaned` that after cleaning; `read` that of the words that Leeswijzer
keeps, before mending; `mended` after it; `broken` counts right words that mending changed, `put_right`
wrong ones that it mended. `seconds_per_page` is processor time of recognition and mending (drawing and cleaning take 0.5 s more). Words are
compared in reading order as they stand, punctuation included; every insertion counts.
"""

from __future__ import annotations

import io
import json
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from assistant.ingest.pdfproc import render_grey, render_page
from assistant.ingest.scanlines import keep_readable
from assistant.ingest.slips import mend_doubtful
from assistant.ingest.tesseract import Engine, TextLine, Word, find_engine, read_picture

ROOT = Path(__file__).resolve().parent.parent
RESULT = Path(__file__).with_suffix(".json")
_TIMEOUT_S = 120.0
_SIZE = (595, 842)


@dataclass(frozen=True, slots=True)
class Manner:
    """How a page is scanned: dots per inch, grain (of 255), skew in degrees, blur in pixels, JPEG quality, dirt.

    `dirt` is the share of the dots that are black or white by chance.
    """

    name: str
    dpi: int
    grain: float
    skew: float
    blur: float
    quality: int
    dirt: float


MANNERS = (
    Manner("good, 300 dpi", 300, 10, 0.3, 0.8, 60, 0.0),
    Manner("usual, 200 dpi", 200, 10, 0.3, 0.5, 60, 0.0003),
    Manner("poor, 200 dpi", 200, 22, -0.8, 1.2, 30, 0.0005),
    Manner("poor, 150 dpi", 150, 15, 0.5, 0.8, 40, 0.0005),
)


def print_pages(paragraphs: Iterable[str], font: str) -> list[tuple[bytes, list[str]]]:
    """Give one-page PDFs in 10 points with the words on them, in order."""
    lines = [line for text in paragraphs for line in [*simpleSplit(text, font, 10, 455), ""]]
    pages = []
    for begin in range(0, len(lines), 52):
        stream = io.BytesIO()
        canvas = Canvas(stream, pagesize=_SIZE)
        canvas.setFont(font, 10)
        for row, line in enumerate(lines[begin : begin + 52]):
            canvas.drawString(70, _SIZE[1] - 70 - 13.5 * row, line)
        canvas.save()
        pages.append((stream.getvalue(), " ".join(lines[begin : begin + 52]).split()))
    return pages


def scan(pdf: bytes, manner: Manner, seed: int) -> bytes:
    """Give a PDF of one picture, as a scanner in this manner makes it."""
    png = render_page(pdf, "eigen.pdf", 1, manner.dpi, grey=True)
    drawn = Image.open(io.BytesIO(png)).convert("L")
    askew = drawn.rotate(manner.skew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    soft = np.asarray(askew.filter(ImageFilter.GaussianBlur(manner.blur)), dtype=np.float32)
    chance = np.random.default_rng(seed)
    dots = soft * 0.8 + 35 + chance.normal(0, manner.grain, soft.shape)
    dirty = chance.random(soft.shape) < manner.dirt
    dots[dirty] = chance.choice([0, 255], dirty.sum())
    picture = Image.fromarray(np.clip(dots, 0, 255).astype(np.uint8))
    stream = io.BytesIO()
    picture.save(stream, "PDF", resolution=manner.dpi, quality=manner.quality)
    return stream.getvalue()


def count_errors(meant: Sequence[str], read: Sequence[str]) -> int:
    """Give the least number of words put in, taken out or changed (Levenshtein)."""
    row = list(range(len(read) + 1))
    for at, word in enumerate(meant, start=1):
        above, row[0] = row[0], at
        for place, other in enumerate(read, start=1):
            above, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, above + (word != other))
    return row[-1]


def measure(engine: Engine, pages: Sequence[tuple[bytes, list[str]]], manner: Manner) -> dict[str, float]:
    """Give the figures of one manner over all pages."""
    errors = dict.fromkeys(("plain", "cleaned", "read", "mended"), 0)
    broken = put_right = count = 0
    spent = 0.0
    for seed, (pdf, meant) in enumerate(pages):
        raw = scan(pdf, manner, seed)
        count += len(meant)
        png = render_page(raw, "scan.pdf", 1, 300, grey=True)
        plain = read_picture(engine, png, 300, _TIMEOUT_S)
        began = clock()
        lines = read_picture(engine, render_grey(raw, "scan.pdf", 1).picture, 300, _TIMEOUT_S)
        mended = list_words(keep_readable(lines))
        spent += clock() - began
        unmended = list_words(keep_readable([sure(line) for line in lines]))
        for name, words in (
            *(("plain", list_words(plain)), ("cleaned", list_words(lines))),
            *(("read", unmended), ("mended", mended)),
        ):
            errors[name] += count_errors(meant, words)
        changed = judge(meant, lines)
        broken, put_right = broken + changed[0], put_right + changed[1]
    rates = {name: round(value / count, 4) for name, value in errors.items()}
    return {
        **rates,
        "words": count,
        "broken": broken,
        "put_right": put_right,
        "seconds_per_page": round(spent / len(pages), 2),
    }


def clock() -> float:
    """Give the processor time in seconds of this process and of the programs that it ran."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def list_words(lines: Iterable[TextLine]) -> list[str]:
    """Give the words of lines, in order."""
    return [word.text for line in lines for word in line.words]


def sure(line: TextLine) -> TextLine:
    """Give a line that is kept or dropped as it is, but in which no word is doubted enough to be mended."""
    words = tuple(
        replace(word, confidence=max(word.confidence, 0.99)) if keeps(word) else word for word in line.words
    )
    return replace(line, words=words)


def keeps(word: Word) -> bool:
    """Tell whether mending is considered for a word that is kept."""
    return word.confidence >= 0.45 and sum(sign.isalnum() for sign in word.text) > 1


def judge(meant: Sequence[str], lines: Iterable[TextLine]) -> tuple[int, int]:
    """Give how many right words mending broke, and how many wrong ones it put right."""
    words = [word for line in lines for word in line.words]
    broken = put_right = 0
    matcher = SequenceMatcher(None, meant, [word.text for word in words], autojunk=False)
    for name, a, b, c, d in matcher.get_opcodes():
        for truth, word in zip(meant[a:b], words[c:d], strict=False):
            changed = mend_doubtful(word.text, word.confidence)
            broken += name == "equal" and changed != word.text
            put_right += name == "replace" and b - a == d - c and changed == truth != word.text
    return broken, put_right


def list_paragraphs() -> list[str]:
    """Give the paragraphs of our own documents, without marks of Markdown."""
    texts = []
    for path in sorted((ROOT / "tools" / "corpus_sources").glob("*.md")):
        for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
            words = re.sub(r"\*\*|\*|\[\^\w+\]:?|^#+ |^- ", "", " ".join(block.split()))
            if words and not block.lstrip().startswith(("|", "<", "---", ":")):
                texts.append(words)
    return texts


def main() -> None:
    """Measure every manner and write the result."""
    engine = find_engine()
    if engine is None:
        raise SystemExit("Tesseract met Nederlands ontbreekt: apt install tesseract-ocr tesseract-ocr-nld")
    paragraphs = list_paragraphs()
    pages = [page for font in ("Helvetica", "Times-Roman") for page in print_pages(paragraphs, font)[:3]]
    result = {manner.name: measure(engine, pages, manner) for manner in MANNERS}
    for name, figures in result.items():
        print(name, figures)
    RESULT.write_text(
        json.dumps({"engine": engine.version, "scans": result}, indent=1) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
