"""Many documents side by side: lines, the matrix, four columns, source tables, and what is said about which ground."""

from __future__ import annotations

from proposals.negotiation.brief import Brief, BriefRow, Said, brief, brief_of
from proposals.negotiation.four_columns import FourColumns, Move, Row, Toward, four_columns
from proposals.negotiation.ground import Placed, placed
from proposals.negotiation.lines import finding_of, lines
from proposals.negotiation.matrix import DISAGREEMENTS, Matrix, MatrixRow, QuestionRow, RowVerdict, TopicRow, matrix
from proposals.negotiation.side_by_side import ComparedLine, SideBySide, by_line, comparisons, side_by_side
from proposals.negotiation.source_table import Contribution, Merged, Origin, SourceTable, Treatment, source_table

__all__ = [
    "DISAGREEMENTS",
    "Brief",
    "BriefRow",
    "ComparedLine",
    "Contribution",
    "FourColumns",
    "Matrix",
    "MatrixRow",
    "Merged",
    "Move",
    "Origin",
    "Placed",
    "QuestionRow",
    "Row",
    "RowVerdict",
    "Said",
    "SideBySide",
    "SourceTable",
    "TopicRow",
    "Toward",
    "Treatment",
    "brief",
    "brief_of",
    "by_line",
    "comparisons",
    "finding_of",
    "four_columns",
    "lines",
    "matrix",
    "placed",
    "side_by_side",
    "source_table",
]
