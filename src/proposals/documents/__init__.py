"""One document: its terms, lineage and deletions, and what is wrong with it."""

from __future__ import annotations

from proposals.documents.deletions import Struck
from proposals.documents.heads import Head
from proposals.documents.lineage import Descendant, descent, family
from proposals.documents.progress import LineStatus, Progress, TalksStatus
from proposals.documents.proposal import Event, Gap, LineageStep, Proposal, narrowed
from proposals.documents.questions import AskedOf, Question

__all__ = [
    "AskedOf",
    "Descendant",
    "Event",
    "Gap",
    "Head",
    "LineStatus",
    "LineageStep",
    "Progress",
    "Proposal",
    "Question",
    "Struck",
    "TalksStatus",
    "descent",
    "family",
    "narrowed",
]
