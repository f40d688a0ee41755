"""What is compared: documents of typed terms with known changes, and the same values as plain records for the peers."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import cycle
from random import Random
from typing import Any, TypeAlias

import attrs

from proposals.comparison.result import Comparison
from proposals.documents.proposal import Proposal
from proposals.fields.declare import subject_fields
from proposals.fields.members import Members
from proposals.fields.values import PLACE
from proposals.files.terms import plain_term
from proposals.provenance import Citation
from proposals.terms.base import Term
from proposals.terms.forces import ForceLimit
from proposals.terms.guarantees import Mechanism, SecurityGuarantee
from proposals.terms.territory import Recognition, TerritoryStatus, Withdrawal
from proposals.vocabulary import Coverage, Relation
from proposals.world.dates import Date, Deadline

Record: TypeAlias = dict[str, Any]

KINDS_OF_TERM = 4


@attrs.frozen
class Answer:
    """What a comparison has to find: keys on one side only, and the fields that changed, by key."""

    removed: frozenset[str]
    added: frozenset[str]
    changed: dict[str, frozenset[str]]


def term(number: int, *, changed: bool = False) -> Term:
    """One of four kinds in turn, about an actor or a place of its own; ``changed`` alters one field."""
    common: dict[str, Any] = {"points": (str(number),), "citations": (Citation(source="ap"),)}
    match number % KINDS_OF_TERM:
        case 0:
            persons = 600_000 + number + 1000 * changed
            return ForceLimit(of=(f"A{number}",), personnel=persons, peacetime=True, **common)
        case 1:
            degree = Recognition.DE_JURE if changed else Recognition.DE_FACTO
            by = Members(("US", "GB"), open=True)
            return TerritoryStatus(places=(f"P{number}",), recognition=degree, by=by, **common)
        case 2:
            guarantors = Members(("US", "GB") if changed else ("US",))
            mechanism = Mechanism.DEFEND
            return SecurityGuarantee(to=(f"A{number}",), guarantors=guarantors, mechanism=mechanism, **common)
        case _:
            within = "100 days of signature" if changed else "50 days of signature"
            return Withdrawal(of=(f"A{number}",), from_=(f"P{number}",), within=Deadline(within), **common)


def documents(count: int) -> tuple[Proposal, Proposal]:
    """Two documents of ``count`` terms: 10 % changed, 2 % added, 2 % removed, the second shuffled; new objects."""
    random = Random(7)  # noqa: S311 -- the same documents in every run
    altered = set(random.sample(range(count // 50, count), count // 10))
    left = [term(number) for number in range(count)]
    right = [term(number, changed=number in altered) for number in range(count // 50, count + count // 50)]
    random.shuffle(right)
    return document("left", left), document("right", right)


def document(name: str, terms: Iterable[Term]) -> Proposal:
    """A document whose whole text is known."""
    return Proposal(id=name, title=name, date=Date("2025"), coverage=Coverage.COMPLETE, terms=tuple(terms))


def key(kind: str, subject: Iterable[Iterable[str]]) -> str:
    """The key of a term as one string, so that every peer can use it."""
    return "|".join([kind, *(",".join(part) for part in subject)])


def records(proposal: Proposal) -> list[Record]:
    """The key and the stated values of each term, as JSON holds them: all that counts as content."""
    return [{"key": key(term.kind, term.subject), **term.plain()} for term in proposal.terms]


def flat(rows: Iterable[Record], columns: Iterable[str]) -> list[dict[str, str]]:
    """The records as rows of a table: every column in each, every value a string."""
    return [{column: _cell(row.get(column)) for column in columns} for row in rows]


def _cell(value: Any) -> str:
    return "" if value is None else " ".join(map(str, value)) if isinstance(value, list) else str(value)


def columns(*tables: Iterable[Record]) -> list[str]:
    """Every column of the tables, in the order in which they come up."""
    return list(dict.fromkeys(name for table in tables for row in table for name in row))


def answer(comparison: Comparison) -> Answer:
    """What our comparison found."""
    alone = {
        key(finding.kind, finding.subject): bool(finding.left.terms)
        for finding in comparison.findings
        if finding.relation is Relation.SILENT
    }
    return Answer(
        removed=frozenset(name for name, left in alone.items() if left),
        added=frozenset(name for name, left in alone.items() if not left),
        changed={
            key(finding.kind, finding.subject): frozenset(one.field for one in finding.differences)
            for finding in comparison.findings
            if finding.relation is Relation.DIFFERS
        },
    )


def yaml_text(proposal: Proposal) -> str:
    """The document as an analyst's file, in block style."""
    import yaml

    head = {"id": proposal.id, "title": proposal.title, "date": str(proposal.date), "coverage": "complete"}
    terms = [plain_term(term) for term in proposal.terms]
    return yaml.safe_dump({**head, "terms": terms}, allow_unicode=True, sort_keys=False)


def portfolio(many: int, count: int) -> tuple[Proposal, ...]:
    """Documents that all speak to the same subjects and state one of four nominal values for each; new objects."""
    random = Random(11)  # noqa: S311 -- the same documents in every run
    return tuple(
        document(
            f"document-{name}",
            (TerritoryStatus(places=(f"P{place}",), as_=random.choice(("A", "B", "C", "D"))) for place in range(count)),
        )
        for name in range(many)
    )


def real_names(terms: Iterable[Term], places: Iterable[str], actors: Iterable[str]) -> Proposal:
    """A document of these terms about places and actors that the library knows, since a file may name no others."""
    here, who = cycle(places), cycle(actors)
    renamed = []
    for held in terms:
        named = {field.name: (next(here if field.domain is PLACE else who),) for field in subject_fields(type(held))}
        renamed.append(attrs.evolve(held, **named))
    return document("right-names", renamed)
