"""What is counted and measured: similarity, burdens, and movement over a chain of drafts."""

from __future__ import annotations

from proposals.measures.burdens import Account, Duty, Entry, Ledger, burdens
from proposals.measures.convergence import Convergence, Measured, Mover, Part, Stop
from proposals.measures.distance import Reach, distance
from proposals.measures.estimate import Estimate, Missing
from proposals.measures.movement import Happening, Held, Outcome, PartySummary, Path, Stage, Trace
from proposals.measures.similarity import Item, Question, Similarity, Swing, similarities, similarity
from proposals.measures.tracing import trace
from proposals.measures.weighing import Weight
from proposals.measures.weights import Weights, read_weights

__all__ = [
    "Account",
    "Convergence",
    "Duty",
    "Entry",
    "Estimate",
    "Happening",
    "Held",
    "Item",
    "Ledger",
    "Measured",
    "Missing",
    "Mover",
    "Outcome",
    "Part",
    "PartySummary",
    "Path",
    "Question",
    "Reach",
    "Similarity",
    "Stage",
    "Stop",
    "Swing",
    "Trace",
    "Weight",
    "Weights",
    "burdens",
    "distance",
    "read_weights",
    "similarities",
    "similarity",
    "trace",
]
