"""Search: a question in, ranked passages out."""

from assistant.search.question import Query, read_question, tidy
from assistant.search.ranking import search
from assistant.search.reranker import Reranker, make_reranker
from assistant.search.weights import DEFAULT_WEIGHTS, SearchWeights

__all__ = [
    "DEFAULT_WEIGHTS",
    "Query",
    "Reranker",
    "SearchWeights",
    "make_reranker",
    "read_question",
    "search",
    "tidy",
]
