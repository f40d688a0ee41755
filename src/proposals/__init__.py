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
    from proposals.comparison.engine import compare
    from proposals.comparison.findings import Difference, Finding
    from proposals.comparison.line import Line
    from proposals.comparison.positions import Position
    from proposals.comparison.result import Comparison
    from proposals.comparison.rules import RULES, Rule
    from proposals.comparison.variants import Variant
    from proposals.documents.deletions import Struck
    from proposals.documents.proposal import Event, Gap, LineageStep, Proposal
    from proposals.errors import (
        InvalidProposalError,
        InvalidValueError,
        Location,
        NotFoundError,
        Problem,
        ProposalsError,
        UnreadableError,
        WriteError,
    )
    from proposals.fields.changes import Way
    from proposals.fields.declare import Record, compared, subject
    from proposals.fields.figures import Figure
    from proposals.fields.scales import (
        Members,
        MemberSet,
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
    from proposals.fields.values import ACTOR, PLACE, Words
    from proposals.library.bundled import ids, load, problems_of
    from proposals.library.collection import Collection
    from proposals.library.library import Library
    from proposals.library.opening import open_library
    from proposals.measures.burdens import burdens
    from proposals.measures.similarity import similarity
    from proposals.measures.tracing import trace
    from proposals.negotiation.brief import brief
    from proposals.negotiation.matrix import matrix
    from proposals.provenance import Citation, Dispute, Source, TextQuote
    from proposals.reports.brackets.parser import read_brackets
    from proposals.terms import KINDS
    from proposals.terms.base import Term
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
    from proposals.world.dates import Date, Deadline

_HOMES = {
    "comparison.engine": ("compare",),
    "comparison.findings": (
        "Difference",
        "Finding",
    ),
    "comparison.line": ("Line",),
    "comparison.positions": ("Position",),
    "comparison.result": ("Comparison",),
    "comparison.rules": (
        "RULES",
        "Rule",
    ),
    "comparison.variants": ("Variant",),
    "documents.deletions": ("Struck",),
    "documents.proposal": (
        "Event",
        "Gap",
        "LineageStep",
        "Proposal",
    ),
    "errors": (
        "InvalidProposalError",
        "InvalidValueError",
        "NotFoundError",
        "Location",
        "Problem",
        "ProposalsError",
        "UnreadableError",
        "WriteError",
    ),
    "fields.changes": ("Way",),
    "fields.declare": (
        "Record",
        "compared",
        "subject",
    ),
    "fields.figures": ("Figure",),
    "fields.scales": (
        "MemberSet",
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
    "fields.values": (
        "ACTOR",
        "PLACE",
        "Words",
    ),
    "library.bundled": (
        "ids",
        "load",
        "problems_of",
    ),
    "library.collection": ("Collection",),
    "library.library": ("Library",),
    "library.opening": ("open_library",),
    "measures.burdens": ("burdens",),
    "measures.similarity": ("similarity",),
    "measures.tracing": ("trace",),
    "negotiation.brief": ("brief",),
    "negotiation.matrix": ("matrix",),
    "provenance": (
        "Citation",
        "Dispute",
        "Source",
        "TextQuote",
    ),
    "reports.brackets.parser": ("read_brackets",),
    "terms": ("KINDS",),
    "terms.base": ("Term",),
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
    "world.dates": (
        "Date",
        "Deadline",
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
