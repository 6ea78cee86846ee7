"""Which documents are copies of each other, and which are versions of the same one.

A copy has the same words as another, or is the same document in another format. A version has
the same title, much the same text, and another date or mark ("concept", "versie 2"). Reports of
different periods are different documents, and so are letters made from one template.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from pathlib import PurePosixPath
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from assistant.ingest.edition import Edition, read_edition
from assistant.ingest.signature import Signature, read_signature
from assistant.types import Document, DocumentKind, DocumentRecord

_Known = TypeVar("_Known", Document, DocumentRecord)

_BAND = 3
"""Least hashes that must be equal for two texts to be compared: 99% of the pairs that share half are."""
_CROWD = 30
"""In a larger group only neighbours by title are compared, so that a template costs no quadratic time."""
_COPY_SHARE, _COPY_WORDS = 0.85, 100
_SAME_WORDS = 30
"""A text of fewer words may come twice by chance ("Zie bijlage")."""
_LENGTHS = 0.9
_ALIKE_SHARE = 0.9
_VERSION_SHARE, _UNMARKED_SHARE = 0.5, 0.6
_VERSION_MONTHS = 9
"""Without a mark, a text of the same title that is a year younger is the next one, not a version."""
_VERSION_WORDS, _UNKNOWN_WORDS = 300, 1_000
_SINGLE = frozenset(
    (
        DocumentKind.LETTER,
        DocumentKind.MINUTES,
        DocumentKind.DECISION,
        DocumentKind.NEWS,
        DocumentKind.QUESTIONS,
    )
)
"""Kinds of which each one has its own date: only a mark makes two of the same date versions."""
_OLDER, _NEWEST, _ALIKE = (
    "oudere versie; de nieuwste is ",
    "nieuwste versie; ouder is ",
    "bijna dezelfde tekst als ",
)


@dataclass(frozen=True, slots=True)
class Kin:
    """What documents are to each other, by id.

    `copies` gives for a copy the document that stands for it, `versions` for an older version the
    newest one. `notices` are what a user should know, in Dutch; copies have none.
    """

    copies: Mapping[str, str]
    versions: Mapping[str, str]
    notices: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Candidate:
    record: DocumentRecord
    edition: Edition
    signature: Signature


def find_kin(records: Iterable[DocumentRecord]) -> Kin:
    """Find copies and versions among all documents of an index; the order does not matter.

    Documents without a signature are left alone.
    """
    items = [
        _Candidate(record, read_edition(record), signature)
        for record in sorted(records, key=_by_path)
        if (signature := read_signature(record.signature)) is not None
    ]
    copies = _find_copies(items)
    own = [item for item in items if item.record.id not in copies]
    pairs = list(_compare_candidates(own))
    converted = _settle([(one, other) for one, other, share in pairs if _is_converted(one, other, share)])
    copies = {copy: converted.get(document, document) for copy, document in copies.items()} | converted
    left = [
        (one, other, share)
        for one, other, share in pairs
        if not {one.record.id, other.record.id} & set(copies)
    ]
    versions = _find_versions(left)
    return Kin(copies, versions, _write_notices(items, left, versions))


def mark_kin(item: _Known, kin: Kin) -> _Known:
    """Give a document or record with what it is to the others; what was noted before goes."""
    ours = (_OLDER, _NEWEST, _ALIKE)
    others = tuple(notice for notice in item.notices if not notice.startswith(ours))
    notices = others + kin.notices.get(item.id, ())
    return replace(item, notices=notices, version_of=kin.versions.get(item.id))


def _by_path(record: DocumentRecord) -> str:
    return record.path


def _find_copies(items: Sequence[_Candidate]) -> dict[str, str]:
    """Find the documents with the same words in the same order."""
    groups: defaultdict[bytes, list[_Candidate]] = defaultdict(list)
    for item in items:
        if item.signature.words >= _SAME_WORDS:
            groups[item.signature.whole].append(item)
    copies: dict[str, str] = {}
    for group in groups.values():
        standing: list[_Candidate] = []
        for item in sorted(group, key=_by_standing):
            original = next((one for one in standing if _agree_on_date(one, item)), None)
            if original is None:
                standing.append(item)
            else:
                copies[item.record.id] = original.record.id
    return copies


def _by_standing(item: _Candidate) -> tuple[bool, bool, str]:
    """Order documents by which of two equal ones stays: a file of its own, with pages, by path."""
    record = item.record
    return record.container is not None, not record.pages, record.path


def _agree_on_date(one: _Candidate, other: _Candidate) -> bool:
    """Tell whether two documents may have the same date; one from file metadata says little."""
    dates = [item.record.date for item in (one, other) if item.record.date_source != "metadata"]
    known = [date for date in dates if date]
    return len(known) < 2 or known[0].startswith(known[1]) or known[1].startswith(known[0])


def _is_converted(one: _Candidate, other: _Candidate, share: float) -> bool:
    """Tell whether two files are one document in two formats: all names and numbers are equal."""
    counts = sorted((one.signature.words, other.signature.words))
    return (
        share >= _COPY_SHARE
        and one.signature.telling == other.signature.telling
        and _suffix(one) != _suffix(other)
        and counts[0] >= max(_COPY_WORDS, _LENGTHS * counts[1])
        and one.edition.mark == other.edition.mark
        and _agree_on_date(one, other)
    )


def _suffix(item: _Candidate) -> str:
    return PurePosixPath(item.record.path).suffix.lower()


def _settle(pairs: Iterable[tuple[_Candidate, _Candidate]]) -> dict[str, str]:
    """Give for every document that goes the one of its pair that stays."""
    copies: dict[str, str] = {}
    ordered = [sorted(pair, key=_by_standing) for pair in pairs]
    for stays, goes in sorted(ordered, key=lambda pair: [_by_standing(item) for item in pair]):
        if stays.record.id not in copies:
            copies.setdefault(goes.record.id, stays.record.id)
    return copies


def _compare_candidates(items: Sequence[_Candidate]) -> Iterator[tuple[_Candidate, _Candidate, float]]:
    """Give the pairs that may share half of their text with the share, in order of path."""
    if len(items) < 2:
        return
    least = np.stack([item.signature.least for item in items])
    pairs = np.array(sorted(_find_pairs(least, items)), dtype=np.int64).reshape(-1, 2)
    for start in range(0, len(pairs), 10_000):
        part = pairs[start : start + 10_000]
        shares = (least[part[:, 0]] == least[part[:, 1]]).mean(axis=1)
        for (one, other), share in zip(part.tolist(), shares.tolist(), strict=True):
            if share >= _VERSION_SHARE:
                yield items[one], items[other], share


def _find_pairs(least: NDArray[np.uint32], items: Sequence[_Candidate]) -> set[tuple[int, int]]:
    """Give the places of items with a band of least hashes in common."""
    pairs: set[tuple[int, int]] = set()
    for start in range(0, least.shape[1] - _BAND + 1, _BAND):
        _, group_of, counts = np.unique(
            least[:, start : start + _BAND], axis=0, return_inverse=True, return_counts=True
        )
        group_of = group_of.reshape(-1)
        order = np.argsort(group_of, kind="stable")
        for members in np.split(order, np.cumsum(counts)[:-1]):
            if len(members) > _CROWD:
                by_title = sorted(
                    members.tolist(), key=lambda place: (sorted(items[place].edition.words), place)
                )
                pairs.update((min(pair), max(pair)) for pair in pairwise(by_title))
            elif len(members) > 1:
                pairs.update(combinations(members.tolist(), 2))
    return pairs


def _find_versions(pairs: Sequence[tuple[_Candidate, _Candidate, float]]) -> dict[str, str]:
    """Give for each older version the newest one that it is a version of."""
    newer: dict[str, _Candidate] = {}
    by_id: dict[str, _Candidate] = {}
    for one, other, share in pairs:
        if _are_versions(one, other, share):
            old, new = sorted((one, other), key=lambda item: item.edition.order)
            best = newer.get(old.record.id)
            if best is None or best.edition.order < new.edition.order:
                newer[old.record.id] = new
            by_id[old.record.id] = old
    versions: dict[str, str] = {}
    for document, new in newer.items():
        # The first and the third version may share little: the second leads from the one to the other.
        while (further := newer.get(new.record.id)) and _may_be_versions(by_id[document], further):
            new = further
        versions[document] = new.record.id
    return versions


def _are_versions(one: _Candidate, other: _Candidate, share: float) -> bool:
    if not _may_be_versions(one, other):
        return False
    if one.edition.mark != other.edition.mark:
        return True
    words = min(one.signature.words, other.signature.words)
    least = _UNKNOWN_WORDS if one.record.kind is None else _VERSION_WORDS
    return share >= _UNMARKED_SHARE and words >= least


def _may_be_versions(one: _Candidate, other: _Candidate) -> bool:
    """Tell whether what is known of two documents allows that one is a version of the other."""
    first, second = one.record, other.record
    if one.edition.words != other.edition.words or one.edition.order == other.edition.order:
        return False
    if first.period and second.period and first.period != second.period:
        return False
    if first.kind in _SINGLE or second.kind in _SINGLE:
        return one.edition.mark != other.edition.mark and _agree_on_date(one, other)
    if one.edition.mark != other.edition.mark:
        return True
    return bool(first.date and second.date) and _count_months(first.date, second.date) <= _VERSION_MONTHS


def _count_months(one: str | None, other: str | None) -> int:
    """Give the months between two dates of EDTF level 0; a bare year counts from its middle."""
    months = [int(date[:4]) * 12 + int(date[5:7] or 6) for date in (one or "", other or "")]
    return abs(months[0] - months[1])


def _write_notices(
    items: Sequence[_Candidate],
    pairs: Sequence[tuple[_Candidate, _Candidate, float]],
    versions: Mapping[str, str],
) -> dict[str, tuple[str, ...]]:
    paths = {item.record.id: item.record.path for item in items}
    notices: defaultdict[str, list[str]] = defaultdict(list)
    for old, new in sorted(versions.items(), key=lambda pair: paths[pair[0]]):
        notices[old].append(f"{_OLDER}{paths[new]}")
        notices[new].append(f"{_NEWEST}{paths[old]}")
    for one, other, share in pairs:
        first, second = one.record, other.record
        related = versions.get(first.id, first.id) == versions.get(second.id, second.id)
        same = one.edition == other.edition and first.period == second.period
        long = min(one.signature.words, other.signature.words) >= _COPY_WORDS
        if share >= _ALIKE_SHARE and same and long and not related:
            notices[first.id].append(f"{_ALIKE}{second.path}")
            notices[second.id].append(f"{_ALIKE}{first.path}")
    return {document: tuple(lines) for document, lines in notices.items()}
