"""Of what one thing was changed to step by step, the step that holds when it is asked."""

import pytest

IN_ONE = (
    "Bij de start was het maximum van de steigersubsidie 50.000 euro; het werd op 1 januari 2033 verhoogd tot 60.000 euro en op "
    "1 januari 2034 tot 75.000 euro."
)
IN_NEXT = (
    "Het budget van het veerfonds bedroeg bij aanvang 24 miljoen euro. Het werd in 2031 verhoogd tot 28 miljoen euro en in 2033 "
    "tot 31 miljoen euro."
)
AHEAD = "De bijdrage voor het baggeren is 40.000 euro. Het wordt in 2036 verhoogd tot 45.000 euro."


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        ("Wat is het maximum van de steigersubsidie?", IN_ONE, "75.000 euro"),
        ("Wat was het maximum van de steigersubsidie in 2033?", IN_ONE, "60.000 euro"),
        ("Wat was het maximum van de steigersubsidie bij de start?", IN_ONE, "50.000 euro"),
        ("Hoe groot is het budget van het veerfonds?", IN_NEXT, "31 miljoen euro"),
        ("Hoe groot was het budget van het veerfonds in 2031?", IN_NEXT, "28 miljoen euro"),
        ("Hoe groot was het budget van het veerfonds bij aanvang?", IN_NEXT, "24 miljoen euro"),
        ("Hoeveel is de bijdrage voor het baggeren?", AHEAD, "40.000 euro"),
    ],
)
def test_the_last_step_holds_or_the_last_one_up_to_the_asked_year(desk, question, text, short):
    unit = desk.best(question, text)

    assert unit is not None
    assert unit.short_text == short


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        (
            "Hoeveel bedraagt de premie voor alleenstaanden?",
            "De premie is verhoogd tot 400 euro voor alleenstaanden en tot 600 euro voor gezinnen.",
            "400 euro",
        ),
        (
            "Hoeveel bedraagt de subsidie voor clubs?",
            "De subsidie voor clubs bedraagt 5.000 euro. Het bedrag is voor scholen verhoogd tot 7.000 euro.",
            "5.000 euro",
        ),
    ],
)
def test_values_of_several_things_are_no_steps(desk, question, text, short):
    best = desk.best(question, text)
    assert best is not None
    assert best.short_text == short
