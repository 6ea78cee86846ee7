"""Training passages from the texts under `shared/data`: titles, headings and sentences.

Nothing of these texts is kept in the repository; they are read anew for every training.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import re
import tarfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

POLICY_RULES = "training/beleidsregels-circulaires-md.tar.gz"
LAWS = "training/wetten-regelingen-md.tar.gz"
MANIFESTOS = "training/verkiezingsprogrammas-txt.tar.gz"
ALGORITHMS = "training/algoritmekader-md.tar.gz"
DECISIONS = "vlaamse-beslissingen-2019-2022.jsonl.gz"

PASSAGE_CHARS = 700
"""Longest passage, in characters, before a new one begins; the assistant's own default."""
SECTIONS_A_LAW = 30
"""Passages kept of one act or regulation, so that long codes do not drown the rest."""
FIRST_MANIFESTO_YEAR = 1971
"""Older manifestos are in a spelling and a vocabulary that nobody asks questions in."""

_INLINE = re.compile(r"</?(?:strong|em|b|i|u|span|a|sup|sub)\b[^>]*>", re.I)
_TAG = re.compile(r"<[^>]+>")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKUP = re.compile(r"[*_`|\\]+")
_NUMBERED = re.compile(
    r"^(?:artikel|hoofdstuk|paragraaf|afdeling|titel|bijlage)?\s*(?:\d[\w.:]{0,8}|[IVXL]{1,7}[a-z]?[.:]?|\w[.:]?)?$",
    re.I,
)
_SENTENCE_END = re.compile(r"(?<=[.!?;:])\s+(?=[\"'‘“(]?[A-ZÀ-Ý0-9–-])")
_DEFINITION = re.compile(r"^(?:[a-z0-9]{1,3}[.)]\s*)?\*([^*:]{3,60}):?\*:?\s*(.{25,600})$")
_QUESTION = re.compile(r"^vraag(?:\s+\w{1,4})?[:.]?$", re.I)
_ANSWER = re.compile(r"^antwoord(?:\s+\w{1,4})?[:.]?$", re.I)
_HYPHEN_BREAK = re.compile(r"([a-zà-ý])(?:-[ \t]*\n\s*|\xad\s*)([a-zà-ý])")


@dataclass(frozen=True, slots=True)
class Lesson:
    """A passage to learn from: `query` texts that it answers, its title and its sentences.

    `document` is the same for passages of one file; `source` names the corpus.
    """

    source: str
    document: str
    title: str
    heading: str
    sentences: tuple[str, ...]


def is_held_out(path: str) -> bool:
    """Tell whether a policy rule is kept out of training: one in ten, by the hash of its BWB number.

    Every version of a rule has the same number, so none leaks.
    """
    number = re.search(r"BWBR\d+", path)
    name = number.group() if number else path
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 10 == 0


def load_lessons(shared: Path) -> list[Lesson]:
    """Read every training corpus below `shared/data`, in a fixed order, without repeats."""
    root = shared / "data"
    seen: set[tuple[str, tuple[str, ...]]] = set()
    lessons: list[Lesson] = []
    for lesson in _read_all(root):
        key = (lesson.heading, lesson.sentences)
        if key not in seen:
            seen.add(key)
            lessons.append(lesson)
    return lessons


def read_held_out(shared: Path) -> list[Lesson]:
    """Read the policy rules that are kept out of training."""
    return [
        lesson
        for path, text in _members(shared / "data" / POLICY_RULES)
        if is_held_out(path)
        for lesson in cut_markdown(text, "held-out", path)
    ]


def _read_all(root: Path) -> Iterator[Lesson]:
    for path, text in _members(root / POLICY_RULES):
        if not is_held_out(path):
            yield from cut_markdown(text, "policy", path)
    for path, text in _members(root / LAWS):
        yield from _thin(cut_markdown(text, "law", path), SECTIONS_A_LAW)
    for path, text in _members(root / ALGORITHMS):
        yield from cut_markdown(text, "policy", path)
    for path, text in _members(root / MANIFESTOS):
        year = re.search(r"(\d{4})\.txt$", path)
        if year and int(year.group(1)) >= FIRST_MANIFESTO_YEAR:
            yield from cut_manifesto(text, path)
    yield from _read_decisions(root / DECISIONS)
    yield from _read_similar(root / "eval")


def _members(archive: Path) -> list[tuple[str, str]]:
    with tarfile.open(archive, "r:gz") as tar:
        found = [
            (member.name, handle.read().decode("utf-8", "replace"))
            for member in tar
            if member.isfile() and (handle := tar.extractfile(member)) is not None
        ]
    return sorted(found)


def _thin(lessons: Iterable[Lesson], most: int) -> list[Lesson]:
    """Keep at most `most`, chosen by the hash of what they say and left in their order."""
    kept = list(lessons)
    if len(kept) <= most:
        return kept
    ranks = sorted(
        range(len(kept)),
        key=lambda i: hashlib.sha256(f"{i} {kept[i].sentences[0]}".encode()).digest(),
    )
    return [kept[i] for i in sorted(ranks[:most])]


