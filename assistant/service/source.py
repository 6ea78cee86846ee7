"""The one assistant behind all requests: opened when it is needed, renewed when the index is."""

from __future__ import annotations

import logging
from copy import copy
from threading import Lock

from assistant.assistant import Assistant, settle_memory
from assistant.config import Settings
from assistant.errors import UnusableIndex

logger = logging.getLogger("leeswijzer.service")


class Source:
    """Gives the assistant, and keeps serving the index it has when a newer one cannot be read."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._lock = Lock()
        self._assistant: Assistant | None = None

    def get(self) -> Assistant:
        """Give the assistant over the newest index.

        What is given stays with its own generation, so that a request that began before a new
        index came ends with the old one. Raises UnusableIndex or EncoderError as long as there
        is nothing to answer from; the next call tries again, so that a first ingest needs no
        restart.
        """
        with self._lock:
            if self._assistant is None:
                self._assistant = Assistant.open(self.settings)
                settle_memory()
            else:
                self._assistant = self._renew(self._assistant)
            return self._assistant

    def close(self) -> None:
        """Close the index."""
        with self._lock:
            if self._assistant is not None:
                self._assistant.close()
            self._assistant = None

    @staticmethod
    def _renew(assistant: Assistant) -> Assistant:
        """Give an assistant over a newer index that shares the encoder; else the same one."""
        newer = copy(assistant)
        try:
            if newer.refresh():
                logger.info("index %s geopend", newer.generation)
                return newer
        except UnusableIndex as error:
            name = type(error).__name__
            logger.warning("de nieuwe index is niet bruikbaar (%s); de vorige blijft staan", name)
        return assistant
