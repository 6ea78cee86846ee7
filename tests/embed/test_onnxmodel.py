"""A model in ONNX form gives the vectors of the same model run by torch, and says what it cannot do."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from assistant.config import Settings
from assistant.embed import Encoder, make_encoder
from assistant.embed import onnxexport as export_module
from assistant.embed.onnxexport import main as export_main
from assistant.errors import EncoderError, MissingExtra

TEXTS = ["De gemeente bouwt.", "", "een twee drie vier vijf zes " * 30, "wonen", "日本語 🎈"]


def make(folder: Path, backend: str) -> Encoder:
    return make_encoder(Settings(encoder=str(folder), backend=backend, query_prompt="query: "))


def test_both_backends_give_the_same_vectors(tiny_onnx: Path) -> None:
    ours, theirs = make(tiny_onnx, "onnx"), make(tiny_onnx, "torch")
    assert ours.dimension == theirs.dimension == 24
    np.testing.assert_allclose(ours.encode_passages(TEXTS), theirs.encode_passages(TEXTS), atol=1e-5)
    np.testing.assert_allclose(ours.encode_queries(TEXTS), theirs.encode_queries(TEXTS), atol=1e-5)
    assert ours.fingerprint != theirs.fingerprint


@pytest.mark.parametrize(
    "pooling",
    [
        {"pooling_mode": "cls"},
        {"pooling_mode": "mean"},
        {"pooling_mode": "lasttoken"},
        {"pooling_mode_cls_token": True, "pooling_mode_mean_tokens": False},
    ],
)
def test_the_pooling_of_the_folder_is_followed(
    tiny_onnx: Path, tmp_path: Path, pooling: dict[str, object]
) -> None:
    folder = tmp_path / "model"
    shutil.copytree(tiny_onnx, folder)
    (folder / "1_Pooling" / "config.json").write_text(
        json.dumps({"word_embedding_dimension": 24, **pooling}), encoding="utf-8"
    )
    np.testing.assert_allclose(
        make(folder, "onnx").encode_passages(TEXTS), make(folder, "torch").encode_passages(TEXTS), atol=1e-5
    )


def test_serving_in_this_form_imports_neither_torch_nor_transformers(tiny_onnx: Path) -> None:
    program = (
        "import sys\nfrom assistant.config import Settings\nfrom assistant.embed import make_encoder\n"
        f"make_encoder(Settings(encoder={str(tiny_onnx)!r}, backend='onnx')).encode_queries(['wonen'])\n"
        "print(sorted({'torch', 'transformers', 'sentence_transformers'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_model_without_the_file_tells_how_to_make_it_and_nothing_is_made(tiny_model: Path) -> None:
    with pytest.raises(EncoderError, match=r"onnx/model\.onnx.*assistant\.embed\.onnxexport") as caught:
        make(tiny_model, "onnx")
    assert "LEESWIJZER_BACKEND=torch" in str(caught.value)
    assert not (tiny_model / "onnx").exists()


def test_without_the_package_the_extra_is_named(tiny_onnx: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(MissingExtra, match=r"leeswijzer\[onnx\]"):
        make(tiny_onnx, "onnx")


def test_a_damaged_file_is_an_encoder_error(tiny_onnx: Path, tmp_path: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(tiny_onnx, folder)
    (folder / "onnx" / "model.onnx").write_bytes(b"geen onnx")
    with pytest.raises(EncoderError, match="kan niet geladen worden"):
        make(folder, "onnx")


def test_a_step_that_is_not_known_is_refused_by_name(tiny_onnx: Path, tmp_path: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(tiny_onnx, folder)
    modules = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
    modules.append({"idx": 9, "name": "9", "path": "9_Dense", "type": "sentence_transformers.models.Dense"})
    (folder / "modules.json").write_text(json.dumps(modules), encoding="utf-8")
    with pytest.raises(EncoderError, match="Dense"):
        make(folder, "onnx")


def test_the_command_says_what_it_made_and_what_differs(
    tiny_model: Path, tiny_onnx: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "model"
    shutil.copytree(tiny_model, folder)
    assert export_main([str(folder)]) == 0
    assert "Gemaakt: " in capsys.readouterr().out
    assert (folder / "onnx" / "model.onnx").is_file()
    assert export_main([str(tmp_path / "weg")]) == 1
    assert "staat niet op deze computer" in capsys.readouterr().err


def test_a_file_that_gives_other_vectors_is_thrown_away(
    tiny_model: Path, tiny_onnx: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "model"
    shutil.copytree(tiny_model, folder)
    monkeypatch.setattr(export_module, "_MOST_DIFFERENT", -1.0)
    with pytest.raises(EncoderError, match="andere vectoren"):
        export_module.export(export_module.open_folder(str(folder)))
    assert not list((folder / "onnx").iterdir())
