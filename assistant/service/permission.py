"""Who may change the documents: nobody, whoever can reach the service, or only this computer itself."""

from __future__ import annotations

import ipaddress
from typing import Final

from fastapi import Request

from assistant.config import Settings
from assistant.service.problems import Problem

_FORWARDED: Final = ("forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip")
"""What a proxy adds: behind one every caller seems to be the computer that the proxy runs on."""


def is_local(request: Request) -> bool:
    """Tell whether the caller is this computer itself, as far as can be seen."""
    if request.client is None or any(name in request.headers for name in _FORWARDED):
        return False
    try:
        address = ipaddress.ip_address(request.client.host)
    except ValueError:
        return False
    return (getattr(address, "ipv4_mapped", None) or address).is_loopback


def may_write(request: Request, settings: Settings) -> bool:
    """Tell whether this caller may add and remove documents."""
    return settings.uploads == "on" or (settings.uploads == "local" and is_local(request))


def require_writing(request: Request, settings: Settings) -> None:
    """Raise Problem 403 for a caller that may not add and remove documents."""
    if may_write(request, settings):
        return
    who = "kan hier niet" if settings.uploads == "off" else "kan alleen op de computer van de dienst zelf"
    raise Problem(
        403, f"Documenten toevoegen en verwijderen {who}. De beheerder bepaalt dat met LEESWIJZER_UPLOADS."
    )
