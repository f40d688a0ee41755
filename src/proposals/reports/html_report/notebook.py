"""What a notebook shows of a value at the end of a cell: a table of findings, or a page.

The values know nothing of this; see :mod:`proposals.notebook`.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from proposals.comparison.result import Comparison
from proposals.language.names import Lookup
from proposals.language.sentences import heading
from proposals.language.values import gaps_listed, weighed
from proposals.negotiation.brief import brief
from proposals.negotiation.side_by_side import by_line
from proposals.reports.html_report.brief import brief_values
from proposals.reports.html_report.cells import cells
from proposals.reports.html_report.templating import filled
from proposals.reports.html_report.wording import words_of
from proposals.reports.page import Page
from proposals.reports.pages.marks import SIGNS
from proposals.reports.rendering import page_of


def html(value: Any) -> str:
    """The value as HTML without script, and with no style but its own.

    Raises :class:`WrongTypeError` for a value of a class that has no page.
    """
    return _comparison(value) if isinstance(value, Comparison) else _page(page_of(value))


def _comparison(told: Comparison) -> str:
    """The brief, and folded away a table of the findings by topic, each value with its sources."""
    sides = (told.left, told.right)
    lookup = Lookup.of(*sides)
    rows = [
        {
            "topic": one.line.topic,
            "title": heading(one.line.shape, one.line.subject, lookup),
            "finding": finding,
            "weight": weighed(finding.direction, finding.bearers, lookup),
            "cells": cells(one, sides, lookup),
        }
        for one in by_line((told,), lookup.world)
        for finding in one.findings[0]
    ]
    shown = brief_values(brief(told), lookup)
    gaps = partial(gaps_listed, language=lookup.language)
    held = {"documents": sides, "rows": rows, "signs": SIGNS, "brief": shown, "gaps": gaps}
    return filled("notebook_comparison.html", **held, **words_of(lookup))


def _page(page: Page) -> str:
    """Headings, paragraphs, lists, tables, and entries as a table of two columns."""
    blocks = [(type(block).__name__, block) for block in page.blocks]
    return filled("notebook_page.html", blocks=blocks, **words_of(Lookup.of()))
