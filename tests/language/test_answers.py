"""What a document answers, in a line or two."""

from __future__ import annotations

import re

import attrs

from making import document
from proposals import library
from proposals.comparison.engine import compare
from proposals.comparison.summaries import questions
from proposals.documents.proposal import Proposal
from proposals.fields.declare import compared, subject
from proposals.fields.scales import Quantity
from proposals.fields.values import TEXT
from proposals.language.answers import DISPUTED, ROOM, answer
from proposals.language.names import Lookup
from proposals.language.questions import asks
from proposals.language.sentences import in_brief
from proposals.negotiation.brief import brief
from proposals.provenance import Dispute
from proposals.terms.base import Term
from proposals.terms.economy import Reconstruction
from proposals.terms.forces import ForceLimit
from proposals.terms.implementation import Concluded, EntryIntoForce
from proposals.terms.sovereignty import Sovereignty
from proposals.terms.territory import Withdrawal
from proposals.vocabulary import Coverage, Stance


def answers(*pair: Proposal) -> list[str]:
    """What the two say to the first question of their brief."""
    row, lookup = brief(compare(*pair)).rows[0], Lookup.of(*pair)
    return ["".join(run.text for run in answer(row, at, lookup)) for at in (0, 1)]


def limit(**stated: object) -> ForceLimit:
    return ForceLimit(of=("UA",), **stated)  # type: ignore[arg-type]


def test_it_is_the_main_clause_with_what_differs_and_its_points() -> None:
    one = document("a", limit(personnel=600_000, points=("6",)))
    other = document("b", limit(personnel=800_000, peacetime=True, points=("4", "5")))
    assert answers(one, other) == [
        "Ukraine's armed forces would be limited to 600,000 personnel. [6]",
        "Ukraine's armed forces would be limited to 800,000 personnel in peacetime. [4, 5]",
    ]


def test_why_it_does_not_answer_is_said() -> None:
    one = document("a", limit(personnel=1))
    assert answers(one, document("b"))[1] == "Says nothing on this."
    assert answers(one, document("b", coverage=Coverage.PARTIAL))[1] == "Not reported."


def test_a_deletion_comes_first_with_what_stands_in_its_place() -> None:
    plan, reply = library.load("us-28-point"), library.load("e3-counter")
    told = answers(plan, reply)[1]
    assert told == "Deletes this. [21] Russia and Ukraine would hold talks on territory, covering land swaps. [21]"


def test_a_deletion_of_what_the_other_does_not_state_says_what_is_deleted() -> None:
    struck = document("b", limit(personnel=600_000, points=("6",), stance=Stance.STRIKES), coverage=Coverage.PARTIAL)
    told = "It deletes the clause under which Ukraine's armed forces would be limited to 600,000 personnel. [6]"
    assert answers(document("a", limit(personnel=600_000)), struck)[1] == "Deletes this. [6]"
    assert answers(document("a", limit(personnel=800_000)), struck)[1] == told
    assert answers(struck, document("c"))[0] == told


def test_a_dispute_marks_the_sentence_that_rests_on_it_and_no_other() -> None:
    disputed = limit(personnel=1, disputes=(Dispute(field="personnel", value="2"),))
    elsewhere = limit(personnel=2, disputes=(Dispute(field="peacetime", value="yes"),))
    one, other = answers(document("a", disputed), document("b", elsewhere))
    assert one.endswith(f" {DISPUTED}")
    assert DISPUTED not in other


def test_what_both_say_alike_is_left_out_and_what_one_adds_is_told() -> None:
    shared = Withdrawal(of=("UA",), from_=("UA-14",))
    more = Withdrawal(of=("RU",), from_=("UA-14",))
    assert answers(document("a", shared), document("b", shared, more)) == [
        "Nothing further.",
        "Russian forces would withdraw from the Donetsk region.",
    ]


def test_what_has_no_room_is_counted() -> None:
    one = document("a", limit(personnel=1, stance=Stance.ACCEPTS_IF, if_="all agree"))
    long = document("b", *(Withdrawal(of=(actor,), from_=("UA-14",)) for actor in ("RU", "UA", "US", "FR", "DE")))
    told = answers(document("c"), long)[1]
    assert re.search(r" \(\+\d terms\)$", told)
    assert len(told) < ROOM + 20
    assert answers(one, document("d", limit(personnel=2)))[0].startswith("It accepts that")


def test_fields_that_have_no_room_are_counted_and_one_is_always_told() -> None:
    pair = library.load("us-28-point"), library.load("e3-counter")
    lookup = Lookup.of(*pair)
    (row,) = (one for one in brief(compare(*pair)).rows if one.row.question == "response-to-attack")
    first, second = ("".join(run.text for run in answer(row, at, lookup)) for at in (0, 1))
    assert "This would lapse in the event of" in first
    assert "on the model of NATO's Article 5" in second
    assert "(+1 difference)" in second


def test_a_main_clause_that_leaves_no_room_is_said_without_its_other_fields() -> None:
    pair = library.load("us-28-point"), library.load("twenty-point")
    lookup = Lookup.of(*pair)
    (row,) = (one for one in brief(compare(*pair)).rows if one.row.question == "reconstruction")
    assert "gas infrastructure" not in "".join(run.text for run in answer(row, 1, lookup))
    term = row.said[1][0].position.terms[0]
    assert isinstance(term, Reconstruction)
    assert "gas infrastructure" in in_brief(term, lookup, ()).text


def test_a_main_clause_that_cannot_do_without_its_fields_keeps_them() -> None:
    lookup = Lookup.of()
    whole = limit(personnel=1, peacetime=True)
    assert in_brief(whole, lookup, (), alone=True).text == "Ukraine's armed forces would be limited in size."
    withdrawal = Withdrawal(of=("RU",), from_=("UA-14",))
    assert in_brief(withdrawal, lookup, (), alone=True) == in_brief(withdrawal, lookup, ())


@attrs.frozen(kw_only=True)
class Bridge(Term):
    """A kind that the language has no entry for."""

    kind = "bridge"
    over: str = subject(TEXT, "What it crosses.")
    lanes: int | float | None = compared(Quantity("lanes"), "How many.")


def test_a_kind_without_an_entry_keeps_what_it_states() -> None:
    bridge = Bridge(over="the river", lanes=4)
    told = in_brief(bridge, Lookup.of(), ("lanes",), alone=True)
    assert told == in_brief(bridge, Lookup.of(), ("lanes",))
    assert "4 lanes" in told.text


def test_a_point_answered_by_something_else_is_asked_about_in_the_words_of_each() -> None:
    plan = document("plan", EntryIntoForce(of=(Concluded.AGREEMENT,), points=("1",)))
    reply = document("reply", Sovereignty(of=("UA",), answers=("1",)), amends="plan")
    told = ["How does the agreement enter into force?", "Is Ukraine confirmed as sovereign?"]
    for pair in ((plan, reply), (reply, plan)):
        assert sorted(asks(one.row, Lookup.of(*pair)) for one in questions(compare(*pair))) == told
