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

The names below are imported when they are first used, so that ``proposals --help`` answers at once. Every kind of term
is in :mod:`proposals.kinds`, and what the results are made of in the other packages of :data:`PACKAGES`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from proposals.late import late

if TYPE_CHECKING:
    from proposals.comparison.engine import compare
    from proposals.comparison.findings import Counterpart, Difference, Finding, Option
    from proposals.comparison.line import Line
    from proposals.comparison.positions import Position
    from proposals.comparison.result import Comparison
    from proposals.comparison.rules import RULES, Rule
    from proposals.comparison.variants import Variant
    from proposals.corpus.loading import Loaded, load_many
    from proposals.corpus.neighbours import Nearest, Neighbour, nearest
    from proposals.documents.deletions import Struck
    from proposals.documents.proposal import Event, Gap, LineageStep, Proposal
    from proposals.documents.questions import Question
    from proposals.errors import (
        InvalidProposalError,
        InvalidValueError,
        Location,
        NotFoundError,
        Problem,
        ProposalsError,
        UnreadableError,
        WriteError,
        WrongTypeError,
    )
    from proposals.fields.changes import Way
    from proposals.fields.declare import Record, compared, declared, leading, subject
    from proposals.fields.figures import Figure
    from proposals.fields.members import Members
    from proposals.fields.scales import (
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
    from proposals.library.bundled import (
        actors,
        check,
        events,
        ids,
        load,
        places,
        problems_of,
        proposals,
        questions,
        sources,
    )
    from proposals.library.checking import Checked, Checks, check_all
    from proposals.library.collection import Collection
    from proposals.library.library import Library
    from proposals.library.opening import open_library
    from proposals.library.several import loaded
    from proposals.measures.agreement import Agreement, agreement
    from proposals.measures.burdens import Ledger, burdens
    from proposals.measures.estimate import Estimate
    from proposals.measures.movement import Trace
    from proposals.measures.similarity import Similarity, similarities, similarity
    from proposals.measures.tracing import trace
    from proposals.measures.weights import Weights
    from proposals.negotiation.brief import Brief, brief, brief_of
    from proposals.negotiation.four_columns import FourColumns, four_columns
    from proposals.negotiation.matrix import Matrix, matrix
    from proposals.negotiation.source_table import SourceTable, source_table
    from proposals.provenance import Citation, Dispute, Source, TextQuote
    from proposals.reports.brackets.parser import Bracketed, read_brackets
    from proposals.reports.rendering import say, to_html, to_json, to_markdown, to_rows, to_text, to_yaml, write
    from proposals.terms import KINDS
    from proposals.terms.base import Term
    from proposals.terms.claims import Claim
    from proposals.vocabulary import (
        Absence,
        Certainty,
        Coverage,
        Credibility,
        Direction,
        EventKind,
        Form,
        Link,
        Modality,
        PageKind,
        Relation,
        Reliability,
        Stance,
        Status,
        Topic,
        Topics,
        Verdict,
    )
    from proposals.words import Degree, Word
    from proposals.world.actors import Actor
    from proposals.world.dates import Date, Deadline
    from proposals.world.places import Place
    from proposals.world.world import World

PACKAGES: Final = (
    "comparison",
    "corpus",
    "documents",
    "drafting",
    "fields",
    "kinds",
    "language",
    "library",
    "measures",
    "negotiation",
    "testing",
    "world",
)
"""The modules of the package whose ``__all__`` is public as well."""

_HOMES: Final = {
    "comparison.engine": "compare",
    "comparison.findings": "Counterpart Difference Finding Option",
    "comparison.line": "Line",
    "comparison.positions": "Position",
    "comparison.result": "Comparison",
    "comparison.rules": "RULES Rule",
    "comparison.variants": "Variant",
    "corpus.loading": "Loaded load_many",
    "corpus.neighbours": "Nearest Neighbour nearest",
    "documents.deletions": "Struck",
    "documents.proposal": "Event Gap LineageStep Proposal",
    "documents.questions": "Question",
    "errors": (
        "InvalidProposalError InvalidValueError Location NotFoundError Problem ProposalsError "
        "UnreadableError WriteError WrongTypeError"
    ),
    "fields.changes": "Way",
    "fields.declare": "Record compared declared leading subject",
    "fields.figures": "Figure",
    "fields.members": "Members",
    "fields.scales": "MemberSet Nominal Ordinal PartialOrder Prose Qualifier Quantity Share Structure Timing",
    "fields.values": "ACTOR PLACE Words",
    "library.bundled": "actors check events ids load places problems_of proposals questions sources",
    "library.checking": "Checked Checks check_all",
    "library.collection": "Collection",
    "library.library": "Library",
    "library.opening": "open_library",
    "library.several": "loaded",
    "measures.agreement": "Agreement agreement",
    "measures.burdens": "Ledger burdens",
    "measures.estimate": "Estimate",
    "measures.movement": "Trace",
    "measures.similarity": "Similarity similarities similarity",
    "measures.tracing": "trace",
    "measures.weights": "Weights",
    "negotiation.brief": "Brief brief brief_of",
    "negotiation.four_columns": "FourColumns four_columns",
    "negotiation.matrix": "Matrix matrix",
    "negotiation.source_table": "SourceTable source_table",
    "provenance": "Citation Dispute Source TextQuote",
    "reports.brackets.parser": "Bracketed read_brackets",
    "reports.rendering": "say to_html to_json to_markdown to_rows to_text to_yaml write",
    "terms": "KINDS",
    "terms.base": "Term",
    "terms.claims": "Claim",
    "vocabulary": (
        "Absence Certainty Coverage Credibility Direction EventKind Form Link Modality PageKind "
        "Relation Reliability Stance Status Topic Topics Verdict"
    ),
    "words": "Degree Word",
    "world.actors": "Actor",
    "world.dates": "Date Deadline",
    "world.places": "Place",
    "world.world": "World",
}
"""The names of the front by the modules that they live in."""

# fmt: off
__all__ = [
    "ACTOR", "KINDS", "PACKAGES", "PLACE", "RULES", "Absence", "Actor", "Agreement", "Bracketed", "Brief",
    "Certainty", "Checked", "Checks", "Citation", "Claim", "Collection", "Comparison", "Counterpart", "Coverage",
    "Credibility", "Date", "Deadline", "Degree", "Difference", "Direction", "Dispute", "Estimate", "Event",
    "EventKind", "Figure", "Finding", "Form", "FourColumns", "Gap", "InvalidProposalError", "InvalidValueError",
    "Ledger", "Library", "Line", "LineageStep", "Link", "Loaded", "Location", "Matrix", "MemberSet", "Members",
    "Modality", "Nearest", "Neighbour", "Nominal", "NotFoundError", "Option", "Ordinal", "PageKind", "PartialOrder",
    "Place", "Position", "Problem", "Proposal", "ProposalsError", "Prose", "Qualifier", "Quantity", "Question",
    "Record", "Relation", "Reliability", "Rule", "Share", "Similarity", "Source", "SourceTable", "Stance", "Status",
    "Struck", "Structure", "Term", "TextQuote", "Timing", "Topic", "Topics", "Trace", "UnreadableError", "Variant",
    "Verdict", "Way", "Weights", "Word", "Words", "World", "WriteError", "WrongTypeError", "actors", "agreement",
    "brief", "brief_of", "burdens", "check", "check_all", "compare", "compared", "declared", "events",
    "four_columns", "ids", "leading", "load", "load_many", "loaded", "matrix", "nearest", "open_library", "places",
    "problems_of", "proposals", "questions", "read_brackets", "say", "similarities", "similarity", "source_table",
    "sources", "subject", "to_html", "to_json", "to_markdown", "to_rows", "to_text", "to_yaml", "trace", "write",
]
# fmt: on

__version__ = "0.1.0"


__getattr__ = late(__name__, _HOMES)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
