"""E-mail (EML) to blocks: who wrote to whom, the text, and earlier mail as quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from email.message import Message

from assistant.ingest.archive import MOST_MEMBER_BYTES, Member
from assistant.ingest.encoding import normalise
from assistant.ingest.html import load_html
from assistant.ingest.letters import Letter, open_letter, read_header, read_moment, read_people, read_text
from assistant.ingest.plain import read_plain
from assistant.ingest.reading import Draft, Reading
from assistant.types import BlockKind, Failure

_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
_PREFIX = re.compile(r"(?:(?:re|fw|fwd|antw|doorst|betr|tr|wg|aw)\s*(?:\[\d+\])?\s*:\s*)+", re.I)
_MOST_PEOPLE = 20
_PEOPLE = (("Van", "From"), ("Aan", "To"), ("Cc", "Cc"))
_EARLIER = re.compile(
    r"-{2,}\s*(?:oorspronkelijk bericht|original message|doorgestuurd bericht|forwarded message)|begin doorgestuurd bericht"
    r"|(?:van|from|de)\s*:.{1,200}?(?:verzonden|sent|datum|date|envoyé)\s*:",
    re.I | re.S,
)
_WROTE = re.compile(r"(?:op|on)\s.{4,120}?(?:schreef|wrote|het volgende geschreven).{0,120}:$", re.I | re.S)
_HEADED = re.compile(r"(?:van|from)\s*:\s*\S", re.I)
_SENT = re.compile(r"\s*(?:verzonden|sent|datum|date)\s*:", re.I)
_MARK = re.compile(r"(?:>\s?)+")
_DEBRIS = re.compile(
    r"(?:verzonden|verstuurd|gestuurd|sent) (?:vanaf|van|from|met) (?:mijn|my|outlook|samsung|een mobiel)\b.{0,80}"
    r"|(?:denk|please consider).{0,40}(?:milieu|environment).{0,120}"
    r"|(?:dit (?:e-mail)?bericht|deze e-?mail|this (?:e-?mail|message)).{0,200}?(?:vertrouwelijk|confidential|uitsluitend bestemd|niet voor u"
    r" bestemd|intended (?:only|solely)|disclaimer).{0,3000}"
    r"|(?:u ontvangt niet vaak e-mail van|let op: deze e-mail komt van buiten|caution: this email originated).{0,400}",
    re.I | re.S,
)
_SUFFIXES = {
    "application/pdf": ".pdf", "text/plain": ".txt", "text/html": ".html", "text/csv": ".csv", "message/rfc822": ".eml",
    "application/zip": ".zip", "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
}  # fmt: skip
_UNSAFE = re.compile(r"[\x00-\x1f\x7f]+")


def load_mail(raw: bytes, path: str) -> Reading:
    """Give the blocks of an e-mail; attachments are members of it. Raises BrokenDocument, LockedDocument."""
    letter = open_letter(raw, path)
    subject = _PREFIX.sub("", read_header(letter.message, "Subject")).strip()
    moment = read_moment(letter.message)
    drafts = [Draft(BlockKind.HEADING, subject, 1)] if subject else []
    drafts.extend(_read_head(letter.message))
    drafts.extend(_mark_earlier(list(_read_body(letter, path))))
    date = moment.date().isoformat() if moment else None
    return Reading(
        tuple(drafts),
        title=subject or None,
        date=date,
        date_source="mail" if date else None,
        author=next(iter(read_people(letter.message, "From")), None),
    )


def _read_head(message: Message) -> Iterator[Draft]:
    for label, name in _PEOPLE:
        people = list(read_people(message, name))
        if people:
            more = f" en nog {len(people) - _MOST_PEOPLE}" if len(people) > _MOST_PEOPLE else ""
            yield Draft(BlockKind.PARAGRAPH, f"{label}: {'; '.join(people[:_MOST_PEOPLE])}{more}")
    if (moment := read_moment(message)) is not None:
        words = (
            f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}, {moment.hour}.{moment.minute:02d} uur"
        )
        yield Draft(BlockKind.PARAGRAPH, f"Datum: {words}")


def _read_body(letter: Letter, path: str) -> Iterator[Draft]:
    for part in letter.plain:
        text = normalise(_unfold(part, read_text(part)))
        for quoted, lines in _split_quoted(text.split("\n")):
            for draft in read_plain("\n".join(lines)):
                if quoted and draft.kind is not BlockKind.ROW:
                    draft = draft.become(BlockKind.QUOTE)
                elif draft.kind is BlockKind.HEADING:
                    draft = draft.become(BlockKind.PARAGRAPH)
                yield draft
    for part in letter.pages:
        yield from load_html(read_text(part).encode(errors="replace"), path).drafts


def _unfold(part: Message, text: str) -> str:
    """Join lines that were cut to be sent (RFC 3676: such a line ends with a blank)."""
    if str(part.get_param("format", "")).lower() != "flowed":
        return text
    joined: list[str] = []
    runs_on = False
    for line in text.replace("\r\n", "\n").split("\n"):
        found = _MARK.match(line)
        depth, words = (
            (found.group().count(">"), line[found.end() :]) if found else (0, line.removeprefix(" "))
        )
        before = _MARK.match(joined[-1]) if joined else None
        same = depth == (before.group().count(">") if before else 0)
        if runs_on and same and words != "-- ":
            joined[-1] += words
        else:
            joined.append("> " * depth + words)
        runs_on = words.endswith(" ") and words != "-- "
    return "\n".join(joined)


def _split_quoted(lines: Sequence[str]) -> Iterator[tuple[bool, list[str]]]:
    """Give the lines in runs that are quoted (">") or not, without the marks."""
    run: list[str] = []
    quoted = False
    for line in lines:
        found = _MARK.match(line)
        if bool(found) != quoted and line.strip():
            if run:
                yield quoted, run
            run, quoted = [], bool(found)
        if _begins_earlier(line) and run:
            yield quoted, run
            run = []
        run.append(line[found.end() :] if found else line)
    if run:
        yield quoted, run


def _begins_earlier(line: str) -> bool:
    """Tell whether a line opens an earlier mail, and so is no part of the paragraph above it."""
    return any(pattern.match(line) for pattern in (_EARLIER, _WROTE, _HEADED))


def _mark_earlier(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Give the blocks with those of an earlier mail as quotations, and without closing debris."""
    earlier = False
    last = max((place for place, draft in enumerate(drafts) if draft.kind is BlockKind.QUOTE), default=-1)
    for place, draft in enumerate(drafts):
        following = drafts[place + 1].text if place + 1 < len(drafts) else ""
        opened = _HEADED.match(draft.text) and _SENT.match(following)
        wrote = _WROTE.match(draft.text) is not None
        # Behind "... schreef:" everything is earlier mail, unless its lines are marked themselves.
        earlier = earlier or bool(_EARLIER.match(draft.text) or opened) or (wrote and last < place)
        if _DEBRIS.fullmatch(draft.text):
            continue
        quoted = (earlier or wrote) and draft.kind is not BlockKind.ROW
        yield draft.become(BlockKind.QUOTE) if quoted else draft


