"""A comparison as a table in a Jupyter notebook: ``notebook.show(comparison)`` at the end of a cell.

A comparison knows nothing of how it is shown, so it has no such method itself.
"""

from __future__ import annotations

import attrs

from proposals.findings import Comparison
from proposals.reports.comparing import SIGNS
from proposals.reports.html.cells import cells
from proposals.reports.html.rows import lines
from proposals.reports.html.templating import filled
from proposals.reports.lookup import Lookup
from proposals.reports.wording import counted, titled, weighed


@attrs.frozen
class Shown:
    """What a notebook displays of a comparison."""

    comparison: Comparison

    def _repr_html_(self) -> str:
        """A table of the findings by topic, each value with its sources; no script, and no style but its own."""
        documents = (self.comparison.left, self.comparison.right)
        lookup = Lookup.of(*documents)
        found = lines(documents, (self.comparison,), lookup.world)
        rows = [
            {
                "topic": line.topic,
                "title": titled(line.shape, line.subject, lookup),
                "finding": line.findings[0][0],
                "weight": weighed(line.findings[0][0].direction, line.findings[0][0].bearers, lookup),
                "cells": cells(line, documents, lookup),
            }
            for line in found
        ]
        return filled("notebook.html", documents=documents, rows=rows, signs=SIGNS, counted=counted)


def show(comparison: Comparison) -> Shown:
    """What to leave at the end of a notebook's cell."""
    return Shown(comparison)
