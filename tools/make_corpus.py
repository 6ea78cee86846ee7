"""Make the PDF and Word documents of the sample corpus from `tools/corpus_sources/`.

Run `python tools/make_corpus.py` in the root of the repository. The same sources give the same
bytes. The other documents of the corpus (Markdown, text, HTML) are written by hand in `corpus/`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from corpus_docx import write_docx
from corpus_markup import read_source
from corpus_pdf import write_pdf

ROOT = Path(__file__).resolve().parent.parent
SOURCES = Path(__file__).resolve().parent / "corpus_sources"
WRITERS = {"pdf": write_pdf, "docx": write_docx}


def main() -> None:
    """Make every document whose source is in `corpus_sources/` and name it on the terminal."""
    for path in sorted(SOURCES.glob("*.md")):
        source = read_source(path)
        target = ROOT / "corpus" / source.field("output")
        target.parent.mkdir(parents=True, exist_ok=True)
        WRITERS[source.field("format")](source, target)
        sys.stdout.write(f"{target.relative_to(ROOT)} ({target.stat().st_size} bytes)\n")


if __name__ == "__main__":
    main()
