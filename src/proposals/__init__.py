"""Compare negotiation proposals term by term, with sources.

>>> import proposals
>>> us, europe = proposals.load("us-plan-reported"), proposals.load("ua-europe-reported")
>>> for finding in proposals.compare(us, europe).findings:
...     print(finding.relation, finding.kind)
unreported withdrawal
unreported demilitarization
unreported territory-status
unreported territory-status
differs frozen-line

The names below are the front door; each module has more. They are imported when they are first used, so that
``proposals --help`` answers at once.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from proposals.changes import Way
    from proposals.comparison import compare
    from proposals.dates import Date, Deadline
    from proposals.domains import ACTOR, PLACE, Words
    from proposals.errors import (
        InvalidProposalError,
        InvalidValueError,
        NotFoundError,
        Position,
        Problem,
        ProposalsError,
        UnreadableError,
        WriteError,
    )
    from proposals.fields import Record, compared, subject
    from proposals.findings import Difference, Finding, Side
    from proposals.library import ids, load, problems_of
    from proposals.measures.burdens import burdens
    from proposals.measures.matrix import matrix
    from proposals.measures.similarity import similarity
    from proposals.measures.tracing import trace
    from proposals.outcome import Comparison
    from proposals.proposal import Event, Gap, Lineage, Proposal, Struck
    from proposals.provenance import Citation, Dispute, Source, TextQuote
    from proposals.reports.bracket_parser import read_brackets
    from proposals.rules import RULES, Rule
    from proposals.scales import (
        Listing,
        Members,
        Nominal,
        Ordinal,
        PartialOrder,
        Prose,
        Qualifier,
        Quantity,
        Share,
        Structure,
        Timing,
    )
    from proposals.terms import KINDS
    from proposals.terms.term import Term
    from proposals.vocabulary import (
        Absence,
        Certainty,
        Coverage,
        Direction,
        Form,
        Link,
        Modality,
        Relation,
        Stance,
        Status,
        Topic,
        Word,
    )

_HOMES = {
    "changes": ("Way",),
    "comparison": ("compare",),
    "dates": ("Date", "Deadline"),
    "domains": ("ACTOR", "PLACE", "Words"),
    "errors": (
        "InvalidProposalError",
        "InvalidValueError",
        "NotFoundError",
        "Position",
        "Problem",
        "ProposalsError",
        "UnreadableError",
        "WriteError",
    ),
    "fields": ("Record", "compared", "subject"),
    "findings": ("Difference", "Finding", "Side"),
    "library": ("ids", "load", "problems_of"),
    "measures.burdens": ("burdens",),
    "measures.matrix": ("matrix",),
    "measures.similarity": ("similarity",),
    "measures.tracing": ("trace",),
    "outcome": ("Comparison",),
    "proposal": ("Event", "Gap", "Lineage", "Proposal", "Struck"),
    "provenance": ("Citation", "Dispute", "Source", "TextQuote"),
    "reports.bracket_parser": ("read_brackets",),
    "rules": ("RULES", "Rule"),
    "scales": (
        "Listing",
        "Members",
        "Nominal",
        "Ordinal",
        "PartialOrder",
        "Prose",
        "Qualifier",
        "Quantity",
        "Share",
        "Structure",
        "Timing",
    ),
    "terms": ("KINDS",),
    "terms.term": ("Term",),
    "vocabulary": (
        "Absence",
        "Certainty",
        "Coverage",
        "Direction",
        "Form",
        "Link",
        "Modality",
        "Relation",
        "Stance",
        "Status",
        "Topic",
        "Word",
    ),
}

__all__ = [  # noqa: PLE0604 -- the names of _HOMES, kept in step with the imports above by a test
    *sorted(name for names in _HOMES.values() for name in names),
]

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"proposals.{module}"), name)
    raise AttributeError(f"module 'proposals' has no attribute '{name}'")


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
