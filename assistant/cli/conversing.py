"""A conversation in the terminal: `ask --chat`, or `ask` without a question."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from assistant.answer.conversation import make_turn
from assistant.answer.conversation_turns import MOST_TURNS, Turn
from assistant.assistant import Assistant
from assistant.cli.choosing import read_filters
from assistant.cli.printing import format_answer, show, warn
from assistant.config import Settings
from assistant.errors import QuestionError, UsageError
from assistant.wire import Antwoord

_PROMPT = "Vraag: "
_WELCOME = "Stel een vraag en vraag door, bijvoorbeeld: en in 2021? wie is dat? waarom? Een lege regel stopt."


def run_conversation(given: argparse.Namespace, settings: Settings, first: str) -> int:
    """Answer one question after the other, each in the light of those before; give the exit code.

    `first` is a question that was asked already, or empty. Without a terminal the questions are the
    lines of the input. A question that cannot be asked is told, and the conversation goes on.
    """
    if given.output is not None or given.batch is not None:
        raise UsageError("--chat gaat niet samen met --batch of -o.", "chat")
    turns: list[Turn] = []
    with Assistant.open(settings) as assistant:
        filters = read_filters(given, assistant.records(), settings.themes)
        for question in _read_questions(first):
            try:
                answer = assistant.ask(
                    question, filters=filters, limit=given.limit, turns=turns, suggest=True
                )
            except QuestionError as error:
                warn(str(error))
                continue
            turns = [*turns, make_turn(answer, turns)][-MOST_TURNS:]
            if given.json:
                show([Antwoord.from_answer(answer, assistant.document).to_json()])
            else:
                show([*format_answer(answer), ""])
            sys.stdout.flush()
    return 0


def _read_questions(first: str) -> Iterator[str]:
    """Yield the questions until an empty line or the end of the input."""
    asking = sys.stdin.isatty()
    if first.strip():
        yield first
    elif asking:
        show([_WELCOME])
    while True:
        try:
            line = input(_PROMPT) if asking else sys.stdin.readline()
        except EOFError:
            return
        if not line.strip():
            return
        yield line
