"""A number that is told by its parts: the part that the question names."""

import pytest

LOANS = (
    "In totaal kwamen 318 verzoeken binnen. Daarvan zijn er 203 toegekend, 81 afgewezen en 34 ingetrokken."
)
NOISE = "In 2034 kreeg de veerdienst 143 klachten: 67 over lawaai, 41 over stank en 35 over schade."
DEBTS = "Sinds de oprichting zijn 96 leningen verstrekt, waarvan er 38 geheel zijn afgelost."


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        ("Hoeveel verzoeken zijn afgewezen?", LOANS, "81"),
        ("Hoeveel verzoeken zijn toegekend?", LOANS, "203"),
        ("Hoeveel verzoeken kwamen binnen?", LOANS, "318 verzoeken"),
        ("Hoeveel klachten gingen over stank?", NOISE, "41"),
        ("Hoeveel klachten kreeg de veerdienst?", NOISE, "143 klachten"),
        ("Hoeveel leningen zijn geheel afgelost?", DEBTS, "38"),
    ],
)
def test_the_named_part_is_told_or_the_whole(desk, question, text, short):
    unit = desk.best(question, text)

    assert unit is not None
    assert unit.short_text == short
