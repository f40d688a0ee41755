"""What other drafters read: nothing gets through that the words of its own point do not say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs
import pytest

from drafting_texts import SIDES, english
from proposals.drafting.drafts import Draft, DraftTerm, plain_of
from proposals.drafting.english import gate, tried
from proposals.drafting.gate import Passed
from proposals.drafting.others import OtherDrafter, Reading
from proposals.errors import InvalidValueError, ProposalsError
from proposals.library.bundled import bundled
from proposals.texts.lines import plain
from proposals.texts.points import Split, split
from proposals.texts.raw import RawText

TEXT = """\
1. Ukraine keeps no more than 700,000 personnel under arms, from 15 February 2027 on, in peacetime.

2. The army of Belarus stays as it is.

3. Point 1 is deleted.
"""


@attrs.frozen
class Fixed:
    """A drafter that reads the same from one point, whatever stands there."""

    readings: tuple[Any, ...]
    label: str = "1"
    about: Mapping[str, str] = {}

    def read(self, label: str, text: str) -> Iterable[Reading]:
        assert text
        return self.readings if label == self.label else ()


def points() -> Split:
    return split(RawText.of("plan.txt", plain(TEXT)))


def reading(field: str, value: Any, quote: str, kind: str = "force-limit", term: int = 0) -> Reading:
    return Reading(kind=kind, field=field, value=value, quote=quote, term=term)


def passed(*readings: Reading, label: str = "1") -> Passed:
    return gate(bundled()).read(Fixed(readings, label), points())


OF = reading("of", "UA", "Ukraine keeps")


def kept(*readings: Reading) -> dict[str, Any]:
    """The values of the one term that passes, besides whose forces it is about."""
    (one,) = passed(OF, *readings).by_point["1"]
    assert isinstance(one, DraftTerm)
    assert all(value.inferred for value in one.values)
    return {key: held for key, held in plain_of(one.values).items() if key != "of"}


@pytest.mark.parametrize(
    ("field", "value", "quote", "held"),
    [
        ("personnel", 700_000, "no more than 700,000 personnel", 700_000),
        ("personnel", "700k", "no more than 700,000 personnel", 700_000),
        ("after", "2027-02-15", "from 15 February 2027 on", "2027-02-15"),
        ("peacetime", "yes", "in peacetime", True),
        ("modality", "shall", "keeps no more", "shall"),
        ("obligors", ["Ukraine"], "Ukraine", ["UA"]),
        ("obligors", "UA", "Ukraine", ["UA"]),
        ("if", "in peacetime", "on, in peacetime", "in peacetime"),
    ],
)
def test_what_the_words_of_the_point_say_passes(field: str, value: Any, quote: str, held: Any) -> None:
    assert kept(reading(field, value, quote)) == {field: held}


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (
            reading("personnel", 700_000, "no more than 700.000 personnel"),
            "a quotation that does not stand in its point",
        ),
        (reading("personnel", 700_000, "no more  than 700,000"), "a quotation that does not stand in its point"),
        (reading("personnel", 700_000, " "), "a quotation that does not stand in its point"),
        (reading("of", "BY", "The army of Belarus"), "a quotation that does not stand in its point"),
        (reading("personnel", 600_000, "700,000 personnel"), "a value that the quotation does not say"),
        (reading("of", "PL", "Ukraine keeps"), "a name that the quotation does not say"),
        (reading("of", "Atlantis", "Ukraine keeps"), "a value that its field does not take"),
        (reading("after", "2027-02-16", "15 February 2027"), "a date that the quotation does not say"),
        (reading("modality", "must", "keeps"), "a value that its field does not take"),
        (reading("peacetime", "no", "in peacetime"), "a value that its field does not take"),
        (reading("if", "in wartime", "in peacetime"), "words that the quotation does not say"),
        (reading("peacetime", [True], "in peacetime"), "a list where one value is meant"),
        (
            reading("void-if", {"attack": {"by": "UA"}}, "Ukraine"),
            "a value of several parts, which no quotation can show",
        ),
        (reading("of", "UA", "Ukraine", kind="ceiling"), "a kind that does not exist"),
        (reading("height", 5, "Ukraine"), "a field that its kind does not have"),
    ],
    ids=lambda one: one if isinstance(one, str) else f"{one.field} {one.value} {one.quote}",
)
def test_what_they_do_not_say_is_dropped_and_counted(wrong: Reading, why: str) -> None:
    found = passed(wrong, wrong)
    assert found.dropped == {why: 2}
    assert found.by_point["1"] == ()


def test_an_amount_with_a_bound_is_no_exact_one_unless_the_field_is_a_ceiling_itself() -> None:
    text = split(RawText.of("plan.txt", plain("1. Europe gives Ukraine at least €90 billion.")))
    quote = "Ukraine at least €90 billion"
    for value, passes in (("EUR 90bn", False), ("at least EUR 90bn", True)):
        given = (("to", "UA"), ("amount", value))
        readings = tuple(reading(key, held, quote, "contribution") for key, held in given)
        found = gate(bundled()).read(Fixed(readings), text)
        assert ("a value that the quotation does not say" in found.dropped) is not passes, found


def test_an_open_list_stays_open() -> None:
    assert kept(reading("obligors", ["UA", "…"], "Ukraine")) == {"obligors": ["UA", "…"]}


def test_terms_of_one_kind_are_told_apart_by_number_and_the_first_value_of_a_field_stands() -> None:
    again = reading("of", "UA", "Ukraine", term=1)
    found = passed(OF, reading("of", "UA", "Ukraine"), again).by_point["1"]
    assert [one.values[0].end for one in found if isinstance(one, DraftTerm)] == [16, 10]


def made(*readings: Reading, label: str = "1") -> Draft:
    return english(*SIDES).draft(points(), passed(*readings, label=label).by_point)


def test_what_passes_is_a_term_beside_those_of_the_rules_or_joins_one_of_them() -> None:
    (one,) = made(OF, reading("after", "2027-02-15", "15 February 2027")).terms
    assert (one.term.kind, one.points, one.inferred[-1]) == ("force-limit", ("1",), "after")


def test_a_term_without_its_subject_is_a_gap_where_nothing_else_is_known_of_the_point() -> None:
    lacking = reading("peacetime", "yes", "as it is")
    (gap,) = (one for one in made(lacking, label="2").gaps if one.point == "2")
    assert gap.what == "another drafter reads 'force-limit' here, and no words say what it is about"
    assert gap.nearest == ("force-limit",)


def test_values_that_make_no_term_are_a_gap() -> None:
    leaves_out = reading("membership", "excluded", "stays", kind="alliance-membership")
    sides = reading("between", ["BY", "BY"], "Belarus", kind="ceasefire")
    gaps = [one.what for one in made(sides, leaves_out, label="2").gaps if one.point == "2"]
    assert gaps[0].startswith("another drafter reads 'ceasefire' here, but ")


def test_a_point_that_is_an_editors_remark_has_no_term_whoever_reads_one() -> None:
    assert not any("3" in one.points for one in made(reading("peacetime", "yes", "deleted"), label="3").terms)


def test_a_drafter_that_fails_is_told_with_the_point() -> None:
    class Failing(Fixed):
        def read(self, label: str, text: str) -> Iterable[Reading]:
            raise OSError(f"no answer to {label}, {text[:4]}")

    with pytest.raises(ProposalsError, match=r"the other drafter fails at point 1: OSError: no answer to 1, Ukra"):
        gate(bundled()).read(Failing(()), points())


def test_what_is_no_reading_is_refused() -> None:
    with pytest.raises(ProposalsError, match="the other drafter returns dict for point 1, no reading"):
        gate(bundled()).read(Fixed(({},)), points())
    with pytest.raises(InvalidValueError, match="'quote' of a Reading takes text, not None"):
        Reading(kind="ceasefire", field="between", value="UA", quote=None)  # type: ignore[arg-type]


def test_a_drafter_is_whatever_has_what_it_needs() -> None:
    assert isinstance(Fixed(()), OtherDrafter)
    assert not isinstance(object(), OtherDrafter)


def test_a_drafter_is_tried_on_a_text_with_the_names_of_a_library() -> None:
    assert tried(Fixed((OF,)), TEXT) == tried(Fixed((OF,)), TEXT, library=bundled()) == passed(OF)
