from __future__ import annotations

from typing import Any, get_args

import attrs
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from proposals.errors import InvalidValueError
from proposals.fields import scales
from proposals.fields.changes import (
    Amount,
    AnotherEvent,
    Bounds,
    Change,
    Inside,
    Membership,
    PathChange,
    Ranked,
    Redline,
    Shift,
    Span,
    Steps,
    Unlike,
    Way,
)
from proposals.fields.declare import Record, compared, compared_fields
from proposals.fields.figures import Figure, Figures
from proposals.fields.inside import paths_between, redline
from proposals.fields.members import Members
from proposals.fields.scales import (
    MemberSet,
    Nominal,
    Ordinal,
    PartialOrder,
    Prose,
    Qualifier,
    Quantity,
    Scale,
    Share,
    Structure,
    Timing,
)
from proposals.fields.values import ACTOR, FLAG, MOMENT, TEXT, Words
from proposals.files.schema import input_schema
from proposals.library.bundled import world
from proposals.terms.base import Term
from proposals.terms.circumstance import Act, Circumstance
from proposals.testing import values
from proposals.vocabulary import Modality
from proposals.words import Word
from proposals.world.dates import Deadline
from proposals.world.milestones import Milestone


class Degree(Word):
    NONE = "none", "No degree."
    SOME = "some", "One step."
    ALL = "all", "Two steps."


# consult < assist < defend, consult < sanction; assist and sanction are not to be compared, other stands alone.
class Promise(Word):
    CONSULT = "consult", "Talk."
    ASSIST = "assist", "Send arms."
    SANCTION = "sanction", "Cut trade."
    DEFEND = "defend", "Send troops."
    OTHER = "other", "Something else."


STRONGER = (
    (Promise.CONSULT, Promise.ASSIST),
    (Promise.ASSIST, Promise.DEFEND),
    (Promise.CONSULT, Promise.SANCTION),
)
ORDER = PartialOrder(Promise, STRONGER)
RECORD = Record(Circumstance, "act")

ACTORS = st.sampled_from(["DE", "FR", "GB", "PL", "US"])
NAMED = st.lists(ACTORS, min_size=1, max_size=4).map(tuple)
LISTS = st.builds(Members, NAMED, open=st.booleans()) | st.just(Members((), open=True))
RECORDS = st.builds(
    Circumstance,
    act=st.sampled_from(Act),
    by=st.none() | LISTS,
    against=st.none() | LISTS,
    without=st.none() | st.sampled_from(["cause", "notice"]),
)
DATES = st.dates().map(str) | st.dates().map("../{}".format) | st.dates().map("{}/..".format)
EVENTS = ["signature", "ratification", "entry into force", "the ceasefire", "Russia pays", "phase two"]
OWN = [Milestone(id="phase-two", name="phase two", definition="The second is done.", after=("ratification",))]
NAMES = world().extended((), (), OWN)
MOMENTS = (
    DATES
    | st.sampled_from([*EVENTS, "2025-11", "2025~", "2 weeks", "14 days", "one month", "30 days, renewable"])
    | st.builds(
        "{} {} {} {}{}".format,
        st.integers(0, 400),
        st.sampled_from(["hours", "days", "weeks", "months", "years"]),
        st.sampled_from(["of", "after", "before"]),
        st.sampled_from(EVENTS),
        st.sampled_from(["", ", renewable"]),
    )
).map(lambda text: MOMENT.read(text, NAMES))
CLAUSES = st.lists(st.sampled_from(["the", "forces", "shall", "leave", "at", "once"]), min_size=1).map(" ".join)

VALUES: dict[Scale, st.SearchStrategy[Any]] = {
    Nominal(Words(Degree)): st.sampled_from(Degree),
    Nominal(ACTOR): ACTORS,
    Ordinal(Degree): st.sampled_from(Degree),
    ORDER: st.sampled_from(Promise),
    Quantity("persons"): st.integers(0, 10**6) | st.floats(0, 10**6).map(lambda drawn: round(drawn, 2)),
    Share(): st.integers(0, 100) | st.floats(0, 100).map(lambda drawn: round(drawn, 4)),
    Quantity("EUR"): values(Figures("EUR"), world()),
    MemberSet(ACTOR): LISTS,
    MemberSet(RECORD): st.builds(Members, st.lists(RECORDS, min_size=1, max_size=4).map(tuple), open=st.booleans()),
    Timing(): MOMENTS,
    Qualifier(): st.just(value=True),
    Qualifier(Words(Degree)): st.sampled_from(Degree),
    Prose(): CLAUSES,
    Structure(RECORD): RECORDS,
}
IDS = [f"{scale.name} of {scale.domain.noun}" for scale in VALUES]
PAIRS = st.sampled_from(list(VALUES)).flatmap(
    lambda scale: st.tuples(st.just(scale), VALUES[scale].map(scale.tidy), VALUES[scale].map(scale.tidy)),
)


