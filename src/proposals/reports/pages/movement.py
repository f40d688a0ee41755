"""A trace as a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from proposals.language.labels import field_label, lettered
from proposals.language.names import Lookup
from proposals.language.phrases import Entry, Phrase, Role, Run, phrase
from proposals.language.values import listed, weighed
from proposals.measures.convergence import Convergence, Mover, Part
from proposals.measures.movement import Held, Outcome, Path, Stage, Trace
from proposals.measures.weighing import actors
from proposals.reports.page import Block, Entries, Heading, Items, Level, Page, Paragraph
from proposals.reports.pages.brief import documents_in
from proposals.reports.pages.positions import exact, said, title, titles


def page(told: Trace, lookup: Lookup) -> Page:
    """What the last draft holds by topic, every path, and what became of the terms that each party bears."""
    counterpart = (told.toward,) if told.toward else ()
    return Page(tuple(_blocks(told, lookup)), documents=(*told.documents, *counterpart))


def _blocks(told: Trace, lookup: Lookup) -> Iterator[Block]:
    counterpart = (told.toward,) if told.toward and told.toward not in told.documents else ()
    every = (*told.documents, *counterpart)
    letters = {document.id: letter for letter, document in zip(lettered(every), every, strict=True)}
    last = letters[told.documents[-1].id]
    yield Heading(Level.PAGE, phrase(" → ".join(document.title for document in told.documents)))
    yield documents_in(every, lookup)
    if told.mediators:
        mediated = f"{listed(letters[one] for one in told.mediators)}: a mediator's text, a step of neither side."
        yield Paragraph(phrase(Run(mediated, Role.STRONG)))
    if not told.paths:
        yield Paragraph(phrase("No draft has such a term that is known."))
        return
    yield Heading(Level.PART, phrase(f"what {last} holds"), phrase("by topic, in terms"))
    yield Entries(
        tuple(
            Entry(
                phrase(str(topic)),
                (phrase("; ".join(f"{count} {_held(one, letters)}" for one, count in outcomes.items())),),
            )
            for topic, outcomes in told.topics()
        ),
    )
    topic = None
    for path in told.paths:
        if path.line.topic != topic:
            topic = path.line.topic
            yield Heading(Level.PART, phrase(str(topic)))
        yield from _path(path, told, letters, lookup)
    yield Heading(Level.PART, phrase("who bears what"), phrase(f"from {letters[told.documents[0].id]} to {last}"))
    for party in told.parties():
        yield Heading(Level.ITEM, phrase(Run(lookup.name(party.actor), Role.STRONG)))
        yield Entries(
            tuple(
                Entry(phrase(f"{len(paths)} {weight}"), (phrase(titles((path.line for path in paths), lookup)),))
                for weight, paths in party.paths
            ),
        )


def _held(outcome: Outcome, letters: Mapping[str, str]) -> str:
    """Whose value, in words: ``as in B``, ``its own``, ``nothing``."""
    named = listed(letters[one] for one in outcome.documents)
    if outcome.held is Held.EARLIER:
        return f"as in {named}"
    if outcome.held is Held.AS_REPORTED:
        return f"as in {named} as far as reported"
    return str(outcome.held)


def _path(path: Path, told: Trace, letters: Mapping[str, str], lookup: Lookup) -> Iterator[Block]:
    name = Run(title(path.line, lookup), Role.STRONG)
    last = letters[told.documents[-1].id]
    yield Heading(Level.ITEM, phrase(name, f" · {last}: {_outcome(path, letters, lookup)}"))
    pairs = zip(told.documents, path.stages, strict=True)
    yield Entries(tuple(_stage(letters[document.id], stage, lookup) for document, stage in pairs))
    if path.gaps and told.toward:
        yield Items(tuple(_gap(gap, path, letters[told.toward.id], letters, lookup) for gap in path.gaps))


def _outcome(path: Path, letters: Mapping[str, str], lookup: Lookup) -> str:
    outcome = path.outcome
    fields = [(field_label(key, path.line.shape, lookup), ids) for key, ids in outcome.fields]
    shared = [f"{label} as in {listed(letters[one] for one in ids)}" for label, ids in fields if ids]
    own = [label for label, ids in fields if not ids]
    parts = [*shared, *([f"{listed(own)} of its own"] if own and shared else [])]
    told = f" ({'; '.join(parts)})" if parts else ""
    return f"{_held(outcome, letters)}{told}"


def _stage(name: str, stage: Stage, lookup: Lookup) -> Entry:
    happened = Run(str(stage.happening), Role.STRONG if stage.position.speaks else Role.ABSENT)
    mediated = ", in a mediator's text" if stage.mediator else ""
    bearers = actors(stage.position)
    weight = weighed(stage.direction, bearers, lookup)
    head = phrase(happened, mediated, f"; {weight}" if weight else "")
    lines: tuple[Phrase, ...] = said(stage.position, lookup) if stage.position.speaks else ()
    return Entry(phrase(Run(name, Role.FAINT)), (head, *lines))


def _gap(gap: Convergence, path: Path, toward: str, letters: Mapping[str, str], lookup: Lookup) -> Phrase:
    """How far the chain was from the counterpart, first and last, and which step closed how much of it."""
    steps = [told for part in gap.parts for told in _part(part, toward, letters, lookup)]
    unit = gap.unit.removesuffix("s") if gap.unit == "steps" and gap.start == 1 else gap.unit
    ends = f"{exact(gap.start)} {unit} from {toward} at first, {exact(gap.end)} at last"
    label = field_label(gap.field, path.line.shape, lookup)
    return phrase(Run(f"{label}: ", Role.STRONG), f"{ends}{'; ' if steps else ''}{'; '.join(steps)}")


def _part(part: Part, toward: str, letters: Mapping[str, str], lookup: Lookup) -> Iterator[str]:
    document = letters[part.document]
    authors = f" ({listed(map(lookup.name, part.authors))})" if part.authors else ""
    if part.mover is Mover.MEDIATOR:
        yield f"{document}{authors} mediates and closes nothing"
    for closed, whose in ((part.by_draft, ""), (part.by_counterpart, f" on the side of {toward}")):
        if closed:
            verb = "closes" if closed > 0 else "opens"
            yield f"{document}{authors} {verb} {exact(abs(closed))}{whose}"
