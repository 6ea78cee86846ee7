"""Helpers of the ingest tests: a text file to a document, and the law of spans."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.config import Settings
from assistant.ingest import cut_passages, load_document
from assistant.types import Block, BlockKind, Document

Loader = Callable[..., Document]


@pytest.fixture
def load(tmp_path: Path) -> Loader:
    """Write content to a file of the given name and load it."""

    def load(content: str | bytes, name: str = "tekst.txt", **settings: object) -> Document:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return load_document(path, tmp_path, Settings(**settings))  # type: ignore[arg-type]

    return load


@pytest.fixture
def blocks() -> Callable[[Document], list[tuple[str, str]]]:
    """Give the kind and text of every block."""
    return lambda document: [(block.kind.value, block.span.of(document.text)) for block in document.blocks]


@pytest.fixture
def check_law() -> Callable[[Document], None]:
    return check_document


def check_document(document: Document, chars: int = 700) -> None:
    """Check every invariant that a document and its passages keep."""
    position = 0
    for block in document.blocks:
        words = block.span.of(document.text)
        assert words == " ".join(words.split())
        assert words
        assert document.text[position : block.span.start] in ("", "\n", "\n\n")
        assert 1 <= block.level <= 6 if block.kind is BlockKind.HEADING else block.level >= 0
        position = block.span.end
    assert position == len(document.text)
    assert list(document.page_starts) == sorted(document.page_starts)
    assert not document.page_starts or document.page_starts[0] == 0
    _check_passages(document, chars)


def _check_passages(document: Document, chars: int) -> None:
    passages = cut_passages(document, chars)
    counts = [0] * len(document.text)
    end = 0
    for passage in passages:
        assert passage.text == passage.span.of(document.text)
        assert passage.id == f"{document.id}:{passage.span.start}-{passage.span.end}"
        assert passage.span.start >= end
        assert passage.page == document.page_of(passage.span.start)
        end = passage.span.end
        for place in range(passage.span.start, passage.span.end):
            counts[place] += 1
    headings = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    inside = [False] * len(document.text)
    for heading in headings:
        for place in range(heading.span.start, heading.span.end):
            inside[place] = True
    for place, sign in enumerate(document.text):
        assert counts[place] <= 1
        assert sign.isspace() or inside[place] or counts[place] == 1


def make_scan(
    pdf: bytes,
    *,
    dpi: int = 200,
    noise: float = 10,
    skew: float = 0.3,
    blur: float = 0.5,
    turn: int = 0,
    quality: int = 60,
) -> bytes:
    """Give a PDF as a scanner would: a grainy picture of each page, askew, blurred, and no text.

    `noise` is the standard deviation of the grain (of 255), `skew` in degrees, `blur` in pixels,
    `turn` a quarter turn counterclockwise in degrees. The same arguments give the same bytes.
    """
    import numpy as np
    import pypdfium2
    from PIL import Image, ImageFilter

    chance = np.random.default_rng(7)
    pages = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            drawn = page.render(scale=dpi / 72, grayscale=True).to_pil()
            askew = drawn.rotate(skew, resample=Image.Resampling.BICUBIC, fillcolor=255)
            soft = np.asarray(askew.filter(ImageFilter.GaussianBlur(blur)), dtype=np.float32)
            grain = soft * 0.8 + 35 + chance.normal(0, noise, soft.shape)
            picture = Image.fromarray(np.clip(grain, 0, 255).astype(np.uint8))
            pages.append(picture.rotate(turn, expand=True))
    stream = io.BytesIO()
    pages[0].save(stream, "PDF", save_all=True, append_images=pages[1:], resolution=dpi, quality=quality)
    return stream.getvalue()


@pytest.fixture
def wrap_scan() -> Callable[..., bytes]:
    """The function `make_scan`, also where scans cannot be read."""
    return make_scan


@pytest.fixture
def scan() -> Callable[..., bytes]:
    """The function `make_scan`; the test is skipped where scans cannot be read."""
    from assistant.ingest.tesseract import find_engine

    if find_engine() is None:
        pytest.skip("Tesseract met Nederlands ontbreekt: apt install tesseract-ocr tesseract-ocr-nld")
    return make_scan


__all__ = ["Block", "check_document", "make_scan"]