def plain(text: str) -> str:
    """Give Markdown or HTML text without its markup, on one line."""
    return " ".join(
        unescape(_MARKUP.sub(" ", _LINK.sub(r"\1", _TAG.sub(" ", _INLINE.sub("", text))))).split()
    )


def split_roughly(text: str) -> list[str]:
    """Split running text into sentences; rough, but fast enough for 200 MB."""
    return [part for part in _SENTENCE_END.split(text) if part]


def cut_markdown(text: str, source: str, path: str) -> Iterator[Lesson]:
    """Give the passages of a Markdown text with title and heading; definitions and answers apart."""
    question = ""
    for title, heading, lines in _sections(text):
        for found in filter(None, (_DEFINITION.match(line.strip()) for line in lines)):
            yield Lesson("definition", path, title, plain(found[1]), (plain(found[2]),))
        body = [words for words in map(plain, lines) if words]
        if _QUESTION.match(heading):
            question = " ".join(body)
        elif _ANSWER.match(heading) and question:
            yield from _pack("answer", path, title, question[-500:], body, most=1)
            question = ""
        yield from _pack(source, path, title, heading, body)


def _sections(text: str) -> Iterator[tuple[str, str, list[str]]]:
    """Give the title, the heading and the lines of every part; the first heading is the title."""
    title = heading = ""
    lines: list[str] = []
    body = text.split("\n---", 1)[-1] if text.startswith("---\n") else text
    for line in [*body.split("\n"), "#"]:
        if not line.startswith("#"):
            lines.append(line)
            continue
        yield title, heading, lines
        lines = []
        words = plain(line.lstrip("# "))
        if not title:
            title = words
        elif not _NUMBERED.match(words):
            heading = words.lstrip(":, ")
        elif words.lower().startswith("artikel"):
            heading = ""


def _pack(
    source: str, path: str, title: str, heading: str, body: list[str], *, most: int = 1000
) -> Iterator[Lesson]:
    """Fill passages of at most `PASSAGE_CHARS` with whole sentences."""
    sentences: list[str] = []
    size = 0
    for sentence in (part for block in body for part in split_roughly(block)):
        if sentences and size + len(sentence) > PASSAGE_CHARS:
            if size >= 80:
                yield Lesson(source, path, title, heading, tuple(sentences))
                most -= 1
            if most == 0:
                return
            sentences, size = [], 0
        sentences.append(sentence[: 2 * PASSAGE_CHARS])
        size += len(sentence)
    if size >= 80:
        yield Lesson(source, path, title, heading, tuple(sentences))


def cut_manifesto(text: str, path: str) -> Iterator[Lesson]:
    """Give the passages of a manifesto; a short line without an end mark counts as a heading."""
    heading = ""
    block: list[str] = []
    for line in [*_HYPHEN_BREAK.sub(r"\1\2", text).split("\n"), ""]:
        line = line.strip()
        heading_like = 8 <= len(line) <= 70 and line[0].isupper() and line[-1] not in ".,;:!?-"
        follows_end = not block or block[-1][-1:] in ".!?:"
        if heading_like and follows_end and sum(c.isalpha() for c in line) > 0.7 * len(line):
            yield from _pack("manifesto", path, "", heading, [" ".join(block)])
            heading, block = line, []
        elif line:
            block.append(line)
    yield from _pack("manifesto", path, "", heading, [" ".join(block)])


def load_decisions(path: Path) -> list[dict[str, str]]:
    """Read the Flemish decisions with their plain text under `body`."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [{**row, "body": plain(row["html"])} for row in rows]


def _read_decisions(path: Path) -> Iterator[Lesson]:
    """Give the decisions dated before 2022; the later ones are for measuring."""
    for row in load_decisions(path):
        if row["date"] < "2022" and len(row["body"]) >= 60:
            sentences = tuple(split_roughly(row["body"]))
            yield Lesson("decision", row["id"], plain(row["title"]), plain(row["short_title"]), sentences)


def _read_similar(folder: Path) -> Iterator[Lesson]:
    """Give the pairs of STSb-NL and SICK-NL (training splits only) that say about the same."""
    with (folder / "stsb-nl-train.csv").open(encoding="utf-8", newline="") as file:
        for number, (first, second, score) in enumerate(csv.reader(file)):
            if float(score) >= 4:
                yield Lesson("similar", f"stsb {number}", "", first, (second,))
    with (folder / "sick-nl.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            alike = row["entailment_label"] == "ENTAILMENT" and float(row["relatedness_score"]) >= 4
            if row["SemEval_set"] == "TRAIN" and alike:
                yield Lesson("similar", f"sick {row['pair_ID']}", "", row["sentence_A"], (row["sentence_B"],))
