"""The model card that goes into the model's folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from assistant.embed.recipe.loop import Plan
from assistant.embed.recipe.measure import Figures

_CARD = """---
language: nl
library_name: sentence-transformers
pipeline_tag: sentence-similarity
license: eupl-1.2
tags:
- sentence-transformers
- static-embedding
- dutch
- policy
---

# leeswijzer-nl

A static embedding model for Dutch and Flemish policy texts: a text's vector is the mean of the
learned vectors of its word pieces, scaled to unit length. It was trained from nothing on two
processor cores, needs no accelerator, and ships inside Leeswijzer.

| | |
|---|---|
| vocabulary | {pieces:,} pieces (unigram), lower-cased, without accents, no mark for the place in a word |
| dimensions | {dimension} |
| weights | one byte a value and a float32 scale a piece (`embeddings` x `weights`), float32 when loaded |
| size | {megabytes:.1f} MB |
| longest text | no limit; every piece counts alike, so long texts blur: encode passages, not documents |

```python
from sentence_transformers import SentenceTransformer

model = SentenceTransformer("assistant/embed/model", local_files_only=True)  # 6.2 or newer
```

Leeswijzer itself reads the same files with tokenizers, safetensors and numpy alone
(`assistant.embed.make_encoder`), which gives the same vectors. There are no prompts. A text
without letters or digits has no direction: sentence-transformers gives zeros for it, Leeswijzer a
fixed unit vector.

## Training

`python -m assistant.embed.train --shared ../shared --out assistant/embed/model`

{lessons:,} passages, {steps} batches of about {batch:,} pairs, {minutes:.0f} minutes altogether on two shared
cores. In-batch contrast both ways (multiple negatives ranking), {scale:.0f} x cosine, Adam at {rate:g} with a
warm-up and a straight fall, weights averaged over the last part. Pairs: a heading or title against its
passage, a sentence or a handful of words against the passage it was taken from, a term against its
definition, a question against its answer, two sentences that say the same. Queries lose words and
are wrapped in question words at random. Everything is seeded, so the same texts, settings and
number of threads give the same model.

| texts | terms |
|---|---|
| Dutch policy rules and circulars (statengeneraal/laws-markdown), nine tenths | official, no copyright |
| Dutch acts and ministerial regulations (same), at most {laws} passages each | official, no copyright |
| election manifestos from {manifestos} on (WouterBakker/verkiezingsprogrammas) | published by the parties |
| algorithm framework of the Dutch government (MinBZK/Algoritmekader) | EUPL-1.2 |
| decisions of the Flemish Government dated before 2022 (datamindedbe/demo-elections2024-website) | MIT |
| STSb-NL (PhilipMay/stsb-multi-mt) and SICK-NL (gijswijnholds/sick_nl), training splits | terms of the STS benchmark; MIT |

No text of these is in the model's folder: only a list of word pieces and numbers. Kept out of
training, for measuring: one policy rule in ten (by the hash of its BWB number), every decision of
2022, the letters with parliamentary questions, and the other splits of the sentence pairs.

## Figures

nDCG@10 on the development sets, printed by the training command: plain BM25 over lower-cased
words (k1 1.5, b 0.75), this model alone, and the mean of both after scaling each to [0, 1] a query.

| set | queries | passages | words BM25 | this model | both |
|---|---|---|---|---|---|
{figures}

## Limits

- It knows the language of Dutch and Flemish administration; chat, slang and other languages hardly.
- Word order and negation are invisible to a mean: "wel" and "geen" subsidie are neighbours.
- Names and numbers that were never seen fall apart into pieces. Use it beside a lexical index, as
  Leeswijzer does, and not instead of one.
- Older texts carry the views of their time, manifestos those of their parties; nearness is no
  judgement.
"""


def write_card(
    figures: Sequence[Figures],
    plan: Plan,
    *,
    pieces: int,
    lessons: int,
    minutes: float,
    folder: Path,
    laws: int,
    manifestos: int,
) -> str:
    """Give the card of the model in `folder`, trained by `plan` on `lessons` passages."""
    rows = (
        f"| {row.name} | {row.queries} | {row.passages:,} "
        f"| {row.words:.3f} | {row.dense:.3f} | {row.fused:.3f} |"
        for row in figures
    )
    files = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return _CARD.format(
        pieces=pieces,
        dimension=plan.dimension,
        megabytes=files / 1e6,
        lessons=lessons,
        steps=plan.steps,
        batch=plan.batch,
        minutes=minutes,
        scale=plan.scale,
        rate=plan.rate,
        laws=laws,
        manifestos=manifestos,
        figures="\n".join(rows),
    )
