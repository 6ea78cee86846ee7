"""Dutch date expressions as EDTF with their first and last day."""

from assistant.extract.dates.finding import find_dates

__all__ = ["find_dates"]
