"""Of successive days the last one, unless what was to be at first is asked."""

import pytest

PONT = (
    "De vergunning van de pont, die eerst tot eind 2031 gold, werd een eerste keer verlengd tot eind 2033 en een tweede keer tot "
    "eind 2036."
)
BRUG = "De brug bij Kattendam, die oorspronkelijk in mei 2032 open zou gaan, is uitgesteld tot november 2032."
HAVEN = (
    "De looptijd van de havensubsidie is tweemaal verlengd: eerst van eind 2030 tot eind 2032 en daarna, bij besluit van de raad "
    "van 12 november 2032, tot en met 31 maart 2035."
)


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        ("Tot wanneer geldt de vergunning van de pont?", PONT, "tot eind 2036"),
        ("Wanneer gaat de brug bij Kattendam open?", BRUG, "tot november 2032"),
        ("Wanneer zou de brug bij Kattendam oorspronkelijk opengaan?", BRUG, "mei 2032"),
        ("Tot wanneer loopt de havensubsidie?", HAVEN, "tot en met 31 maart 2035"),
    ],
)
def test_a_day_that_came_instead_of_another_is_when_it_is(desk, question, text, short):
    unit = desk.best(question, text)

    assert unit is not None
    assert unit.short_text == short
