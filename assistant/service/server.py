"""The server: one process on a free port, with limits for slow and idle callers."""

from __future__ import annotations

import errno
import logging
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import uvicorn

from assistant.answer.rehearsal import check_templates
from assistant.config import Settings
from assistant.errors import TemplateError, UsageError
from assistant.service.application import create_app

_EVERYWHERE = frozenset({"0.0.0.0", "::", ""})
_IDLE_TIMEOUT_S = 5
_MAX_CONNECTIONS = 2_000
_MOST_FAULTS = 10


def run_server(
    settings: Settings, host: str, port: int, *, announce: Callable[[str], None] = lambda address: None
) -> None:
    """Serve until interrupted; `announce` gets the address once the port is ours.

    Raises UsageError when the port is taken or the host is not an address of this machine, and
    TemplateError, with every fault, when the templates are not good: an answer without its numbers or without
    what contradicts it is worse than none.
    """
    _check_templates(settings.prompts)
    listener = _listen(host, port)
    everywhere = host in _EVERYWHERE
    names = {socket.gethostname()} if everywhere else {host}
    app = create_app(settings, hosts=names, any_address=everywhere)
    _log_to_stderr()
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_keep_alive=_IDLE_TIMEOUT_S,
        limit_concurrency=_MAX_CONNECTIONS,
        timeout_graceful_shutdown=10,
    )
    shown = "localhost" if everywhere else f"[{host}]" if ":" in host else host
    announce(f"http://{shown}:{listener.getsockname()[1]}/")
    uvicorn.Server(config).run(sockets=[listener])


def _check_templates(folder: Path | None) -> None:
    faults = check_templates(folder)
    if faults:
        lines = "\n".join(f"  {fault}" for fault in faults[:_MOST_FAULTS])
        more = f"\n  ... en nog {len(faults) - _MOST_FAULTS}" if len(faults) > _MOST_FAULTS else ""
        own = "leeswijzer check-templates" if folder is None else f"leeswijzer check-templates {folder}"
        raise TemplateError(
            f"De sjablonen zijn niet goed; de dienst is niet gestart.\n{lines}{more}\nKijk ze na met: {own}"
        )


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(_MAX_CONNECTIONS)
    except OverflowError as exc:
        listener.close()
        raise UsageError(f"Poort {port} bestaat niet; kies er een van 1 tot 65535.", "port") from exc
    except OSError as exc:
        listener.close()
        raise UsageError(
            f"Op {host}, poort {port} kan niet geluisterd worden: {_explain(exc)} "
            "Kies een andere met --port, bijvoorbeeld --port 8001.",
            "port",
        ) from exc
    return listener


def _explain(error: OSError) -> str:
    reasons = {
        errno.EADDRINUSE: "die poort is al in gebruik.",
        errno.EACCES: "voor die poort zijn meer rechten nodig.",
        errno.EADDRNOTAVAIL: "dat is geen adres van deze computer.",
    }
    return reasons.get(error.errno or 0, "dat adres is niet te gebruiken.")


def _log_to_stderr() -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    for name in ("leeswijzer", "uvicorn.error"):
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.propagate = False
        logger.setLevel(logging.INFO if name == "leeswijzer" else logging.WARNING)
