"""Of those who did something in turn, the one of the time that is asked."""

import pytest

LEADER = "Programmaleider was van 2031 tot 2034 Gerda Nijland en daarna Stef Wolters."
BODY = "De uitvoering lag tot 1 januari 2034 bij de provincie zelf en daarna bij het Waterfonds, een stichting van Kleine Kernen."


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        ("Wie was programmaleider na 2034?", LEADER, "Stef Wolters"),
        ("Wie was programmaleider in 2032?", LEADER, "Gerda Nijland"),
        ("Wie is programmaleider?", LEADER, "Stef Wolters"),
        ("Bij wie lag de uitvoering na 1 januari 2034?", BODY, "het Waterfonds"),
    ],
)
def test_who_it_was_up_to_a_day_is_not_who_it_has_been_since(desk, question, text, short):
    unit = desk.best(question, text)

    assert unit is not None
    assert unit.short_text == short
