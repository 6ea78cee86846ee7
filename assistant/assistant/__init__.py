"""The composition root: `Assistant` answers, searches and gives the facts of one index."""

from assistant.assistant.root import Assistant

__all__ = ["Assistant"]
