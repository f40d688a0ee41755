"""A trace as a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from proposals.comparison.findings import of_both
from proposals.fields.changes import Lack
from proposals.language.differences import moved, telling
from proposals.language.labels import field_label, lettered
from proposals.language.names import Lookup
from proposals.language.phrases import Entry, Phrase, Role, Run, phrase
from proposals.language.tables import Language
from proposals.language.values import weighed
from proposals.measures.convergence import Convergence, Mover, Part
from proposals.measures.movement import Held, Outcome, Path, Stage, Trace
from proposals.reports.page import Block, Entries, Heading, Items, Level, Page, Paragraph
from proposals.reports.pages.brief import documents_in
from proposals.reports.pages.positions import exact, said, title, titles


def page(told: Trace, lookup: Lookup) -> Page:
    """What the last draft holds by topic, every path, and what became of the terms that each party bears."""
    counterpart = (told.toward,) if told.toward else ()
    return Page(tuple(_blocks(told, lookup)), documents=(*told.documents, *counterpart))


def _blocks(told: Trace, lookup: Lookup) -> Iterator[Block]:
    language = lookup.language
    counterpart = (told.toward,) if told.toward and told.toward not in told.documents else ()
    every = (*told.documents, *counterpart)
    letters = {document.id: letter for letter, document in zip(lettered(every), every, strict=True)}
    last = letters[told.documents[-1].id]
    yield Heading(Level.PAGE, phrase(" → ".join(map(lookup.language.title, told.documents))))
    yield documents_in(every, lookup)
    if told.mediators:
        named = language.listed(letters[one] for one in told.mediators)
        mediated = language.fill("pages.trace.mediated", names=named)
        yield Paragraph(phrase(Run(mediated, Role.STRONG)))
    if not told.paths:
        yield Paragraph(phrase(language.phrase("pages.trace.none")))
        return
    holds = language.fill("pages.trace.holds", name=last)
    yield Heading(Level.PART, phrase(holds), phrase(language.phrase("pages.trace.by topic")))
    between = language.phrase("pages.between clauses")
    yield Entries(
        tuple(
            Entry(
                phrase(language.word(topic, "heading")),
                (phrase(between.join(f"{count} {_held(one, letters, language)}" for one, count in outcomes.items())),),
            )
            for topic, outcomes in told.topics()
        ),
    )
    topic = None
    for path in told.paths:
        if path.line.topic != topic:
            topic = path.line.topic
            yield Heading(Level.PART, phrase(language.word(topic, "heading")))
        yield from _path(path, told, letters, lookup)
    span = language.fill("pages.trace.from to", first=letters[told.documents[0].id], last=last)
    yield Heading(Level.PART, phrase(language.phrase("pages.trace.who bears")), phrase(span))
    for party in told.parties():
        yield Heading(Level.ITEM, phrase(Run(lookup.name(party.actor), Role.STRONG)))
        yield Entries(
            tuple(
                Entry(
                    phrase(f"{len(paths)} {language.word(weight)}"),
                    (phrase(titles((path.line for path in paths), lookup)),),
                )
                for weight, paths in party.paths
            ),
        )


def _held(outcome: Outcome, letters: Mapping[str, str], language: Language) -> str:
    """Whose value, in words: ``as in B``, ``its own``, ``nothing``."""
    named = language.listed(letters[one] for one in outcome.documents)
    if outcome.held is Held.EARLIER:
        return language.fill("pages.trace.as in", names=named)
    if outcome.held is Held.AS_REPORTED:
        return language.fill("pages.trace.as in as far as reported", names=named)
    return language.word(outcome.held)


def _path(path: Path, told: Trace, letters: Mapping[str, str], lookup: Lookup) -> Iterator[Block]:
    name = Run(title(path.line, lookup), Role.STRONG)
    last = letters[told.documents[-1].id]
    outcome = lookup.language.fill("pages.label", label=last, text=_outcome(path, letters, lookup))
    yield Heading(Level.ITEM, phrase(name, f" · {outcome}"))
    pairs = zip(told.documents, path.stages, strict=True)
    yield Entries(tuple(_stage(letters[document.id], stage, lookup) for document, stage in pairs))
    if path.gaps and told.toward:
        yield Items(tuple(_gap(gap, path, letters[told.toward.id], letters, lookup) for gap in path.gaps))


def _outcome(path: Path, letters: Mapping[str, str], lookup: Lookup) -> str:
    outcome = path.outcome
    fields = [(field_label(key, path.line.shape, lookup), ids) for key, ids in outcome.fields]
    language = lookup.language
    shared = [
        language.fill("pages.trace.field as in", field=label, names=language.listed(letters[one] for one in ids))
        for label, ids in fields
        if ids
    ]
    own = [label for label, ids in fields if not ids]
    parts = [
        *shared,
        *([language.fill("pages.trace.of its own", fields=language.listed(own))] if own and shared else []),
    ]
    told = f" ({language.phrase('pages.between clauses').join(parts)})" if parts else ""
    return f"{_held(outcome, letters, language)}{told}"


def _stage(name: str, stage: Stage, lookup: Lookup) -> Entry:
    language = lookup.language
    happened = Run(language.word(stage.happening), Role.STRONG if stage.position.speaks else Role.ABSENT)
    mediated = language.phrase("pages.trace.in a mediator's text") if stage.mediator else ""
    weight = weighed(stage.direction, _bearers(stage), lookup)
    between = language.phrase("pages.between clauses")
    moves = between.join(_moves(stage, lookup))
    head = phrase(happened, mediated, f" · {moves}" if moves else "", f"{between}{weight}" if weight else "")
    lines: tuple[Phrase, ...] = said(stage.position, lookup) if stage.position.speaks else ()
    return Entry(phrase(Run(name, Role.FAINT)), (head, *lines))


def _bearers(stage: Stage) -> tuple[str, ...]:
    """On whom it weighs that the draft has it otherwise than the last before it, as where the two are compared."""
    about, since = stage.position.about, stage.since
    return of_both(since.left.bearers_of(about), since.right.bearers_of(about)) if since else ()


def _moves(stage: Stage, lookup: Lookup) -> Iterator[str]:
    """Each field that the draft has otherwise than the last before it, as far as that is known."""
    if stage.since is not None:
        for differing in telling(stage.since.differences, stage.since.left, stage.since.right):
            if not differing.unreported and differing.lack is not Lack.NOT_RESTATED:
                yield moved(differing, type(stage.since.left), lookup)


def _gap(gap: Convergence, path: Path, toward: str, letters: Mapping[str, str], lookup: Lookup) -> Phrase:
    """How far the chain was from the counterpart, first and last, and which step closed how much of it."""
    steps = [told for part in gap.parts for told in _part(part, toward, letters, lookup)]
    language = lookup.language
    unit = gap.unit.removesuffix("s") if gap.unit == "steps" and gap.start == 1 else gap.unit
    unit = language.phrases.get(f"pages.trace.units.{unit}", unit)
    ends = language.fill("pages.trace.gap", start=exact(gap.start), unit=unit, name=toward, end=exact(gap.end))
    label = language.fill("pages.label", label=field_label(gap.field, path.line.shape, lookup), text="")
    return phrase(Run(label, Role.STRONG), language.phrase("pages.between clauses").join([ends, *steps]))


def _part(part: Part, toward: str, letters: Mapping[str, str], lookup: Lookup) -> Iterator[str]:
    document = letters[part.document]
    language = lookup.language
    who = f"{document} ({language.listed(map(lookup.name, part.authors))})" if part.authors else document
    if part.mover is Mover.MEDIATOR:
        yield language.fill("pages.trace.mediates", who=who)
    whose = language.fill("pages.trace.on the side of", name=toward)
    for closed, aside in ((part.by_draft, ""), (part.by_counterpart, whose)):
        if closed:
            way = "closes" if closed > 0 else "opens"
            yield f"{language.fill(f'pages.trace.{way}', who=who, amount=exact(abs(closed)))}{aside}"
