"""The conversations of callers: kept in memory for a while, bounded, and each for one address only.

A conversation is what was asked and answered so far; it never changes. Every answer gives the id of the
conversation with that answer in it, so the same request gives the same bytes, whoever else asks. The id is
a keyed digest (HMAC-SHA-256, RFC 2104) of the caller and the turns: who does not have it cannot guess it,
and from another address it is refused. A caller may also send a name of its own; that names its latest turn.
Many people may share an address (an office, a proxy), so that over the network such a name must be long
enough not to be guessed, or met by chance: only this computer itself may use "1".
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from assistant.answer.conversation_turns import MOST_TURNS, Turn
from assistant.errors import UsageError

LIFETIME_S: Final = 3_600.0
"""How long a conversation is kept after it was last used."""
MOST_OF_ONE: Final = 500
"""Conversations kept for one address."""
MOST: Final = 5_000
"""Conversations kept in all: at 8 turns of 600 characters at most some 40 MB."""
OWN_NAME_CHARS: Final = 32
"""So long a name of its own is at least, from another computer: that of a UUID without its hyphens."""
_MARK: Final = "lw-"
_UNKNOWN: Final = (
    "Dit gesprek is er niet (meer): het is verlopen of hoort bij een andere computer. "
    "Stel de vraag opnieuw, zonder 'gesprek'."
)


@dataclass(slots=True)
class _Kept:
    turns: tuple[Turn, ...]
    until: float


_Key = tuple[str, str]


class Conversations:
    """What callers said before. Safe from several threads at once; nothing is written to disk."""

    def __init__(
        self,
        *,
        most: int = MOST,
        most_of_one: int = MOST_OF_ONE,
        lifetime_s: float = LIFETIME_S,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._most = most
        self._most_of_one = most_of_one
        self._lifetime_s = lifetime_s
        self._clock = clock
        self._secret = secrets.token_bytes(32)
        self._kept: OrderedDict[_Key, _Kept] = OrderedDict()
        self._owned: dict[str, OrderedDict[_Key, None]] = {}
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._kept)

    @staticmethod
    def check_name(name: str | None, *, local: bool) -> None:
        """Raise UsageError for a name that somebody else with the address of the caller could hit upon."""
        if name is None or local or name.startswith(_MARK) or len(name) >= OWN_NAME_CHARS:
            return
        raise UsageError(
            f"gesprek: een eigen kenmerk moet minstens {OWN_NAME_CHARS} tekens lang zijn en niet te raden, zoals "
            "een UUID, omdat anderen hetzelfde adres kunnen hebben. Of gebruik 'gesprek' uit het vorige antwoord.",
            "gesprek",
        )

    def find(self, owner: str, name: str | None) -> tuple[Turn, ...]:
        """Give the turns of a conversation of this caller; none for a new one.

        Raises UsageError for an id that this service gives out itself but not to this caller, or not any more.
        """
        if name is None:
            return ()
        key = (owner, name)
        with self._lock:
            self._drop_expired()
            kept = self._kept.get(key)
            if kept is not None:
                self._touch(key, kept)
                return kept.turns
        if name.startswith(_MARK):
            raise UsageError(_UNKNOWN, "gesprek")
        return ()

    def keep(self, owner: str, name: str | None, turns: tuple[Turn, ...]) -> str:
        """Keep the turns of a caller; give the name under which they go on: its own, or a new id."""
        turns = turns[-MOST_TURNS:]
        if name is None or name.startswith(_MARK):
            name = self._make_id(owner, turns)
        key = (owner, name)
        with self._lock:
            self._drop_expired()
            self._touch(key, _Kept(turns, 0.0))
            while len(self._owned[owner]) > self._most_of_one:
                self._drop(next(iter(self._owned[owner])))
            while len(self._kept) > self._most:
                self._drop(next(iter(self._kept)))
        return name

    def _make_id(self, owner: str, turns: tuple[Turn, ...]) -> str:
        said = repr((owner, [(turn.question, turn.kind, turn.short, turn.topic) for turn in turns]))
        digest = hmac.digest(self._secret, said.encode("utf-8", "surrogatepass"), hashlib.sha256)
        return _MARK + base64.urlsafe_b64encode(digest[:24]).decode("ascii")

    def _touch(self, key: _Key, kept: _Kept) -> None:
        kept.until = self._clock() + self._lifetime_s
        self._kept[key] = kept
        self._kept.move_to_end(key)
        owned = self._owned.setdefault(key[0], OrderedDict())
        owned[key] = None
        owned.move_to_end(key)

    def _drop(self, key: _Key) -> None:
        del self._kept[key]
        owned = self._owned[key[0]]
        del owned[key]
        if not owned:
            del self._owned[key[0]]

    def _drop_expired(self) -> None:
        """Let go of what was not used for too long; the least recently used stands first."""
        now = self._clock()
        while self._kept:
            key, kept = next(iter(self._kept.items()))
            if kept.until > now:
                return
            self._drop(key)
