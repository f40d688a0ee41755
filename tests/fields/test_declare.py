from __future__ import annotations

from typing import Any

import attrs
import pytest

from proposals.errors import InvalidValueError
from proposals.fields.changes import Way
from proposals.fields.declare import (
    Record,
    compared,
    compared_fields,
    declared,
    fields_of,
    leading,
    plain_fields,
    subject,
    subject_fields,
)
from proposals.fields.members import Members
from proposals.fields.scales import MemberSet, Prose, Qualifier, Quantity
from proposals.fields.values import ACTOR, PLACE, TEXT, Words
from proposals.library.bundled import world
from proposals.terms.circumstance import Act, Circumstance
from proposals.vocabulary import Direction

H, L = Direction.HEAVIER, Direction.LIGHTER


@attrs.frozen(kw_only=True)
class Kind:
    by_whom: Members | None = compared(MemberSet(ACTOR), "Who.", bears=True)
    area: float | None = compared(Quantity("km²"), "How much.", heavier=Way.MORE, when_stated=H)
    peacetime: bool | None = compared(Qualifier(), "In peacetime.", when_stated=L)
    note: str | None = compared(Prose(), "What else.")
    from_: tuple[str, ...] = subject(PLACE, "Where.", each=True)
    between: tuple[str, ...] = subject(ACTOR, "Which sides.", together=True, benefits=True)
    about: str = subject(TEXT, "What.")
    aside: int = 0


RECORD = Record(Circumstance, "act")


def _kind(**given: Any) -> Kind:
    return Kind(**{"from_": "UA-14", "between": ("UA", "RU"), "about": "mines"} | given)


def test_a_declaration_says_what_a_field_is() -> None:
    assert [field.key for field in fields_of(Kind)] == [
        "from", "between", "about", "by-whom", "area", "peacetime", "note",
    ]  # fmt: skip
    assert (*subject_fields(Kind), *compared_fields(Kind)) == fields_of(Kind)
    where, between, about, who, *_ = fields_of(Kind)
    assert (where.name, where.each, where.together, where.many, where.required) == ("from_", True, False, True, True)
    assert (between.together, between.many, between.benefits, between.bears) == (True, True, True, False)
    assert (about.many, about.scale, about.definition) == (False, None, "What.")
    assert (who.many, who.bears, who.required, who.domain) == (True, True, False, ACTOR)


def test_values_take_their_one_form() -> None:
    kind = _kind(from_=["UA-65", "UA-14"], by_whom=["PL", "DE"], area=50.0, note=" two\nwords ")
    assert kind.from_ == ("UA-65", "UA-14")
    assert kind.between == ("RU", "UA")
    assert kind.by_whom == Members(("DE", "PL"))
    assert (kind.area, type(kind.area), kind.note) == (50, int, "two words")
    assert _kind() == _kind(from_=("UA-14",), between=["RU", "UA"], about=" mines ")


@pytest.mark.parametrize(
    "given",
    [
        {"from_": ()},
        {"from_": ("UA-14", "UA-14")},
        {"from_": ("../x",)},
        {"from_": None},
        {"between": ["UA", "UA"]},
        {"about": ""},
        {"about": None},
        {"by_whom": "DE"},
        {"by_whom": ["D\x1b"]},
        {"area": -1},
        {"peacetime": False},
        {"note": "\u202e"},
    ],
)
def test_what_a_field_refuses(given: dict[str, Any]) -> None:
    with pytest.raises(InvalidValueError):
        _kind(**given)


def test_stated_fields_are_plain() -> None:
    assert plain_fields(_kind()) == {"from": "UA-14", "between": ["RU", "UA"], "about": "mines"}
    full = _kind(from_=["UA-65", "UA-14"], by_whom=Members(("DE",), open=True), area=0, peacetime=True)
    assert plain_fields(full) == {
        "from": ["UA-65", "UA-14"],
        "between": ["RU", "UA"],
        "about": "mines",
        "by-whom": ["DE", "…"],
        "area": 0,
        "peacetime": True,
    }


