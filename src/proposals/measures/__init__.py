"""What is counted and measured: similarity, burdens, and movement over a chain of drafts."""

from __future__ import annotations

from proposals.measures.agreement import Agreement, CodedBoth, FieldAgreement, KindAgreement, agreement
from proposals.measures.alpha import alpha, set_distance
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
    "Agreement",
    "CodedBoth",
    "Convergence",
    "Duty",
    "Entry",
    "Estimate",
    "FieldAgreement",
    "Happening",
    "Held",
    "Item",
    "KindAgreement",
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
    "agreement",
    "alpha",
    "burdens",
    "distance",
    "read_weights",
    "set_distance",
    "similarities",
    "similarity",
    "trace",
]
