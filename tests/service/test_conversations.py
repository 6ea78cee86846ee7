"""Conversations over the wire, and what is done against abuse of them."""

from __future__ import annotations

import uuid
from concurrent.futures import ThreadPoolExecutor

import httpx2
import pytest

from assistant.answer.conversation_turns import MOST_TURNS, Turn
from assistant.errors import UsageError
from assistant.service.conversations import Conversations

QUESTION = "Hoeveel subsidie stelt de provincie beschikbaar voor laadpalen?"
ROUTE = "Wie opende de fietsroute tussen Reusel en Arendonk?"


def ask(client: httpx2.Client, question: str, conversation: object = None) -> httpx2.Response:
    body = {"vraag": question} | ({"gesprek": conversation} if conversation is not None else {})
    return client.post("/v1/antwoorden", json=body)


# -- over the wire ----------------------------------------------------------------------------


def test_a_follow_up_is_understood_with_the_answer_before(client: httpx2.Client) -> None:
    first = ask(client, ROUTE).json()
    assert "begrepen" not in first
    second = ask(client, "Hoeveel kostte die?", first["gesprek"]).json()
    assert second["vraag"] == "Hoeveel kostte die?"
    assert "fietsroute" in second["begrepen"]
    assert (second["beantwoord"], second["kort"]) == (True, "380.000 euro")


def test_without_the_conversation_the_follow_up_means_nothing(client: httpx2.Client) -> None:
    ask(client, ROUTE)
    assert "begrepen" not in ask(client, "Hoeveel kostte die?").json()


def test_a_name_of_ones_own_goes_on_from_its_last_answer(client: httpx2.Client) -> None:
    first = ask(client, ROUTE, "mijn gesprek").json()
    second = ask(client, "Hoeveel kostte die?", "mijn gesprek").json()
    assert (first["gesprek"], second["gesprek"]) == ("mijn gesprek", "mijn gesprek")
    assert second["kort"] == "380.000 euro"


def test_each_answer_stays_the_point_from_which_one_can_go_on(client: httpx2.Client) -> None:
    first = ask(client, ROUTE).json()
    once = ask(client, "Hoeveel kostte die?", first["gesprek"]).content
    ask(client, QUESTION, first["gesprek"])
    assert ask(client, "Hoeveel kostte die?", first["gesprek"]).content == once


def test_the_same_follow_up_from_eight_threads_gives_the_same_bytes(client: httpx2.Client) -> None:
    """Fault 57: the same request on 1 or 8 threads."""
    talk = ask(client, ROUTE).json()["gesprek"]
    alone = ask(client, "Hoeveel kostte die?", talk).content
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda _: ask(client, "Hoeveel kostte die?", talk).content, range(24)))
    assert set(together) == {alone}


@pytest.mark.parametrize(
    "conversation",
    [
        "",
        "a" * 101,
        7,
        [],
        ["a"],
        {"turns": []},
        [{"vraag": "a"}] * 10_000,
        "\ud800",
        "lw-",
        "lw-" + "A" * 32,
    ],
)
def test_an_odd_unknown_or_giant_conversation_is_refused(client: httpx2.Client, conversation: object) -> None:
    if conversation == "\ud800":
        body = b'{"vraag": "a", "gesprek": "\\ud800"}'
        response = client.post("/v1/antwoorden", content=body, headers={"Content-Type": "application/json"})
    else:
        response = ask(client, QUESTION, conversation)
    assert response.status_code == 400
    assert [error["veld"].partition(".")[0] for error in response.json()["errors"]] == ["gesprek"]


def test_a_stream_names_the_conversation_first(client: httpx2.Client) -> None:
    response = client.post("/v1/antwoorden", json={"vraag": ROUTE}, headers={"Accept": "text/event-stream"})
    assert ask(client, ROUTE).json()["gesprek"] in response.text.split("\n\n")[0]


