"""Gold dialogues: follow-up questions, asked in their conversation, by themselves, and written out.

One JSON object a line: `id`, `set` (the collection that it is about), `split`, and `turns`: gold questions
(see `gold`), each with `resolved`, the question as it can be understood without the turns before it. The
turns after the first are counted: by themselves they show what the conversation adds, written out what
it could add at most. The first are counted apart: asked as a conversation begins, and behind a dialogue about
something else, where nothing of it may be carried over.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from assistant.answer.conversation import make_turn
from assistant.answer.conversation_turns import Turn
from assistant.errors import UsageError
from assistant.evaluate.adapters import Request
from assistant.evaluate.gold import SPLITS, GoldQuestion, read_question
from assistant.evaluate.metrics import Outcome, Row, judge, measure
from assistant.evaluate.results import Result
from assistant.evaluate.sources import SOURCES, find_documents
from assistant.evaluate.tables import format_failures
from assistant.types import Answer

NAME = "dialogues"
CONVERSATION, ALONE, WRITTEN_OUT = "conversation", "alone", "written-out"
OPENING, SWITCHED = "opening", "switched"
METHODS = (CONVERSATION, ALONE, WRITTEN_OUT, OPENING, SWITCHED)
WHOLE = "vervolgvragen"
"""Label of the row over all sets."""
_GOLD = Path(__file__).resolve().parent / "gold" / f"{NAME}.jsonl"


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Questions in the order in which they are asked, and each as it can be understood by itself."""

    id: str
    source: str
    split: str
    questions: tuple[GoldQuestion, ...]
    resolved: tuple[str, ...]


class Talker(Protocol):
    """Whatever answers a question in a conversation; `assistant.assistant.Assistant` does."""

    def ask(self, question: str, /, *, turns: Sequence[Turn] = ()) -> Answer:
        """Give one cited answer."""
        ...


def load_dialogues(path: Path = _GOLD) -> tuple[Dialogue, ...]:
    """Read the dialogues of a file. Raises UsageError, naming the line, for what is none."""
    dialogues = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        place = f"{path.name}, regel {number}"
        try:
            row = json.loads(line)
            name, source, split = str(row["id"]), str(row["set"]), str(row["split"])
            turns = [dict(turn) for turn in row["turns"]]
            resolved = tuple(str(turn.pop("resolved")) for turn in turns)
        except (ValueError, KeyError, TypeError) as exc:
            raise UsageError(f"{place}: dit is geen geldig gesprek ({exc}).", "gold") from exc
        if source not in SOURCES or split not in SPLITS or len(turns) < 2:
            raise UsageError(f"{place}: onbekende verzameling of deel, of geen vervolgvraag.", "gold")
        asked = (turn | {"id": f"{name}-{step}", "split": split} for step, turn in enumerate(turns, start=1))
        questions = tuple(read_question(json.dumps(turn), place, 0) for turn in asked)
        dialogues.append(Dialogue(name, source, split, questions, resolved))
    return tuple(dialogues)


def hold(talker: Talker, dialogue: Dialogue) -> tuple[list[Outcome], tuple[Turn, ...]]:
    """Ask the questions of a dialogue one after the other; give the verdict on each, and what was said."""
    turns: tuple[Turn, ...] = ()
    outcomes = []
    for question in dialogue.questions:
        answer = talker.ask(question.question, turns=turns)
        turns = (*turns, make_turn(answer, turns))
        outcomes.append(judge(question, answer))
    return outcomes, turns


def evaluate_dialogues(request: Request) -> tuple[Result, ...]:
    """Give a result for each way of asking, with a row over all sets and one for each set."""
    from assistant.evaluate.questions import open_over  # opens the encoder and the index

    found: dict[str, dict[str, list[Outcome]]] = {method: {} for method in METHODS}
    chosen = [item for item in load_dialogues() if request.split in (None, item.split)]
    for source in dict.fromkeys(dialogue.source for dialogue in chosen):
        if SOURCES[source].locate(request.shared) is None:
            request.write(f"{NAME}: {source} overgeslagen, want die teksten ontbreken.")
            continue
        with (
            find_documents(SOURCES[source], request.shared) as documents,
            open_over(documents, request.settings, request.write) as assistant,
        ):
            said: tuple[Turn, ...] = ()
            for dialogue in chosen:
                if dialogue.source != source:
                    continue
                before, first = said, dialogue.questions[0]
                held, said = hold(assistant, dialogue)
                later = list(zip(dialogue.questions, dialogue.resolved, strict=True))[1:]
                asked = {
                    CONVERSATION: held[1:],
                    ALONE: [judge(question, assistant.ask(question.question)) for question, _ in later],
                    WRITTEN_OUT: [judge(question, assistant.ask(resolved)) for question, resolved in later],
                }
                if before:
                    asked[OPENING] = held[:1]
                    asked[SWITCHED] = [judge(first, assistant.ask(first.question, turns=before))]
                for method, outcomes in asked.items():
                    found[method].setdefault(source, []).extend(outcomes)
    if request.failures:
        for line in format_failures([item for part in found[CONVERSATION].values() for item in part]):
            request.write(line)
    gold = hashlib.sha256(_GOLD.read_bytes()).hexdigest()[:12]
    described = (("encoder", Path(request.settings.encoder).name), ("gold", gold))
    return tuple(
        Result(NAME, method, _make_rows(found[method]), described, request.split)
        for method in METHODS
        if found[method]
    )


def _make_rows(found: dict[str, list[Outcome]]) -> tuple[Row, ...]:
    whole = [outcome for outcomes in found.values() for outcome in outcomes]
    return (measure(WHOLE, whole), *(measure(source, outcomes) for source, outcomes in found.items()))
