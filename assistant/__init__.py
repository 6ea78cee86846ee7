"""Leeswijzer: cited answers from Dutch and Flemish policy documents, offline."""

__version__ = "0.17.0"
