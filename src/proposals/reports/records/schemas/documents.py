"""What is told of documents one by one: their terms, lineage, gaps, disputes, events, problems."""

from __future__ import annotations

from typing import Final

from proposals.reports.records.schemas.building import (
    COUNT,
    DAY,
    MAYBE_TEXT,
    TEXT,
    TEXTS,
    closed,
    line,
    listing,
    of,
    or_null,
    report,
    word,
)
from proposals.reports.records.schemas.parts import AT, CITATIONS, NAMED, SUMMARY, TERM
from proposals.vocabulary import Certainty, Coverage, EventKind, Link, Relation, Status

_STEP: Final = {"link": word(Link), "to": TEXT, "certainty": word(Certainty), "citations": CITATIONS, "note": TEXT}
_ANCHORED: Final = {
    "source": TEXT,
    "sha256": TEXT,
    "exact": TEXT,
    "prefix": TEXT,
    "suffix": TEXT,
    "start": COUNT,
    "end": COUNT,
    "at": AT,
}

PARTS: Final = {
    "problem": closed({"at": AT, "code": TEXT, "message": TEXT, "hint": MAYBE_TEXT}),
    "step": closed(_STEP),
    "event": closed(
        {
            "id": TEXT,
            "date": TEXT,
            "earliest": DAY,
            "latest": DAY,
            "kind": word(EventKind),
            "title": TEXT,
            "participants": NAMED,
            "place": or_null(of("named")),
            "about": TEXTS,
            "duration": TEXT,
            "citations": CITATIONS,
            "note": TEXT,
            "at": AT,
        },
    ),
    "verified": closed(
        {
            "id": TEXT,
            "anchored": listing(closed(_ANCHORED)),
            "gaps": listing(closed({"source": TEXT, "quote": MAYBE_TEXT, "reason": TEXT, "at": AT})),
            "uncited": listing(closed({"at": AT})),
            "problems": listing(of("problem")),
        },
    ),
}

REPORTS: Final = {
    **report(
        "proposal",
        {
            **SUMMARY,
            "summary": TEXT,
            "names": TEXTS,
            "known_from": CITATIONS,
            "lineage": listing(of("step")),
            "terms": listing(of("term")),
            "struck": listing(closed({"point": TEXT, "citations": CITATIONS, "note": TEXT})),
            "at": AT,
        },
    ),
    **report("list", {"proposals": listing(of("summary"))}),
    **report(
        "gaps",
        {"documents": listing(closed({"id": TEXT, "coverage": word(Coverage), "gaps": listing(of("gap"))}))},
    ),
    **report("disputes", {"id": TEXT, "terms": listing(of("term"))}),
    **report(
        "lineage",
        {
            "nodes": listing(closed({"id": TEXT, "title": TEXT, "date": TEXT, "status": word(Status), "depth": COUNT})),
            "edges": listing(closed({"from": TEXT, **_STEP})),
        },
    ),
    **report("timeline", {"events": listing(of("event"))}),
    **report("verification", {"documents": listing(of("verified"))}),
    **report("problems", {"problems": listing(of("problem")), "notices": listing(of("problem"))}),
    **report(
        "rules",
        {"rules": listing(closed({"id": TEXT, "relation": word(Relation), "sentence": TEXT}))},
    ),
}

LINES: Final = line("term_line", {"document": TEXT, **TERM})
