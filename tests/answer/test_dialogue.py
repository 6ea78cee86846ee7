"""Which blocks answer which written questions."""

from __future__ import annotations

from assistant.answer.dialogue import pair_answers
from assistant.types import BlockKind

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
