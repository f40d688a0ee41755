"""Citations held against texts: of a document's own sources beside it, of the shared ones in the collection."""

from __future__ import annotations

from proposals import library
from proposals.cli.excerpts import with_excerpts
from proposals.reports.audit import Verified
from proposals.verification import Verification, verify


def verified(document: str) -> Verified:
    """A document by id or path, verified. Raises as :func:`proposals.library.load` does."""
    held = library.load(document)
    path = library.path_of(document).resolve()
    own = {source.id for source in held.sources}
    cited = {id(citation): citation for citation in held.citations()}.values()  # open alternatives share theirs
    bundled = path.is_relative_to(library.root() / "data")
    outcomes = (
        verify(
            [citation for citation in cited if citation.source in own],
            held.sources,
            library.root() if bundled else path.parent,
        ),
        verify(
            [citation for citation in cited if citation.source not in own],
            library.sources().values(),
            library.root(),
        ),
    )
    return Verified(
        name=document,
        outcome=Verification(
            anchored=tuple(found for outcome in outcomes for found in outcome.anchored),
            unanchored=tuple(gap for outcome in outcomes for gap in outcome.unanchored),
            problems=tuple(with_excerpts(problem for outcome in outcomes for problem in outcome.problems)),
        ),
        uncited=tuple(term for term in held.terms if not term.citations),
    )


def verified_timeline() -> Verified:
    """The bundled timeline, verified."""
    events = library.events()
    cited = [citation for event in events for citation in event.citations]
    return Verified(
        name="timeline",
        outcome=verify(cited, library.sources().values(), library.root()),
        uncited=tuple(event for event in events if not event.citations),
    )