def test_every_scale_is_tried_here() -> None:
    declared = {held for held in vars(scales).values() if isinstance(held, type) and issubclass(held, Scale)}
    assert {type(scale) for scale in VALUES} == declared - {Scale}
    assert len({scale.name for scale in VALUES}) == len(declared) - 1


@given(PAIRS)
def test_values_are_equal_that_have_one_meaning(drawn: tuple[Scale, Any, Any]) -> None:
    scale, left, right = drawn
    assert (left == right) is (scale.meaning(left) == scale.meaning(right))


@given(PAIRS)
def test_values_are_of_their_scale(drawn: tuple[Scale, Any, Any]) -> None:
    scale, value, _ = drawn
    scale.check(value)
    assert scale.tidy(value) == value
    assert scale.__doc__


FIELDS = {scale: f"field_{number}" for number, scale in enumerate(VALUES)}
TRIED = attrs.make_class(
    "Tried",
    {name: compared(scale, "Tried.") for scale, name in FIELDS.items()},
    bases=(Term,),
    class_body={"kind": "tried"},
    frozen=True,
    kw_only=True,
)
SCHEMA = Draft202012Validator(input_schema({"tried": TRIED}))


@given(PAIRS)
def test_values_are_valid_where_a_file_writes_them(drawn: tuple[Scale, Any, Any]) -> None:
    scale, value, _ = drawn
    term = {"tried": None, FIELDS[scale].replace("_", "-"): scale.plain(value)}
    SCHEMA.validate({"id": "one", "title": "One", "date": "2030", "terms": [term]})


@given(PAIRS)
def test_exchanging_the_sides_mirrors_the_change(drawn: tuple[Scale, Any, Any]) -> None:
    scale, left, right = drawn
    assume(left != right)
    change = scale.change(left, right)
    assert isinstance(change, get_args(Change))
    assert scale.change(right, left) == change.mirrored()


@given(PAIRS, st.none() | st.sampled_from(Way))
def test_a_rejection_covers_the_rejected_value_itself(drawn: tuple[Scale, Any, Any], way: Way | None) -> None:
    scale, value, _ = drawn
    assert scale.covers(value, value, way)


@pytest.mark.parametrize("scale", VALUES, ids=IDS)
@pytest.mark.parametrize("value", [None, object(), ["X\n"], "\x1b", -1], ids=["none", "object", "list", "escape", "-1"])
def test_what_is_of_no_scale(scale: Scale, value: Any) -> None:
    with pytest.raises(InvalidValueError):
        scale.check(scale.tidy(value))


def _clock(text: str) -> Deadline:
    return MOMENT.read(text, NAMES)