def open_mail(raw: bytes, path: str) -> Iterator[Member | Failure]:
    """Give the attachments of an e-mail, those without a name under a number.

    A message that is attached is an e-mail of its own. Raises BrokenDocument, LockedDocument.
    """
    taken: set[str] = set()
    for number, part in enumerate(open_letter(raw, path).attached, start=1):
        name = _find_name(part, number, taken)
        content = _read_content(part)
        if content is None:
            yield Failure(f"{path}/{name}", "deze bijlage is beschadigd")
        elif len(content) > MOST_MEMBER_BYTES:
            yield Failure(f"{path}/{name}", f"deze bijlage is groter dan {MOST_MEMBER_BYTES // 10**6} MB")
        else:
            yield Member(name, content)


def _find_name(part: Message, number: int, taken: set[str]) -> str:
    """Give a safe name of its own to an attachment."""
    try:
        told = part.get_filename() or ""
    except (LookupError, TypeError, ValueError):
        told = ""
    shown = normalise(told.encode(errors="replace").decode()).replace("\\", "/").rsplit("/", 1)[-1]
    name = _UNSAFE.sub(" ", shown).strip(" .")
    if not name:
        kind = part.get_content_type()
        stem = "bericht" if kind == "message/rfc822" else "bijlage"
        name = f"{stem}-{number}{_SUFFIXES.get(kind, '')}"
    elif part.get_content_type() == "message/rfc822" and not name.lower().endswith(".eml"):
        name += ".eml"
    if name in taken:
        stem, dot, suffix = name.rpartition(".")
        name = f"{stem} ({number}).{suffix}" if dot else f"{name} ({number})"
    taken.add(name)
    return name


def _read_content(part: Message) -> bytes | None:
    try:
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload()
            first = inner[0] if isinstance(inner, list) and inner else None
            return first.as_bytes() if isinstance(first, Message) else None
        content = part.get_payload(decode=True)
    except (AttributeError, KeyError, LookupError, TypeError, ValueError, RecursionError):
        return None
    return content if isinstance(content, bytes) else None
