"""The HTTP service: `create_app` gives the application, `run_server` serves it."""

from __future__ import annotations

from assistant.service.application import create_app
from assistant.service.server import run_server

__all__ = ["create_app", "run_server"]
