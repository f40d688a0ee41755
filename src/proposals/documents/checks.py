"""What is wrong with a proposal that its own file cannot show: duplicates, references, quotations.

One check, one function; each takes a proposal and what it may refer to and yields problems.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

import attrs

from proposals.documents.deletions import missing
from proposals.documents.ground import Claimed, Split, Spot, by_matter, governed, split_fields
from proposals.documents.proposal import Event, Proposal
from proposals.errors import MOST_PROBLEMS, Location, Problem
from proposals.fields.declare import compared_fields, fields_of
from proposals.fields.scales import Members
from proposals.provenance import Citation, Source
from proposals.strings import folded, nearest, suggestion
from proposals.terms.base import Claim, Term
from proposals.terms.portion import Portion
from proposals.terms.provision import Provision
from proposals.validation import Validated
from proposals.vocabulary import Coverage, Stance
from proposals.world.dates import Deadline
from proposals.world.world import World

_NOWHERE = Location("")
_SEVERAL = 2
_WHOLE = 101
MOST_ALTERNATIVES = 20
"""Between how many alternatives a document may leave a point open: each is compared with each of the other text."""
_SHORT = 3
"""Words of so few letters, such as articles, do not tell events apart."""


@attrs.frozen(kw_only=True)
class References(Validated):
    """What a proposal may refer to: sources by id, and the ids of all proposals."""

    sources: Mapping[str, Source]
    proposals: frozenset[str]


def check(proposal: Proposal, references: References, world: World) -> tuple[Problem, ...]:
    """All problems of a proposal that could be read, up to a thousand, in reading order."""
    found = chain(
        duplicate_terms(proposal, world),
        misplaced_terms(proposal, world),
        _alternatives(proposal),
        _known_whole(proposal),
        _unknown_sources(proposal.citations(), references, proposal),
        _unknown_documents(proposal, references),
        _unanswerable(proposal),
        _undeletable(proposal),
        _unknown_fields(proposal),
        _overfull(proposal),
        _conditional(proposal),
        _wordless(proposal),
    )
    return tuple(sorted(islice(found, MOST_PROBLEMS), key=lambda problem: problem.location[1:]))


def remarks(proposal: Proposal, shared: Collection[str] = ()) -> tuple[Problem, ...]:
    """What is not wrong with a proposal and is read otherwise than its author may mean, up to a thousand, in order.

    ``shared`` are the ids of the sources that all documents share.
    """
    found = islice(chain(_free_words(proposal), _hiding(proposal, shared)), MOST_PROBLEMS)
    return tuple(sorted(found, key=lambda problem: problem.location[1:]))


def _free_words(proposal: Proposal) -> Iterator[Problem]:
    """Deadlines on words that name no milestone, so that they are prose."""
    milestones = proposal.world.milestones
    spellings, known = milestones.spellings(), ", ".join(one.name for one in milestones.milestones.values())
    for term in proposal.entries:
        for field in compared_fields(type(term)):
            held = getattr(term, field.name)
            if isinstance(held, Deadline) and held.free:
                near = nearest(held.words, _sharing_words(held.words, spellings) or spellings, 0)
                hint = f"the nearest is '{near}'; all are: {known}; another is declared under 'milestones'"
                message = f"'{held.words}' in '{field.key}' names no known event, so it is compared as text"
                yield Problem(term.at or _NOWHERE, "free-words", message, hint)


def _hiding(proposal: Proposal, shared: Collection[str]) -> Iterator[Problem]:
    """Sources of its own under the id of a shared one."""
    for source in proposal.sources:
        if source.id in shared:
            message = f"'{source.id}' is also a source that documents share; here it means only what this file declares"
            yield Problem(source.at or _NOWHERE, "hidden-source", message, "choose another id to cite both")


def _sharing_words(words: str, spellings: Iterable[str]) -> list[str]:
    """The spellings that share a word with these words, articles and prepositions aside."""
    own = {word for word in folded(words).split() if len(word) > _SHORT}
    return [one for one in spellings if own & set(folded(one).split())]


def check_events(events: Iterable[Event], references: References) -> tuple[Problem, ...]:
    """All problems of a timeline: sources and documents that do not exist, ids that stand twice."""
    found: list[Problem] = []
    seen: dict[str, Event] = {}
    for event in events:
        at = event.at or _NOWHERE
        if event.id in seen:
            found.append(Problem(at, "duplicate-event", f"event '{event.id}' stands twice", "keep one"))
        seen[event.id] = event
        found += _unknown_sources(event.citations, references, None)
        found += [
            Problem(at, "unknown-document", f"no proposal is called '{other}'", suggestion(other, references.proposals))
            for other in event.about
            if other not in references.proposals
        ]
    return tuple(found)


def duplicate_terms(proposal: Proposal, world: World) -> Iterator[Problem]:
    """Terms of one key that are not the open alternatives of one point."""
    first: dict[Claim, Term] = {}
    for term in proposal.entries:
        for claim in term.claims:
            other = first.setdefault(claim, term)
            if other is term or (term.holders and other.holders):
                continue
            named = [*(item for part in claim.rest for item in part), *([claim.place] if claim.place else [])]
            subject = ", ".join(map(world.name, named)) or "the same subject"
            yield Problem(
                term.at or _NOWHERE,
                "duplicate-term",
                f"a second '{term.kind}' of {subject}; the first is at {other.at or 'another place'}",
                "make them one term with both points, or name the holders of each variant",
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
            if other is not first and not ((first.holders and other.holders) or {*first.claims} & {*other.claims}):
                shared.setdefault((id(first), id(other)), (first, other, []))[2].append(spot)
    for first, other, spots in shared.values():
        where = ", ".join(map(world.name, _names(spots, world)))
        yield Problem(
            other.at or _NOWHERE,
            "duplicate-term",
            f"a second '{other.kind}' of {where}; the first is at {first.at or 'another place'}",
            "neither of their names is the narrower one; name other places or actors",
        )


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
                term.at or _NOWHERE, "overridden-term", message, "leave it out, or name other places or actors"
            )


def _contested(proposal: Proposal, world: World, split: Split) -> Iterator[Sequence[Claimed]]:
    """The terms of each matter that the proposal speaks to under names that overlap."""
    kinds = {kind for kind, _ in split}
    for claimed in by_matter(proposal.entries, split).values():
        places = dict.fromkeys(claim.place for claim, _ in claimed if claim.place is not None)
        overlap = type(claimed[0][1]) in kinds or not world.places.apart(places)
        if len(claimed) >= _SEVERAL and overlap:
            yield claimed


def _alternatives(proposal: Proposal) -> Iterator[Problem]:
    counted = Counter(claim for term in proposal.terms if term.holders for claim in term.claims)
    full = {claim for claim, held in counted.items() if held > MOST_ALTERNATIVES}
    for term in proposal.terms:
        if full.intersection(term.claims):
            full.difference_update(term.claims)
            held = max(counted[claim] for claim in term.claims)
            message = f"this '{term.kind}' is held open between {held:,} alternatives; {MOST_ALTERNATIVES} are the most"
            yield Problem(
                term.at or _NOWHERE, "too-many-options", message, "make one option of those that differ least"
            )
        if term.holders and all(counted[claim] == 1 for claim in term.claims):
            message = f"this '{term.kind}' is held by some and has no other variant"
            yield Problem(term.at or _NOWHERE, "lone-variant", message, "add the other, or leave out 'held-by'")


def _unknown_sources(
    citations: Iterable[Citation], references: References, proposal: Proposal | None
) -> Iterator[Problem]:
    own = {source.id for source in proposal.sources} if proposal else set()
    known = own | set(references.sources)
    for citation in citations:
        if citation.source not in known:
            hint = suggestion(citation.source, known) or "declare it under 'sources'"
            message = f"no source is called '{citation.source}'"
            yield Problem(citation.at or _NOWHERE, "unknown-source", message, hint)


def _unknown_documents(proposal: Proposal, references: References) -> Iterator[Problem]:
    for step in proposal.lineage:
        at = step.at or _NOWHERE
        if step.to == proposal.id:
            yield Problem(at, "own-ancestor", f"'{proposal.id}' cannot descend from itself")
        elif step.to not in references.proposals:
            hint = suggestion(step.to, references.proposals)
            yield Problem(at, "unknown-document", f"no proposal is called '{step.to}'", hint)


def _unanswerable(proposal: Proposal) -> Iterator[Problem]:
    hint = "add 'lineage: [{amends: ID}]'"
    for term in () if proposal.amends else proposal.terms:
        if term.answers:
            message = f"this term answers point {', '.join(term.answers)}, and the document amends none"
            yield Problem(term.at or _NOWHERE, "nothing-amended", message, hint)


def _undeletable(proposal: Proposal) -> Iterator[Problem]:
    """Deletions from no text that is named, or of what that text does not have."""
    striking = [term for term in proposal.terms if term.stance is Stance.STRIKES]
    if not proposal.marks_up:
        hint = "add 'lineage: [{amends: ID}]', or 'revises'"
        for term in striking:
            message = f"this '{term.kind}' is deleted, and the document amends or revises none"
            yield Problem(term.at or _NOWHERE, "nothing-amended", message, hint)
        for one in proposal.struck:
            message = f"point {one.point} is deleted, and the document amends or revises none"
            yield Problem(one.at or _NOWHERE, "nothing-amended", message, hint)
    unfound = [*missing(proposal.struck, proposal.texts)]
    for one in proposal.struck:
        at = one.at or _NOWHERE
        if one.of is not None and one.of not in proposal.marks_up:
            yield Problem(at, "nothing-amended", f"'{one.of}' is none of the documents that it amends or revises")
        elif one in unfound:
            texts = " or ".join(text.id for text in proposal.amended)
            message = f"nothing stands under point {one.point} of {texts} that this could delete"
            yield Problem(at, "nothing-deleted", message, f"'proposals show {proposal.amended[0].id}' has its points")


def _known_whole(proposal: Proposal) -> Iterator[Problem]:
    """What is said to be left out of a text that is known whole: what it does not have it leaves out anyway."""
    for term in proposal.entries:
        if proposal.coverage_of(term.topic) is Coverage.PARTIAL:
            continue
        hint = "leave it out of the file, or call the coverage partial"
        if term.stance is Stance.LEAVES_OUT:
            message = f"this '{term.kind}' is left out of a text that is known whole"
            yield Problem(term.at or _NOWHERE, "left-out", message, hint)
        for key in term.left_out:
            message = f"'{key}' is left out of a text that is known whole"
            yield Problem(term.at or _NOWHERE, "left-out", message, hint)


def _unknown_fields(proposal: Proposal) -> Iterator[Problem]:
    for term in proposal.entries:
        known = [field.key for field in fields_of(type(term))]
        named = [(key, citation.at) for citation in term.citations for key in citation.supports]
        named += [(dispute.field, term.at) for dispute in term.disputes if dispute.field is not None]
        for key, at in named:
            if key not in known:
                message = f"a '{term.kind}' has no field '{key}'"
                yield Problem(at or _NOWHERE, "unknown-field", message, suggestion(key, known))


def _conditional(proposal: Proposal) -> Iterator[Problem]:
    """Terms that say that they have no condition, and state one."""
    for term in proposal.entries:
        for field in compared_fields(type(term)):
            held = getattr(term, field.name)
            if held is not None and term.rules_out(field, held):
                message = f"a term that is unconditional cannot have '{field.key}'"
                hint = (
                    f"leave out 'unconditional' or '{field.key}'; a date or a span after which it binds is no condition"
                )
                yield Problem(term.at or _NOWHERE, "conditional", message, hint)


def _wordless(proposal: Proposal) -> Iterator[Problem]:
    """Provisions that are proposed without their clause: nothing would be compared."""
    for term in proposal.entries:
        if isinstance(term, Provision) and term.text is None and term.stance is Stance.PROPOSES:
            message = "a 'provision' that is proposed has its clause in words"
            yield Problem(term.at or _NOWHERE, "missing-field", message, "add 'text: …'")


def _overfull(proposal: Proposal) -> Iterator[Problem]:
    """Lists of shares of one whole that add up to more than all of it; a percent more is taken for rounding."""
    for term in proposal.entries:
        for field in compared_fields(type(term)):
            held = getattr(term, field.name)
            parts = [item for item in held if isinstance(item, Portion)] if isinstance(held, Members) else []
            total = sum(part.percent or 0 for part in parts)
            if total > _WHOLE:
                message = f"the shares of '{field.key}' add up to {total:g} percent"
                yield Problem(term.at or _NOWHERE, "overfull-shares", message, "they are parts of one whole")