DE, FR, GB = "DE", "FR", "GB"
CHANGES = [
    (Nominal(ACTOR), DE, FR, Unlike()),
    (Qualifier(Words(Degree)), Degree.SOME, Degree.ALL, Unlike()),
    (Ordinal(Degree), Degree.NONE, Degree.ALL, Steps(2)),
    (Ordinal(Degree), Degree.ALL, Degree.SOME, Steps(-1)),
    (ORDER, Promise.CONSULT, Promise.DEFEND, Ranked(Way.MORE)),
    (ORDER, Promise.DEFEND, Promise.CONSULT, Ranked(Way.LESS)),
    (ORDER, Promise.ASSIST, Promise.SANCTION, Ranked(Way.OTHER)),
    (ORDER, Promise.OTHER, Promise.CONSULT, Ranked(Way.OTHER)),
    (Quantity("persons"), 600_000, 800_000, Amount(600_000, 800_000, "persons")),
    (Share(), 50, 90, Amount(50, 90, "percent")),
    (Quantity("USD"), Figure(low=90), 90, Bounds(Way.LESS)),
    (Quantity("USD"), Figure(high=90), 90, Bounds(Way.MORE)),
    (Quantity("USD"), Figure(80, 90), Figure(85, 95), Bounds(Way.MORE)),
    (Quantity("USD"), Figure(80, 90), Figure(82, 85), Bounds(Way.OTHER)),
    (Quantity("USD"), 90, Figure(90, 90, currency="EUR"), Bounds(Way.OTHER)),
    (Quantity("USD"), Figure(90, 90, per="year"), Figure(80, 80, per="year"), Bounds(Way.LESS)),
    (Quantity("USD"), Figure(90, 90, per="year"), Figure(90, 90, per="day"), Bounds(Way.OTHER)),
    (Share(), Figure(50, 60), 70, Bounds(Way.MORE)),
    (MemberSet(ACTOR), Members((DE, FR)), Members((FR, GB)), Membership((GB,), (DE,), (FR,), True, True)),  # noqa: FBT003
    (MemberSet(ACTOR), Members((DE,)), Members((DE,), open=True), Membership((), (), (DE,), True, False)),  # noqa: FBT003
    (Timing(), _clock("2025-11-20"), _clock("2025-11-27"), Shift(7.0)),
    (Timing(), _clock("100 days of signature"), _clock("30 days of signature"), Shift(-70.0)),
    (Timing(), _clock("signature"), _clock("30 days after signing"), Shift(30.0)),
    (Timing(), _clock("1 month"), _clock("30 days"), Shift(None)),
    (Timing(), _clock("30 days"), _clock("30 days, renewable"), Shift(0.0, Way.MORE)),
    (Timing(), _clock("30 days, renewable"), _clock("60 days"), Shift(30.0, Way.LESS)),
    (Timing(), _clock("100 days"), _clock("100 days of signature"), Shift(None)),
    (Timing(), _clock("signature"), _clock("2026-06-01"), Shift(None)),
    (Timing(), _clock("signature"), _clock("ratification"), AnotherEvent(Way.MORE)),
    (Timing(), _clock("phase two"), _clock("signature"), AnotherEvent(Way.LESS)),
    (Timing(), _clock("ceasefire"), _clock("full ceasefire"), AnotherEvent(Way.OTHER)),
    (Timing(), _clock("60 days of signature"), _clock("30 days of ratification"), AnotherEvent(Way.OTHER)),
    (Timing(), _clock("30 days of signature"), _clock("30 days of ratification"), AnotherEvent(Way.MORE)),
    (Timing(), _clock("30 days of x"), _clock("60 days of the X"), Shift(30.0)),
    (Timing(), Deadline("phase two"), _clock("phase two"), AnotherEvent(Way.OTHER)),
    (
        Timing(),
        _clock("Russia pays"),
        _clock("Russia has paid"),
        Redline((Span("Russia", "Russia"), Span("pays", "has paid"))),
    ),
    (Timing(), _clock("Russia pays"), _clock("2027"), Redline((Span("Russia pays", "2027"),))),
    (Prose(), "leave at once", "leave later", Redline((Span("leave", "leave"), Span("at once", "later")))),
    (
        Structure(RECORD),
        Circumstance(act=Act.ATTACK, by=[DE]),
        Circumstance(act=Act.ATTACK, by=[FR], without="cause"),
        Inside(
            (
                PathChange("attack.by", DE, None),
                PathChange("attack.by", None, FR),
                PathChange("attack.without", None, "cause"),
            ),
        ),
    ),
    (
        Structure(RECORD),
        Circumstance(act=Act.ATTACK),
        Circumstance(act=Act.BREACH),
        Inside((PathChange("", "attack", "breach"),)),
    ),
]


@pytest.mark.parametrize(("scale", "left", "right", "change"), CHANGES)
def test_what_a_scale_says(scale: Scale, left: Any, right: Any, change: Change) -> None:
    scale.check(left)
    scale.check(right)
    assert scale.change(left, right) == change


ATTACK = Circumstance(act=Act.ATTACK, by=[DE], against=[FR])


