"""The values that travel between the modules, in the order in which they are made.

`Document` -> `Passage` -> `Hit` -> `Answer`, and `Extract` beside them. Everything is frozen
and slotted, offsets are half-open in Unicode code points of `Document.text`, and one law holds
everywhere: `document.text[span.start:span.end]` is exactly the passage, the citation or the
extract. Ids are content hashes. Scores: higher is better.
"""

from assistant.types.answer import (
    Answer,
    Case,
    Citation,
    Completeness,
    Limit,
    Mention,
    Parts,
    Tally,
    Variant,
)
from assistant.types.blocks import Block, BlockKind, Blocks
from assistant.types.document import Document, DocumentKind, DocumentRecord, Passage
from assistant.types.fact import (
    ActionValue,
    AmountValue,
    DateValue,
    EventValue,
    Extract,
    ExtractKind,
    ExtractValue,
    OrganisationValue,
    PersonValue,
    RegionValue,
    ThemeValue,
)
from assistant.types.hit import Filters, Hit, Section, SectionKind
from assistant.types.layout import Box, Layout, Place, Word
from assistant.types.report import Failure, IngestReport, LastRun, Status, Trouble
from assistant.types.span import Span

__all__ = [
    "ActionValue",
    "AmountValue",
    "Answer",
    "Block",
    "BlockKind",
    "Blocks",
    "Box",
    "Case",
    "Citation",
    "Completeness",
    "DateValue",
    "Document",
    "DocumentKind",
    "DocumentRecord",
    "EventValue",
    "Extract",
    "ExtractKind",
    "ExtractValue",
    "Failure",
    "Filters",
    "Hit",
    "IngestReport",
    "LastRun",
    "Layout",
    "Limit",
    "Mention",
    "OrganisationValue",
    "Parts",
    "Passage",
    "PersonValue",
    "Place",
    "RegionValue",
    "Section",
    "SectionKind",
    "Span",
    "Status",
    "Tally",
    "ThemeValue",
    "Trouble",
    "Variant",
    "Word",
]
