"""Every term is said in plain sentences, which name and link what they speak of and leave no coded field out."""

from __future__ import annotations

import re

import attrs
import pytest
from manual import statements

import proposals
from proposals.comparison.rows import Row
from proposals.fields.changes import Way
from proposals.fields.declare import compared, compared_fields, fields_of, subject, subject_fields
from proposals.fields.scales import Members, MemberSet, Qualifier, Quantity
from proposals.fields.values import ACTOR, PLACE
from proposals.language.clauses import clauses, common
from proposals.language.sentences import headed, told
from proposals.terms.base import Term
from proposals.terms.circumstance import Act, Circumstance
from proposals.terms.economy import FrozenAssets, Reconstruction
from proposals.terms.forces import ForceLimit
from proposals.terms.guarantees import SecurityGuarantee
from proposals.terms.politics import Elections
from proposals.terms.territory import Recognition, TerritoryStatus
from proposals.vocabulary import Modality, Stance, Word
from proposals.world.dates import Deadline

TERMS = [
    pytest.param(term, id=f"{document.id}-{index}-{term.kind}")
    for document in statements.documents()
    for index, term in enumerate(document.terms, start=1)
]
KEYS = re.compile(r"\{([\w-]*)\??\}")


def said(term: Term) -> str:
    return "".join(piece.text for piece in told(term, statements.lookup()))


@pytest.mark.parametrize("term", TERMS)
def test_it_names_the_kind_the_bearers_and_the_subject(term: Term) -> None:
    text = said(term)
    assert re.fullmatch(r"[A-Z0-9].*\.", text)
    assert term.kind in [piece.explains for piece in told(term, statements.lookup())]
    for actor in term.bearers:
        assert statements.lookup().name(actor)[1:] in text
    for field, ids in zip(subject_fields(type(term)), term.subject, strict=True):
        if field.key not in {"under", "about"}:
            assert all(statements.lookup().name(one)[1:] in text for one in ids)


@pytest.mark.parametrize("term", TERMS)
def test_it_says_every_field_that_is_coded(term: Term) -> None:
    stated = [field for field in compared_fields(type(term)) if getattr(term, field.name) is not None]
    for field in stated:
        other = Modality.SHOULD if term.modality is Modality.MAY else Modality.MAY
        without = other if field.key == "modality" else None
        assert said(attrs.evolve(term, **{field.name: without})) != said(term)
    linked = {piece.explains for piece in told(term, statements.lookup()) if isinstance(piece.explains, Word)}
    words = {held for field in stated if isinstance(held := getattr(term, field.name), Word)}
    assert words <= linked


@pytest.mark.parametrize("row", statements.rows(), ids=lambda row: row.kind)
def test_a_heading_names_the_subject_in_words(row: Row) -> None:
    shape = proposals.KINDS[row.kind]
    pieces = headed(shape, row.subject, statements.lookup())
    text = "".join(piece.text for piece in pieces)
    assert [piece.explains for piece in pieces if piece.explains is not None] == [row.kind]
    assert row.kind not in text or "-" not in row.kind
    for field, ids in zip(subject_fields(shape), row.subject, strict=True):
        if field.key not in {"under", "about"}:
            assert all(statements.lookup().name(one)[1:] in text for one in ids)


def test_every_kind_has_a_heading_and_one_of_a_user_has_its_word() -> None:
    assert [kind for kind in proposals.KINDS if not clauses()[kind].head] == []
    assert (
        "".join(piece.text for piece in headed(Demining, (("UA-63",),), statements.lookup()))
        == "demining: Kharkiv region"
    )


def test_no_page_says_that_there_is_nothing_to_say() -> None:
    assert not any("no field stated" in statements.sentences(term.values[0]) for term in TERMS)


@pytest.mark.parametrize("kind", clauses())
def test_a_clause_speaks_of_fields_that_its_kind_has(kind: str) -> None:
    clause = clauses()[kind]
    own = {field.key: field for field in fields_of(proposals.KINDS[kind])}
    assert {key for main in clause.mains for key in KEYS.findall(main)} <= {*own, "modal"}
    assert clause.phrases.keys() | clause.words.keys() <= own.keys() - common().keys()
    for key, words in clause.words.items():
        known = own[key].scale.domain.words if own[key].scale else own[key].domain.words
        assert set(words) <= set(map(str, known))


