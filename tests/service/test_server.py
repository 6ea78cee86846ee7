from __future__ import annotations

import socket
from pathlib import Path

import pytest

from assistant.config import Settings
from assistant.errors import UsageError
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
