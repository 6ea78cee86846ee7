from __future__ import annotations

import socket
from pathlib import Path

import pytest

from assistant.config import Settings
from assistant.errors import TemplateError, UsageError
from assistant.service import run_server


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"poort {port} .* al in gebruik"):
            run_server(Settings(index=tmp_path), "127.0.0.1", port)


def test_an_address_of_another_machine_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="geen adres van deze computer"):
        run_server(Settings(index=tmp_path), "203.0.113.7", 0)


def test_wrong_templates_are_told_with_their_places_before_anything_is_served(tmp_path: Path) -> None:
    (tmp_path / "bedrag.j2").write_text("{% for zin in zinnen %}\n{{ zin.citaatt }}\n")
    (tmp_path / "woorden.toml").write_text("[u]\nuw = 'uw'\n", "utf-8")
    announced: list[str] = []
    with pytest.raises(TemplateError) as told:
        run_server(Settings(index=tmp_path, prompts=tmp_path), "127.0.0.1", 0, announce=announced.append)
    first, fault, last = str(told.value).splitlines()
    assert first == "De sjablonen zijn niet goed; de dienst is niet gestart."
    assert fault.startswith("  bedrag.j2, regel ")
    assert last.startswith("Kijk ze na met: leeswijzer check-templates ")
    assert announced == []
    with pytest.raises(TemplateError, match="bestaat niet"):
        run_server(Settings(index=tmp_path, prompts=tmp_path / "weg"), "127.0.0.1", 0)
