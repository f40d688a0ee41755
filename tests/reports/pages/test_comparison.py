from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs
import pytest

from making import document
from proposals import library
from proposals.comparison.engine import compare
from proposals.comparison.result import Comparison
from proposals.documents.deletions import Struck
from proposals.documents.proposal import Event, LineageStep, Proposal
from proposals.errors import Location, Problem
from proposals.fields.members import Members
from proposals.language.citations import disputed
from proposals.language.names import Lookup
from proposals.language.phrases import Entry, Role, Run, phrase
from proposals.library.checking import Checked
from proposals.library.verification import Unanchored, Verification
from proposals.provenance import Citation, Dispute, Source
from proposals.reports.formats import FORMATS, Options, markdown, text
from proposals.reports.html_report.report import render as render_html
from proposals.reports.page import Entries, Excerpt, Heading, Items, Level, Page, Paragraph
from proposals.reports.pages import checks as audit
from proposals.reports.pages import comparison as comparing
from proposals.reports.pages import documents
from proposals.reports.pages import lineage as descending
from proposals.reports.pages import timeline as chronology
from proposals.reports.records.checks import CHECK
from proposals.reports.records.comparisons import COMPARISON
from proposals.reports.records.declare import Of
from proposals.reports.records.documents import PROPOSAL, TIMELINE
from proposals.reports.records.reports import render
from proposals.terms.base import Term
from proposals.terms.forces import ForceLimit, ForeignForces
from proposals.terms.guarantees import SecurityGuarantee
from proposals.terms.humanitarian import PrisonerExchange
from proposals.terms.portion import Release
from proposals.terms.sanctions import Relief, SanctionsRelief
from proposals.terms.territory import Demilitarization, FrozenLine, Recognition, TerritorialTalks, TerritoryStatus
from proposals.vocabulary import Certainty, Coverage, EventKind, Link, Modality, Stance
from proposals.world.dates import Date
from proposals.world.places import Gazetteer, Place, PlaceKind

GOLDEN = Path(__file__).parents[2] / "golden"


def limit(**fields: Any) -> ForceLimit:
    return ForceLimit(of=("UA",), **fields)


def shown(page: Page, width: int = 100) -> str:
    return text.write(page, Options(width=width))


def report(left: Proposal, right: Proposal, **options: Any) -> str:
    comparison = compare(left, right, world=library.world())
    return shown(comparing.page(comparison, Lookup.of(left, right), **options))


@pytest.fixture(scope="module")
def made_up() -> Comparison:
    return compare(library.load(GOLDEN / "left.yaml"), library.load(GOLDEN / "right.yaml"))


def test_two_documents_without_terms_have_nothing_to_compare() -> None:
    assert "there is nothing to compare" in report(document("one"), document("two"))


def test_silence_is_said_only_of_a_text_that_is_wholly_known() -> None:
    known = report(document("one", limit()), document("two", coverage=Coverage.COMPLETE))
    assert "A proposes it; B is silent." in known
    assert "not reported" not in known
    partly = report(document("one", limit()), document("two", coverage=Coverage.PARTIAL))
    assert "A proposes it; it is not reported in B." in partly
    assert "silent" not in partly
    assert "It is not reported in A; B proposes it." in report(
        document("two", coverage=Coverage.PARTIAL), document("one", limit())
    )


def test_the_same_content_is_said_to_be_the_same() -> None:
    assert "Both propose it, with the same content." in report(document("one", limit()), document("two", limit()))


def test_the_documents_stand_in_the_order_given() -> None:
    one, two = document("one", limit(personnel=1), title="A plan"), document("two", limit(personnel=2), title="A reply")
    for left, right in ((one, two), (two, one)):
        told = report(left, right)
        assert told.startswith(f"{left.title} and {right.title}\n")
        assert told.index(left.title) < told.index(right.title)