@pytest.mark.parametrize(
    ("left", "right", "added", "removed", "altered"),
    [
        (
            [ATTACK],
            [Circumstance(act=Act.ATTACK, by=[GB], against=[FR])],
            (),
            (),
            (Inside((PathChange("attack.by", DE, None), PathChange("attack.by", None, GB))),),
        ),
        (
            [],
            [ATTACK, Circumstance(act=Act.ATTACK, by=[GB])],
            ({"attack": {"by": [DE], "against": [FR]}}, {"attack": {"by": [GB]}}),
            (),
            (),
        ),
        (
            [ATTACK],
            [Circumstance(act=Act.ATTACK, by=[GB]), Circumstance(act=Act.ATTACK)],
            ("attack", {"attack": {"by": [GB]}}),
            ({"attack": {"by": [DE], "against": [FR]}},),
            (),
        ),
    ],
    ids=["one altered", "two added", "no telling which was altered"],
)
def test_records_in_a_list_are_paired_by_their_leading_word_where_it_is_the_only_one(
    left: list[Circumstance],
    right: list[Circumstance],
    added: tuple[Any, ...],
    removed: tuple[Any, ...],
    altered: tuple[Inside, ...],
) -> None:
    change = MemberSet(RECORD).change(Members(tuple(left)), Members(tuple(right)))
    assert change == Membership(added, removed, (), True, True, altered)  # noqa: FBT003


@given(LISTS, LISTS)
def test_no_member_is_lost_or_told_twice(left: Members, right: Members) -> None:
    change = MemberSet(ACTOR).change(left, right)
    assert sorted((*change.added, *change.common)) == sorted(right)
    assert sorted((*change.removed, *change.common)) == sorted(left)
    assert change.added_for_certain is not left.open
    assert change.removed_for_certain is not right.open


COVERED = [
    (Nominal(ACTOR), DE, FR, None, False),
    (Qualifier(), True, True, None, True),
    (Ordinal(Degree), Degree.SOME, Degree.ALL, Way.MORE, True),
    (Ordinal(Degree), Degree.SOME, Degree.ALL, None, False),
    (Ordinal(Degree), Degree.SOME, Degree.NONE, Way.MORE, False),
    (Ordinal(Degree), Degree.SOME, Degree.NONE, Way.LESS, True),
    (ORDER, Promise.ASSIST, Promise.DEFEND, Way.MORE, True),
    (ORDER, Promise.ASSIST, Promise.CONSULT, Way.MORE, False),
    (ORDER, Promise.ASSIST, Promise.SANCTION, Way.MORE, False),
    (Quantity("persons"), 600, 800, Way.MORE, True),
    (Quantity("persons"), 600, 800, Way.LESS, False),
    (Quantity("persons"), 600, 800, None, False),
    (Share(), 50, 20, Way.LESS, True),
    (Quantity("persons"), Figure(low=600), 800, None, True),
    (Quantity("persons"), Figure(600, 900), Figure(600, 800), None, True),
    (Quantity("persons"), Figure(600, 900), Figure(low=600), None, False),
    (Quantity("persons"), Figure(600, 900), Figure(low=600), Way.MORE, True),
    (Quantity("USD"), Figure(low=600), Figure(800, 800, "EUR"), Way.MORE, False),
    (MemberSet(ACTOR), Members((DE,)), Members((DE, FR)), None, True),
    (MemberSet(ACTOR), Members((DE, FR)), Members((DE,)), None, False),
    (Timing(), _clock("2025"), _clock("2027"), Way.MORE, True),
    (Timing(), _clock("2025"), _clock("2027"), Way.LESS, False),
    (Timing(), _clock("signature"), _clock("2027"), Way.MORE, False),
    (Prose(), "at once", "at last", None, False),
]


@pytest.mark.parametrize(("scale", "rejected", "proposed", "way", "covers"), COVERED)
def test_what_a_rejection_covers(scale: Scale, rejected: Any, proposed: Any, way: Way | None, covers: bool) -> None:  # noqa: FBT001
    assert scale.covers(rejected, proposed, way) is covers


@given(st.sampled_from(Promise), st.sampled_from(Promise), st.sampled_from(Promise))
def test_a_partial_order_is_transitive_and_has_no_circles(one: Promise, two: Promise, three: Promise) -> None:
    def above(low: Promise, high: Promise) -> bool:
        return ORDER.change(low, high).way is Way.MORE

    assert not above(one, one)
    assert not (above(one, two) and above(two, one))
    assert not (above(one, two) and above(two, three)) or above(one, three)


@given(st.lists(ACTORS), st.booleans())
def test_members_stand_in_one_order_and_once(names: list[str], open_: bool) -> None:  # noqa: FBT001
    members = Members(tuple(names), open=open_)
    assert members == Members(tuple(reversed(names + names)), open=open_)
    assert list(members) == sorted(set(names))
    assert all(name in members for name in names)
    assert "XX" not in members


