"""Which blocks answer which written questions."""

from __future__ import annotations

import random

from assistant.answer.dialogue import Questions, pair_answers
from assistant.types import BlockKind, Blocks

HEADING, PARAGRAPH = BlockKind.HEADING, BlockKind.PARAGRAPH


def test_an_answer_under_its_own_heading_belongs_to_the_questions_with_its_numbers() -> None:
    blocks = [
        (HEADING, "Vraag 1"),
        (PARAGRAPH, "Is de brug klaar?"),
        (HEADING, "Vraag 2 en 3"),
        (PARAGRAPH, "Wat kost de brug?"),
        (HEADING, "Antwoord 1"),
        (PARAGRAPH, "Ja."),
        (HEADING, "Antwoord op vragen 2 en 3"),
        (PARAGRAPH, "Drie miljoen euro."),
    ]
    assert pair_answers(blocks) == {5: (1,), 7: (3,)}


def test_an_answer_under_the_heading_of_the_question_belongs_to_it() -> None:
    blocks = [
        (HEADING, "Vraag 4"),
        (PARAGRAPH, "Komt er een regeling?"),
        (PARAGRAPH, "Antwoord: Nee."),
        (HEADING, "Ten slotte"),
        (PARAGRAPH, "Wij danken u."),
    ]
    assert pair_answers(blocks) == {2: (1,)}


def test_a_loose_question_is_answered_by_at_most_three_blocks_after_it() -> None:
    blocks = [(PARAGRAPH, "Waarom juist hier?"), *[(PARAGRAPH, f"Zin {number}.") for number in range(5)]]
    assert pair_answers(blocks) == {1: (0,), 2: (0,), 3: (0,)}


def test_the_questions_of_one_block_are_those_of_the_whole_document() -> None:
    chance = random.Random(1)
    lines = ("Waarom hier?", "Daarom.", "Een zin.", "Lang " * 100 + "?", "Inleiding", "Vraag 1", "Antwoord 1")
    for turn in range(300):
        known = lines[:5] if turn % 2 else lines
        blocks = [
            (HEADING if line[:5] in ("Inlei", "Vraag", "Antwo") else PARAGRAPH, line)
            for line in chance.choices(known, k=12)
        ]
        text = "\n".join(line for _, line in blocks)
        rows, start = [], 0
        for kind, line in blocks:
            rows.append((kind, start, start + len(line), 1))
            start += len(line) + 1
        headings = [place for place, (kind, _) in enumerate(blocks) if kind is HEADING]
        questions = Questions(Blocks.from_rows(rows), headings, text)
        found = {place: questions.get(place) for place in range(len(blocks)) if questions.get(place)}
        assert found == pair_answers(blocks)


def test_behind_the_last_block_no_question_is_answered() -> None:
    text = "Inleiding\nWaarom hier?"
    blocks = Blocks.from_rows([(HEADING, 0, 9, 1), (PARAGRAPH, 10, 22, 1)])
    assert Questions(blocks, [0], text).get(2) == ()
