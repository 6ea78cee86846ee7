"""Make the ONNX file of a model, once: `python -m assistant.embed.onnxexport FOLDER`.

Needs the extra `onnx`. The result is compared with what sentence-transformers gives, and thrown
away when it differs.
"""

from __future__ import annotations

import argparse
import os
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from assistant.embed.folder import ModelFolder, broken, explain, open_folder
from assistant.embed.onnxmodel import ONNX_FILE, OnnxModel
from assistant.embed.torchmodel import TorchModel
from assistant.errors import EncoderError, LeeswijzerError, MissingExtra

_OPSET = 17
"""ONNX operators of 2022, which every onnxruntime of the last years knows."""
_TRACED_TOKENS = 16
_MOST_DIFFERENT = 1e-4
_PROBES = (
    "Waterschap",
    "De gemeente verleent subsidie voor het isoleren van woningen.",
    "De Vlaamse Regering keurt het besluit goed, na advies van de Raad van State. " * 4,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the file, compare, tell; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m assistant.embed.onnxexport", description=__doc__)
    parser.add_argument("folder", type=Path, help="folder of a sentence-transformers model")
    given = parser.parse_args(arguments)
    try:
        path, difference = export(open_folder(str(given.folder)))
    except LeeswijzerError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(
        f"Gemaakt: {path} ({path.stat().st_size / 1e6:.0f} MB); grootste verschil {difference:.1e}\n"
    )
    return 0


def export(folder: ModelFolder) -> tuple[Path, float]:
    """Write `onnx/model.onnx` into the folder; give its path and how much the vectors differ at most.

    Raises EncoderError when the model cannot be written or the vectors differ, MissingExtra.
    """
    try:
        import onnx  # noqa: F401  torch writes with it
    except ImportError as exc:
        raise MissingExtra("onnx", "onnx") from exc
    target = folder.path / "onnx" / ONNX_FILE
    fresh = target.with_name(".new.onnx")
    target.parent.mkdir(exist_ok=True)
    try:
        _write(folder, fresh)
        fresh.replace(target)
        difference = _compare(folder)
    except EncoderError:
        target.unlink(missing_ok=True)
        raise
    # torch lets through whatever its parts raise.
    except Exception as exc:  # whatever the library finds wrong, the model is what is wrong
        raise broken(folder.name, f"het kan niet naar ONNX worden omgezet ({explain(exc)})") from exc
    finally:
        fresh.unlink(missing_ok=True)
    return target, difference


def _write(folder: ModelFolder, path: Path) -> None:
    os.environ["HF_HUB_OFFLINE"] = "1"
    import torch
    from transformers import AutoModel, AutoTokenizer
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]

    # The plain form of attention: the others do not all have an ONNX form.
    model = AutoModel.from_pretrained(
        folder.path, attn_implementation="eager", dtype=torch.float32, use_safetensors=True
    ).eval()
    cut = AutoTokenizer.from_pretrained(folder.path)(
        list(_PROBES), padding=True, truncation=True, max_length=_TRACED_TOKENS, return_tensors="pt"
    )
    names = list(cut.keys())

    class Tokens(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.inner = model

        def forward(self, *given: Any) -> Any:
            return self.inner(**dict(zip(names, given, strict=True))).last_hidden_state

    axes = {name: {0: "texts", 1: "tokens"} for name in (*names, "last_hidden_state")}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the tracer, about lengths; the comparison below is the check
        torch.onnx.export(
            Tokens().eval(),
            tuple(cut[name] for name in names),
            str(path),
            input_names=names,
            output_names=["last_hidden_state"],
            dynamic_axes=axes,
            opset_version=_OPSET,
            dynamo=False,
        )


def _compare(folder: ModelFolder) -> float:
    rows = []
    for runner in (TorchModel(folder), OnnxModel(folder)):
        found = runner.run(_PROBES, "")
        rows.append(found / np.linalg.norm(found, axis=1, keepdims=True))
    difference = float(np.abs(rows[0] - rows[1]).max())
    if not difference <= _MOST_DIFFERENT:
        raise EncoderError(
            f"De ONNX-vorm van '{folder.name}' geeft andere vectoren ({difference:.1e}) en is weggegooid."
        )
    return difference


if __name__ == "__main__":
    sys.exit(main())
