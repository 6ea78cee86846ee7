"""E-mail messages taken apart: headers, the text that is shown, and what is attached.

The standard library parses them; messages that break its rules give what can be read of them.
"""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import policy
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from typing import TYPE_CHECKING

from assistant.errors import BrokenDocument, LockedDocument
from assistant.ingest.encoding import decode, normalise

if TYPE_CHECKING:
    import datetime

_MALFORMED = (AttributeError, IndexError, KeyError, LookupError, TypeError, ValueError)
"""What the parsers of headers raise for those that break the rules."""
_HEADERS = ("from", "to", "subject", "date", "received", "message-id", "cc", "sender")
_HEADER_CHARS = 10_000
"""Of a header no more is read: decoding takes time that grows with the square of its length."""
_DEEPEST = 50
_MOST_PARTS = 10_000
_SIGNED = ("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature")
_SEALED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted")
_ONE_BYTE = ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "iso-8859-15")
_BLANKS = re.compile(r"\s+")


@dataclass(slots=True)
class Letter:
    """A message: its parts in order, sorted into shown texts and attachments."""

    message: Message
    plain: list[Message] = field(default_factory=list)
    pages: list[Message] = field(default_factory=list)
    attached: list[Message] = field(default_factory=list)


def open_letter(raw: bytes, path: str) -> Letter:
    """Take a message apart. Raises BrokenDocument when it is none, LockedDocument when sealed."""
    try:
        message = email.message_from_bytes(raw.lstrip(b"\r\n \t"), policy=policy.compat32)
        letter = Letter(message)
        if not any(name in message for name in _HEADERS):
            raise BrokenDocument(path, "volgens de naam een e-mail (EML), maar het is iets anders")
        _sort(letter, message, 0)
    except RecursionError as exc:
        raise BrokenDocument(path, "de e-mail is dieper genest dan een echte e-mail") from exc
    except _MALFORMED as exc:
        raise BrokenDocument(path, "de e-mail is beschadigd") from exc
    if not (letter.plain or letter.pages) and _is_sealed(message):
        raise LockedDocument(path, "de e-mail is versleuteld; sla hem op zonder versleuteling")
    return letter


def _is_sealed(message: Message) -> bool:
    return any(part.get_content_type() in _SEALED for part in message.walk())


def _sort(letter: Letter, part: Message, depth: int) -> None:
    """Put a part, and those inside it, with the texts or with the attachments."""
    if depth > _DEEPEST:
        raise RecursionError
    kind = part.get_content_type()
    named = part.get_filename() is not None or part.get_content_disposition() == "attachment"
    if kind == "message/rfc822" or (named and not part.is_multipart()):
        _attach(letter, part, kind)
    elif part.is_multipart():
        _sort_parts(letter, part, kind, depth)
    elif kind == "text/plain":
        letter.plain.append(part)
    elif kind == "text/html":
        letter.pages.append(part)
    else:
        _attach(letter, part, kind)


def _sort_parts(letter: Letter, part: Message, kind: str, depth: int) -> None:
    inner = part.get_payload()
    parts = [entry for entry in inner if isinstance(entry, Message)] if isinstance(inner, list) else []
    if kind != "multipart/alternative":
        for entry in parts[:_MOST_PARTS]:
            _sort(letter, entry, depth + 1)
        return
    # Of several ways to show the same text, one counts.
    choice = Letter(letter.message)
    for entry in parts[:_MOST_PARTS]:
        _sort(choice, entry, depth + 1)
    letter.attached.extend(choice.attached)
    if _says_enough(choice):
        letter.plain.extend(choice.plain)
    else:
        letter.pages.extend(choice.pages)


def _says_enough(choice: Letter) -> bool:
    """Tell whether the plain text is the message, and not a line that says to look at the other."""
    if not choice.pages:
        return True
    plain = sum(len(_BLANKS.sub(" ", read_text(part)).strip()) for part in choice.plain)
    shown = sum(
        len(_BLANKS.sub(" ", re.sub(r"<style.*?</style>|<[^>]{0,500}>", " ", read_text(part), flags=re.S)))
        for part in choice.pages
    )
    return plain > 0 and 5 * plain >= shown


def _attach(letter: Letter, part: Message, kind: str) -> None:
    """Keep an attachment; signatures and pictures that stand in the text are none."""
    picture = kind.startswith("image/") and (
        part.get_content_disposition() != "attachment" or part.get("Content-ID") is not None
    )
    if kind not in _SIGNED and not picture and len(letter.attached) < _MOST_PARTS:
        letter.attached.append(part)


def read_text(part: Message) -> str:
    """Give the text of a part in its own character set, or in the one that it turns out to be."""
    payload = part.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    charset = (part.get_content_charset() or "").lower()
    if charset and charset not in _ONE_BYTE:
        try:
            return raw.decode(charset)
        except _MALFORMED:
            pass
    try:
        return decode(raw, "")[0] if raw else ""
    except BrokenDocument:
        return raw.decode("cp1252", errors="replace")


def read_header(message: Message, name: str) -> str:
    """Give a header in plain words; empty when there is none."""
    value = message.get(name)
    if value is None:
        return ""
    try:
        shown = str(make_header(decode_header(str(value)[:_HEADER_CHARS])))
    except _MALFORMED:
        shown = str(value)[:_HEADER_CHARS]
    return _BLANKS.sub(" ", normalise(shown.encode(errors="replace").decode())).strip()


def read_people(message: Message, name: str) -> Iterator[str]:
    """Give who stands in a header: a name with the address behind it."""
    try:
        found = getaddresses([str(value) for value in message.get_all(name, [])])
    except _MALFORMED:
        found = []
    for words, address in found:
        try:
            shown = str(make_header(decode_header(words[:_HEADER_CHARS])))
        except _MALFORMED:
            shown = words
        shown = _BLANKS.sub(" ", normalise(shown.encode(errors="replace").decode())).strip(" '\"")
        if shown and address and shown != address:
            yield f"{shown} <{address}>"
        elif shown or address:
            yield shown or address


def read_moment(message: Message) -> datetime.datetime | None:
    """Give when a message was sent, in its own time zone; None when it does not say so."""
    try:
        moment = parsedate_to_datetime(str(message.get("Date")))
    except _MALFORMED:
        return None
    return moment if 1980 < moment.year < 2100 else None