def test_the_mirror_says_the_other_direction() -> None:
    one, two = document("one", limit(personnel=1)), document("two", limit(personnel=2))
    assert "lighter for Ukraine in B" in report(one, two)
    assert "heavier for Ukraine in B" in report(two, one)


def test_only_what_is_shown_is_shown_and_the_counts_are_of_the_whole(made_up: Comparison) -> None:
    kept = made_up.narrowed(topics=["forces"])
    told = shown(comparing.page(made_up, Lookup.of(made_up.left, made_up.right), shown=kept))
    assert "Shown below: 2 of 15 findings." in told
    assert "FORCES: different, 2 findings" in told
    assert "TERRITORY" not in told
    only = made_up.narrowed(relations=["same"])
    assert "TERRITORY: opposed, 9 findings" in shown(comparing.page(made_up, Lookup.of(made_up.left), shown=only))


def test_without_a_citation_there_is_no_list_of_sources() -> None:
    assert "SOURCES" not in report(document("one", limit()), document("two", limit()), sources=True)


def test_a_source_that_is_not_declared_is_said_to_be_so() -> None:
    cited = limit(citations=(Citation(source="nowhere"),))
    told = report(document("one", cited), document("two"), sources=True)
    assert "nowhere  not declared" in told
    lookup = Lookup.of(document("one"))
    (only,) = PROPOSAL.json(document("one", cited), lookup)["terms"]
    assert only["citations"][0]["source"] == {"id": "nowhere"}


def test_a_source_of_which_little_is_known_says_what_there_is() -> None:
    cited = limit(citations=(Citation(source="paper"),))
    bare = document("one", cited, sources=(Source(id="paper"),))
    assert "paper  publisher not known\n" in report(bare, document("two"), sources=True)


def test_a_dispute_of_the_term_as_a_whole_is_told_with_its_sources() -> None:
    dispute = Dispute(value="nothing of the kind", citations=(Citation(source="wire"),))
    told = report(document("one", limit(disputes=(dispute,))), document("two"))
    assert "A: the term is disputed: “nothing of the kind” is reported instead [wire]" in told


def test_several_equal_terms_on_adjoining_ground_are_told_as_written() -> None:
    one = document(
        "one",
        TerritoryStatus(places=("UA-14/held-by-UA",), as_="UA", points=("1",)),
        TerritoryStatus(places=("UA-14/held-by-RU",), as_="UA", points=("2",)),
    )
    two = document("two", TerritoryStatus(places=("UA-14",), as_="UA"))
    told = report(one, two)
    assert "= the same · Status of the Donetsk region" in told
    assert "The Russian-held part of the Donetsk region would be recognised as Ukrainian." in " ".join(told.split())
    assert "1, 2" in told


def test_an_answer_need_not_say_again_what_it_answers() -> None:
    one = document("one", limit(personnel=5))
    two = document("two", limit(stance=Stance.REFUSES))
    assert "  personnel  5 people  not repeated" in report(one, two)


def test_every_finding_stands_in_the_json_report_and_nothing_in_it_is_lost(made_up: Comparison) -> None:
    lookup = Lookup.of(made_up.left, made_up.right)
    told = json.loads(render(COMPARISON.json(Of(made_up, made_up), lookup)))
    assert told["schema_version"] == 1
    assert (told["total"], told["shown"], sum(told["counts"].values())) == (15, 15, 15)
    by_print = {one["fingerprint"]: one for one in told["findings"]}
    for finding in made_up.findings:
        one = by_print[finding.fingerprint]
        assert one["rule"] == finding.rule.id
        assert one["relation"] == str(finding.relation)
        assert [item["ids"] for item in one["subject"]] == [list(ids) for ids in finding.subject]
        assert [difference["field"] for difference in one["differences"]] == [
            difference.field for difference in finding.differences
        ]
        assert len(one["left"]["citations"]) == len(finding.left.citations)
        assert [len(one["left"]["terms"]), len(one["right"]["terms"])] == [
            len(finding.left.terms),
            len(finding.right.terms),
        ]
        assert len(one["options"]) == len(finding.options)
        assert len(one["counterparts"]) == len(finding.counterparts)


