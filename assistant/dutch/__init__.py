"""Dutch and Flemish: sentences, tokens, words, stems, compounds, variants."""

from assistant.dutch.analysis import (
    ANALYSER_VERSION,
    Features,
    analyse,
    analyse_word,
    content_stems,
    count_words,
    find_stems,
    list_tokens,
    list_words,
)
from assistant.dutch.compounds import split_compound
from assistant.dutch.joining import find_joined
from assistant.dutch.lexicon import Lexicon, load_lexicon
from assistant.dutch.sentences import split_sentences
from assistant.dutch.stems import stem
from assistant.dutch.stopwords import STOP_WORDS
from assistant.dutch.tokens import Token, fold, tokenize
from assistant.dutch.variants import Synonym, find_variants, find_ways

__all__ = [
    "ANALYSER_VERSION",
    "STOP_WORDS",
    "Features",
    "Lexicon",
    "Synonym",
    "Token",
    "analyse",
    "analyse_word",
    "content_stems",
    "count_words",
    "find_joined",
    "find_stems",
    "find_variants",
    "find_ways",
    "fold",
    "list_tokens",
    "list_words",
    "load_lexicon",
    "split_compound",
    "split_sentences",
    "stem",
    "tokenize",
]
