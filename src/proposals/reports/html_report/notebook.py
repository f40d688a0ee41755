"""What a notebook shows of a value at the end of a cell: a table of findings, or a page.

The values know nothing of this; see :mod:`proposals.notebook`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from proposals.comparison.result import Comparison
from proposals.documents.proposal import Proposal
from proposals.language.names import Lookup
from proposals.language.sentences import heading
from proposals.language.values import counted, gaps_listed, weighed
from proposals.measures.burdens import Ledger
from proposals.measures.movement import Trace
from proposals.measures.similarity import Similarity
from proposals.negotiation.brief import brief
from proposals.negotiation.matrix import Matrix
from proposals.negotiation.side_by_side import by_line
from proposals.notebook import Displayed
from proposals.reports.html_report.brief import brief_values
from proposals.reports.html_report.cells import cells
from proposals.reports.html_report.templating import filled
from proposals.reports.page import Page
from proposals.reports.pages import burdens, documents, matrix, movement, similarity
from proposals.reports.pages.marks import SIGNS


def html(value: Displayed) -> str:
    """The value as HTML without script, and with no style but its own.

    Raises :class:`KeyError` for a value of a class that has no such form.
    """
    return _FORMS[type(value)](value)


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
    words = {"counted": counted, "gaps": gaps_listed, "word": lookup.language.word}
    return filled("notebook_comparison.html", documents=sides, rows=rows, signs=SIGNS, brief=shown, **words)


def _matrix(told: Matrix) -> str:
    return _page(matrix.page(told, Lookup.of(*told.documents)))


def _trace(told: Trace) -> str:
    every = (*told.documents, *([told.toward] if told.toward else []))
    return _page(movement.page(told, Lookup.of(*every)))


def _ledger(told: Ledger) -> str:
    return _page(burdens.page(told, told.accounts, Lookup.of(*told.documents)))


def _similarity(told: Similarity) -> str:
    return _page(similarity.page((told,), Lookup.of(told.left, told.right)))


def _proposal(told: Proposal) -> str:
    return _page(documents.page(told, Lookup.of(told)))


def _page(page: Page) -> str:
    """Headings, paragraphs, lists, tables, and entries as a table of two columns."""
    return filled("notebook_page.html", blocks=[(type(block).__name__, block) for block in page.blocks])


_FORMS: Final[Mapping[type, Callable[[Any], str]]] = MappingProxyType(
    {
        Comparison: _comparison,
        Ledger: _ledger,
        Matrix: _matrix,
        Proposal: _proposal,
        Similarity: _similarity,
        Trace: _trace,
    },
)