def test_of_many_possible_counterparts_every_report_counts_those_that_it_does_not_name() -> None:
    left = document("first", ForeignForces(of=("US",), in_=("UA",)))
    right = document("second", *(ForeignForces(of=(f"B{at}",), in_=("UA",)) for at in range(12)))
    comparison = compare(left, right)
    lookup = Lookup.of(left, right)
    told = json.loads(render(COMPARISON.json(Of(comparison, comparison), lookup)))["findings"][0]
    assert (len(told["counterparts"]), told["further_counterparts"]) == (10, 2)
    assert "possible counterparts, not paired: 2 more in B" in report(left, right)
    assert "Possible counterparts, not paired: 2 more." in render_html((left, right))


def test_the_json_report_of_a_part_says_how_much_it_shows(made_up: Comparison) -> None:
    lookup = Lookup.of(made_up.left, made_up.right)
    told = COMPARISON.json(Of(made_up.narrowed(topics=["forces"]), made_up), lookup)
    assert (told["total"], told["shown"], len(told["findings"])) == (15, 2, 2)


def test_what_hides_is_escaped_in_json_and_reads_back() -> None:
    hostile = "a\u202eb\x1b[31m\x7f\U000e0041\ud800 “é”"
    written = render({"text": hostile})
    assert not set("\u202e\x1b\x7f\U000e0041") & set(written)
    assert "“é”" in written
    assert json.loads(written)["text"] == hostile


HOSTILE = "\x1b[2J\u202eevil\u2066\u200b\x9b31m"


def hostile_documents() -> tuple[Proposal, Proposal]:
    citation = Citation(source="paper", quote=HOSTILE, supports=(HOSTILE,))
    dispute = Dispute(value=HOSTILE, note=HOSTILE, field=HOSTILE, citations=(citation,))
    source = Source(id="paper", publisher=HOSTILE, title=HOSTILE, url=HOSTILE, file=HOSTILE, relays=HOSTILE)
    one = document(
        "one",
        limit(note=HOSTILE, points=(HOSTILE,), citations=(citation,), disputes=(dispute,), obligors=None),
        summary=HOSTILE,
        names=(HOSTILE,),
        sources=(source,),
        lineage=(LineageStep(link=Link.REVISES, to=HOSTILE, citations=(citation,), note=HOSTILE),),
        struck=(Struck(point=HOSTILE, note=HOSTILE, citations=(citation,)),),
    )
    return one, attrs.evolve(document("hostile", limit(personnel=5, holders=(HOSTILE,))), title=HOSTILE)


