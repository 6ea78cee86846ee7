"""A larger model that rereads the best passages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.config import Settings
from assistant.embed import Encoder
from assistant.errors import EncoderError
from assistant.index import Index, IndexEntry
from assistant.search import make_reranker, search

Build = Callable[[Sequence[IndexEntry]], Index]
Entry = Callable[..., IndexEntry]

TEXTS = [
    "De subsidie voor energie is 2 miljoen euro.",
    "De subsidie voor het warmtenet is verhoogd.",
    "Subsidie is er ook voor de bibliotheek in Breda en voor het zwembad.",
]


class LongestFirst:
    """Finds a passage better the longer it is."""

    name = "langste"

    def __init__(self, depth: int) -> None:
        self.depth = depth

    def score(self, question: str, texts: Sequence[str]) -> NDArray[np.float64]:
        return np.array([len(text) for text in texts], dtype=np.float64)


@pytest.fixture
def index(build: Build, entry: Entry) -> Index:
    return build([entry(f"{number}.txt", [text]) for number, text in enumerate(TEXTS)])


def test_no_setting_is_no_reranker() -> None:
    assert make_reranker(Settings()) is None
    assert make_reranker(Settings(reranker="map", reranker_passages=0)) is None


def test_the_reranker_gives_the_order_and_the_places_keep_their_scores(
    index: Index, encoder: Encoder
) -> None:
    plain = search(index, encoder, "subsidie voor energie")
    again = search(index, encoder, "subsidie voor energie", reranker=LongestFirst(50))
    assert [hit.passage.text for hit in again] == sorted(TEXTS, key=len, reverse=True)
    assert [hit.score for hit in again] == [hit.score for hit in plain]


def test_only_the_best_passages_are_reread(index: Index, encoder: Encoder) -> None:
    plain = search(index, encoder, "subsidie voor energie")
    again = search(index, encoder, "subsidie voor energie", reranker=LongestFirst(2))
    assert again[2].passage == plain[2].passage
    assert len(again[0].passage.text) >= len(again[1].passage.text)


def test_a_model_that_is_not_here_is_named_and_never_fetched() -> None:
    with pytest.raises(EncoderError, match="staat niet op deze computer"):
        make_reranker(Settings(reranker="niemand/bestaat-niet"))


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="kan niet geladen worden"):
        make_reranker(Settings(reranker=str(tmp_path)))


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a cross-encoder, one with three outcomes and a late-interaction model, tiny and with random weights."""
    torch = pytest.importorskip("torch")
    from sentence_transformers import MultiVectorEncoder
    from transformers import BertConfig, BertForSequenceClassification, BertModel, BertTokenizerFast

    folder = tmp_path_factory.mktemp("modellen")
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "subsidie", "energie", "warmtenet", "de", "voor"]
    (folder / "vocab.txt").write_text("\n".join(words), encoding="utf-8")
    tokenizer = BertTokenizerFast(vocab_file=str(folder / "vocab.txt"))
    shape = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 16}
    torch.manual_seed(4)
    for name, labels in (("kruis", 1), ("drie", 3)):
        config = BertConfig(vocab_size=len(words), num_labels=labels, **shape)
        BertForSequenceClassification(config).save_pretrained(folder / name)
        tokenizer.save_pretrained(folder / name)
    BertModel(BertConfig(vocab_size=len(words), **shape)).save_pretrained(folder / "kern")
    tokenizer.save_pretrained(folder / "kern")
    MultiVectorEncoder(str(folder / "kern")).save_pretrained(str(folder / "laat"))
    return folder


@pytest.mark.parametrize("kind", ["kruis", "laat"])
def test_a_model_in_a_folder_orders_the_hits_by_its_own_scores(
    models: Path, index: Index, encoder: Encoder, kind: str
) -> None:
    reranker = make_reranker(Settings(reranker=str(models / kind)))
    assert reranker is not None
    question = "subsidie voor energie"
    hits = search(index, encoder, question, reranker=reranker)
    scores = reranker.score(question, [hit.passage.text for hit in hits])
    assert len(hits) == len(TEXTS)
    assert scores.tolist() == pytest.approx(sorted(scores.tolist(), reverse=True), abs=1e-5)
    assert hits == search(index, encoder, question, reranker=reranker)


def test_a_model_with_several_outcomes_is_refused_with_advice(
    models: Path, index: Index, encoder: Encoder
) -> None:
    reranker = make_reranker(Settings(reranker=str(models / "drie")))
    with pytest.raises(EncoderError, match="één uitkomst"):
        search(index, encoder, "subsidie voor energie", reranker=reranker)
