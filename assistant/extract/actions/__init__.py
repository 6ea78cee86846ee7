"""Actions (who does, did or will do what, and by when) and events (what happened when)."""

from assistant.extract.actions.finding import find_deeds

__all__ = ["find_deeds"]
