"""States and organisations that no register has: a draft knows them, and declares those that it uses."""

from __future__ import annotations

from pathlib import Path

import pycountry
import pytest
import yaml

from drafting_texts import drafted
from proposals import library
from proposals.drafting.cues import read_cues
from proposals.drafting.drafts import Draft
from proposals.drafting.english import draft_names
from proposals.drafting.proposing import proposed
from proposals.drafting.states import Declared
from proposals.drafting.writing import Copy, draft_yaml
from proposals.files.proposals import read_proposal
from proposals.kinds import SecurityGuarantee
from proposals.library.bundled import bundled
from proposals.terms.circumstance import Act, Circumstance
from proposals.world.actors import Actor, ActorKind
from proposals.world.places import PlaceKind

STATES = read_cues(bundled().bundled.folder / "language" / "en" / "drafting").states
KNOWN = library.world()
ALL = draft_names(bundled())
OTHERWISE = {
    "BN": "Brunei Darussalam",
    "BO": "Bolivia, Plurinational State of",
    "CD": "Congo, The Democratic Republic of the",
    "CG": "Congo",
    "FM": "Micronesia, Federated States of",
    "IR": "Iran, Islamic Republic of",
    "KR": "Korea, Republic of",
    "LA": "Lao People's Democratic Republic",
    "MD": "Moldova, Republic of",
    "SY": "Syrian Arab Republic",
    "TW": "Taiwan, Province of China",
    "TZ": "Tanzania, United Republic of",
    "VA": "Holy See (Vatican City State)",
    "VE": "Venezuela, Bolivarian Republic of",
    "VN": "Viet Nam",
}
"""The name that ISO lists where readers know another one."""
MEMBERS_AND_OBSERVERS = 193 + 2
"""The states of the United Nations."""
OTHERS = {"TW"}
"""What else of those that have a code is known."""
TEXT = """\
1. Armenian forces shall withdraw from Georgia.

2. Armenia and Azerbaijan shall stop all fighting.

3. Sanctions on Ukraine are lifted by the African Union.
"""


def draft() -> Draft:
    return drafted(TEXT, "AM", "AZ")


def written(made: Draft) -> str:
    copy = Copy(original="leak.txt", file="leak.text.txt", sha256=made.split.text.sha256, facts={})
    return draft_yaml(made, name="leak", program="proposals 1", date="2026-01-15", copy=copy)


def test_with_those_of_the_registers_they_are_all_states() -> None:
    further = {one.id: one for one in STATES.actors if one.kind is ActorKind.STATE}
    for one in further.values():
        country = pycountry.countries.get(alpha_2=one.id)
        assert country is not None, one.id
        assert OTHERWISE.get(one.id, one.name) == country.name
    states = {one.id for one in KNOWN.actors.actors.values() if one.kind is ActorKind.STATE}
    assert states.isdisjoint(further)
    assert len(states | further.keys()) == MEMBERS_AND_OBSERVERS + len(OTHERS)
    assert further.keys() >= OTHERS
    groups = {one.id for one in STATES.actors if one.kind is ActorKind.GROUP}
    assert further.keys() | groups >= STATES.adjectives.keys()


def test_no_name_is_that_of_two() -> None:
    ALL.actors.check()
    ALL.places.check()
    assert set(STATES.actors) <= set(ALL.actors.actors.values())
    assert set(STATES.places) <= set(ALL.places.places.values())


def test_each_state_is_a_place_as_well() -> None:
    states = {one.id for one in ALL.actors.actors.values() if one.kind is ActorKind.STATE}
    assert states == {one.id for one in ALL.places.places.values() if one.kind is PlaceKind.COUNTRY}


def test_a_draft_declares_those_that_it_names(tmp_path: Path) -> None:
    made = draft()
    held = yaml.safe_load(written(made))
    assert held["places"] == {"GE": {"name": "Georgia", "kind": "country"}}
    assert held["actors"] == {
        "AM": {"name": "Armenia", "kind": "state", "adjective": "Armenian"},
        "AZ": {"name": "Azerbaijan", "kind": "state", "adjective": "Azerbaijani"},
        "African Union": {"name": "African Union", "kind": "organisation"},
    }
    (tmp_path / "leak.text.txt").write_text(made.split.text.text, encoding="utf-8")
    (tmp_path / "leak.yaml").write_text(written(made), encoding="utf-8")
    read = read_proposal(tmp_path / "leak.yaml", KNOWN)
    assert [one.kind for one in read.terms] == [one.term.kind for one in made.terms]
    assert read.world.name("AM") == "Armenia"


def test_a_place_of_no_state_is_declared_as_well() -> None:
    made = drafted("1. Israel withdraws its forces from the Sinai.\n\n2. Egypt's ships may use the Suez Canal.")
    assert yaml.safe_load(written(made))["places"] == {
        "sinai": {"name": "Sinai", "kind": "area", "names": ["Sinai Peninsula"]},
        "suez-canal": {"name": "Suez Canal", "kind": "site"},
    }


def test_a_group_is_a_side_and_is_declared_as_well() -> None:
    title = "Agreement between the Government of Sudan and the Rapid Support Forces"
    made = drafted(f"{title}\n\n1. Both sides stop fighting.\n\n2. Sports.")
    assert yaml.safe_load(written(made))["actors"] == {
        "SD": {"name": "Sudan", "kind": "state", "adjective": "Sudanese"},
        "Rapid Support Forces": {"name": "Rapid Support Forces", "kind": "group", "names": ["RSF"]},
    }


def test_a_draft_that_is_compared_at_once_declares_them_as_well() -> None:
    document = proposed(draft(), program="proposals 1", world=KNOWN)
    assert {one.id for one in document.actors} == {"AM", "AZ", "African Union"}
    assert [one.id for one in document.places] == ["GE"]
    assert document.world.name("AZ") == "Azerbaijan"


def test_what_a_term_names_in_a_circumstance_is_declared_as_well() -> None:
    attacked = Circumstance(act=Act.ATTACK, by=["AM"], against=["GE"])
    made = Declared.of([SecurityGuarantee(to=["UA"], void_if=[attacked])], ["AZ"], ALL, KNOWN)
    assert [one.id for one in made.actors] == ["AM", "AZ", "GE"]
    assert made.places == ()


def test_a_draft_of_what_the_registers_know_declares_nothing() -> None:
    made = drafted("1. Ukraine and Russia shall stop all fighting.", "RU", "UA")
    assert made.terms
    assert not yaml.safe_load(written(made)).keys() & {"places", "actors"}


@pytest.mark.parametrize(("name", "called"), [("AM", "The Army of Mercy"), ("mercy", "Armenia")])
def test_what_a_collection_means_by_a_name_goes_before(name: str, called: str) -> None:
    own = KNOWN.extended([], [Actor(id=name, name=called, kind=ActorKind.GROUP)])
    held = STATES.beside(own)
    assert held.name(name) == called
    assert [one.id for one in held.actors.actors.values() if one.name == "Armenia"] == (
        ["mercy"] if called == "Armenia" else []
    )
    assert held.actors.actors["AZ"].name == "Azerbaijan"
