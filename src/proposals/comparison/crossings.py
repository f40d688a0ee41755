"""Where two documents meet on a question across kinds: the one by a field, the other by a term that has this field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

import attrs

from proposals.comparison.engine import meet
from proposals.comparison.findings import Finding, Option
from proposals.comparison.questions import Reading, Row
from proposals.comparison.verdicts import ONLY_LEFT, ONLY_RIGHT, Share
from proposals.fields.declare import compared_fields, subject_fields
from proposals.validation import Validated
from proposals.values import OneLine

_KEPT: Final = ("stance", "modality", "if_", "reservation", "points", "citations", "disputes")
"""What a field keeps of its term where it meets a term of another kind."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Crossing(OneLine, Validated):
    """Where one document answers by a field of another kind, and the other by a term that has that field.

    ``reading`` is that of the field, ``finding`` the one of the term, to which the first document has no term of its
    own. ``option`` is how the two meet: of the field's side it has a term with that field alone.
    """

    reading: Reading
    finding: Finding
    option: Option


def crossed(row: Row, shares: Sequence[Share]) -> Iterator[tuple[int, int]]:
    """Which readings by a field meet which lines of a kind that has this field, the one document's and the other's."""
    by_field = [at for at, reading in enumerate(row.readings) if reading.field is not None]
    wholes = [at for at, reading in enumerate(row.readings) if reading.field is None] if by_field else []
    for one, other in product(by_field, wholes):
        own, whole = row.readings[one], row.readings[other]
        apart = shares[one] in ONLY_LEFT and shares[other] in ONLY_RIGHT
        if not apart and not (shares[one] in ONLY_RIGHT and shares[other] in ONLY_LEFT):
            continue
        if own.pieces.isdisjoint(whole.pieces):
            continue
        (term, *_) = whole.line.sides[0 if whole.answers(0) else 1] or (None,)
        if term is not None and own.key in {field.key for field in compared_fields(type(term))}:
            yield one, other


def crossing(own: Reading, whole: Reading, finding: Finding) -> Crossing:
    """How what a field says meets a term of another kind that has the field, as a term of that kind with it alone."""
    side = 0 if own.answers(0) else 1
    other = whole.line.sides[1 - side][0]
    said = next(term for term in own.line.sides[side] if getattr(term, own.name) in own.held(side))
    shape = type(other)
    about = {field.name: getattr(other, field.name) for field in subject_fields(shape)}
    about |= {name: getattr(said, name) for name in (own.name, *_KEPT)}
    alone = shape(**about)
    pair = (alone, other) if side == 0 else (other, alone)
    return Crossing(reading=own, finding=finding, option=meet(*pair, coverage=whole.line.coverages))
