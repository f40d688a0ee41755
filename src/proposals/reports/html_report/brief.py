"""The brief as a template fills it in."""

from __future__ import annotations

from typing import Any

from proposals.language.labels import lettered
from proposals.language.names import Lookup
from proposals.negotiation.brief import Brief
from proposals.reports.pages import brief as pages


def brief_values(told: Brief, lookup: Lookup) -> dict[str, Any]:
    """Its sentence of counts, for each verdict its rows with their cells, and what stands at its foot."""
    letters = lettered(told.documents)
    rows = [(row, pages.cells_of(row, lookup)) for row in told.rows]
    return {
        "counts": pages.counts(told, lookup),
        "sections": [
            {
                "verdict": verdict,
                "word": lookup.language.word(verdict),
                "agreed": verdict in pages.BY_LABEL,
                "labels": pages.labels_of(told.of(verdict), told, letters, lookup),
                "rows": [cells for row, cells in rows if row.verdict is verdict],
            }
            for verdict in told.counts()
        ],
        "foot": " ".join(pages.foot(told, letters, lookup, [cells for _, cells in rows])),
    }
