from __future__ import annotations

import inspect
import pickle
import re
from copy import deepcopy
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import pytest

import proposals
from proposals import vocabulary
from proposals.errors import InvalidValueError
from proposals.fields.declare import compared_fields
from proposals.fields.scales import Ordinal, PartialOrder
from proposals.strings import first_hidden
from proposals.terms import KINDS
from proposals.terms.territory import Recognition
from proposals.vocabulary import Direction, Modality, Relation, Stance, Topic, Verdict
from proposals.words import Degree, Word


def _lists() -> list[type[Word]]:
    names = [found.name for found in walk_packages(proposals.__path__, "proposals.") if "__main__" not in found.name]
    modules = [vocabulary, *(import_module(name) for name in names)]
    found = {held for module in modules for _, held in inspect.getmembers(module, inspect.isclass)}
    lists = (held for held in found if issubclass(held, Word) and held not in {Word, Degree})
    return sorted(lists, key=lambda one: one.__name__)


LISTS = _lists()


@pytest.mark.parametrize("words", LISTS, ids=lambda words: words.__name__)
def test_every_word_is_defined_and_plain(words: type[Word]) -> None:
    assert words.__doc__
    for word in words:
        assert re.fullmatch(r"[A-Z1-6].*|[a-zé0-9]+(?:(?:[ '-]|, )[a-z0-9]+)*", str(word)), word
        assert word.definition.endswith("."), word
        assert first_hidden(word.definition) is None
    assert len({word.definition for word in words}) == len(words)


@pytest.mark.parametrize("words", LISTS, ids=lambda words: words.__name__)
def test_no_two_words_of_a_list_are_read_alike(words: type[Word]) -> None:
    loose = [str(word).casefold().replace("-", " ") for word in words]
    assert len(set(loose)) == len(loose)


def test_a_word_is_written_as_files_hold_it_and_is_no_text() -> None:
    assert str(Stance.REFUSES) == f"{Stance.REFUSES}" == "refuses to discuss"
    assert type(str(Stance.REFUSES)) is str
    assert repr(Stance.REFUSES) == "Stance.REFUSES"
    assert Stance("refuses to discuss") is Stance.REFUSES
    assert not isinstance(Stance.REFUSES, str)
    assert Stance.REFUSES != "refuses"
    with pytest.warns(UserWarning, match=r"Stance.REFUSES is not text, so it does not equal 'refuses to discuss'"):
        assert Stance.REFUSES != "refuses to discuss"
    assert len({Stance.REFUSES, "refuses to discuss", Relation.SAME, Verdict.SAME, "same"}) == 5
    for again in (pickle.loads(pickle.dumps(Stance.REFUSES)), deepcopy(Stance.REFUSES)):
        assert again is Stance.REFUSES


def test_a_word_is_found_from_itself_and_from_its_text() -> None:
    assert Topic.of("forces") is Topic.of(Topic.FORCES) is Topic.FORCES
    assert Topic.each(["forces", Topic.FORCES, "justice"]) == {Topic.FORCES, Topic.JUSTICE}
    assert Topic.each(()) == frozenset()


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("force", r"'force' is not a word of Topic \(did you mean 'forces'\?\)"),
        ("Qqqq", r"'Qqqq' is not a word of Topic \(one of: sovereignty, territory, .*, other\)"),
        (Relation.SAME, r"Relation.SAME is not a word of Topic \(one of: "),
        (None, "None is not a word of Topic"),
        ([], r"\[\] is not a word of Topic"),
    ],
)
def test_what_is_no_word_of_the_list_is_refused_with_those_that_are(given: Any, message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        Topic.of(given)
    with pytest.raises(InvalidValueError, match=message):
        Topic.each([given])


@pytest.mark.parametrize("given", ["forces", Topic.FORCES, None, 3])
def test_one_word_is_not_several(given: Any) -> None:
    with pytest.raises(InvalidValueError, match="several words of Topic are taken, not"):
        Topic.each(given)


def test_words_of_an_ordered_list_compare_by_rank() -> None:
    assert Modality.SHALL > Modality.SHOULD >= Modality.SHOULD > Modality.EXPECTED
    assert Modality.MAY <= Modality.MAY
    assert max(Recognition) is Recognition.DE_JURE
    assert sorted([Modality.SHALL, Modality.INTENDS]) == [Modality.INTENDS, Modality.SHALL]


@pytest.mark.parametrize(
    ("one", "other", "message"),
    [
        (Modality.MAY, Modality.SHALL, "Modality.MAY and Modality.SHALL are neither weaker nor stronger"),
        (Modality.SHALL, Modality.SHALL_NOT, "Modality.SHALL and Modality.SHALL_NOT are neither weaker nor stronger"),
        (Modality.SHALL, Recognition.DE_JURE, "Modality.SHALL is ordered among the words of its own list, not beside"),
        (Modality.SHALL, "shall", "Modality.SHALL is ordered among the words of its own list, not beside 'shall'"),
        (Stance.PROPOSES, Stance.REJECTS, "'<' not supported"),
    ],
)
def test_words_without_an_order_are_not_ordered(one: Any, other: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        _ = one < other


def test_a_ladder_of_words_is_that_of_their_list() -> None:
    ordered = [field.measure for kind in KINDS.values() for field in compared_fields(kind)]
    assert {scale.words for scale in ordered if isinstance(scale, Ordinal)} <= set(Degree.__subclasses__())
    (ladder,) = {scale.stronger for scale in ordered if isinstance(scale, PartialOrder) and scale.words is Modality}
    assert all(weaker < stronger for weaker, stronger in ladder)  # type: ignore[operator]  # all are degrees


def test_an_unknown_word_is_refused() -> None:
    with pytest.raises(ValueError, match="agrees"):
        Stance("agrees")


def test_rank_is_the_place_in_the_list() -> None:
    assert [word.rank for word in Modality] == list(range(len(Modality)))


@pytest.mark.parametrize(
    ("direction", "mirror"),
    [
        (Direction.HEAVIER, Direction.LIGHTER),
        (Direction.LIGHTER, Direction.HEAVIER),
        (Direction.MIXED, Direction.MIXED),
    ],
)
def test_directions_have_a_mirror(direction: Direction, mirror: Direction) -> None:
    assert direction.reversed() is mirror
