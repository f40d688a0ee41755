"""What may be done to documents without a change of the verdicts, or with just the change that it asks for."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any

import attrs
import yaml
from hypothesis import given
from hypothesis import strategies as st

from making import document as made
from proposals.comparison.alignment import align_many, with_texts
from proposals.comparison.engine import compare
from proposals.documents.deletions import points_to
from proposals.documents.proposal import Proposal
from proposals.fields.declare import subject_fields
from proposals.files.terms import plain_terms
from proposals.files.writing import proposal_yaml
from proposals.language.names import Lookup
from proposals.negotiation.lines import lines
from proposals.negotiation.matrix import RowVerdict, matrix
from proposals.reports.records import reports as json_report
from proposals.reports.records.comparisons import COMPARISON
from proposals.reports.records.declare import Of
from proposals.terms import KINDS
from proposals.terms.base import Term
from proposals.terms.claims import place_index
from proposals.testing import proposal_chains, proposal_pairs
from proposals.vocabulary import Stance
from spots import PAIRS, WORLD, Spot, facts, held_by, mirrored, own_spots, read_back, report, told

CHAINS = proposal_chains(world=WORLD, least=3, most=3)
_WITH_GROUND = {kind: shape for kind, shape in KINDS.items() if place_index(shape) is not None}
ON_GROUND = proposal_pairs(_WITH_GROUND, world=WORLD)
PLACES = WORLD.places
SILENT = made("nothing-said")


def renamed(document: Proposal, old: str, new: str) -> Proposal:
    """The document with another id for one of the documents, its own or one that it marks up."""
    return attrs.evolve(
        document,
        id=new if document.id == old else document.id,
        lineage=tuple(attrs.evolve(step, to=new if step.to == old else step.to) for step in document.lineage),
        struck=tuple(attrs.evolve(one, of=new if one.of == old else one.of) for one in document.struck),
    )


@given(PAIRS, st.booleans())
def test_the_id_of_a_document_never_changes_a_finding(pair: tuple[Proposal, Proposal], first: bool) -> None:  # noqa: FBT001 -- drawn
    old = pair[0 if first else 1].id
    other = tuple(renamed(one, old, "called-otherwise") for one in pair)
    assert report(compare(*pair)) == report(compare(*other))


def by_spot(pair: Sequence[Proposal]) -> dict[tuple[int, Spot], tuple[Any, ...]]:
    """On each piece of ground of either side which rule holds, what differs and which way."""
    return {
        (at, spot): (finding.rule.id, told(finding.differences), finding.direction)
        for finding in compare(*pair).findings
        for at, side in enumerate((finding.left, finding.right))
        for spot in (own_spots(finding, side) if side.terms else ())
    }


def with_term(document: Proposal, old: Term, *new: Term) -> Proposal:
    """The document with others in the place of one of its terms."""
    terms = [one for term in document.terms for one in (new if term is old else (term,))]
    return attrs.evolve(document, terms=tuple(terms))


def placed(document: Proposal, other: Proposal) -> Iterator[tuple[Term, str]]:
    """The terms that may be said of other ground, each with the name of its field: no alternatives and no answers.

    None where the other document names them by their points.
    """
    for term in document.terms:
        where = place_index(type(term))
        named = term.alternative or term.answers or (term.points and document.id in other.marks_up)
        if where is not None and not named:
            yield term, subject_fields(type(term))[where].name


@given(ON_GROUND)
def test_a_term_on_two_places_is_a_term_on_either(pair: tuple[Proposal, Proposal]) -> None:
    left, right = pair
    for term, name in placed(left, right):
        places = getattr(term, name)
        if not any(PLACES.overlaps(*two) for two in combinations(places, 2)):
            left = with_term(left, term, *(attrs.evolve(term, **{name: (place,)}) for place in places))
    assert by_spot(pair) == by_spot((left, right))


@given(ON_GROUND, st.randoms(use_true_random=False))
def test_a_term_on_wider_ground_says_the_same_of_the_narrower(
    pair: tuple[Proposal, Proposal], chance: random.Random
) -> None:
    left, right = pair
    before = by_spot(pair)
    met = answered(left, right)
    for term, name in placed(left, right):
        if type(term) in met:  # on wider ground it may itself speak to the rest of what is answered or deleted
            continue
        narrow, *others = getattr(term, name)
        near = [
            *others,
            *grounds(one for one in (*left.said, *left.left_out) if one is not term and type(one) is type(term)),
        ]
        wider = [one for one in PLACES.places if one != narrow and PLACES.contains(one, narrow)]
        free = [one for one in wider if not any(PLACES.overlaps(one, other) for other in near)]
        if free:
            widened = with_term(left, term, attrs.evolve(term, **{name: (chance.choice(free), *others)}))
            after = by_spot((widened, right))
            assert {spot: after.get(spot) for spot in before if spot[0] == 0} == {
                spot: said for spot, said in before.items() if spot[0] == 0
            }


def answered(document: Proposal, other: Proposal) -> set[type[Term]]:
    """The kinds of those terms of the other document whose points this one answers or deletes."""
    met = [*(answer for term in document.terms for answer in term.answers), *(one.point for one in document.struck)]
    return {type(one) for one in other.terms for point in one.points if any(points_to(to, point) for to in met)}


def grounds(terms: Iterable[Term]) -> Iterator[str]:
    return (claim.place for term in terms for claim in term.claims if claim.place is not None)


@given(PAIRS)
def test_a_document_and_its_copy_are_one_group_and_change_no_verdict(pair: tuple[Proposal, Proposal]) -> None:
    first, second = pair
    copy = attrs.evolve(first, id="the-copy")
    assert {row.verdict for row in matrix((first, copy), world=WORLD).rows} <= {RowVerdict.SAME, RowVerdict.OPEN}
    if first.id in second.marks_up:
        return
    assert report(compare(first, second)) == report(compare(copy, second))


@given(CHAINS)
def test_a_silent_document_changes_no_line_of_a_matrix(chain: tuple[Proposal, ...]) -> None:
    alone, joined = lines(chain, world=WORLD), lines((*chain, SILENT), world=WORLD)
    assert [line.sides for line in alone] == [line.sides[:-1] for line in joined]
    assert [(line.kind, line.subject, line.excepted, line.answers) for line in alone] == [
        (line.kind, line.subject, line.excepted, line.answers) for line in joined
    ]
    assert {line.sides[-1] for line in joined} <= {()}
    verdicts = [[row.verdict for row in matrix(held, world=WORLD).rows] for held in (chain, (*chain, SILENT))]
    assert verdicts[0] == verdicts[1]


@given(CHAINS)
def test_every_two_documents_of_a_chain_are_mirrored(chain: tuple[Proposal, ...]) -> None:
    held = with_texts(chain)
    for at, left in enumerate(held):
        for right in held[at + 1 :]:
            there, back = compare(left, right), compare(right, left)
            assert Counter(facts(mirrored(one)) for one in there.findings) == report(back)


@given(CHAINS)
def test_every_spot_of_a_chain_is_on_one_line(chain: tuple[Proposal, ...]) -> None:
    for at, document in enumerate(with_texts(chain)):
        held = held_by(document)
        said = {term for terms in held.values() for term in terms}
        on_lines = [line.sides[at] for line in align_many(chain, WORLD) if line.sides[at]]
        assert said <= {term for side in on_lines for term in side} | set(document.terms)
        assert {term.subject for term in said} <= {term.subject for side in on_lines for term in side}


def deletions_give_way(document: Proposal) -> bool:
    """Whether a document answers a point that it deletes or says something else of a kind of which it deletes.

    Its answers and terms go before the deletions, but not before terms of its own that delete the same, on narrower
    ground; JSON does not tell the two apart.
    """
    answered = [point for term in document.terms for point in term.answers]
    pairs = [(one.point, point) for one in document.struck for point in answered]
    kinds = [{term.kind for term in held} for held in (document.deletions, document.terms)]
    return not kinds[0].isdisjoint(kinds[1]) or any(points_to(*pair) or points_to(*pair[::-1]) for pair in pairs)


def from_json(document: Proposal, side: str, record: dict[str, Any]) -> Proposal:
    """A document with the terms that the JSON of a comparison has of it, deletions among them."""
    struck = document.struck if deletions_give_way(document) else ()
    head = proposal_yaml(attrs.evolve(document, terms=(), struck=struck, left_out=()))
    found: dict[str, dict[str, Any]] = {}
    own = {(term.kind, term.subject) for term in document.terms if term.stance is Stance.STRIKES}
    for term in (term for finding in record["findings"] for term in finding[side]["terms"]):
        subject = term["subject"]
        about = (term["kind"], tuple(tuple(one) if isinstance(one, list) else (one,) for one in subject.values()))
        if struck and term["stance"] == str(Stance.STRIKES) and about not in own:
            continue
        said = {term["kind"]: next(iter(subject.values())) if len(subject) == 1 else subject or None}
        rest = {key: term[key] for key in ("stance", "points", "answers")} | term["fields"]
        said |= {
            "left-out": term["left_out"],
            "held-by": [one["id"] for one in term["holders"]],
            "option": term["option"],
        } | rest
        found[json.dumps(said)] = {key: value for key, value in said.items() if value not in ([], "", "proposes")}
    deleted = {claim.key for term in document.deletions for claim in term.claims}  # which says more than left out
    left_out = [term for term in document.left_out if not deleted.issuperset(claim.key for claim in term.claims)]
    terms = [*found.values(), *plain_terms(left_out)]
    return read_back(head + yaml.safe_dump({"terms": terms}, allow_unicode=True))


@given(PAIRS)
def test_a_comparison_goes_through_json_and_back(pair: tuple[Proposal, Proposal]) -> None:
    compared = compare(*pair)
    record = COMPARISON.json(Of(compared, compared), Lookup.of(*pair))
    back = json.loads(json_report.render(record))
    assert back == record
    again = [from_json(one, side, back) for one, side in zip(with_texts(pair), ("left", "right"), strict=True)]
    assert report(compare(*again)) == report(compared)
