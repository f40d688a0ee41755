"""A trace as a page."""

from __future__ import annotations

from collections.abc import Iterator

from proposals.documents.proposal import Proposal
from proposals.language.names import Lookup
from proposals.language.phrases import Entry, Phrase, Role, Run, phrase
from proposals.language.values import listed, weighed
from proposals.measures.convergence import Convergence, Mover, Part
from proposals.measures.movement import Held, Outcome, Path, Stage, Trace
from proposals.measures.weighing import actors
from proposals.reports.page import Block, Entries, Heading, Items, Level, Page, Paragraph
from proposals.reports.pages.documents import summary
from proposals.reports.pages.positions import exact, said, title, titles


def page(told: Trace, lookup: Lookup) -> Page:
    """What the last draft holds by topic, every path, and what became of the terms that each party bears."""
    counterpart = (told.toward,) if told.toward else ()
    return Page(tuple(_blocks(told, lookup)), documents=(*told.documents, *counterpart))


def _blocks(told: Trace, lookup: Lookup) -> Iterator[Block]:
    last = told.documents[-1].id
    yield Heading(Level.PAGE, phrase(" → ".join(document.id for document in told.documents)))
    counterpart = (told.toward,) if told.toward and told.toward not in told.documents else ()
    yield Entries(tuple(summary(document, lookup) for document in (*told.documents, *counterpart)))
    if told.mediators:
        mediated = f"{listed(told.mediators)}: a mediator's text, a step of neither side."
        yield Paragraph(phrase(Run(mediated, Role.STRONG)))
    if not told.paths:
        yield Paragraph(phrase("No draft has such a term that is known."))
        return
    yield Heading(Level.PART, phrase(f"what {last} holds"), phrase("by topic, in terms"))
    yield Entries(
        tuple(
            Entry(phrase(str(topic)), (phrase("; ".join(f"{count} {_held(one)}" for one, count in outcomes.items())),))
            for topic, outcomes in told.topics()
        ),
    )
    topic = None
    for path in told.paths:
        if path.line.topic is not topic:
            topic = path.line.topic
            yield Heading(Level.PART, phrase(str(topic)))
        yield from _path(path, told, lookup)
    yield Heading(Level.PART, phrase("who bears what"), phrase(f"from {told.documents[0].id} to {last}"))
    for party in told.parties():
        yield Heading(Level.ITEM, phrase(Run(lookup.name(party.actor), Role.STRONG)))
        yield Entries(
            tuple(
                Entry(phrase(f"{len(paths)} {weight}"), (phrase(titles((path.line for path in paths), lookup)),))
                for weight, paths in party.paths
            ),
        )


def _held(outcome: Outcome) -> str:
    """Whose value, in words: ``as in e3-counter``, ``its own``, ``nothing``."""
    if outcome.held is Held.EARLIER:
        return f"as in {listed(outcome.documents)}"
    if outcome.held is Held.AS_REPORTED:
        return f"as in {listed(outcome.documents)} as far as reported"
    return str(outcome.held)


def _path(path: Path, told: Trace, lookup: Lookup) -> Iterator[Block]:
    name = Run(title(path.line, lookup), Role.STRONG)
    yield Heading(Level.ITEM, phrase(name, f" · {told.documents[-1].id}: {_outcome(path.outcome)}"))
    yield Entries(tuple(_stage(*one, lookup) for one in zip(told.documents, path.stages, strict=True)))
    if path.gaps and told.toward:
        toward = told.toward.id
        yield Items(tuple(_gap(gap, toward, lookup) for gap in path.gaps))


def _outcome(outcome: Outcome) -> str:
    shared = [f"{key} as in {listed(ids)}" for key, ids in outcome.fields if ids]
    own = [key for key, ids in outcome.fields if not ids]
    parts = [*shared, *([f"{listed(own)} of its own"] if own and shared else [])]
    told = f" ({'; '.join(parts)})" if parts else ""
    return f"{_held(outcome)}{told}"


def _stage(document: Proposal, stage: Stage, lookup: Lookup) -> Entry:
    happened = Run(str(stage.happening), Role.STRONG if stage.position.speaks else Role.ABSENT)
    mediated = ", in a mediator's text" if stage.mediator else ""
    bearers = actors(stage.position)
    weight = weighed(stage.direction, bearers, lookup)
    head = phrase(happened, mediated, f"; {weight}" if weight else "")
    lines: tuple[Phrase, ...] = said(stage.position, lookup) if stage.position.speaks else ()
    return Entry(phrase(Run(document.id, Role.FAINT)), (head, *lines))


def _gap(gap: Convergence, toward: str, lookup: Lookup) -> Phrase:
    """How far the chain was from the counterpart, first and last, and which step closed how much of it."""
    steps = [told for part in gap.parts for told in _part(part, toward, lookup)]
    unit = gap.unit.removesuffix("s") if gap.unit == "steps" and gap.start == 1 else gap.unit
    ends = f"{exact(gap.start)} {unit} from {toward} at first, {exact(gap.end)} at last"
    return phrase(Run(f"{gap.field}: ", Role.STRONG), f"{ends}{'; ' if steps else ''}{'; '.join(steps)}")


def _part(part: Part, toward: str, lookup: Lookup) -> Iterator[str]:
    authors = f" ({listed(map(lookup.name, part.authors))})" if part.authors else ""
    if part.mover is Mover.MEDIATOR:
        yield f"{part.document}{authors} mediates and closes nothing"
    for closed, whose in ((part.by_draft, ""), (part.by_counterpart, f" on the side of {toward}")):
        if closed:
            verb = "closes" if closed > 0 else "opens"
            yield f"{part.document}{authors} {verb} {exact(abs(closed))}{whose}"
