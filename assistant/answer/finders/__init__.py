"""Finders of short answers, one module per sort of thing; `FINDERS` in `shorts.py` is the table."""
