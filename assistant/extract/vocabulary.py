"""The vocabulary of themes with the words that carry them: the one that ships, or a user's own file.

A file is TOML as `data/themes.toml`, or a table (CSV with semicolons) with the columns `code`,
`naam`, `woorden` and, where wanted, `uri`; the words of a table are parted by commas and say their
theme by themselves.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from assistant.errors import UsageError
from assistant.extract.terms import IGNORED, WEIGHTS, Term, Terms, split_term

THEME_FILE: Final = Path(__file__).resolve().parent / "data" / "themes.toml"
_COLUMNS: Final = ("code", "naam", "woorden", "uri")
_KEYS: Final = frozenset(("code", "name", "uri", "never", *WEIGHTS))
_CODE = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
_ADDRESS = re.compile(r"https?://\S+")
_STEM_LETTERS: Final = 2
"""Fewer letters before or behind a `*` would take half of the language along."""
_SETTING: Final = "themes"


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of the vocabulary; `uri` is the concept of the government's top list, where one fits."""

    code: str
    name: str
    uri: str | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Themes in the order of their file, and their terms; `digest` is the SHA-256 of the file."""

    themes: tuple[Theme, ...]
    terms: Terms
    digest: str


@dataclass(frozen=True, slots=True)
class _Row:
    """A theme as its file has it, with the line where it stands."""

    line: int
    fields: Mapping[str, Any]


def load_vocabulary(path: Path | None = None) -> Vocabulary:
    """Read a vocabulary, the one that ships when no file is given; an unchanged file is read once.

    Raises UsageError, naming the file and the line, for a file that is no vocabulary.
    """
    place = path or THEME_FILE
    try:
        stat = place.stat()
    except OSError as exc:
        raise UsageError(f"Het bestand met thema's '{place}' is niet te lezen.", _SETTING) from exc
    return _load(place, stat.st_mtime_ns, stat.st_size)


def load_themes(path: Path | None = None) -> tuple[Theme, ...]:
    """Give the themes of a vocabulary, in the order of the file."""
    return load_vocabulary(path).themes


@lru_cache(maxsize=8)
def _load(path: Path, modified: int, size: int) -> Vocabulary:
    try:
        raw = path.read_bytes()
        text = raw.decode("utf-8-sig")
    except OSError as exc:
        raise UsageError(f"Het bestand met thema's '{path}' is niet te lezen.", _SETTING) from exc
    except UnicodeDecodeError as exc:
        raise _fault(path, raw[: exc.start].count(b"\n") + 1, "sla het bestand op als UTF-8") from exc
    rows, ignored = _read_table(path, text) if path.suffix.lower() == ".csv" else _read_toml(path, text)
    if not rows:
        raise _fault(path, 1, "er staat geen thema in")
    codes: dict[str, int] = {}
    for row in rows:
        _check(path, row)
        code = row.fields["code"]
        if code in codes:
            raise _fault(path, row.line, f"de code '{code}' staat ook op regel {codes[code]}")
        codes[code] = row.line
    themes = tuple(Theme(row.fields["code"], row.fields["name"], row.fields.get("uri")) for row in rows)
    return Vocabulary(themes, _make_terms(rows, ignored), hashlib.sha256(raw).hexdigest())


def _fault(path: Path, line: int, reason: str) -> UsageError:
    return UsageError(f"{path.name}, regel {line}: {reason}.", _SETTING)


def _make_terms(rows: list[_Row], ignored: list[str]) -> Terms:
    terms = [Term(IGNORED, 0.0, text) for text in ignored]
    terms += (
        Term(number, weight, text.lower())
        for number, row in enumerate(rows)
        for strength, weight in WEIGHTS.items()
        for text in row.fields.get(strength, ())
    )
    never = {number: tuple(row.fields.get("never", ())) for number, row in enumerate(rows)}
    return Terms(terms, never)


def _read_table(path: Path, text: str) -> tuple[list[_Row], list[str]]:
    reader = csv.reader(io.StringIO(text), delimiter=";", strict=True)
    rows = []
    try:
        head = [name.strip().lower() for name in next(reader, [])]
        if tuple(head) not in (_COLUMNS, _COLUMNS[:3]):
            raise _fault(path, 1, "de eerste regel moet 'code;naam;woorden' of 'code;naam;woorden;uri' zijn")
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) > len(head) or len(cells) < 3:
                raise _fault(
                    path, reader.line_num, f"er horen {len(head)} kolommen te staan, niet {len(cells)}"
                )
            found = dict(zip(head, (cell.strip() for cell in cells), strict=False))
            words = [word.strip() for word in found["woorden"].split(",") if word.strip()]
            fields = {"code": found["code"], "name": found["naam"], "sure": words}
            rows.append(_Row(reader.line_num, fields | ({"uri": found["uri"]} if found.get("uri") else {})))
    except csv.Error as exc:
        raise _fault(path, reader.line_num, "de aanhalingstekens kloppen niet") from exc
    return rows, []


def _read_toml(path: Path, text: str) -> tuple[list[_Row], list[str]]:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as exc:
        place = re.search(r"line (\d+)", str(exc))
        line = int(place[1]) if place else text.count("\n") + 1
        raise _fault(
            path, line, "dit is geen geldige TOML (kijk naar haken, komma's en aanhalingstekens)"
        ) from exc
    lines = _find_tables(text)
    tables, ignored = data.get("theme", []), data.get("ignored", [])
    for name in data:
        if name not in ("theme", "ignored"):
            raise _fault(path, 1, f"'{name}' is onbekend; er zijn [[theme]] en [[ignored]]")
    if not (_is_tables(tables) and _is_tables(ignored)):
        raise _fault(path, 1, "schrijf elk thema onder een regel [[theme]]")
    names = [name for table in ignored for name in table.get("names", [])]
    if not all(isinstance(name, str) and name.strip() for name in names):
        raise _fault(path, 1, "bij [[ignored]] staat in 'names' een lijst van namen")
    return [_Row(next(lines, 1), table) for table in tables], [name.lower() for name in names]


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)


def _find_tables(text: str) -> Iterator[int]:
    for number, line in enumerate(text.splitlines(), start=1):
        if re.match(r"\s*\[\[\s*theme\s*\]\]", line):
            yield number


def _check(path: Path, row: _Row) -> None:
    """Raise UsageError for a theme that is not complete or has a word that cannot be looked for."""
    fields = row.fields
    for name in fields:
        if name not in _KEYS:
            raise _fault(path, row.line, f"'{name}' is onbekend; er zijn {', '.join(sorted(_KEYS))}")
    code, title, uri = fields.get("code"), fields.get("name"), fields.get("uri")
    if not isinstance(code, str) or not _CODE.fullmatch(code):
        raise _fault(path, row.line, "'code' moet uit kleine letters, cijfers en streepjes bestaan")
    if not isinstance(title, str) or not title.strip():
        raise _fault(path, row.line, f"thema '{code}' heeft geen naam")
    if uri is not None and not (isinstance(uri, str) and _ADDRESS.fullmatch(uri)):
        raise _fault(path, row.line, f"de uri van '{code}' moet met https:// beginnen")
    for name in (*WEIGHTS, "never"):
        _check_words(path, row, code, fields.get(name, []))
    if not any(fields.get(name) for name in WEIGHTS):
        raise _fault(path, row.line, f"thema '{code}' heeft geen woorden")


def _check_words(path: Path, row: _Row, code: str, words: object) -> None:
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise _fault(path, row.line, f"de woorden van '{code}' moeten een lijst van teksten zijn")
    for word in words:
        if not any(sign.isalnum() for sign in word):
            raise _fault(path, row.line, f"thema '{code}' heeft een leeg woord")
        rest = split_term(word)[1:]
        starred = "*" in word
        if starred and (
            word.count("*") > 1
            or not (word.endswith("*") or (word.startswith("*") and not rest))
            or sum(map(str.isalnum, word)) < _STEM_LETTERS
        ):
            raise _fault(
                path,
                row.line,
                f"'{word}' van '{code}': zet één * aan het eind of aan het begin van een woord, "
                f"met minstens {_STEM_LETTERS} letters erbij",
            )
