"""Terms of one proposal that claim the same ground or the same actors, so that nobody could say which one holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from proposals.documents.ground import Claimed, Split, Spot, by_matter, governed, split_fields
from proposals.documents.parting import apart
from proposals.documents.proposal import Proposal
from proposals.errors import NOWHERE, Problem
from proposals.terms.base import Term
from proposals.terms.claims import Claim
from proposals.world.world import World

_SEVERAL = 2


def duplicate_terms(proposal: Proposal, world: World) -> Iterator[Problem]:
    """Terms of one key that are not the open alternatives of one point."""
    seen: dict[Claim, list[Term]] = {}
    for term in proposal.entries:
        for claim in term.claims:
            before = seen.setdefault(claim, [])
            other = next((one for one in before if not _beside(term, one, world)), None)
            before.append(term)
            if other is None:
                continue
            named = [*(item for part in claim.rest for item in part), *([claim.place] if claim.place else [])]
            subject = ", ".join(map(world.name, named)) or "the same subject"
            yield Problem(
                term.at or NOWHERE,
                "duplicate-term",
                f"a second '{term.kind}' of {subject}; the first is at {other.at or 'another place'}",
                "make them one term with both points, or make each an option, with its holders or a name",
            )


def misplaced_terms(proposal: Proposal, world: World) -> Iterator[Problem]:
    """Terms of one matter that overlap in places or actors, where no name is the narrower one or nothing is left."""
    split = split_fields(proposal.entries, world.actors)
    for claimed in _contested(proposal, world, split):
        ruling = governed(claimed, world, split)
        yield from _overlapping(ruling, world)
        yield from _overridden(claimed, ruling, world, split)


def _overlapping(ruling: Mapping[Spot, Sequence[Term]], world: World) -> Iterator[Problem]:
    """Terms that share ground or actors, where no name is the narrower one."""
    shared: dict[tuple[int, int], tuple[Term, Term, list[Spot]]] = {}
    for spot, (first, *others) in ruling.items():
        for other in others:
            if other is not first and not (_beside(first, other, world) or {*first.claims} & {*other.claims}):
                shared.setdefault((id(first), id(other)), (first, other, []))[2].append(spot)
    for first, other, spots in shared.values():
        where = ", ".join(map(world.name, _names(spots, world)))
        yield Problem(
            other.at or NOWHERE,
            "duplicate-term",
            f"a second '{other.kind}' of {where}; the first is at {first.at or 'another place'}",
            "neither of their names is the narrower one; name other places or actors",
        )


def _beside(one: Term, other: Term, world: World) -> bool:
    """Whether two terms of one subject may stand beside each other: as open alternatives, or by whose they are."""
    return (one.alternative and other.alternative) or apart(one, other, world)


def _names(spots: Sequence[Spot], world: World) -> tuple[str, ...]:
    """What spots are called: their ground or, where there is none, the actors that they are about."""
    if ground := frozenset(spot.ground for spot in spots if spot.ground is not None):
        return world.places.cover(ground)
    actors = (frozenset(chain.from_iterable(held)) for held in zip(*(spot.rest for spot in spots), strict=True))
    return tuple(name for held in actors for name in world.actors.pieces.cover(held))


def _overridden(
    claimed: Sequence[Claimed], ruling: Mapping[Spot, Sequence[Term]], world: World, split: Split
) -> Iterator[Problem]:
    """Terms of which narrower ones govern all that a name reaches, so that nothing is left to them there."""
    for term in {id(term): term for _, term in claimed}.values():
        own = {claim: tuple(governed([(claim, term)], world, split)) for claim, other in claimed if other is term}
        lost = [spots for spots in own.values() if all(term not in ruling[spot] for spot in spots)]
        if lost:
            named = dict.fromkeys(world.name(name) for spots in lost for name in _names(spots, world))
            where = "" if len(lost) == len(own) else f"{', '.join(named)} in "
            message = f"narrower terms govern the whole of {where}this '{term.kind}'"
            yield Problem(
                term.at or NOWHERE, "overridden-term", message, "leave it out, or name other places or actors"
            )


def _contested(proposal: Proposal, world: World, split: Split) -> Iterator[Sequence[Claimed]]:
    """The terms of each matter that the proposal speaks to under names that overlap."""
    kinds = {kind for kind, _ in split}
    for claimed in by_matter(proposal.entries, split).values():
        places = dict.fromkeys(claim.place for claim, _ in claimed if claim.place is not None)
        overlap = type(claimed[0][1]) in kinds or not world.places.apart(places)
        if len(claimed) >= _SEVERAL and overlap:
            yield claimed
