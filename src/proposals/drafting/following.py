"""A draft beside an earlier document: what it seems to mark up, delete and answer; or a new version of a drafted text.

An earlier document of somebody else says what the points of this text may be an answer to. An earlier version of this
text has been decided on already: where its words stand as they did, the decisions are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeVar

import attrs

from proposals.documents.proposal import Proposal
from proposals.drafting.drafts import SOURCE, Descent, Draft, DraftGap, DraftTerm, Kept, plain_of
from proposals.drafting.overlapping import beside_another, overlapping
from proposals.drafting.states import Declared
from proposals.fields.declare import subject_fields
from proposals.fields.values import Plain
from proposals.provenance import Citation, find_quote
from proposals.strings import beginning, pointed
from proposals.terms.base import Term
from proposals.texts.pairing import Fate, Pair, paired
from proposals.texts.points import Split
from proposals.vocabulary import Link
from proposals.world.world import World

_SHOWN: Final = 80
_Held = TypeVar("_Held")


def following(draft: Draft, earlier: Proposal) -> Draft:
    """The draft as a descendant of a document of which it has no text.

    It *amends* that one where at least half of what both speak of stands under the same numbers, or else *revises* it.
    Points that an editor says are deleted are struck, and a term that meets none of the document answers the points of
    its own number where nothing else does. Nothing is added where the two have nothing in common.
    """
    theirs = {claim.key: term for term in earlier.terms for claim in term.claims}
    met = [(one, other) for one in draft.terms if (other := _meeting(one.term, theirs)) is not None]
    struck = tuple(one for one in draft.deleted if any(one in term.points for term in earlier.terms))
    alike = sum(not set(one.points).isdisjoint(other.points) for one, other in met)
    if not met and not struck:
        return draft
    if not struck and 2 * alike < len(met):
        return attrs.evolve(draft, descent=Descent(link=Link.REVISES, to=earlier.id))
    answered = {id(other) for _, other in met}
    free = {point for term in earlier.terms if id(term) not in answered for point in term.points if point not in struck}
    return attrs.evolve(
        draft,
        terms=tuple(
            one if _meeting(one.term, theirs) else attrs.evolve(one, answers=tuple(p for p in one.points if p in free))
            for one in draft.terms
        ),
        gaps=tuple(gap for gap in draft.gaps if gap.point not in draft.deleted or gap.point not in struck),
        descent=Descent(link=Link.AMENDS, to=earlier.id, struck=struck),
    )


def _meeting(term: Term, held: Mapping[str, _Held]) -> _Held | None:
    """What stands in a mapping by one of the claims of a term."""
    return next((held[claim.key] for claim in term.claims if claim.key in held), None)


def updating(draft: Draft, earlier: Proposal, before: Split) -> Draft:
    """The draft as a new version of a text that was drafted, and decided on, before; ``before`` is that text.

    Terms and gaps of a point whose words are the same are those of the earlier version. Of a point whose words differ
    its terms are kept as well, with remarks on what to look at again, and what is read there anew beside them. What has
    no point in this text any more is a gap.
    """
    pairs = paired(before, draft.split).pairs
    now = {point.label: pair for pair in pairs for point in pair.left}
    settled = _settled(pairs, earlier)
    read_anew = [one for one in draft.terms if not settled.issuperset(one.points)]
    own = next(one.id for one in earlier.sources if one.file)
    kept = [*_kept(earlier, now, draft.split, own, read_anew)]
    keys = {claim.key for one in kept for claim in one.term.claims}
    further = [one for one in read_anew if keys.isdisjoint(claim.key for claim in one.term.claims)]
    left = overlapping(further, [one.term for one in kept], _known(draft.own, earlier.world))
    return attrs.evolve(
        draft,
        terms=tuple(one for one in further if one not in left),
        gaps=(
            *_gaps(earlier, now),
            *(gap for gap in draft.gaps if gap.point not in settled),
            *map(beside_another, left),
        ),
        kept=tuple(kept),
        version=_renewed(earlier, own, draft.split.text.text),
        descent=Descent(link=Link.REVISES, to=earlier.id),
    )


def _known(own: Declared, world: World) -> World:
    """The names of the earlier version and those that the draft declares."""
    return world.extended(
        (one for one in own.places if one.id not in world.places.places),
        (one for one in own.actors if one.id not in world.actors.actors),
    )


def _renewed(earlier: Proposal, own: str, text: str) -> Proposal:
    """The earlier version, with what it cites from its text cited from this one."""

    def cited(held: Iterable[Citation]) -> tuple[Citation, ...]:
        return tuple(_anchored(one, own, text) for one in held)

    return attrs.evolve(
        earlier,
        struck=tuple(attrs.evolve(one, citations=cited(one.citations)) for one in earlier.struck),
        lineage=tuple(attrs.evolve(one, citations=cited(one.citations)) for one in earlier.lineage),
    )


def _settled(pairs: Iterable[Pair], earlier: Proposal) -> set[str]:
    """The points of this text whose words are those of an earlier point that has a term or a gap."""
    coded = {point for term in earlier.entries for point in term.points} | {gap.point for gap in earlier.gaps}
    return {pair.right[0].label for pair in pairs if pair.fate is Fate.SAME and pair.left[0].label in coded}


def _kept(
    earlier: Proposal, now: Mapping[str, Pair], split: Split, own: str, read_anew: Iterable[DraftTerm]
) -> Iterator[Kept]:
    """The terms of the earlier version that have a point in this text, or none at all."""
    anew = {claim.key: one for one in read_anew for claim in one.term.claims}
    text = split.text.text
    for term in earlier.entries:
        labels = _labels(term, now)
        if term.points and not labels:
            continue
        cited = tuple(_anchored(one, own, text) for one in term.citations)
        remarks = [*_remarks(term, now)]
        disputes = tuple(
            attrs.evolve(one, citations=tuple(_anchored(held, own, text) for held in one.citations))
            for one in term.disputes
        )
        other = _meeting(term, anew)
        if remarks and other is not None:
            remarks += [*_otherwise(term, other)]
        here = attrs.evolve(term, points=labels, citations=cited, disputes=disputes)
        yield Kept(term=here, remarks=tuple(remarks))


def _labels(term: Term, now: Mapping[str, Pair]) -> tuple[str, ...]:
    pairs = (now[point] for point in term.points if point in now)
    return tuple(dict.fromkeys(point.label for pair in pairs for point in pair.right))


def _anchored(citation: Citation, own: str, text: str) -> Citation:
    """A citation of the earlier text as one of this text, without its passage where that stands here no more."""
    if citation.source != own:
        return citation
    stands = citation.quote is not None and find_quote(citation.quote, text)
    return attrs.evolve(citation, source=SOURCE, quote=citation.quote if stands else None)


def _remarks(term: Term, now: Mapping[str, Pair]) -> Iterator[str]:
    """What became of the points of a term, where that is not nothing."""
    for point in term.points:
        pair = now.get(point)
        if pair is None or pair.fate is Fate.SAME:
            continue
        words = next(one.text for one in pair.left if one.label == point)
        if not pair.right:
            yield f"its point {point} is not in this text: “{beginning(words, _SHOWN)}”"
        else:
            yield f"the words have changed; they were: “{beginning(words, _SHOWN)}”"


def _otherwise(term: Term, other: DraftTerm) -> Iterator[str]:
    """What the words say now, as far as they were read, and the term does not."""
    held: dict[str, Plain] = term.plain()
    subject = {field.key for field in subject_fields(type(other.term))}
    for key, plain in plain_of(other.values).items():
        if key not in subject and held.get(key) != plain:
            yield f"the words now say '{key}: {plain}'"


def _gaps(earlier: Proposal, now: Mapping[str, Pair]) -> Iterator[DraftGap]:
    """The gaps of the earlier version under their points here, and one for each point that is gone with its terms."""
    for gap in earlier.gaps:
        if gap.point is None:
            yield DraftGap(point="", what=gap.what)
        elif gap.point in now:
            yield from (DraftGap(point=point.label, what=gap.what) for point in now[gap.point].right)
    for label, pair in now.items():
        kinds = [term.kind for term in earlier.entries if label in term.points and not _labels(term, now)]
        if pair.fate is Fate.GONE and kinds:
            words = beginning(pair.left[0].text, _SHOWN)
            what = f"{pointed([label])} of the earlier version, “{words}”, is not in this text"
            yield DraftGap(point="", what=f"{what}; left out with it: {', '.join(dict.fromkeys(kinds))}")
