"""How well the main text of web pages is found, beside trafilatura.

`python -m benchmarks.webmain` prints a table and writes `benchmarks/webmain.json`. The pages
in `benchmarks/webpages` are our own; in each, `<!--m-->` and `<!--/m-->` enclose the main text. Those in
`held` were written after the rules were fixed and were not used to mend them. Recall is the share of the
words of the main text that are found, precision the share of the words found that are in it.
"""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from assistant.ingest.html import load_html

ROOT = Path(__file__).resolve().parent
PAGES = ROOT / "webpages"
OUT = ROOT / "webmain.json"
_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_MAIN = re.compile(r"<!--m-->(.*?)<!--/m-->", re.S)
_MARKS = re.compile(r"<!--/?m-->")
_TAGS = re.compile(r"<sup>.*?</sup>|<[^>]+>")

Reader = Callable[[str], str]


def count_words(text: str) -> Counter[str]:
    """Give how often each word stands in a text, in lower case."""
    return Counter(word.lower() for word in _WORD.findall(text))


def read_page(path: Path) -> tuple[str, Counter[str]]:
    """Give a page without the marks, and the words of its main text."""
    marked = path.read_text(encoding="utf-8")
    main = " ".join(_TAGS.sub(" ", part) for part in _MAIN.findall(marked))
    return _MARKS.sub("", marked), count_words(html.unescape(main))


def read_ours(page: str) -> str:
    """Give the text that Leeswijzer keeps of a page."""
    return "\n".join(draft.text for draft in load_html(page.encode(), "pagina.html").drafts)


def find_readers() -> dict[str, Reader]:
    """Give the readers to compare; trafilatura only where it is installed."""
    readers: dict[str, Reader] = {"leeswijzer": read_ours}
    try:
        import trafilatura
    except ImportError:
        return readers
    for name, more in (("trafilatura", {}), ("trafilatura, favor_recall", {"favor_recall": True})):

        def read(page: str, more: dict[str, bool] = more) -> str:
            return trafilatura.extract(page, include_comments=False, **more) or ""

        readers[name] = read
    return readers


def score(found: Counter[str], main: Counter[str]) -> tuple[float, float]:
    """Give recall and precision. A row of a table names its columns again, which is no fault."""
    recall = (main & found).total() / main.total()
    strange = sum(count for word, count in found.items() if word not in main)
    return recall, 1 - strange / max(1, found.total())


def measure() -> dict[str, dict[str, dict[str, float]]]:
    """Give recall and precision per set of pages and reader, as means over the pages."""
    results: dict[str, dict[str, dict[str, float]]] = {}
    for folder in sorted(path for path in PAGES.iterdir() if path.is_dir()):
        pages = [read_page(path) for path in sorted(folder.glob("*.html"))]
        results[folder.name] = {}
        for name, read in find_readers().items():
            scores = [score(count_words(read(page)), main) for page, main in pages]
            recall, precision = (sum(part) / len(scores) for part in zip(*scores, strict=True))
            results[folder.name][name] = {
                "pages": len(pages), "recall": round(recall, 3), "precision": round(precision, 3),
            }  # fmt: skip
    return results


if __name__ == "__main__":
    figures = measure()
    OUT.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    for part, readers in figures.items():
        for name, figure in readers.items():
            print(f"{part:8} {name:26} recall {figure['recall']:.3f}  precision {figure['precision']:.3f}")
