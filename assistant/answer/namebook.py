"""What the documents of an index are called: the words of their titles, file names and writers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from assistant.dutch import fold
from assistant.types import DocumentRecord

MOST_DOCUMENTS = 3
"""Documents that one word may name at most, and no more than half of all."""
_SIGNS = re.compile(r"[\W_]+")
_WORD = re.compile(r"[^\W_]+(?:[-'’&+][^\W_]+)*")
_INNER = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_EXTENSION = re.compile(
    r"\.(?:pdf|txt|md|html?|docx?|odt|rtf|xlsx?|pptx?|ods|odp|csv|json|xml|eml|msg)$", re.IGNORECASE
)


class NameBook:
    """What the documents of an index are called, word by word."""

    def __init__(self, records: Sequence[DocumentRecord]) -> None:
        holders: defaultdict[str, set[str]] = defaultdict(set)
        filed: defaultdict[str, set[str]] = defaultdict(set)
        self._files: defaultdict[str, set[str]] = defaultdict(set)
        for record in records:
            file = _EXTENSION.sub("", PurePosixPath(record.path).name)
            self._files[_key(file)].add(record.id)
            for key in _keys(file):
                filed[key].add(record.id)
            for key in _keys(" ".join(filter(None, (record.title, record.subtitle, record.organisation)))):
                holders[key].add(record.id)
        self._filed = {key: frozenset(ids) for key, ids in filed.items()}
        self._holders = {key: frozenset(holders[key] | filed[key]) for key in (*holders, *self._filed)}
        self._most = max(1, min(MOST_DOCUMENTS, len(records) // 2))

    def holds(self, word: str) -> bool:
        """Tell whether a title, a file's name or an organisation has the word."""
        return _key(word) in self._holders

    def called(self, word: str) -> frozenset[str]:
        """Give the documents whose title, file's name or organisation has the word."""
        return self._holders.get(_key(word), frozenset())

    def few(self, word: str) -> frozenset[str]:
        """Give the documents whose file's name has the word when they are few; else none."""
        found = self._filed.get(_key(word), frozenset())
        return found if len(found) <= self._most else frozenset()

    def file(self, name: str) -> frozenset[str]:
        """Give the documents whose file has this name, with or without what stands behind its dot."""
        return frozenset(self._files.get(_key(_EXTENSION.sub("", name.lower())), ()))


def has_extension(word: str) -> bool:
    """Tell whether a word ends as the name of a file does: ".pdf"."""
    return _EXTENSION.search(word) is not None


def _key(word: str) -> str:
    return _SIGNS.sub("", fold(word))


def _keys(text: str) -> Iterator[str]:
    """Yield the words of a name without their signs, and their parts: "GroenBlauw" also as "Groen" and "Blauw"."""
    for found in _WORD.finditer(text.replace("_", " ")):
        word = found.group()
        if word.isalpha() and (word.islower() or word.istitle()):
            yield fold(word)
            continue
        for part in (word, *_SIGNS.split(word)):
            cuts = [cut.start() for cut in _INNER.finditer(part)]
            yield from map(_key, (part, *(part[:cut] for cut in cuts), *(part[cut:] for cut in cuts)))
