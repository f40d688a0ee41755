"""What users write, for type checkers: installed from the wheel and checked strictly, and never run here."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import attrs

import proposals
from proposals import (
    ACTOR,
    Citation,
    Comparison,
    Coverage,
    Date,
    Direction,
    Finding,
    Members,
    MemberSet,
    Modality,
    Problem,
    Proposal,
    Quantity,
    Relation,
    Term,
    Topic,
    Way,
    compared,
    declared,
    subject,
)
from proposals.comparison import QuestionSummary, questions
from proposals.kinds import Circumstance, ForceLimit, Recognition, TerritoryStatus
from proposals.library import Library
from proposals.measures import Estimate, Ledger


def listed() -> list[str]:
    names = [*proposals.ids()]
    names += [place.name for place in proposals.places().values()]
    names += [actor.name for actor in proposals.actors().values()]
    names += [event.title for event in proposals.events()]
    names += [source.publisher for source in proposals.sources().values()]
    return names + [gap.what for document in proposals.proposals() for gap in document.gaps]


def heavier(comparison: Comparison, actor: str) -> list[Finding]:
    return [one for one in comparison.findings if one.direction is Direction.HEAVIER and actor in one.bearers]


def built() -> Proposal:
    limit = ForceLimit(of=("UA",), personnel=600_000, citations=(Citation(source="minutes", quote="so many"),))
    status = TerritoryStatus(places=("UA-43",), recognition=Recognition.DE_FACTO, modality=Modality.SHOULD)
    limit = attrs.evolve(limit, personnel=800_000)
    plan = Proposal(id="mine", title="Mine", date=Date("2026-01-15"), coverage=Coverage.COMPLETE, terms=(limit, status))
    return attrs.evolve(plan, title="Ours")


def problems(document: Proposal) -> tuple[Problem, ...]:
    return proposals.check(document)


def counted(left: Proposal, right: Proposal) -> dict[Relation, int]:
    return proposals.compare(left, right).narrowed([Topic.FORCES, "justice"]).counts()


def answers(comparison: Comparison) -> Iterable[QuestionSummary]:
    return questions(comparison)


def measured(left: Proposal, right: Proposal) -> tuple[Estimate, Ledger]:
    return proposals.similarity(left, right).overall, proposals.burdens(left, right)


def written(document: Proposal, folder: Path) -> None:
    proposals.write(document, folder / "plan.yaml", force=True)
    proposals.write(proposals.matrix([document, built()]), folder / "matrix.docx")
    print(proposals.to_text(document, width=100), proposals.to_json(document), proposals.to_rows(document)[0]["kind"])
    print(proposals.say(document.terms[0], document), proposals.to_html(proposals.brief_of([document, built()])))


def opened(folder: Path) -> Library:
    library = proposals.open_library([folder], trusted=[folder])
    return library if library.problems_of(folder / "plan.yaml") else proposals.open_library()


@declared
class Patrol(Term):
    """A kind of one's own."""

    kind = "patrol"
    topic = Topic.NAVIGATION
    by: tuple[str, ...] = subject(ACTOR, "Who patrols.", together=True)
    with_: Members | None = compared(MemberSet(ACTOR), "Who may join.")
    boats: int | float | None = compared(Quantity("boats"), "How many boats.", heavier=Way.MORE)


def refused(document: Proposal) -> None:
    """What a type checker refuses: without the error, the comment that expects it would be one."""
    ForceLimit(personnel=600_000)  # type: ignore[call-arg]
    ForceLimit(of=("UA",), persons=3)  # type: ignore[call-arg]
    Patrol(boats=2)  # type: ignore[call-arg]
    Circumstance(by=Members("RU"))  # type: ignore[call-arg]
    Proposal(id="mine", title="Mine")  # type: ignore[call-arg]
    Proposal(id="mine", title="Mine", date="2026-01-15")  # type: ignore[arg-type]
    proposals.compare("us-28-point", document)  # type: ignore[arg-type]
    print(document.coverage == "complete")  # type: ignore[comparison-overlap]
    document.title = "Ours"  # type: ignore[misc]
