from __future__ import annotations

import inspect
import json
import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

import proposals
from proposals import vocabulary
from proposals.strings import first_hidden
from proposals.vocabulary import Direction, Modality, Stance, Word


def _lists() -> list[type[Word]]:
    names = [found.name for found in walk_packages(proposals.__path__, "proposals.") if "__main__" not in found.name]
    modules = [vocabulary, *(import_module(name) for name in names)]
    found = {held for module in modules for _, held in inspect.getmembers(module, inspect.isclass)}
    return sorted((held for held in found if issubclass(held, Word) and held is not Word), key=lambda one: one.__name__)


LISTS = _lists()


@pytest.mark.parametrize("words", LISTS, ids=lambda words: words.__name__)
def test_every_word_is_defined_and_plain(words: type[Word]) -> None:
    assert words.__doc__
    for word in words:
        assert re.fullmatch(r"[A-Z1-6].*|[a-zé0-9]+(?:(?:[ '-]|, )[a-z0-9]+)*", word), word
        assert word.definition.endswith("."), word
        assert first_hidden(word.definition) is None
    assert len({word.definition for word in words}) == len(words)


@pytest.mark.parametrize("words", LISTS, ids=lambda words: words.__name__)
def test_no_two_words_of_a_list_are_read_alike(words: type[Word]) -> None:
    loose = [word.casefold().replace("-", " ") for word in words]
    assert len(set(loose)) == len(loose)


def test_a_word_is_the_string_that_files_hold() -> None:
    assert Stance.REFUSES == "refuses to discuss"
    assert str(Stance.REFUSES) == f"{Stance.REFUSES}" == "refuses to discuss"
    assert type(str(Stance.REFUSES)) is str
    assert json.dumps([Stance.REFUSES]) == '["refuses to discuss"]'
    assert Stance("refuses to discuss") is Stance.REFUSES
    assert {Stance.REFUSES: 1}["refuses to discuss"] == 1


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
