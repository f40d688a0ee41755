"""Names that two documents share by accident are told apart; those that mean the same are not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import pytest
from click.testing import CliRunner

from making import document
from proposals import library
from proposals.cli.app import application
from proposals.comparison.apart import told_apart
from proposals.comparison.engine import compare
from proposals.documents.proposal import Proposal
from proposals.fields.members import Members
from proposals.language import Lookup, sentence
from proposals.negotiation.lines import lines
from proposals.terms.base import Term
from proposals.terms.circumstance import Act, Circumstance
from proposals.terms.forces import ForceLimit
from proposals.terms.guarantees import SecurityGuarantee
from proposals.terms.justice import Amnesty
from proposals.terms.politics import Elections
from proposals.terms.territory import Demilitarization, Withdrawal
from proposals.vocabulary import Relation
from proposals.world.actors import Actor, ActorKind, ActorNumber
from proposals.world.dates import Deadline
from proposals.world.milestones import Milestone
from proposals.world.places import Place, PlaceKind

ZONE = Place(id="zone", name="the zone", kind=PlaceKind.AREA, parts=("north", "south"), whole=True)
PARTS = tuple(Place(id=name, name=name, kind=PlaceKind.SITE) for name in ("north", "south", "east"))
FORCE = Actor(id="force", name="the force", kind=ActorKind.GROUP, members=("FR", "GB"))


def plan(
    name: str, *terms: Term, places: tuple[Place, ...] = (), actors: tuple[Actor, ...] = (), **held: Any
) -> Proposal:
    world = library.world().extended(places, actors)
    return document(name, *terms, places=places, actors=actors, world=world, **held)


def test_what_is_declared_otherwise_is_another_thing() -> None:
    kept = Demilitarization(places=("zone",))
    first = plan("first", kept, places=(*PARTS, ZONE))
    second = plan("second", kept, places=(*PARTS, attrs.evolve(ZONE, parts=("north", "east"))))
    for pair in ((first, second), (second, first)):
        compared = compare(*pair)
        subjects = {finding.subject: finding.relation for finding in compared.findings}
        assert Relation.SAME not in {subjects.get((("zone-of-first",),)), subjects.get((("zone-of-second",),))}
        assert compared.world.name("zone-of-first") == "the zone"
        assert compared.world.places.places["zone-of-first"].defined_by == "first"
    assert {line.subject for line in lines([first, second])} == {finding.subject for finding in compared.findings}


def test_what_is_declared_alike_is_one_thing_whatever_its_note() -> None:
    kept = Demilitarization(places=("zone",))
    first = plan("first", kept, places=(*PARTS, ZONE))
    second = plan("second", kept, places=(*reversed(PARTS), attrs.evolve(ZONE, note="as on the map")))
    assert told_apart([first, second]) == [first, second]
    assert [finding.relation for finding in compare(first, second).findings] == [Relation.SAME]


def test_what_contains_another_thing_is_another_thing() -> None:
    other = Place(id="south", name="another south", kind=PlaceKind.SITE)
    first, second = told_apart(
        [plan("first", places=(*PARTS, ZONE)), plan("second", places=(PARTS[0], other, PARTS[2], ZONE))]
    )
    assert {place.id for place in first.places} == {"north", "south-of-first", "east", "zone-of-first"}
    assert {place.id: place.parts for place in second.places}["zone-of-second"] == ("north", "south-of-second")


def test_an_actor_is_renamed_wherever_a_term_names_it() -> None:
    attack = Circumstance(act=Act.ATTACK, by=Members(["force"]), against=Members(["UA"]))
    terms = (
        ForceLimit(of=("force",), holders=("force",), obligors=Members(["force"], open=True)),
        ForceLimit(of=("force",), holders=("UA",), personnel=1),
        SecurityGuarantee(to=("UA",), guarantors=Members(["US", "force"]), void_if=Members([attack])),
        Withdrawal(of=("force",), from_=("UA-43",)),
    )
    first = plan("first", *terms, actors=(FORCE,), authors=("force",))
    second = plan("second", Amnesty(for_=("force",)), actors=(attrs.evolve(FORCE, members=("DE",)),))
    third = plan("third", Amnesty(for_=("UA",)))
    found = told_apart([first, second, third])
    assert found[2] is third
    assert found[0].authors == ("force-of-first",)
    assert "'force'" not in repr(found[0].terms)
    assert repr(found[0].terms) == repr(first.terms).replace("'force'", "'force-of-first'")
    assert found[0].world.actors.actors["force-of-first"].members == ("FR", "GB")


def test_one_thing_may_have_another_id_in_each_document() -> None:
    zone, belt = (attrs.evolve(ZONE, id=name) for name in ("zone", "belt"))
    first = plan("first", Demilitarization(places=("zone",)), places=(*PARTS, zone))
    second = plan("second", Demilitarization(places=("belt",)), places=(*PARTS, belt))
    for pair in ((first, second), (second, first)):
        assert [finding.relation for finding in compare(*pair).findings] == [Relation.SAME]


def test_two_things_of_one_name_are_each_called_by_their_document() -> None:
    other = attrs.evolve(ZONE, id="belt", parts=("north", "east"))
    found = told_apart([plan("first", places=(*PARTS, ZONE)), plan("second", places=(*PARTS, other))])
    names = {place.id: (place.name, place.defined_by) for document in found for place in document.places}
    assert names["zone-of-first"] == ("the zone", "first")
    assert names["belt-of-second"] == ("the zone", "second")
    assert told_apart(found) == found


def test_what_only_sentences_need_makes_no_other_actor_and_two_of_one_name_have_no_adjective() -> None:
    houthis = Actor(id="houthis", name="the Houthis", kind=ActorKind.GROUP)
    spoken = attrs.evolve(houthis, adjective="Houthi", number=ActorNumber.PLURAL)
    found = told_apart([plan("first", actors=(houthis,)), plan("second", actors=(spoken,))])
    assert [document.actors[0].id for document in found] == ["houthis", "houthis"]
    body = attrs.evolve(spoken, kind=ActorKind.BODY)
    found = told_apart([plan("first", actors=(spoken,)), plan("second", actors=(body,))])
    assert [(one.id, one.adjective) for document in found for one in document.actors] == [
        ("houthis-of-first", ""),
        ("houthis-of-second", ""),
    ]


def test_what_two_documents_declare_alike_and_a_third_otherwise_is_two_things() -> None:
    kept = Demilitarization(places=("zone",))
    documents = [plan(name, kept, places=(*PARTS, ZONE)) for name in ("b", "a")]
    documents.append(plan("c", kept, places=(*PARTS, attrs.evolve(ZONE, parts=("east",)))))
    found = told_apart(documents)
    assert [one.terms[0].subject for one in found] == [(("zone-of-a",),), (("zone-of-a",),), (("zone-of-c",),)]
    assert told_apart(found) == found


def test_the_title_names_the_document_or_its_id_where_two_have_one_title() -> None:
    other = attrs.evolve(ZONE, parts=("north", "east"))

    def names(first: str, second: str) -> list[str]:
        pair = [
            plan("a", places=(*PARTS, ZONE), title=first),
            plan("b", places=(*PARTS, other), title=second),
        ]
        return [document.places[-1].defined_by for document in told_apart(pair)]

    assert names("The draft", "The answer") == ["The draft", "The answer"]
    assert names("The draft", "The draft") == ["a", "b"]


def test_drafts_of_one_id_are_numbered() -> None:
    kept = Demilitarization(places=("zone",))
    first = plan("draft", kept, places=(*PARTS, ZONE))
    second = plan("draft", kept, places=(*PARTS, attrs.evolve(ZONE, parts=("east",))))
    assert [one.terms[0].subject for one in told_apart([first, second, first])] == [
        (("zone-of-draft",),),
        (("zone-of-draft-2",),),
        (("zone-of-draft",),),
    ]


def test_two_things_of_one_document_are_two_though_nothing_tells_them_apart() -> None:
    twins = tuple(Place(id=name, name="village", kind=PlaceKind.CITY) for name in ("one", "two"))
    first, second = (plan(name, Demilitarization(places=("one",)), places=twins) for name in ("a", "b"))
    assert [finding.relation for finding in compare(first, second).findings] == [Relation.SAME]


def test_what_a_document_calls_as_another_knows_something_else_is_its_own() -> None:
    town = Place(id="town", name="Town", kind=PlaceKind.CITY)
    shared = library.world().extended([town], [])
    kept = Withdrawal(of=("RU",), from_=("town",))
    own = plan("own", kept, places=(attrs.evolve(town, name="Another town"),))
    found = told_apart([own, document("other", kept, world=shared)])
    assert [one.terms[0].subject[1] for one in found] == [("town-of-own",), ("town",)]


def test_where_a_place_lies_and_for_whom_a_body_acts_make_it_what_it_is() -> None:
    town = Place(id="town", name="Town", kind=PlaceKind.CITY, within="UA-14")
    body = Actor(id="body", name="Body", kind=ActorKind.BODY, side="force")
    terms = (Withdrawal(of=("RU",), from_=("town", "town/held-by-UA")), Amnesty(for_=("body",)))
    first = plan("first", *terms, places=(town,), actors=(FORCE, body))
    second = plan(
        "second",
        *terms,
        places=(attrs.evolve(town, within="UA-43"),),
        actors=(attrs.evolve(FORCE, members=("DE",)), body),
    )
    found = told_apart([first, second])
    assert found[0].terms[0].subject[1] == ("town-of-first", "town-of-first/held-by-UA")
    assert found[0].places[0].within == "UA-14"
    assert {actor.id: actor.side for actor in found[1].actors}["body-of-second"] == "force-of-second"
    inner = attrs.evolve(town, id="inner", name="Inner", within="town")
    third, fourth = told_apart([attrs.evolve(one, places=(*one.places, inner)) for one in (first, second)])
    assert [one.places[1].within for one in (third, fourth)] == ["town-of-first", "town-of-second"]


def test_a_circle_is_one_thing_whatever_it_is_declared_in_and_so_are_many_layers() -> None:
    def body(name: str, *members: str) -> Actor:
        return Actor(id=name, name=name, kind=ActorKind.ORGANISATION, members=members)

    circle = [body("a", "b"), body("b", "c"), body("c", "a"), body("d", "a", "b")]
    first, second = document("first", actors=tuple(circle)), document("second", actors=tuple(circle[::-1]))
    assert told_apart((first, second)) == [first, second]
    layers = [body(f"{at}-{side}", f"{at + 1}-a", f"{at + 1}-b") for at in range(40) for side in "ab"]
    deep = (*layers, body("40-a"), body("40-b"))
    first, second = document("first", actors=deep), document("second", actors=deep)
    assert told_apart((first, second)) == [first, second]


def test_a_place_in_a_region_meets_the_region_and_governs_its_own() -> None:
    town = Place(id="town", name="Town", kind=PlaceKind.CITY, within="UA-14")
    first = plan("first", Withdrawal(of=("UA",), from_=("town",)), places=(town,))
    second = plan("second", Withdrawal(of=("UA",), from_=("UA-14",)))
    for pair in ((first, second), (second, first)):
        found = {finding.subject[1]: finding.relation for finding in compare(*pair).findings}
        assert found.pop(("town",)) is Relation.SAME
        assert list(found.values()) == [Relation.SILENT]


def test_a_text_that_is_marked_up_is_told_apart_with_the_others() -> None:
    first = plan("first", Demilitarization(places=("zone",), points=("1",)), places=(*PARTS, ZONE))
    other = attrs.evolve(ZONE, parts=("east",))
    reply = plan("reply", places=(*PARTS, other), amends="first", struck=("1",), amended=(first,))
    (finding,) = compare(first, reply).findings
    assert (finding.relation, finding.subject) == (Relation.STRUCK, (("zone-of-first",),))


def test_a_text_of_which_a_part_is_compared_is_marked_up_as_a_whole() -> None:
    other = attrs.evolve(ZONE, parts=("east",))
    first = plan("first", Demilitarization(places=("zone",), points=("1",)), places=(*PARTS, ZONE))
    reply = plan("reply", places=(*PARTS, other), amends="first", struck=("1",), amended=(first,))
    narrowed = attrs.evolve(first, terms=())
    (finding,) = compare(narrowed, reply).findings
    assert (finding.relation, finding.subject) == (Relation.SILENT, (("zone-of-first",),))
    assert told_apart((narrowed, reply))[1].amended[0].terms[0].claims[0].place == "zone-of-first"


def test_what_files_mean_otherwise_by_one_id_is_remarked_on_by_name(tmp_path: Path) -> None:
    for name, place in (("a", "UA-63"), ("b", "UA-59"), ("c", "UA-63")):
        (tmp_path / f"{name}.yaml").write_text(
            f"id: {name}\ntitle: {name}\ndate: 2026\n"
            f"places: {{zone: {{name: the zone, kind: area, parts: [{place}]}}}}\n"
            "terms: [{demilitarization: zone}]\n",
            encoding="utf-8",
        )
    (tmp_path / "d.yaml").write_text("[]", encoding="utf-8")
    shown = " ".join(CliRunner().invoke(application, ["check", str(tmp_path), "--width", "1000"]).output.split())
    assert f"b.yaml:4:10: 'zone' means something else than at {tmp_path}/a.yaml:4:10, and is told apart" in shown
    assert shown.count("told-apart") == 1
    assert "nothing is cited for “Demilitarisation of the zone”" in shown
    listed = " ".join(CliRunner().invoke(application, ["check", str(tmp_path), "--quotations"]).output.split())
    assert "nothing is cited for “Demilitarisation of the zone”" in listed


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_sources_of_one_id_are_each_that_of_the_document(order: tuple[int, int], tmp_path: Path) -> None:
    texts = []
    for name, publisher in (("first", "Ministry of X"), ("second", "A blog")):
        path = tmp_path / f"{name}.yaml"
        path.write_text(
            f"id: {name}\ntitle: {name}\ndate: 2026\nsources: {{text: {{publisher: {publisher}}}}}\ncite: text\n"
            f"terms: [{{force-limit: UA}}]\n",
            encoding="utf-8",
        )
        texts.append(str(path))
    chosen = [texts[at] for at in order]
    for more in (("--sources",), ("--form", "source-table", "--format", "markdown")):
        shown = CliRunner().invoke(application, ["diff", *chosen, *more], catch_exceptions=False).output
        assert "Ministry of X" in shown
        assert "A blog" in shown
    assert CliRunner().invoke(application, ["report", *chosen, "-o", str(tmp_path / "x.html")]).exit_code == 0
    page = (tmp_path / "x.html").read_text(encoding="utf-8")
    assert "Ministry of X" in page
    assert "A blog" in page


def test_events_of_ones_own_that_share_a_name_are_named_by_their_documents() -> None:
    def drafted(name: str, definition: str, **held: Any) -> Proposal:
        event = Milestone(id="vote", name="the vote", definition=definition)
        world = library.world().extended((), (), (event,))
        after = Deadline("the vote", world.milestones.resolve("the vote"))
        term = Elections(in_=("UA",), after=after, **held)
        return document(name, term, milestones=(event,), world=world)

    def said(*documents: Proposal) -> list[str]:
        return [sentence(one.terms[0], Lookup.of(one)) for one in told_apart(documents)]

    both, either = drafted("a", "Both vote."), drafted("b", "Either votes.", within=Deadline("30 days"))
    assert said(both, either) == [
        "Ukraine would hold elections after the vote (as “a” defines it).",
        "Ukraine would hold elections within 30 days, after the vote (as “b” defines it).",
    ]
    assert told_apart((both, drafted("c", "Both vote."))) == [both, drafted("c", "Both vote.")]
    plain = document("d", Elections(in_=("UA",)))
    assert told_apart((both, plain)) == [both, plain]
    silent = attrs.evolve(either, terms=(plain.terms[0],))
    assert told_apart((both, silent))[1] == silent
    (finding,) = compare(both, either).findings
    assert finding.relation is Relation.DIFFERS