@pytest.mark.parametrize("options", [Options(), Options(width=40)])
@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_nothing_hostile_reaches_the_reader_raw(name: str, options: Options) -> None:
    one, two = hostile_documents()
    lookup = Lookup.of(one, two)
    event = Event(id="x", date=Date("2030"), kind=EventKind.CALL, title=HOSTILE, note=HOSTILE, duration=HOSTILE)
    problem = Problem(Location(HOSTILE, 1, 1), HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    pages = (
        comparing.page(compare(one, two), lookup, sources=True),
        documents.page(one, lookup, sources=True),
        documents.overview([one, two], lookup),
        chronology.page([event], lookup, sources=True),
        audit.problems([problem]),
    )
    for page in pages:
        told = FORMATS[name].writer(page, options)
        assert isinstance(told, str)
        assert "evil" in told
        assert not set("\x1b\u202e\u2066\u200b\x9b") & set(told)


def test_no_markup_in_a_value_is_markup_in_markdown() -> None:
    hostile = "<script>alert(1)</script> [x](http://y) **b** `c` | d &lt; # e"
    page = Page((Paragraph(phrase(hostile)), Items((phrase("1. one"), phrase("- two"), phrase("+")))))
    told = markdown.write(page, Options())
    assert told == (
        "\\<script\\>alert(1)\\</script\\> \\[x\\](<http://y>) \\*\\*b\\*\\* \\`c\\` \\| d &amp;lt; \\# e\n\n"
        "- 1\\. one\n- \\- two\n- \\+\n"
    )


def test_every_block_has_its_markdown() -> None:
    blocks = (
        Heading(Level.PART, phrase(Run("part", Role.STRONG)), phrase("aside")),
        Entries((Entry(phrase("label"), (phrase("one"), phrase(Run(" two ", Role.DELETED), Run(" ", Role.STRONG)))),)),
        Excerpt("date: x", 7, "a hint"),
    )
    told = "## part: aside\n\n- label: one<br>~~two~~\n\n    date: x\n          ^\n    a hint\n"
    assert markdown.write(Page(blocks), Options()) == told


def test_an_empty_list_and_an_empty_timeline_say_so() -> None:
    assert shown(documents.overview([], Lookup.of())) == "There are no proposals.\n"
    assert shown(chronology.page([], Lookup.of())) == "The timeline has no events.\n"


def test_a_document_without_terms_says_so() -> None:
    told = shown(documents.page(document("one"), Lookup.of()))
    assert "No term of this document is known." in told
    assert "authors   not known" in told


def test_an_event_of_which_little_is_known_is_told_in_a_line() -> None:
    event = Event(id="x", date=Date("2030"), kind=EventKind.CALL, title="A call")
    assert shown(chronology.page([event], Lookup.of(), sources=True)) == (
        "Timeline of 1 event\n\n2030 · call · A call\n"
    )


def test_the_whole_timeline_has_its_json() -> None:
    events = library.events()
    told = TIMELINE.json(events, Lookup.of())
    assert [one["id"] for one in told["events"]] == [event.id for event in events]
    assert all(one["earliest"] <= one["latest"] for one in told["events"])


def checked(
    *unanchored: Unanchored, uncited: tuple[Term | Event, ...] = (), problems: tuple[Problem, ...] = ()
) -> Checked:
    outcome = Verification(anchored=(), unanchored=unanchored, problems=())
    return Checked(name="one", file=Path("one.yaml"), quotations=outcome, uncited=uncited, problems=problems)


def test_what_is_not_cited_is_a_notice() -> None:
    missing = Unanchored(citation=Citation(source="paper"), reason="no text of 'paper' is held")
    event = Event(id="x", date=Date("2030"), kind=EventKind.CALL, title="A call")
    found = checked(missing, uncited=(limit(), event))
    told = shown(audit.checked([found], Lookup.of(), quotations=True))
    assert "one: 0 quotations found, 3 notices" in told
    assert "- notice: no text of 'paper' is held\n" in told
    assert "- notice: nothing is cited for “Limit on Ukraine's armed forces”\n" in told
    assert "- notice: nothing is cited for “A call”\n" in told
    brief = " ".join(shown(audit.checked([found], Lookup.of())).split())
    assert "no text is held of paper (1 citation); nothing is cited for “Limit on Ukraine's armed forces”" in brief
    json_told = CHECK.json([found], Lookup.of())
    assert json_told["documents"][0]["uncited"] == [{"at": None}, {"at": None}]


def test_a_notice_names_each_file_once() -> None:
    def missing(file: str, line: int) -> Unanchored:
        return Unanchored(citation=Citation(source="p", at=Location(file, line, 1)), reason="why")

    found = checked(missing("a", 1), missing("a", 2), missing("b", 3))
    assert "- notice: why (a:1:1, 2:1, b:3:1)" in shown(audit.checked([found], Lookup.of(), quotations=True))


def test_a_problem_without_a_line_or_a_hint_is_told_all_the_same() -> None:
    bare = Problem(Location("file"), "code", "message")
    told = shown(audit.checked([checked(problems=(bare,)), checked()], Lookup.of()))
    assert told == "file: message [code]\n\n2 files, 1 problem\n"
    assert shown(audit.checked([checked()], Lookup.of())) == "1 file, no problem\n"


def test_paths_of_bundled_files_are_the_same_everywhere() -> None:
    lookup = Lookup.of()
    assert lookup.where(Location(str(library.root() / "data" / "x.yaml"), 3, 4)) == "data/x.yaml:3:4"
    assert lookup.where(Location("/elsewhere/x.yaml", 3)) == "/elsewhere/x.yaml:3"


def test_a_documents_own_names_and_sources_come_first() -> None:
    left = library.load(GOLDEN / "left.yaml")
    lookup = Lookup.of(left)
    citation = Citation(source="leak")
    assert (lookup.speaker(citation, left), lookup.certainty(citation, left)) == ("witkoff", Certainty.CLAIMED)
    assert lookup.speaker(citation) is None
    assert lookup.certainty(citation) is None
    assert lookup.source("base", left) is library.sources()["base"]


def test_what_stands_in_place_of_a_struck_point_is_named() -> None:
    old = document("old", TerritoryStatus(places=("UA-14",), as_="UA", points=("6",)), coverage=Coverage.COMPLETE)
    talks = TerritorialTalks(between=("RU", "UA"), points=("7",))
    amends = (LineageStep(link=Link.AMENDS, to="old"),)
    told = report(old, document("new", talks, lineage=amends, struck=(Struck(point="6"),)))
    assert "in its place: Talks on territory between Russia and Ukraine, under point 7; see territory" in " ".join(
        told.split()
    )
    told = report(old, document("new", attrs.evolve(talks, points=()), lineage=amends, struck=(Struck(point="6"),)))
    assert "in its place: Talks on territory between Russia and Ukraine; see territory" in " ".join(told.split())


def test_a_term_that_the_other_answers_by_a_field_of_another_kind_says_so() -> None:
    line = FrozenLine(between=("RU", "UA"), places=("UA-23",), recognition=Recognition.DE_FACTO, points=("5",))
    old = document("old", line, coverage=Coverage.COMPLETE)
    new = document("new", TerritoryStatus(places=("UA-23/held-by-RU",), recognition=Recognition.DE_FACTO, as_="RU"))
    told = " ".join(report(old, new).split())
    assert "A has no such term and answers the question by another one" in told
    assert (
        "answered by another term: A has recognition of the ground: de facto, in “Line at which Russian and Ukrainian "
        "forces stop” (point 5); ≠ differs; recognised as:" in told
    )
    told = " ".join(report(new, attrs.evolve(old, terms=(attrs.evolve(line, points=()),))).split())
    assert (
        "has recognition of the ground: de facto, in “Line at which Russian and Ukrainian forces stop”; ≠ differs"
        in told
    )


def test_an_answer_names_the_point_that_it_answers_only_against_the_amended_document() -> None:
    status = TerritoryStatus(places=("UA-14",), as_="UA", answers=("6",))
    old = document("old", limit(points=("6",)), coverage=Coverage.COMPLETE)
    new = document("new", status, lineage=(LineageStep(link=Link.AMENDS, to="old"),))
    assert "B answers point 6 of A with it" in report(old, new)
    assert "answers point" not in report(document("third", coverage=Coverage.COMPLETE), new)


def test_of_no_documents_there_is_no_lineage() -> None:
    assert shown(descending.page((), Lookup.of())) == "There are no documents.\n"


def test_what_others_report_of_a_term_that_is_left_out_is_told() -> None:
    other = Dispute(field="personnel", value="at most 700,000", citations=())
    lacking = attrs.evolve(limit(stance=Stance.LEAVES_OUT), disputes=(other,), citations=(Citation(source="own"),))
    right = document("b", coverage=Coverage.PARTIAL, left_out=(lacking,))
    assert "at most 700,000" in report(document("a", limit(personnel=600_000)), right)


def test_a_qualifier_that_only_some_report_is_not_told_twice() -> None:
    dispute = Dispute(value="in peacetime", field="peacetime", citations=(Citation(source="wire"),))
    told = disputed(dispute, ForceLimit, document("one"), Lookup.of(), sources=False)
    assert "".join(run.text for run in told) == "“in peacetime” is disputed: it is reported as well [wire]"


def test_what_is_banned_or_rejected_is_no_step_towards_what_is_proposed() -> None:
    proposing = document("b", limit(personnel=15_000, modality=Modality.MAY))
    told = report(document("a", limit(personnel=10_000, stance=Stance.REJECTS)), proposing)
    assert "personnel  10,000 people  15,000 people\n" in told
    assert "how binding" not in told
    banning = document("a", limit(personnel=10_000, modality=Modality.SHALL_NOT))
    told = report(banning, proposing)
    assert "A has a clause on it; B proposes it." not in told
    assert "Both have a clause on it; 2 fields differ." in told
    assert "shall not      may\n                   → neither is stronger\n" in told
    assert "instead of 10,000" not in told
    assert "Both have a clause on it, with the same content." in report(banning, attrs.evolve(banning, id="c"))


def test_of_an_alternative_that_is_rejected_the_fields_are_not_set_against_those_proposed() -> None:
    options = (limit(personnel=1, holders=("US",), stance=Stance.REJECTS), limit(personnel=3, holders=("RU",)))
    told = report(document("a", *options), document("b", limit(personnel=2)))
    assert "the United States' version in A and B: ! opposed" not in told
    assert "2 people instead of 3 people" in told
    assert "instead of 1 person" not in told


def test_sanctions_of_another_under_one_heading_are_not_silence() -> None:
    own, others = (SanctionsRelief(against=("RU",), by=Members([by]), relief=Relief.LIFTED) for by in ("US", "EU"))
    told = report(document("a", own), document("b", others))
    assert "A proposes it; B has such a clause only for others." in told
    assert "is silent." not in told


def test_what_is_left_of_a_divided_place_is_named_once() -> None:
    town = Place(id="town", name="Town", kind=PlaceKind.CITY, within="UA-14")
    left = document("a", Demilitarization(places=("town",)), places=(town,))
    right = document("b", Demilitarization(places=("UA-14",)))
    world = library.world()
    known = attrs.evolve(world, places=Gazetteer.of([*world.places.places.values(), town]))
    told = shown(comparing.page(compare(left, right, world=known), attrs.evolve(Lookup.of(left, right), world=known)))
    assert "Demilitarisation of the Donetsk region (the rest)" in told
    assert "THE SAME (1): demilitarised ground (Town)." in told


def test_of_a_group_and_of_its_members_it_is_said_who_is_added_or_missing() -> None:
    group, each, one, others = (
        document(name, SecurityGuarantee(to=("UA",), guarantors=Members(names)))
        for name, names in (("a", ["E3"]), ("b", ["DE", "FR", "GB"]), ("c", ["GB", "US"]), ("d", ["PL"]))
    )
    assert "the same, as a group or one by one\n" in report(group, each)
    assert "adds the United States; without Germany and France\n" in report(group, one)
    assert "adds Germany and France; without the United States\n" in report(one, group)
    assert "adds Poland; without the E3\n" in report(group, others)


def test_what_differs_inside_an_actors_part_is_said_of_the_actor() -> None:
    left, right = (
        document(name, PrisonerExchange(between=("RU", "UA"), releases=Members([Release(by="RU", persons=persons)])))
        for name, persons in (("a", 100), ("b", 150))
    )
    assert "Russia persons: “150” instead of “100”" in report(left, right)
