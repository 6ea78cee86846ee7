"""Facts and answers as files: lines of JSON, CSV, Excel workbooks and Parquet, the same bytes every time.

A form of file is one row of `FORMATS` and one function that writes it. Rows come one at a time and
are written as they come, so that memory does not grow with their number.
"""

from assistant.export.answers import answer_table, flatten_answer
from assistant.export.columns import Cell, Column, Table, fact_table, read_day
from assistant.export.formats import FORMATS, Format, write_export
from assistant.export.provenance import (
    Provenance,
    SourceRow,
    describe_filters,
    describe_kinds,
    describe_settings,
)
from assistant.export.rows import describe_document, describe_text
from assistant.export.target import replace_file

__all__ = [
    "FORMATS",
    "Cell",
    "Column",
    "Format",
    "Provenance",
    "SourceRow",
    "Table",
    "answer_table",
    "describe_document",
    "describe_filters",
    "describe_kinds",
    "describe_settings",
    "describe_text",
    "fact_table",
    "flatten_answer",
    "read_day",
    "replace_file",
    "write_export",
]
