from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

import pytest

from proposals.errors import InvalidValueError
from proposals.library.bundled import world
from proposals.world.dates import Deadline
from proposals.world.milestones import Milestone, Milestones, loosely

BUNDLED = world().milestones


def _one(name: str, *after: str, definition: str = "It is done.", names: Iterable[str] = ()) -> Milestone:
    return Milestone(id=name, name=name.replace("-", " "), definition=definition, names=tuple(names), after=after)


def test_the_bundled_list_has_no_fault_and_every_spelling_leads_to_its_milestone() -> None:
    BUNDLED.check()
    for one in BUNDLED.milestones.values():
        found = {BUNDLED.resolve(name) for name in (one.id, one.name, f"the {one.id}", *one.names)}
        assert [held and held.name for held in found] == [one.name]
        assert one.definition.endswith(".")
        assert all(Deadline(name).words == name for name in (one.name, *one.names))
    assert list(BUNDLED.milestones) == sorted(BUNDLED.milestones)


def test_the_order_has_no_circle() -> None:
    held = [BUNDLED.resolve(one) for one in BUNDLED.milestones]
    for one, other in combinations(held, 2):
        assert one is not None
        assert other is not None
        assert not (one.key in other.earlier and other.key in one.earlier)
        assert one.earlier >= {key for key in one.earlier if key == one.key} == set()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("signing", "signature"),
        ("The Ceasefire", "ceasefire"),
        ("lasting peace", "sustainable peace"),
        ("peace", None),
        ("the", None),
    ],
)
def test_words_are_found(words: str, found: str | None) -> None:
    held = BUNDLED.resolve(words)
    assert (held and held.name) == found


def test_an_order_reaches_through_others() -> None:
    made = Milestones.of([_one("c", "b"), _one("b", "a"), _one("a")])
    first, last = made.resolve("a"), made.resolve("c")
    assert first is not None
    assert last is not None
    assert first.key in last.earlier
    assert last.key not in first.earlier


@pytest.mark.parametrize(
    ("milestones", "code", "about"),
    [
        ([_one("a"), _one("a")], "duplicate-milestone", "a"),
        ([_one("a", "b")], "unknown-milestone", "a"),
        ([_one("a", "b"), _one("b", "a")], "circular-milestone", "a"),
        ([_one("a"), _one("b", names=["the A"])], "ambiguous-name", "b"),
    ],
)
def test_what_contradicts_itself(milestones: list[Milestone], code: str, about: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        Milestones.of(milestones).check()
    assert caught.value.code == code
    assert caught.value.about in {about, "b"}


def test_what_a_document_declares_is_known_by_its_declaration_and_not_by_its_id() -> None:
    def key(*own: Milestone) -> str:
        found = BUNDLED.extended(own).resolve(own[-1].id)
        assert found is not None
        return found.key

    first = _one("phase-two", "ceasefire", definition="The second is done.")
    renamed = Milestone(id="second", name="phase two", definition="The second  is done.", after=("ceasefire",))
    assert key(first) == key(renamed)
    assert key(first) != key(_one("phase-two", "signature", definition="The second is done."))
    assert key(first) != key(_one("phase-two", "ceasefire", definition="Another."))
    assert key(_one("signature-two", names=["b", "a"])) == key(_one("signature-two", names=["a", "b"]))
    assert key(first) not in {loosely(one) for one in BUNDLED.milestones}
    assert BUNDLED.extended(()) is BUNDLED