@pytest.mark.parametrize(
    ("key", "way", "stated", "direction"),
    [
        ("area", Way.MORE, False, H),
        ("area", Way.LESS, False, L),
        ("area", Way.OTHER, False, None),
        ("area", Way.MORE, True, H),
        ("area", Way.LESS, True, L),
        ("peacetime", Way.MORE, True, L),
        ("peacetime", Way.LESS, True, H),
        ("peacetime", Way.MORE, False, None),
        ("note", Way.MORE, True, None),
        ("note", Way.LESS, True, None),
        ("note", Way.LESS, False, None),
    ],
)
def test_how_a_change_weighs_on_the_bearer(key: str, way: Way, stated: bool, direction: Direction | None) -> None:  # noqa: FBT001
    field = next(field for field in fields_of(Kind) if field.key == key)
    assert field.direction(way, stated=stated) is direction


RECORDS = [
    (Circumstance(act=Act.ATTACK), "attack"),
    (
        Circumstance(act=Act.ATTACK, by=["RU"], against=Members(("UA",), open=True), without="cause"),
        {"attack": {"by": ["RU"], "against": ["UA", "…"], "without": "cause"}},
    ),
]


@pytest.mark.parametrize(("value", "plain"), RECORDS)
def test_a_record_is_written_under_its_leading_word(value: Circumstance, plain: Any) -> None:
    RECORD.check(value)
    assert RECORD.plain(value) == plain


def test_a_record_is_read_from_its_leading_word_alone() -> None:
    assert RECORD.schema() == Words(Act).schema()
    assert RECORD.read("missile strike", world()) == Circumstance(act=Act.MISSILE_STRIKE)
    assert RECORD.lead_field.name == "act"
    assert [field.name for field in RECORD.other_fields] == ["by", "against", "without"]
    with pytest.raises(InvalidValueError, match="'attack' is not a Circumstance"):
        RECORD.check("attack")
    with pytest.raises(InvalidValueError, match="did you mean 'attack'"):
        RECORD.read("atack", world())


@pytest.mark.parametrize(
    ("value", "phrase"),
    [
        (Circumstance(act=Act.ATTACK), "attack"),
        (Circumstance(act=Act.ATTACK, by=["RU"], against=["UA", "PL"]), "attack by RU against PL, UA"),
        (Circumstance(act=Act.MISSILE_STRIKE, without="cause"), "missile-strike without cause"),
    ],
)
def test_a_circumstance_reads_as_a_phrase(value: Circumstance, phrase: str) -> None:
    assert str(value) == phrase


def test_a_domain_is_no_scale_and_a_scale_no_domain() -> None:
    with pytest.raises(InvalidValueError, match=r"a compared field has a scale, not Code.* \(such as MemberSet"):
        compared(ACTOR, "Who.")  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="a subject has a domain, such as ACTOR or PLACE, not MemberSet"):
        subject(MemberSet(ACTOR), "Who.")  # type: ignore[arg-type]


@declared
class Share:
    of: str = leading(Prose(), "Whose it is.")
    percent: float | None = compared(Quantity("percent"), "How much.")


def test_a_declared_class_is_frozen_made_by_keyword_and_equal_by_its_fields() -> None:
    share = Share(of="whoever asks", percent=5)
    assert share == Share(of="whoever asks", percent=5.0)
    assert {share, Share(of="whoever asks", percent=5)} == {share}
    assert share != Share(of="whoever asks")
    assert [field.required for field in fields_of(Share)] == [True, False]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        share.percent = 6  # type: ignore[misc]
    with pytest.raises(TypeError, match="missing 1 required keyword-only argument: 'of'"):
        Share(percent=5)  # type: ignore[call-arg]


def test_the_leading_field_is_always_stated() -> None:
    with pytest.raises(InvalidValueError):
        Share(of=None)  # type: ignore[arg-type]
