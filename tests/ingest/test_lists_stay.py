"""Lists, rows and rules in a plain text that recur as heads of pages do are content, and stay."""

from __future__ import annotations

import pytest

from assistant.ingest.plaincontents import drop_contents
from assistant.ingest.plainfurniture import drop_furniture

PLAIN = [
    f"De wethouder lichtte voorstel {chr(97 + place % 26)} toe en de raad stemde ermee in."
    for place in range(110)
]


def _listed(*lines: str) -> str:
    return "\n".join([*PLAIN, *lines])


@pytest.mark.parametrize(
    "lines",
    [
        [
            line
            for place in range(1, 25, 2)
            for line in (f"Lange Dijk {place}", "het plaatsen van een dakkapel aan de achterzijde")
        ],
        [f"Motie nummer {place} over de brug" for place in range(1, 20)],
        [f"Perceel Ede Noord {place} groot 300 m2" for place in range(1, 20)],
        [f"Zaal Rembrandt {place} is geschikt voor een vergadering" for place in range(1, 20)],
        [
            line
            for place in range(1, 15)
            for line in ("Vraag van de fractie " + str(place), "waarom de brug dicht is")
        ],
        ["Nee Nee", "Goed Goed", "Laag Laag", "Bora Bora", "tomtom"],
        ["Zonder hoofdelijke stemming wordt conform het voorstel besloten.", "Nee Nee", "Ja Ja", "Laag Laag"]
        * 12,
        [f"VOOR{end}" for end in ("STEL", "ZITTER", "RANG", "SCHOT", "LICHTING", "DEEL") for _ in range(60)],
        [
            f"COVID{end} namen toe in week {place}"
            for place in range(80)
            for end in ("tests", "zorg", "patiënten")
        ],
    ],
)
def test_nothing_is_left_out(lines: list[str]) -> None:
    text = _listed(*lines)
    assert drop_furniture(text) == (text, ())


def test_sentences_behind_the_contents_that_end_in_a_number_stay() -> None:
    body = [
        "De raad stelde het aantal leden van de nieuwe commissie vast op 45",
        "zodat elke wijk een eigen lid heeft. Het college wil in dit jaar ten minste 50",
        "woningen bouwen voor jonge gezinnen.",
    ]
    titles = ("Wonen in de wijk", "Water en klimaat", "Zorg", "Verkeer", "Groen", "Geld")
    entries = [f"{title} {4 * place + 3}" for place, title in enumerate(titles)]
    kept = "\n".join(drop_contents(["Inhoud", *entries, *body, *titles, *PLAIN], paged=True)[0])
    assert all(line in kept for line in body)
