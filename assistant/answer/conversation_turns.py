"""What is kept of a conversation, and what a follow-up can point at in it."""

from __future__ import annotations

from dataclasses import dataclass

MOST_TURNS = 8
"""Turns that are looked back over; what was said before them is out of mind."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A question as it was understood, what kind it was, and its short answer (None: none, or declined).

    `document` is the id of the document that was quoted first; `topic` what the conversation is about by then (None: not
    known, and read from the questions).
    """

    question: str
    kind: str
    short: str | None = None
    document: str | None = None
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class Antecedents:
    """What can be pointed at: the topic, the person, place and moment last given, the last answer and question.

    `group` is the body that was the last answer: what "hun" and "hen" speak of. `many` are those who were spoken of as
    many, `doing` those of them who can do something, `teller` what told something, `local` the thing without a name of
    the last question, `gist` all that it spoke of. `said` is all that was asked and answered, folded; `heard` the topic
    in its own words, while a mark stands for it.
    """

    topic: str
    person: str | None
    place: str | None
    moment: str | None
    answer: str | None
    asked: str
    group: str | None = None
    many: str | None = None
    doing: str | None = None
    local: str | None = None
    teller: str | None = None
    gist: str = ""
    said: str = ""
    heard: str = ""
