"""Every term is said in plain sentences that leave no stated field out, whatever its kind, stance and modality."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proposals import library
from proposals.fields.changes import Way
from proposals.fields.declare import Field, Record, compared, fields_of, subject
from proposals.fields.members import Members
from proposals.fields.numbers import Number
from proposals.fields.patterns import Id
from proposals.fields.scales import MemberSet, Nominal, Qualifier, Quantity
from proposals.fields.values import ACTOR, DAY, PLACE, Code, Flag, Moment, Words
from proposals.language import Lookup, deadline_words, heading, name, sentence
from proposals.language.amounts import figure_words
from proposals.language.questions import question_words
from proposals.language.sentences import heading_pieces, label, sentence_pieces
from proposals.terms import KINDS
from proposals.terms.base import Term
from proposals.terms.ceasefire import Ceasefire
from proposals.terms.circumstance import Act, Circumstance
from proposals.terms.claims import Subject
from proposals.terms.economy import FrozenAssets, Reconstruction
from proposals.terms.forces import ForceLimit, ForeignForces
from proposals.terms.guarantees import SecurityGuarantee
from proposals.terms.humanitarian import Displacement, MovementRight
from proposals.terms.justice import ClaimsWaiver
from proposals.terms.non_aggression import NonInvasion
from proposals.terms.politics import Elections
from proposals.terms.provision import Provision
from proposals.terms.territory import Recognition, TerritoryStatus
from proposals.testing.fields import by_need
from proposals.testing.fields import values as values_of
from proposals.vocabulary import Modality, Stance, Topic
from proposals.world.actors import Actor, ActorKind
from proposals.world.dates import Date, Deadline

LOOKUP = Lookup.of(*library.proposals())
ENGLISH = LOOKUP.language
WORLD = library.world()
TERMS = [
    pytest.param(term, id=f"{document.id}-{index}-{term.kind}")
    for document in library.proposals()
    for index, term in enumerate(document.terms, start=1)
]
FORMS = ("name", "bare", "possessive", "adjective", "indefinite", "stem")


_drawn = cache(lambda shape: by_need(shape, WORLD))


@st.composite
def any_of(draw: st.DrawFn, shape: type[Term]) -> Term:
    """A term of the kind with some of its fields or with all, of any stance and modality."""
    needed, optional = _drawn(shape)
    chosen = draw(st.just(list(optional)) | st.lists(st.sampled_from(list(optional)), unique=True))
    held = {field: draw(strategy) for field, strategy in needed.items()}
    held |= {field: draw(optional[field]) for field in chosen}
    stance = draw(st.just(Stance.PROPOSES) | st.sampled_from(list(Stance)))
    for answer, field in ((Stance.ACCEPTS_IF, "if_"), (Stance.RESERVES, "reservation")):
        if stance is answer:
            held[field] = held.get(field) or "the fighting stops"
    holders = draw(st.just(()) | st.lists(values_of(ACTOR, WORLD), min_size=1, max_size=2, unique=True).map(tuple))
    if stance is Stance.LEAVES_OUT:  # held by nobody
        holders = ()
    return shape(**held, stance=stance, holders=holders)


def wordings(field: Field, held: Any, shape: type[Term]) -> set[str]:
    """The texts of which one must stand in the sentence for a single value; empty where none is asked for."""
    domain = field.domain
    if isinstance(domain, Words):
        clause = ENGLISH.clauses.get(shape.kind)
        own = clause.words.get(field.key, {}) if clause else {}
        entry = own.get(str(held)) or ENGLISH.words[type(held).__name__][str(held)]
        return set(entry.values())
    if isinstance(domain, Code):
        return {text for form in FORMS if (text := name(held, LOOKUP, form))}
    if isinstance(domain, Number):
        return {figure_words(held, unit, ENGLISH) for unit in ("", domain.unit)}
    if isinstance(domain, Moment):
        return {deadline_words(held, ENGLISH), deadline_words(held, ENGLISH, moment=True)}
    if isinstance(domain, Id):
        return {held.replace("-", " "), str(name(held, LOOKUP))}
    return set() if isinstance(domain, Flag) else {str(held).rstrip(".")}


def values(shape: type[Any], owner: Any) -> list[tuple[Field, Any]]:
    """Every stated value, one by one, those inside records among them."""
    found: list[tuple[Field, Any]] = []
    for field in fields_of(shape):
        held = getattr(owner, field.name)
        for one in () if held is None else held if field.many else (held,):
            found += values(field.domain.shape, one) if isinstance(field.domain, Record) else [(field, one)]
    return found


@pytest.mark.laws
@pytest.mark.parametrize("kind", KINDS)
@given(st.data())
@settings(max_examples=12)
def test_every_stated_value_is_in_the_sentence(kind: str, data: st.DataObject) -> None:
    term = data.draw(any_of(KINDS[kind]))
    text = sentence(term, LOOKUP).casefold()
    for field, held in values(type(term), term):
        if field.key == "modality" and (term.modality, term.stance) != (Modality.SHALL, Stance.REJECTS):
            assert {piece.text for piece in sentence_pieces(term, LOOKUP) if piece.explains is term.modality}
        elif isinstance(held, Act):
            assert any(piece.explains is held for piece in sentence_pieces(term, LOOKUP))
        elif field.key != "modality" and not isinstance(field.domain, Flag):
            assert any(one.casefold() in text for one in wordings(field, held, type(term))), (field.key, held, text)
    for holder in term.holders:
        assert any((name(holder, LOOKUP, form) or "~").casefold() in text for form in FORMS)


@pytest.mark.laws
@pytest.mark.parametrize("kind", KINDS)
@given(st.data())
@settings(max_examples=12)
def test_without_a_field_the_sentence_is_another(kind: str, data: st.DataObject) -> None:
    term = data.draw(any_of(KINDS[kind]))
    needed = {Stance.ACCEPTS_IF: "if", Stance.RESERVES: "reservation"}.get(term.stance)
    whole = sentence(term, LOOKUP)
    for field in fields_of(type(term)):
        if field.scale is not None and field.key not in {"modality", needed} and getattr(term, field.name) is not None:
            assert sentence(attrs.evolve(term, **{field.name: None}), LOOKUP) != whole, field.key


@pytest.mark.laws
@pytest.mark.parametrize("kind", KINDS)
@given(st.data())
@settings(max_examples=5)
def test_a_heading_names_the_subject(kind: str, data: st.DataObject) -> None:
    term = data.draw(any_of(KINDS[kind]))
    pieces = heading_pieces(type(term), term.subject, LOOKUP)
    assert [piece.explains for piece in pieces if piece.explains is not None] == [kind]
    text = heading(type(term), term.subject, LOOKUP)
    assert re.fullmatch(r"[A-Z0-9].*", text)
    for field, held in values(type(term), term):
        if field.scale is None and field.key != "under":
            assert any(one.casefold() in text.casefold() for one in wordings(field, held, type(term)))


@pytest.mark.parametrize("term", TERMS)
def test_what_the_collection_says_is_in_order(term: Term) -> None:
    text = sentence(term, LOOKUP)
    assert re.fullmatch(r"[A-Z0-9$].*\.", text)
    assert not re.search(r"  |\.\.| [,.;:]|[{}<>|\[\]_]", text)
    assert term.kind in [piece.explains for piece in sentence_pieces(term, LOOKUP)]


def test_every_kind_with_every_field(golden: Any) -> None:
    document = library.load(Path(__file__).parents[2] / "docs" / "_ext" / "manual" / "every-kind.yaml")
    assert len(document.terms) > 40
    lines = []
    for term in document.terms:
        own = [field for field in fields_of(type(term)) if field not in fields_of(Term)]
        assert [field.key for field in own if getattr(term, field.name) is None] == []
        lines += [f"# {heading(type(term), term.subject, LOOKUP)}", sentence(term, LOOKUP)]
        lines += [sentence(attrs.evolve(term, stance=Stance.REJECTS), LOOKUP), ""]
    golden("sentences.txt", "\n".join(lines))


@pytest.mark.parametrize(
    ("changed", "text"),
    [
        ({}, "Ukraine would hold elections."),
        ({"modality": Modality.SHOULD}, "Ukraine should hold elections."),
        ({"modality": Modality.MAY}, "Ukraine may hold elections."),
        ({"modality": Modality.SHALL_NOT}, "Ukraine would not hold elections."),
        ({"modality": Modality.EXPECTED}, "It is expected that Ukraine will hold elections."),
        ({"modality": Modality.INTENDS}, "The declared intention is that Ukraine will hold elections."),
        ({"stance": Stance.ACCEPTS}, "It accepts that Ukraine would hold elections."),
        (
            {"stance": Stance.ACCEPTS_IF, "if_": "the fighting stops"},
            "It accepts that Ukraine would hold elections, on condition that the fighting stops.",
        ),
        (
            {"stance": Stance.RESERVES, "reservation": "local elections"},
            "It accepts that Ukraine would hold elections, with this reservation: local elections.",
        ),
        ({"stance": Stance.REJECTS}, "It rejects holding elections in Ukraine."),
        (
            {"stance": Stance.REJECTS, "within": Deadline("100 days")},
            "It rejects holding elections in Ukraine within 100 days.",
        ),
        (
            {"stance": Stance.REJECTS, "modality": Modality.SHALL_NOT},
            "It rejects the proposal that Ukraine would not hold elections.",
        ),
        ({"stance": Stance.STRIKES}, "It deletes the clause under which Ukraine would hold elections."),
        ({"stance": Stance.LEAVES_OUT}, "It leaves out any clause under which Ukraine would hold elections."),
        ({"left_out": ("within", "after")}, "Ukraine would hold elections. Left out: within and after."),
        ({"stance": Stance.REFUSES}, "It refuses to discuss whether Ukraine would hold elections."),
        ({"stance": Stance.DEFERS}, "It defers to later talks the question of whether Ukraine would hold elections."),
        ({"if_": "the fighting stops"}, "Ukraine would hold elections, if the fighting stops."),
        ({"reservation": "some"}, "Ukraine would hold elections, with this reservation: some."),
        ({"holders": ("US", "RU")}, "In the United States' and Russia's version, Ukraine would hold elections."),
        (
            {"obligors": Members(["EU"])},
            "Ukraine would hold elections, with responsibility resting on the European Union.",
        ),
        ({"within": Deadline("100 days of signature")}, "Ukraine would hold elections within 100 days of signature."),
        (
            {"after": Deadline("60 days of ceasefire")},
            "Ukraine would hold elections, no earlier than 60 days after the ceasefire.",
        ),
        (
            {"before": Deadline("2 months from signature")},
            "Ukraine would hold elections, no later than 2 months after signature.",
        ),
        ({"until": Deadline("10 years of signature")}, "Ukraine would hold elections until 10 years after signature."),
        (
            {"as_soon_as_possible": True, "after": Deadline("signature"), "before": Deadline("2027-03")},
            "Ukraine would hold elections as soon as possible before March 2027, after signature.",
        ),
        (
            {"void_if": Members([Circumstance(act=Act.ATTACK, by=Members(["RU"])), Circumstance(act=Act.BREACH)])},
            (
                "Ukraine would hold elections. "
                "This would lapse in the event of a Russian attack or a breach of the agreement."
            ),
        ),
        (
            {"stance": Stance.STRIKES, "void_if": Members([Circumstance(act=Act.INVASION, by=Members(["RU", "BY"]))])},
            (
                "It deletes the clause under which Ukraine would hold elections. "
                "The clause also says: this would lapse in the event of an invasion by Belarus and Russia."
            ),
        ),
    ],
)
def test_how_strongly_whose_and_on_what_condition(changed: dict[str, object], text: str) -> None:
    assert sentence(Elections(in_=("UA",), **changed), LOOKUP) == text


@pytest.mark.parametrize(
    ("term", "text"),
    [
        (ForceLimit(of=("UA",)), "Ukraine's armed forces would be limited in size."),
        (ForceLimit(of=("UA",), stance=Stance.REJECTS), "It rejects any limit on the size of Ukraine's armed forces."),
        (
            TerritoryStatus(places=("UA-43",), recognition=Recognition.NONE, as_="RU"),
            "Crimea would receive no recognition as Russian.",
        ),
        (TerritoryStatus(places=("UA-43",), as_="putin"), "Crimea would be recognised as belonging to Vladimir Putin."),
        (
            TerritoryStatus(places=("UA-43",), as_="RU", stance=Stance.REJECTS),
            "It rejects recognising Crimea as Russian.",
        ),
        (
            SecurityGuarantee(to=("UA",), guarantors=Members([], open=True)),
            "Others would guarantee Ukraine's security.",
        ),
        (
            SecurityGuarantee(to=("UA",), consulted=Members(["NATO"])),
            "Ukraine's security would be guaranteed. NATO would be consulted before any decision.",
        ),
        (ClaimsWaiver(by=("RU",)), "Russia would give up claims for the damage of the war."),
        (
            ClaimsWaiver(by=("RU", "UA")),
            "Russia and Ukraine would give up claims for the damage of the war against each other.",
        ),
        (FrozenAssets(of=("RU",)), "The question of Russia's frozen assets would be settled."),
        (
            FrozenAssets(of=("RU",), frozen_until=Deadline("signature")),
            "Russia's frozen assets would stay frozen until signature.",
        ),
        (
            FrozenAssets(of=("RU",), frozen_until=Deadline("60 days")),
            "Russia's frozen assets would stay frozen for 60 days.",
        ),
        (
            FrozenAssets(of=("RU",), amount=1_000_000_000, frozen_until=Deadline("60 days")),
            "$1 billion of Russia's frozen assets would be put to use. The assets would stay frozen for 60 days.",
        ),
        (
            Ceasefire(between=("RU", "UA"), until=Deadline("30 days, renewable")),
            "Russia and Ukraine would stop fighting for 30 days, renewable.",
        ),
        (
            Displacement(places=("UA-43",), rights=Members([MovementRight.RETURN])),
            "In Crimea, people would be free to return.",
        ),
        (
            Reconstruction(of=("UA",), goal=1_500_000_000),
            "Ukraine would be rebuilt, with the aim of raising $1.5 billion.",
        ),
        (
            ForeignForces(of=("FR", "US"), in_=("UA",), under_its_command=True, modality=Modality.MAY),
            "French and US forces may be stationed in Ukraine under France's and the United States' own command.",
        ),
        (
            NonInvasion(by=("RU",), modality=Modality.EXPECTED, toward=Members(["neighbouring-states"])),
            "It is expected that Russia will not invade neighbouring states.",
        ),
        (
            NonInvasion(by=("RU",), modality=Modality.SHALL_NOT),
            "Russia would not undertake not to invade any other state.",
        ),
    ],
)
def test_what_is_not_stated_is_left_out(term: Term, text: str) -> None:
    assert sentence(term, LOOKUP) == text


def test_a_document_s_own_actor_is_called_as_it_calls_it() -> None:
    own = Lookup.of()
    world = own.world.extended([], [Actor(id="them", name="Northern Alliance", kind=ActorKind.GROUP)])
    lookup = attrs.evolve(own, world=world)
    assert sentence(ForceLimit(of=("them",)), lookup) == "Northern Alliance's armed forces would be limited in size."


@attrs.frozen(kw_only=True)
class Sample:
    """A record without an entry."""

    body: str = compared(Nominal(ACTOR), "Which body.", default=attrs.NOTHING)
    seat: str | None = compared(Nominal(PLACE), "Where it sits.")
    since: Any = compared(Nominal(DAY), "From when on.")


@attrs.frozen(kw_only=True)
class Demining(Term):
    """Clearing of mines. After a treaty."""

    kind = "mine-clearing"
    topic = Topic.HUMANITARIAN
    places: tuple[str, ...] = subject(PLACE, "Where mines are cleared.", each=True)
    by: Members | None = compared(MemberSet(ACTOR), "Who clears them.", bears=True)
    area: int | float | None = compared(Quantity("km²"), "none < some < all.", heavier=Way.MORE)
    supervised: bool | None = compared(Qualifier(), "Under supervision.")
    bodies: Members | None = compared(MemberSet(Record(Sample, "body")), "The bodies; several may share it.")


@attrs.frozen(kw_only=True)
class Bare(Term):
    """A kind without a subject."""

    kind = "bare"


@pytest.mark.parametrize(
    ("by", "said"),
    [
        (Members(["RU"]), "This would lapse in the event of a Russian attack on Poland."),
        (Members(["RU"], open=True), "This would lapse in the event of an attack on Poland by Russia and others."),
    ],
)
def test_an_open_list_takes_the_form_that_it_has(by: Members, said: str) -> None:
    attack = Circumstance(act=Act.ATTACK, by=by, against=Members(["PL"]))
    assert sentence(SecurityGuarantee(to=("UA",), void_if=Members([attack])), LOOKUP).endswith(said)


def test_a_kind_without_an_entry_is_said_with_its_own_definitions() -> None:
    body = Sample(body="UN", seat="geneva", since=Date("2026"))
    term = Demining(places=("UA-14",), by=Members(["UA"]), area=1200, supervised=True, bodies=Members([body]))
    assert sentence(term, LOOKUP) == (
        "Mine clearing would apply to the Donetsk region. Who clears them: Ukraine. Area: 1,200 km². "
        "Under supervision. The bodies: the United Nations, seat Geneva, since 2026."
    )
    assert heading(Demining, term.subject, LOOKUP) == "Mine clearing: the Donetsk region"
    rejected = attrs.evolve(term, stance=Stance.REJECTS, bodies=None, area=None, within=Deadline("1 week"))
    assert sentence(rejected, LOOKUP) == (
        "It rejects the proposal that mine clearing would apply to the Donetsk region within 1 week. "
        "The clause also says: who clears them: Ukraine; under supervision."
    )
    assert sentence(Bare(), LOOKUP) == "Bare would apply."
    assert heading(Bare, (), LOOKUP) == "Bare"


def test_a_field_without_wording_is_called_by_its_definition() -> None:
    by_key = {field.key: label(field) for field in fields_of(Demining)}
    assert (by_key["by"], by_key["area"], by_key["bodies"]) == ("who clears them", "area", "the bodies")


@pytest.mark.parametrize(
    ("kind", "subject", "text"),
    [
        ("control", (("UA-43",),), "control of Crimea"),
        ("foreign-forces", (("NATO",), ("UA",)), "NATO forces in Ukraine"),
    ],
)
def test_a_heading_within_a_sentence_has_a_small_letter_unless_a_name_comes_first(
    kind: str, subject: Subject, text: str
) -> None:
    assert heading(KINDS[kind], subject, LOOKUP, within=True) == text


def test_a_question_names_regions_together_that_have_one_name() -> None:
    asked = ("UA-23/held-by-RU", "UA-43", "UA-65/held-by-RU")
    told = "Whose are the Russian-held parts of the Zaporizhzhia and Kherson regions and Crimea?"
    assert question_words("whose-territory", asked, LOOKUP) == told


def test_a_clause_kept_as_words_is_told_by_these() -> None:
    clause = Provision(under=Topic.RIGHTS, about="sign-language", text="Courts take sign language.")
    assert (
        sentence(clause, LOOKUP)
        == "A clause on rights, “sign language”, would provide, in short: Courts take sign language."
    )
    bare = attrs.evolve(clause, text=None)
    assert sentence(bare, LOOKUP) == "There would be a clause “sign language” (rights)."
