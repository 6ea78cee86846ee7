"""The composition root: `Assistant` answers, searches and gives the facts of one index.

A process that goes on answering calls `settle_memory` once it has opened one.
"""

from assistant.assistant.memory import settle_memory
from assistant.assistant.root import Assistant

__all__ = ["Assistant", "settle_memory"]
