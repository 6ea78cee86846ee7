"""Search: what is found, in which order, and what never happens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.embed import Encoder
from assistant.errors import UsageError
from assistant.index import Index, IndexEntry
from assistant.search import DEFAULT_WEIGHTS, SearchWeights, search
from assistant.types import Filters, Hit

Build = Callable[[Sequence[IndexEntry]], Index]
Entry = Callable[..., IndexEntry]

LEXICAL = DEFAULT_WEIGHTS.without("dense")

TEXTS = [
    "De provincie Noord-Brabant investeert 10,7 miljoen euro in waterstof.",
    "Het warmtenet in Breda krijgt een subsidie van 2 miljoen euro.",
    "De gemeenteraad van Tilburg vergadert over de begroting van 2020.",
    "De kmo krijgt een steunmaatregel voor digitalisering van het bedrijf.",
    "Het arbeidsmarktbeleid richt zich op technici en leraren.",
    "Op de arbeidsmarkt is een tekort aan verplegers.",
    "De High Tech Campus in Eindhoven groeit met drie gebouwen.",
    "Een campus met tech is nog geen high school.",
    "Schepen varen door het kanaal naar de haven van Gent.",
]


@pytest.fixture
def index(build: Build, entry: Entry) -> Index:
    return build([entry(f"{number}.txt", [text]) for number, text in enumerate(TEXTS)])


@pytest.fixture
def ask(index: Index, encoder: Encoder) -> Callable[..., list[int]]:
    """Give the numbers of the texts that are found."""

    def run(question: str, **options: object) -> list[int]:
        return [TEXTS.index(hit.passage.text) for hit in search(index, encoder, question, **options)]  # type: ignore[arg-type]

    return run


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Hoeveel investeert Brabant in waterstof?", 0),
        ("subsidies voor warmtenetten", 1),
        ("vergaderingen van gemeenteraden", 2),
        ("beleid voor de arbeidsmarkt", 4),
        ("10,7 miljoen", 0),
        ("GEMEENTERAAD TILBURG", 2),
        ("waterstf", 0),
    ],
)
def test_the_passage_that_says_it_comes_first(
    ask: Callable[..., list[int]], question: str, first: int
) -> None:
    assert ask(question)[0] == first


def test_a_dutch_word_finds_the_flemish_one(ask: Callable[..., list[int]]) -> None:
    assert ask("mkb", weights=LEXICAL)[0] == 3
    assert ask("mkb", weights=LEXICAL.without("variants")) == []


def test_another_way_to_say_it_counts_whether_or_not_other_names_do(ask: Callable[..., list[int]]) -> None:
    words = DEFAULT_WEIGHTS.only("stem")
    assert ask("gebrek", weights=words) == [5]
    assert ask("gebrek", weights=words.without("variants")) == [5]
    assert ask("gebrek", weights=words.without("ways")) == []


def test_a_compound_is_found_by_its_part_but_after_the_word_itself(ask: Callable[..., list[int]]) -> None:
    assert ask("arbeidsmarkt", weights=LEXICAL)[:2] == [5, 4]


def test_scores_fall_and_lie_between_0_and_1(index: Index, encoder: Encoder) -> None:
    hits = search(index, encoder, "subsidie van de provincie voor de campus")
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < hit.score <= 1 and 0 <= hit.lexical <= 1 and 0 <= hit.dense <= 1 for hit in hits)


def test_a_passage_with_all_words_of_the_question_scores_high(index: Index, encoder: Encoder) -> None:
    hit = search(index, encoder, TEXTS[6])[0]
    assert hit.passage.text == TEXTS[6]
    assert hit.dense == pytest.approx(1.0, abs=1e-3)
    assert hit.lexical > 0.6


def test_a_passage_with_half_of_the_question_scores_about_a_half(index: Index, encoder: Encoder) -> None:
    full = search(index, encoder, "warmtenet", weights=LEXICAL)[0].lexical
    half = search(index, encoder, "warmtenet zeppelin", weights=LEXICAL)[0].lexical
    assert half < 0.75 * full


def test_a_quoted_phrase_must_occur_as_it_stands(ask: Callable[..., list[int]]) -> None:
    assert ask('"high tech campus"') == [6]
    assert ask('"campus tech"') == []
    assert ask('"NOORD brabant" geld') == [0]


def test_an_excluded_word_does_not_occur(ask: Callable[..., list[int]]) -> None:
    assert 1 in ask("miljoen euro")
    assert 1 not in ask("miljoen euro -warmtenet")
    assert ask("-warmtenet") == []


@pytest.mark.parametrize("question", ["", "wat is het", "?!…", "🙂", '"de"', "\x00", "- - -"])
def test_a_question_without_content_finds_nothing(ask: Callable[..., list[int]], question: str) -> None:
    assert ask(question) == []


def test_words_that_no_passage_is_near_to_find_nothing(ask: Callable[..., list[int]]) -> None:
    assert ask("xqzw", weights=LEXICAL) == []


@pytest.mark.parametrize(("limit", "count"), [(0, 0), (-5, 0), (1, 1), (3, 3), (10**9, 9)])
def test_the_limit_holds_and_a_huge_one_is_no_harm(
    ask: Callable[..., list[int]], limit: int, count: int
) -> None:
    question = " ".join(TEXTS)
    assert len(ask(question, limit=limit)) == count


def test_filters_work_inside_the_search(
    index: Index, encoder: Encoder, ask: Callable[..., list[int]]
) -> None:
    assert ask("waterstof warmtenet", filters=Filters(documents=("5.txt", "1.txt")), limit=1) == [1]
    assert ask("waterstof", filters=Filters(since="2020")) == []
    with pytest.raises(UsageError, match=r"99\.txt"):
        ask("waterstof", filters=Filters(documents=("99.txt",)))


def test_a_filter_leaves_as_many_as_there_are(build: Build, entry: Entry, encoder: Encoder) -> None:
    many = [entry(f"m{number:03}.txt", [f"subsidie voor project {number}"]) for number in range(300)]
    few = [
        entry(f"z{number}.txt", [f"een subsidie voor iets anders, namelijk plan {number}"])
        for number in range(5)
    ]
    index = build([*many, *few])
    chosen = Filters(documents=tuple(f"z{number}.txt" for number in range(5)))
    for weights in (DEFAULT_WEIGHTS, LEXICAL, DEFAULT_WEIGHTS.only("dense")):
        hits = search(index, encoder, "subsidie voor project", filters=chosen, weights=weights)
        assert len(hits) == 5


def test_a_phrase_far_down_the_ranking_is_still_found(build: Build, entry: Entry, encoder: Encoder) -> None:
    many = [entry(f"{number:03}.txt", [f"subsidie regeling subsidie {number}"]) for number in range(900)]
    last = entry("zzz.txt", ["over een heel andere zaak, de regeling subsidie genaamd, gaat dit lange stuk"])
    index = build([*many, last])
    hits = search(index, encoder, '"regeling subsidie genaamd"')
    assert [hit.passage.document_id for hit in hits] == [last.document.id]


def test_equal_scores_are_ordered_by_passage_id(build: Build, entry: Entry, encoder: Encoder) -> None:
    index = build([entry(f"{number}.txt", [f"subsidie {number}"]) for number in range(20)])
    hits = search(index, encoder, "subsidie", weights=LEXICAL, limit=20)
    assert len({hit.score for hit in hits}) == 1
    assert [hit.passage.id for hit in hits] == sorted(hit.passage.id for hit in hits)


def test_fault_50_a_passage_that_is_repeated_does_not_fill_the_list(
    build: Build, entry: Entry, encoder: Encoder
) -> None:
    stuffed = [entry(f"spam{number}.txt", ["subsidie subsidie energie energie"]) for number in range(12)]
    real = [
        entry("echt1.txt", ["De subsidie voor energie bedraagt 2 miljoen euro per jaar."]),
        entry("echt2.txt", ["Wie energie bespaart, vraagt bij de gemeente subsidie aan."]),
    ]
    hits = search(build([*stuffed, *real]), encoder, "subsidie voor energie", limit=4)
    shown = [hit.passage.text for hit in hits]
    assert sum(text.startswith("subsidie subsidie") for text in shown) <= 2
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_sentences_that_differ_in_a_figure_are_both_shown(
    build: Build, entry: Entry, encoder: Encoder
) -> None:
    text = "In het verslagjaar {} ontving de regio een bijdrage van {} miljoen euro van het Rijk."
    index = build([entry("2019.txt", [text.format(2019, 10)]), entry("2020.txt", [text.format(2020, 12)])])
    hits = search(index, encoder, "bijdrage van het Rijk aan de regio", weights=LEXICAL)
    assert len({hit.score for hit in hits}) == 1


def test_words_that_stand_together_in_the_question_should_in_the_passage(
    build: Build, entry: Entry, encoder: Encoder
) -> None:
    near = "Vandaag sprak de minister van Landbouw met bezoekers, terwijl buiten de zon scheen."
    far = "Vandaag sprak de minister met bezoekers, terwijl buiten de zon de landbouw bescheen."
    index = build([entry("a.txt", [far]), entry("b.txt", [near])])
    hits = search(index, encoder, "minister van landbouw", weights=LEXICAL)
    assert [hit.passage.text for hit in hits] == [near, far]


def test_a_word_that_is_used_alike_stands_in_for_one_that_is_missing(
    build: Build, entry: Entry, encoder: Encoder
) -> None:
    alike, other = "Het gezin krijgt een vergoeding.", "Het gezin maakt een wandeling."
    index = build([entry("a.txt", [alike]), entry("b.txt", [other])])
    hard = DEFAULT_WEIGHTS.only("stem").without("variants")

    def ask(weights: SearchWeights) -> dict[str, float]:
        hits = search(index, encoder, "tegemoetkoming voor een gezin", weights=weights)
        return {hit.passage.text: hit.score for hit in hits}

    without, with_soft = ask(hard), ask(replace(hard, soft=0.2))
    assert without[alike] == without[other]
    assert with_soft[alike] > with_soft[other]


def test_what_stands_next_to_a_passage_helps_to_find_it(build: Build, entry: Entry, encoder: Encoder) -> None:
    answer = "De kosten van het gebouw bedragen twee miljoen euro."
    index = build(
        [
            entry("a.txt", [answer, "Het zwembad is in de zomer open."], title="A"),
            entry("b.txt", [answer, "De bibliotheek is in de zomer open."], title="B"),
        ]
    )
    for weights in (LEXICAL, DEFAULT_WEIGHTS.only("stem", "around")):
        first, second = search(index, encoder, "kosten bibliotheek", weights=weights, limit=2)
        assert {first.passage.text, second.passage.text} == {answer, "De bibliotheek is in de zomer open."}
        assert first.passage.document_id == second.passage.document_id


def test_the_last_passage_of_a_document_is_not_next_to_the_first_of_another(
    build: Build, entry: Entry, encoder: Encoder
) -> None:
    index = build([entry("a.txt", ["Het zwembad is open."]), entry("b.txt", ["De bibliotheek is open."])])
    hits = search(index, encoder, "zwembad", weights=DEFAULT_WEIGHTS.only("stem", "around"))
    assert [hit.passage.text for hit in hits] == ["Het zwembad is open."]


def test_the_headings_above_a_passage_help_to_find_it(build: Build, entry: Entry, encoder: Encoder) -> None:
    index = build(
        [
            entry("a.txt", ["De kosten bedragen twee miljoen."], title="Zwembad"),
            entry("b.txt", ["De kosten bedragen twee miljoen."], title="Bibliotheek"),
        ]
    )
    hits = search(index, encoder, "kosten bibliotheek", weights=LEXICAL)
    assert hits[0].passage.heading == ("Bibliotheek",)


def test_fault_41_ten_thousand_words_are_answered(ask: Callable[..., list[int]]) -> None:
    assert ask("warmtenet in Breda " * 3_500)[0] == 1


def test_fault_42_signs_of_query_languages_mean_nothing(ask: Callable[..., list[int]]) -> None:
    for question in (
        "warmtenet*",
        "title:warmtenet",
        "warmtenet~2 AND (",
        "warmtenet^9 || [a TO z]",
        "+warmtenet\\",
    ):
        assert ask(question)[0] == 1


def test_fault_57_threads_and_repeats_give_identical_hits(index: Index, encoder: Encoder) -> None:
    questions = ["subsidie van de provincie", "campus", "arbeidsmarkt en begroting"] * 16

    def run(question: str) -> list[Hit]:
        return search(index, encoder, question)

    once = [run(question) for question in questions]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(run, questions)) == once


def test_an_index_of_nothing_answers_nothing(build: Build, encoder: Encoder) -> None:
    assert search(build([]), encoder, "subsidie") == []


@pytest.mark.parametrize("value", [-0.1, float("nan"), float("inf")])
def test_fault_41_a_weight_that_is_no_number_is_refused(value: float) -> None:
    with pytest.raises(UsageError, match="dense"):
        SearchWeights(dense=value)


def test_all_weights_at_zero_are_refused() -> None:
    with pytest.raises(UsageError):
        DEFAULT_WEIGHTS.only()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(question=st.text(max_size=120), limit=st.integers(-3, 20))
def test_any_question_is_answered_twice_the_same(
    index: Index, encoder: Encoder, question: str, limit: int
) -> None:
    hits = search(index, encoder, question, limit=limit)
    assert hits == search(index, encoder, question, limit=limit)
    assert len(hits) <= max(0, limit)
    assert len({hit.passage.id for hit in hits}) == len(hits)


def test_fewer_hits_are_the_first_of_more_however_often_passages_repeat_each_other(
    build: Build, entry: Entry, encoder: Encoder
) -> None:
    said = [f"De subsidie voor laadpalen in {place} gaat door." for place in ("Gent", "Breda", "Aalst")]
    said += [f"Over {word} en een subsidie schrijft de raad van Tilburg vandaag." for word in "abcdefgh"]
    index = build([entry(f"{turn}-{n}.txt", [text]) for n, text in enumerate(said) for turn in range(6)])
    everything = search(index, encoder, "subsidie laadpalen", limit=60)
    assert len({hit.score for hit in everything}) > 5
    for limit in range(1, 15):
        assert search(index, encoder, "subsidie laadpalen", limit=limit) == everything[:limit]