def test_who_shares_an_address_cannot_hit_upon_the_name_of_another(client: httpx2.Client) -> None:
    """Behind a proxy all callers may have one address; what one of them names "1" another may name so too."""
    behind = {"X-Forwarded-For": "203.0.113.9"}
    for name in ("1", "gesprek", "a" * 31):
        refused = client.post("/v1/antwoorden", json={"vraag": ROUTE, "gesprek": name}, headers=behind)
        assert refused.status_code == 400
        assert [error["veld"] for error in refused.json()["errors"]] == ["gesprek"]
        assert "32 tekens" in refused.json()["detail"]
    own = str(uuid.UUID(int=7))
    for question, short in ((ROUTE, "Pieter Smulders"), ("Hoeveel kostte die?", "380.000 euro")):
        body = {"vraag": question, "gesprek": own}
        assert client.post("/v1/antwoorden", json=body, headers=behind).json()["kort"] == short
    given = client.post("/v1/antwoorden", json={"vraag": ROUTE}, headers=behind).json()["gesprek"]
    other = {"X-Forwarded-For": "203.0.113.10"}
    foreign = client.post("/v1/antwoorden", json={"vraag": "Wie?", "gesprek": given}, headers=other)
    assert foreign.status_code == 400
    assert "andere computer" in foreign.json()["detail"]


def test_a_long_conversation_goes_on_from_its_last_turns(client: httpx2.Client) -> None:
    """A giant history: only the last turns count."""
    talk = ask(client, ROUTE).json()["gesprek"]
    for _ in range(40):
        talk = ask(client, "Hoeveel kostte die?", talk).json()["gesprek"]
    assert ask(client, "Hoeveel kostte die?", talk).json()["kort"] == "380.000 euro"


# -- what is kept -----------------------------------------------------------------------------

TURN = Turn("Wie opende de brug?", "persoon", "Hanne Wolters")


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_an_id_means_nothing_from_another_address() -> None:
    kept = Conversations()
    name = kept.keep("10.0.0.1", None, (TURN,))
    assert kept.find("10.0.0.1", name) == (TURN,)
    with pytest.raises(UsageError, match="hoort bij een andere computer"):
        kept.find("10.0.0.2", name)


def test_the_same_name_of_two_callers_is_two_conversations() -> None:
    kept = Conversations()
    kept.keep("10.0.0.1", "1", (TURN,))
    assert kept.find("10.0.0.2", "1") == ()


def test_an_id_tells_nothing_and_differs_for_each_caller_and_service() -> None:
    one, other = Conversations(), Conversations()
    names = {one.keep("a", None, (TURN,)), one.keep("b", None, (TURN,)), other.keep("a", None, (TURN,))}
    assert len(names) == 3
    assert all(len(name) == 35 for name in names)


def test_the_same_conversation_of_one_caller_has_one_id() -> None:
    kept = Conversations()
    assert kept.keep("a", None, (TURN,)) == kept.keep("a", None, (TURN,))
    assert len(kept) == 1


def test_a_conversation_expires_when_it_is_not_used() -> None:
    clock = Clock()
    kept = Conversations(lifetime_s=60, clock=clock)
    name = kept.keep("a", None, (TURN,))
    own = kept.keep("a", "eigen", (TURN,))
    clock.now = 59
    assert kept.find("a", name) == (TURN,)
    clock.now = 118
    assert kept.find("a", name) == (TURN,)
    assert kept.find("a", own) == ()
    clock.now = 300
    with pytest.raises(UsageError):
        kept.find("a", name)
    assert len(kept) == 0


def test_one_caller_cannot_push_out_the_conversations_of_another() -> None:
    kept = Conversations(most=100, most_of_one=5)
    quiet = kept.keep("quiet", None, (TURN,))
    for number in range(1_000):
        kept.keep("loud", None, (Turn(f"Vraag {number}?", "bedrag"),))
    assert kept.find("quiet", quiet) == (TURN,)
    assert len(kept) == 6


def test_all_callers_together_are_bounded_and_the_oldest_go_first() -> None:
    kept = Conversations(most=3)
    names = [kept.keep(f"caller {number}", None, (TURN,)) for number in range(5)]
    assert len(kept) == 3
    assert kept.find("caller 4", names[4]) == (TURN,)
    with pytest.raises(UsageError):
        kept.find("caller 0", names[0])


def test_only_the_last_turns_are_kept() -> None:
    kept = Conversations()
    turns = tuple(Turn(f"Vraag {number}?", "bedrag") for number in range(50))
    assert kept.find("a", kept.keep("a", "eigen", turns)) == turns[-MOST_TURNS:]