def test_what_every_kind_has_is_said_for_every_kind() -> None:
    assert common().keys() | {"modality"} == {field.key for field in fields_of(Term)}


@pytest.mark.parametrize(
    ("changed", "text"),
    [
        ({}, "Ukraine shall hold elections."),
        ({"modality": Modality.SHALL_NOT}, "Ukraine shall not hold elections."),
        ({"modality": Modality.EXPECTED}, "It is expected that Ukraine will hold elections."),
        ({"modality": Modality.INTENDS}, "It is intended that Ukraine will hold elections."),
        ({"stance": Stance.ACCEPTS}, "It accepts that Ukraine shall hold elections."),
        (
            {"stance": Stance.ACCEPTS_IF, "if_": "the fighting stops"},
            "It accepts that Ukraine shall hold elections if the fighting stops.",
        ),
        (
            {"stance": Stance.RESERVES, "reservation": "local elections"},
            "It accepts with a reservation that Ukraine shall hold elections. Excluded or altered: local elections.",
        ),
        ({"stance": Stance.REJECTS}, "It rejects that Ukraine shall hold elections."),
        ({"stance": Stance.DEFERS}, "It defers to later talks whether Ukraine shall hold elections."),
        ({"holders": ("US", "RU")}, "In the variant of the United States and Russia, Ukraine shall hold elections."),
        ({"obligors": Members(["UN"])}, "Ukraine shall hold elections. Who bears it: the United Nations."),
        ({"within": Deadline("100 days of signature")}, "Ukraine shall hold elections within 100 days from signature."),
        (
            {"as_soon_as_possible": True, "after": Deadline("signature"), "before": Deadline("2027")},
            "Ukraine shall hold elections as soon as possible, before 2027, after signature.",
        ),
        (
            {"void_if": Members([Circumstance(act=Act.ATTACK, by=Members(["RU"])), Circumstance(act=Act.BREACH)])},
            "Ukraine shall hold elections. What ends it: attack by Russia; or breach.",
        ),
    ],
)
def test_how_strongly_whose_and_on_what_condition(changed: dict[str, object], text: str) -> None:
    assert said(Elections(in_=("UA",), **changed)) == text


@pytest.mark.parametrize(
    ("term", "text"),
    [
        (ForceLimit(of=("UA",)), "The armed forces of Ukraine shall be limited."),
        (
            TerritoryStatus(places=("UA-43",), recognition=Recognition.NONE, as_="RU"),
            "Crimea shall be recognised to no degree (none) as Russia’s.",
        ),
        (
            SecurityGuarantee(to=("UA",), guarantors=Members([], open=True)),
            "Others shall guarantee the security of Ukraine.",
        ),
        (FrozenAssets(of=("RU",)), "The frozen assets of Russia shall be put to use."),
        (
            Reconstruction(of=("UA",), goal=1_500_000_000),
            "Ukraine shall be rebuilt. How much the funds are to raise: 1.5 billion USD.",
        ),
    ],
)
def test_what_is_not_stated_is_left_out(term: Term, text: str) -> None:
    assert said(term) == text


@attrs.frozen(kw_only=True)
class Demining(Term):
    """Clearing of mines. After a treaty."""

    kind = "demining"
    places: tuple[str, ...] = subject(PLACE, "Where mines are cleared.", each=True)
    by: Members | None = compared(MemberSet(ACTOR), "Who clears them.", bears=True)
    area: int | float | None = compared(Quantity("km²"), "none < some < all.", heavier=Way.MORE)
    supervised: bool | None = compared(Qualifier(), "Under supervision.")


def test_a_kind_without_a_clause_is_said_with_its_own_definitions() -> None:
    term = Demining(places=("UA-14",), by=Members(["UA"]), area=1200, supervised=True)
    assert said(term) == (
        "Demining: Donetsk region shall hold (Clearing of mines). Who clears them: Ukraine. Area: 1,200 km². "
        "Under supervision."
    )
