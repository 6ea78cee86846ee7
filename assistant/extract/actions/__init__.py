"""Actions: who does, did or will do what, and by when."""

from assistant.extract.actions.finding import find_actions

__all__ = ["find_actions"]
