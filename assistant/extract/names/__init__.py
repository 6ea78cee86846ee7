"""Organisations and persons by name, with short forms, sorts and roles."""

from assistant.extract.names.finding import find_names

__all__ = ["find_names"]