@given(st.lists(RECORDS, max_size=4), st.randoms())
@example([Circumstance(act=Act.ATTACK, by=Members((DE,), open=True)), Circumstance(act=Act.ATTACK, by=[DE])], None)
def test_records_stand_in_one_order(records: list[Circumstance], random: Any) -> None:
    shuffled = list(reversed(records))
    if random:
        random.shuffle(shuffled)
    assert Members(tuple(records)) == Members(tuple(shuffled))


def test_a_closed_list_names_somebody() -> None:
    with pytest.raises(InvalidValueError, match="a list names at least one, or is open"):
        MemberSet(ACTOR).check(Members(()))
    MemberSet(ACTOR).check(Members((), open=True))


def test_a_list_of_python_is_a_closed_list() -> None:
    scale = MemberSet(ACTOR)
    assert scale.tidy([FR, DE]) == scale.tidy((DE, FR)) == Members((DE, FR))
    assert scale.plain(Members((FR, DE), open=True)) == [DE, FR, "…"]
    assert scale.plain(Members((), open=True)) == ["…"]


@given(CLAUSES, CLAUSES)
def test_a_redline_gives_back_both_texts(left: str, right: str) -> None:
    spans = redline(left, right).spans
    assert " ".join(filter(None, (span.left for span in spans))) == left
    assert " ".join(filter(None, (span.right for span in spans))) == right
    assert all(span.left or span.right for span in spans)


def test_a_redline_does_not_count_blanks() -> None:
    assert redline("a  b", "a b\n").spans == (Span("a b", "a b"),)


def test_long_texts_of_the_same_few_words_are_told_as_one_replaced_by_the_other() -> None:
    left, right = "shall " * 2000 + "leave", "shall " * 2000 + "stay"
    assert redline(left, right) == Redline((Span(left, right),))
    assert redline(right, left) == redline(left, right).mirrored()


def test_searches_without_end_are_given_up_and_a_long_clause_is_told_word_by_word() -> None:
    left, right = " ".join(["a", "b"] * 400), " ".join(["b", "a", "a"] * 300)
    assert redline(left, right) == Redline((Span(left, right),))
    words = [f"word{at}" if at % 3 else "the" for at in range(900)]
    changed = [*words[:400], "another", *words[401:]]
    assert len(redline(" ".join(words), " ".join(changed)).spans) == 3


LEAVES = st.none() | st.integers(-9, 9) | st.sampled_from(["a", "b"])
LISTED = st.lists(st.sampled_from("ab"), unique=True, min_size=1).map(sorted)
JSON = st.recursive(
    LEAVES,
    lambda inner: LISTED | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from("abc"), JSON), st.dictionaries(st.sampled_from("abc"), JSON))
def test_paths_are_told_exactly_where_values_differ(left: dict[str, Any], right: dict[str, Any]) -> None:
    paths = paths_between(left, right)
    assert (paths == ()) == (left == right)
    assert [path.path for path in paths] == sorted(path.path for path in paths)
    assert "\\x00" not in repr(paths)


def test_a_list_that_is_there_on_one_side_only_is_told_as_it_is_written() -> None:
    assert paths_between(
        {"attack": {"against": ["UA"]}}, {"attack": {"against": ["UA"], "by": ["RU", "BY"], "of": {"a": 1}}}
    ) == (
        PathChange("attack.by", None, ["RU", "BY"]),
        PathChange("attack.of", None, {"a": 1}),
    )


def test_the_bundled_ladder_of_modality_leaves_permission_and_prohibition_apart() -> None:
    scale = next(field.scale for field in compared_fields(Term) if field.name == "modality")
    assert scale is not None
    assert scale.change(Modality.EXPECTED, Modality.SHALL) == Ranked(Way.MORE)
    for word in (Modality.MAY, Modality.SHALL_NOT):
        assert scale.change(word, Modality.SHALL) == Ranked(Way.OTHER)


def test_flags_and_text_are_the_domains_of_qualifiers_and_prose() -> None:
    assert Qualifier().domain is FLAG
    assert Prose().domain is TEXT


def test_a_list_holds_whom_it_names_also_where_it_is_open() -> None:
    members = Members(("UA", "RU"), open=True)
    assert ("RU" in members, "US" in members, [*members]) == (True, False, ["RU", "UA"])
