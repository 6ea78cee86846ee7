"""What a model wants before a question and before a passage, when the user did not say.

The model's own `config_sentence_transformers.json` goes first; the families below are for models
that say it on their card only. Sources: the cards of intfloat/multilingual-e5-* and e5-*, clips/e5-*
(arXiv 2509.12340), Qwen/Qwen3-Embedding-*, Snowflake/snowflake-arctic-embed-*, BAAI/bge-*,
nomic-ai/nomic-embed-text-*, google/embeddinggemma-300m, mixedbread-ai/mxbai-embed-*.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prompts:
    """What is put before a question and before a passage; "" puts nothing."""

    query: str = ""
    passage: str = ""


NOTHING = Prompts()

_TASK = "Given a web search query, retrieve relevant passages that answer the query"
_REPRESENT = Prompts(query="Represent this sentence for searching relevant passages: ")

FAMILIES: tuple[tuple[str, Prompts], ...] = (
    (r"e5-(?:small|base|large|mistral)[\w.-]*instruct", Prompts(query=f"Instruct: {_TASK}\nQuery: ")),
    (r"\be5-(?:small|base|large)", Prompts("query: ", "passage: ")),
    (r"qwen3-embedding", Prompts(query=f"Instruct: {_TASK}\nQuery:")),
    (r"arctic-embed-[\w-]*v2", Prompts(query="query: ")),
    (r"arctic-embed", _REPRESENT),
    (r"nomic-embed-text", Prompts("search_query: ", "search_document: ")),
    (r"embeddinggemma", Prompts("task: search result | query: ", "title: none | text: ")),
    (r"bge-m3", NOTHING),
    (r"bge-(?:small|base|large)-en", _REPRESENT),
    (r"mxbai-embed", _REPRESENT),
    (r"minilm|mpnet|distiluse|potion|model2vec|\bm2v|gte-|static-similarity|static-retrieval", NOTHING),
)
"""Pattern in the lower-cased name of a model -> its prompts; the first that is found counts."""

_OWN_PASSAGE = ("document", "passage", "corpus")
"""Names of a passage's prompt, in the order in which sentence-transformers looks for them."""


def choose_prompts(
    query: str | None, passage: str | None, own: Mapping[str, str], names: tuple[str, ...]
) -> Prompts:
    """Give the prompts of a model that goes by `names`; what the user set (not None) goes before.

    `own` are the prompts that the model itself brings, by name of the task.
    """
    found = _find_own(own) or find_family(names) or NOTHING
    return Prompts(found.query if query is None else query, found.passage if passage is None else passage)


def find_family(names: tuple[str, ...]) -> Prompts | None:
    """Give the prompts of the family that one of the names belongs to; None for an unknown one."""
    for name in names:
        for pattern, prompts in FAMILIES:
            if re.search(pattern, name.lower().replace("_", "-")):
                return prompts
    return None


def _find_own(own: Mapping[str, str]) -> Prompts | None:
    """Give the model's own prompts; None when it has none: the library writes empty ones by itself."""
    passage = next((own[name] for name in _OWN_PASSAGE if own.get(name)), "")
    query = own.get("query") or ""
    return Prompts(query, passage) if query or passage else None
