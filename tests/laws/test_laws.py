"""The laws that every comparison keeps, whatever the documents: each a property of documents drawn by hypothesis."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
import yaml
from deepdiff import DeepDiff
from hypothesis import given, settings
from hypothesis import strategies as st

import telling
from proposals.comparison.alignment import with_texts
from proposals.comparison.engine import compare, meet
from proposals.comparison.findings import Finding
from proposals.comparison.summaries import questions, topics
from proposals.documents.proposal import Proposal
from proposals.fields.changes import AnotherEvent, Way
from proposals.fields.declare import compared_fields, subject_fields
from proposals.fields.members import Members
from proposals.fields.values import MOMENT, Code
from proposals.files.writing import proposal_yaml
from proposals.measures.similarity import Item, similarity
from proposals.terms.base import Term
from proposals.testing import term_pairs
from proposals.vocabulary import Relation
from proposals.world.dates import Deadline
from spots import (
    DOCUMENTS,
    PAIRS,
    WORLD,
    Spot,
    contents,
    facts,
    held_by,
    meant,
    mirrored,
    own_spots,
    read_back,
    report,
    said_on,
    spots,
    without_provenance,
)


@given(DOCUMENTS)
def test_a_document_compared_with_itself_has_only_same(document: Proposal) -> None:
    comparison = compare(document, document)
    assert {finding.relation for finding in comparison.findings} <= {Relation.SAME}
    assert all(not finding.differences and finding.direction is None for finding in comparison.findings)
    assert bool(comparison.findings) is bool(document.terms)


@given(PAIRS)
def test_exchanging_the_documents_mirrors_the_comparison(pair: tuple[Proposal, Proposal]) -> None:
    left, right = pair
    there, back = compare(left, right), compare(right, left)
    assert there.counts() == back.counts()
    assert Counter(facts(mirrored(one)) for one in there.findings) == report(back)
    verdicts = [{one.topic: one.verdict for one in topics(questions(found))} for found in (there, back)]
    assert verdicts[0] == verdicts[1]


@given(PAIRS)
def test_every_key_of_every_term_is_in_exactly_one_finding(pair: tuple[Proposal, Proposal]) -> None:
    comparison = compare(*pair)
    for index, document in enumerate(with_texts(pair)):
        governed = held_by(document)
        deleted = {spot for term in document.deletions for spot in spots(type(term), term.subject)}
        seen: Counter[Spot] = Counter()
        for finding in comparison.findings:
            side = (finding.left, finding.right)[index]
            for spot in own_spots(finding, side) if side.terms else ():
                seen[spot] += 1
                held = [_as_said(term, document) for term in governed.get(spot, ())]
                assert all(term in side.terms for term in held)
                assert held or spot in deleted
        assert all(seen[spot] == 1 for spot in governed)
        assert all(count == 1 for count in seen.values())
        assert {id(term) for terms in governed.values() for term in terms} == {id(term) for term in document.terms}


def _as_said(term: Term, document: Proposal) -> Term:
    """A term as it is compared: a deletion with the values that it deletes."""
    return document.said[document.terms.index(term)]


@given(DOCUMENTS, st.randoms(use_true_random=False))
def test_order_and_provenance_are_never_a_difference(document: Proposal, chance: random.Random) -> None:
    other = attrs.evolve(
        without_provenance(document),
        terms=tuple(chance.sample(without_provenance(document).terms, len(document.terms))),
    )
    assert {finding.relation for finding in compare(document, other).findings} <= {Relation.SAME}


@given(PAIRS, st.randoms(use_true_random=False))
def test_order_and_provenance_never_change_a_finding(pair: tuple[Proposal, Proposal], chance: random.Random) -> None:
    def seen(documents: tuple[Proposal, ...]) -> Counter[tuple[Any, ...]]:
        return report(compare(*(without_provenance(one) for one in documents)))

    shuffled = tuple(attrs.evolve(one, terms=tuple(chance.sample(one.terms, len(one.terms)))) for one in pair)
    assert seen(pair) == seen(shuffled)
    prints = [{one.fingerprint for one in compare(*documents).findings} for documents in (pair, shuffled)]
    assert prints[0] == prints[1]


def respelt(moment: Deadline, chance: random.Random) -> Deadline:
    """The same moment written in another way: in other units, after another preposition, by another name."""
    if moment.date:
        return moment
    words = moment.words
    if moment.event:
        known = next(one for one in WORLD.milestones.milestones.values() if one.name == moment.event.name)
        words = chance.choice([known.id, known.name.upper(), *known.names, f"the {known.id}"])
    if moment.span is None:
        return MOMENT.read(words, WORLD)
    sizes = {"hours": 1, "days": 24, "weeks": 168} if moment.span.unit == "hours" else {"months": 1, "years": 12}
    unit, size = chance.choice([(unit, size) for unit, size in sizes.items() if moment.span.count % size == 0])
    text = f"{moment.span.count // size} {unit}{chance.choice([' (renewable)', ', renewable']) * moment.renewable}"
    side = "before" if moment.before else chance.choice(["of", "after", "from"])
    return MOMENT.read(f"{text} {side} {words}" if words else text, WORLD)


def with_moments_respelt(document: Proposal, chance: random.Random) -> Proposal:
    return attrs.evolve(
        document,
        terms=tuple(
            attrs.evolve(
                term,
                **{
                    field.name: respelt(held, chance)
                    for field in compared_fields(type(term))
                    if isinstance(held := getattr(term, field.name), Deadline)
                },
            )
            for term in document.terms
        ),
    )


@given(DOCUMENTS, st.randoms(use_true_random=False))
def test_equal_spellings_of_a_moment_are_never_a_difference(document: Proposal, chance: random.Random) -> None:
    other = with_moments_respelt(document, chance)
    assert {finding.relation for finding in compare(document, other).findings} <= {Relation.SAME}
    assert other == document


@given(PAIRS, st.randoms(use_true_random=False))
def test_equal_spellings_of_a_moment_never_change_a_verdict(
    pair: tuple[Proposal, Proposal], chance: random.Random
) -> None:
    def seen(documents: tuple[Proposal, ...]) -> Counter[tuple[Any, ...]]:
        found = compare(*documents).findings
        return Counter(
            (one.rule.id, one.subject, one.direction, tuple((each.field, each.change.way) for each in one.differences))
            for one in found
        )

    assert seen(pair) == seen(tuple(with_moments_respelt(one, chance) for one in pair))


@given(DOCUMENTS)
def test_how_accents_are_coded_is_never_a_difference(document: Proposal) -> None:
    held = yaml.load(proposal_yaml(document), yaml.BaseLoader)  # noqa: S506 -- strings, lists and mappings only
    text = yaml.dump(held, allow_unicode=True, default_style='"')
    assert read_back(unicodedata.normalize("NFD", text)) == document


def test_events_of_two_documents_that_share_an_id_by_accident_are_told_apart() -> None:
    def plan(name: str, definition: str) -> Proposal:
        return read_back(
            f"id: {name}\ntitle: {name}\ndate: 2026\ncoverage: complete\n"
            f"milestones:\n  phase-two: {{name: phase two, definition: {definition}, after: ceasefire}}\n"
            "terms:\n- ceasefire: [RU, UA]\n  until: phase two\n- territorial-talks: [RU, UA]\n  after: ceasefire\n",
        )

    one, other, alike = (
        plan("one", "The forces are gone."),
        plan("other", "Elections are held."),
        plan("alike", "The forces are gone."),
    )
    for left, right in ((one, other), (other, one)):
        (difference,) = [each for finding in compare(left, right).findings for each in finding.differences]
        assert difference.change == AnotherEvent(Way.OTHER)
    assert {finding.relation for finding in compare(one, alike).findings} == {Relation.SAME}


TOPICS_OF = {"coverage", "topics", "under"}
"""Keys of files whose values are topics: an actor may have the id of one."""


def with_own_ids_renamed(document: Proposal) -> Proposal:
    """The document as it reads with other ids for the places and actors that it declares."""
    own = [one.id for one in (*document.places, *document.actors)]

    def walked(held: Any) -> Any:
        if isinstance(held, dict):
            return {walked(key): value if key in TOPICS_OF else walked(value) for key, value in held.items()}
        return [walked(one) for one in held] if isinstance(held, list) else f"x-{held}" if held in own else held

    written = yaml.load(proposal_yaml(document), yaml.BaseLoader)  # noqa: S506 -- strings, lists and mappings only
    return read_back(yaml.dump(walked(written), allow_unicode=True))


@given(PAIRS)
def test_the_ids_of_what_a_document_declares_never_change_a_verdict(pair: tuple[Proposal, Proposal]) -> None:
    def seen(documents: tuple[Proposal, ...]) -> Counter[tuple[Any, ...]]:
        compared = compare(*documents)

        def named(finding: Finding) -> Iterator[frozenset[str]]:
            codes = [isinstance(field.domain, Code) for field in subject_fields(finding.line.shape)]
            for code, held in zip((*codes, True), (*finding.subject, finding.excepted), strict=True):
                yield frozenset(map(compared.world.name, held) if code else held)  # a word may be spelt as an id is

        return Counter(
            (
                finding.rule.id,
                finding.direction,
                tuple(named(finding)),
                tuple(one.field for one in finding.differences),
            )
            for finding in compared.findings
        )

    left, right = pair
    assert seen(pair) == seen((left, with_own_ids_renamed(right))) == seen(tuple(map(with_own_ids_renamed, pair)))


@given(DOCUMENTS, st.booleans(), st.booleans(), st.sampled_from([20, 80, 4000]), st.sampled_from([None, "'", '"']))
def test_layout_is_never_a_difference(
    document: Proposal,
    flow: bool,  # noqa: FBT001 -- drawn
    sort: bool,  # noqa: FBT001 -- drawn
    width: int,
    style: str | None,
) -> None:
    held = yaml.load(proposal_yaml(document), yaml.BaseLoader)  # noqa: S506 -- strings, lists and mappings only
    terms = held.get("terms", [])
    held["terms"] = [dict(reversed(term.items())) for term in terms] if sort else terms
    text = yaml.dump(
        held, allow_unicode=True, default_flow_style=flow, sort_keys=sort, width=width, default_style=style
    )
    assert read_back(f"# {width}\n\n{text}\n") == document


@given(DOCUMENTS)
def test_a_document_written_as_yaml_reads_back_equal(document: Proposal) -> None:
    assert read_back(proposal_yaml(document)) == document


@given(PAIRS)
def test_the_findings_applied_to_the_left_give_the_right(pair: tuple[Proposal, Proposal]) -> None:
    left, right = with_texts(pair)
    text = {spot: contents(terms) for spot, terms in said_on(left).items()}
    written: dict[Spot, frozenset[tuple[Any, ...]]] = {}
    answered: set[Spot] = set()
    for finding in compare(*pair).findings:
        if finding.left.terms:
            for spot in own_spots(finding, finding.left):
                assert text.pop(spot) <= contents(finding.left.terms)
        if finding.right.terms:
            written |= dict.fromkeys(own_spots(finding, finding.right), applied(finding))
        if finding.answer:
            answered |= own_spots(finding, finding.left) | own_spots(finding, finding.right)
    expected = {spot: contents(terms) for spot, terms in said_on(right).items()}
    assert text.keys() | (expected.keys() - written.keys()) <= answered  # deletions that an answer stands for
    assert written.items() <= expected.items()


def applied(finding: Finding) -> frozenset[tuple[Any, ...]]:
    """What the right says, from what the left says and how the two differ; taken whole where nothing was compared."""
    if finding.open or not finding.left.terms or finding.left.terms[0].kind != finding.right.terms[0].kind:
        return contents(finding.right.terms)
    held = finding.left.terms[0].plain() | {"stance": str(finding.right.state)}
    for difference in finding.differences:
        held[difference.field] = difference.right
    stated = meant({key: value for key, value in held.items() if value is not None}, type(finding.left.terms[0]))
    return frozenset({(json.dumps(stated, sort_keys=True), ())})


@given(PAIRS)
def test_an_estimate_lies_in_its_range_which_has_no_width_where_all_is_known(pair: tuple[Proposal, Proposal]) -> None:
    found = similarity(*pair)
    for held in (found.overall, *(one for _, one in found.topics())):
        assert 0 <= held.low <= (held.low if held.value is None else held.value) <= held.high <= 1
        assert (held.value is None) is (held.shared == 0 or 3 * held.shared < held.total)
    known = attrs.evolve(found, items=tuple(item for item in found.items if wholly_known(item))).overall
    assert known.shared == known.total
    if known.value is not None:
        assert (known.low, known.high) == (pytest.approx(known.value), pytest.approx(known.value))


def wholly_known(item: Item) -> bool:
    """Whether nothing of a finding is silent, not reported or open, and there is an estimate."""
    finding = item.finding
    terms = (*finding.left.terms, *finding.right.terms)
    lists = [getattr(term, field.name) for term in terms for field in compared_fields(type(term))]
    return (
        item.reach.value is not None
        and not finding.open
        and not any(isinstance(held, Members) and held.open for held in lists)
        and not any(difference.lack or difference.unreported for difference in finding.differences)
    )


@given(term_pairs(world=WORLD))
@settings(max_examples=max(300, settings.default.max_examples))
def test_the_fields_that_differ_are_those_that_deepdiff_finds(pair: tuple[Term, Term]) -> None:
    left, right = pair
    found = DeepDiff(every_field(left), every_field(right), view="tree", threshold_to_diff_deeper=0)
    expected = {level.path(output_format="list")[0] for levels in found.values() for level in levels}
    assert {difference.field for difference in meet(left, right).differences} == expected


def every_field(term: Term) -> dict[str, Any]:
    """All compared fields as plain values in their one spelling, with ``None`` for what is not stated."""
    plain = meant(term.plain(), type(term))
    return {field.key: plain.get(field.key) for field in compared_fields(type(term))}


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_same_input_gives_the_same_bytes_under_any_hash_seed(seed: str) -> None:
    run = [sys.executable, "-W", "error", telling.__file__]
    made = subprocess.run(run, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True)  # noqa: S603
    assert made.stdout.decode() == telling.findings_of_the_collection()
