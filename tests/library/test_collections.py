"""Collections: documents with names of their own, opened one by one, together, beside the bundled ones or alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from proposals import library
from proposals.comparison.engine import compare
from proposals.comparison.summaries import questions, topics
from proposals.errors import InvalidProposalError, InvalidValueError, NotFoundError, UnreadableError
from proposals.files.proposals import read_proposal
from proposals.files.writing import proposal_yaml
from proposals.language.names import Lookup
from proposals.language.sentences import in_brief
from proposals.library import Library
from proposals.library.checking import check_all
from proposals.library.opening import open_library, settings_above
from proposals.library.several import files_of, loaded
from proposals.measures.similarity import similarity
from proposals.negotiation.matrix import matrix
from proposals.vocabulary import Coverage, Relation, Topics

WAGES = Path(__file__).parents[2] / "docs" / "examples" / "wage-round"

HEAD = "format: 2\ntitle: A plan\ndate: 2025-11-20\ncoverage: complete\n"


def collection(folder: Path, **files: str) -> Path:
    """A collection with these files: documents by their ids, registers by their names."""
    (folder / "proposals").mkdir(parents=True)
    for name, text in files.items():
        register = name in {"places", "actors", "sources", "events", "milestones", "questions", "tiles", "glossary"}
        path = folder / f"{name}.yaml" if register else folder / "proposals" / f"{name}.yaml"
        path.write_text(text if register else f"{HEAD}id: {name}\n{text}", encoding="utf-8")
    return folder


VALLEY = "valley: {name: the valley, kind: area}\nferry: {name: the ferry, kind: site, in: valley}\n"
HILLS = "valley: {name: the hills, kind: area}\n"


def valley(folder: Path, name: str = "one", places: str = VALLEY) -> Path:
    return collection(folder, places=places, **{name: "terms: [{demilitarization: valley}]\n"})


def test_a_document_uses_the_names_and_sources_of_its_collection(tmp_path: Path) -> None:
    folder = collection(
        tmp_path / "a",
        places=VALLEY,
        actors="guards: {name: the guards, kind: group, members: [FR]}\n",
        sources="paper: {publisher: The paper}\n",
        milestones="phase-two: {name: phase two, definition: The forces have left.}\n",
        one="cite: paper\nterms: [{withdrawal: {of: guards, from: the ferry}, after: phase two}]\n",
    )
    held = open_library([folder]).load("one")
    assert [place.id for place in held.places] == ["valley", "ferry"]
    assert [actor.id for actor in held.actors] == ["guards"]
    assert [source.id for source in held.sources] == ["paper"]
    assert [event.id for event in held.milestones] == ["phase-two"]


def test_what_it_does_not_use_stays_with_the_collection(tmp_path: Path) -> None:
    folder = collection(tmp_path / "a", places=VALLEY, one="terms: [{force-limit: UA}]\n")
    opened = open_library([folder])
    assert opened.load("one").places == ()
    assert opened.world.name("ferry") == "the ferry"


def test_a_document_that_is_written_out_takes_with_it_what_it_needs(tmp_path: Path) -> None:
    held = open_library([valley(tmp_path / "a")]).load("one")
    alone = tmp_path / "alone.yaml"
    alone.write_text(proposal_yaml(held), encoding="utf-8")
    assert read_proposal(alone, library.world()) == held


def test_one_name_of_two_collections_is_two_things(tmp_path: Path) -> None:
    folders = [valley(tmp_path / "a"), valley(tmp_path / "b", "two", HILLS)]
    one, two = (open_library([folder]).load(name) for folder, name in zip(folders, ("one", "two"), strict=True))
    assert [finding.relation for finding in compare(one, two).findings] == [Relation.SILENT, Relation.SILENT]
    same = open_library([valley(tmp_path / "c", "three")]).load("three")
    assert [finding.relation for finding in compare(one, same).findings] == [Relation.SAME]


def test_a_name_that_only_one_of_two_documents_uses_is_one_thing(tmp_path: Path) -> None:
    folder = valley(tmp_path / "a")
    (folder / "proposals" / "two.yaml").write_text(f"{HEAD}id: two\nterms: []\n", encoding="utf-8")
    one, two = loaded(["one", "two"], open_library([folder]))
    (place,) = one.places
    assert place.id == "valley"
    assert [finding.relation for finding in compare(one, two).findings] == [Relation.SILENT]


def test_a_loose_file_beside_an_opened_collection_uses_its_names(tmp_path: Path) -> None:
    path = tmp_path / "draft.yaml"
    path.write_text(f"{HEAD}id: draft\nterms: [{{demilitarization: the valley}}]\n", encoding="utf-8")
    assert open_library([valley(tmp_path / "a")]).problems_of(path) == ()
    assert [problem.code for problem in library.problems_of(path)] == ["unknown-place"]


def test_two_collections_that_use_one_name_are_not_opened_as_one_world(tmp_path: Path) -> None:
    both = open_library([valley(tmp_path / "a"), valley(tmp_path / "b", "two", HILLS)])
    assert both.load("one").id == "one"
    with pytest.raises(InvalidValueError, match="place 'valley' appears twice"):
        _ = both.world


def test_one_id_of_two_collections_is_refused(tmp_path: Path) -> None:
    sources = "paper: {publisher: The paper}\n"
    folders = [collection(tmp_path / name, sources=sources, one="terms: []\n") for name in ("a", "b")]
    both = open_library(folders)
    with pytest.raises(NotFoundError, match=r"'one' is the id of a document in several collections.*\n.*a/proposals"):
        both.load("one")
    with pytest.raises(InvalidValueError, match="two collections have a source 'paper', and are never merged"):
        _ = both.sources


def test_a_collection_may_not_give_a_bundled_name_another_meaning(tmp_path: Path) -> None:
    folder = collection(tmp_path / "a", actors="UA: {name: Urania, kind: state}\n", one="terms: [{force-limit: UA}]\n")
    with pytest.raises(InvalidProposalError, match="actor 'UA' appears twice"):
        open_library([folder]).load("one")
    (term,) = open_library([folder], alone=True).load("one").terms
    assert Lookup.of(library=open_library([folder], alone=True)).name(term.subject[0][0]) == "Urania"


def test_without_the_bundled_collection_only_its_questions_are_there(tmp_path: Path) -> None:
    alone = open_library([valley(tmp_path / "a")], alone=True)
    assert alone.ids == ("one",)
    assert not alone.world.actors.actors
    assert not alone.sources
    assert alone.questions.keys() == library.questions().keys()
    assert open_library(alone=True).ids == ()
    assert open_library() is library.bundled()


def test_a_text_that_is_marked_up_is_found_in_the_collection(tmp_path: Path) -> None:
    folder = collection(
        tmp_path / "a",
        first="terms: [{force-limit: UA, point: 6, personnel: 600}]\n",
        second="lineage: [{amends: first}]\nstruck: [6]\n",
        third="lineage: [{amends: us-28-point}]\nstruck: [6]\n",
    )
    opened = open_library([folder])
    assert [term.kind for term in opened.load("second").deletions] == ["force-limit"]
    assert opened.load("third").deletions


def test_a_document_is_no_text_that_it_marks_up_itself(tmp_path: Path) -> None:
    folder = collection(
        tmp_path / "a", one="lineage: [{amends: one}]\nstruck: [6]\nterms: [{force-limit: UA, point: 6}]\n"
    )
    with pytest.raises(InvalidProposalError, match="one"):
        open_library([folder]).load("one")


def test_a_timeline_a_glossary_and_a_map_are_those_of_all_collections(tmp_path: Path) -> None:
    folder = collection(
        tmp_path / "a",
        places=VALLEY,
        events="- {id: talk, date: 1999, kind: meeting, title: A talk, place: the valley, about: one}\n",
        glossary="ferry pilot: {definition: Who steers the ferry.}\n",
        tiles="valley: {label: V, row: 1, column: 1}\n",
        one="terms: [{demilitarization: valley}]\n",
    )
    opened = open_library([folder])
    assert opened.events[0].id == "talk"
    assert opened.glossary[-1].word == "ferry pilot"
    assert [len(layout) for layout in opened.layouts] == [1, len(library.bundled().layouts[0])]


def test_quotations_are_found_in_the_folder_of_the_collection(tmp_path: Path) -> None:
    text = "The valley is to be free of forces."
    sha = "8c4a49cc19dd6fa66d1fc7d2f5f8b0a9bd9b1a3bd9e8ab3be1e5b7d5d8f0c0de"
    folder = collection(
        tmp_path / "a",
        places=VALLEY,
        sources=f"paper: {{publisher: The paper, file: paper.txt, sha256: {sha}}}\n",
        one="terms: [{demilitarization: valley, cite: {paper: free of forces}}]\n",
    )
    (folder / "paper.txt").write_text(text, encoding="utf-8")
    (checked,) = check_all(["one"], open_library([folder])).documents
    assert [problem.code for problem in checked.every_problem] == ["changed-source"]
    assert not checked.remarks


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("collections = 'a'", "'collections' is a list of folders"),
        ("bundled = 1", "'bundled' is true or false"),
        ("colections = []", "'colections' is not a setting (did you mean 'collections'?)"),
        ("collections = [", "this is not TOML"),
    ],
)
def test_wrong_settings_are_refused(text: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "proposals.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableError) as raised:
        settings_above(tmp_path)
    assert told in str(raised.value)


def test_the_nearest_settings_count(tmp_path: Path) -> None:
    inner = tmp_path / "inner" / "more"
    inner.mkdir(parents=True)
    assert settings_above(inner).folders == ()
    (tmp_path / "proposals.toml").write_text("collections = ['a', 'b']\nbundled = false\n", encoding="utf-8")
    found = settings_above(inner)
    assert (found.folders, found.bundled) == ((tmp_path / "a", tmp_path / "b"), False)
    (tmp_path / "inner" / "proposals.toml").write_text("", encoding="utf-8")
    assert settings_above(inner).folders == (tmp_path / "inner" / ".",)


def test_a_folder_is_no_document_whatever_its_name(tmp_path: Path) -> None:
    folder = valley(tmp_path / "one")
    (folder / "proposals" / "drafts.yaml").mkdir()
    held = open_library([folder], alone=True)
    assert held.ids == ("one",)
    assert [path.name for path, _ in files_of([folder / "proposals"], Library(bundled=held.bundled))] == ["one.yaml"]


def test_a_folder_without_documents_is_no_collection(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="this is not a collection"):
        open_library([tmp_path])


def test_code_runs_only_for_a_folder_that_is_trusted_and_opened(tmp_path: Path) -> None:
    folder = collection(tmp_path / "a", one="terms: []\n")
    (folder / "kinds.py").write_text("raise RuntimeError('it runs')\n", encoding="utf-8")
    assert open_library([folder]).load("one").terms == ()
    with pytest.raises(UnreadableError, match=r"kinds.py:1:1: this code fails: RuntimeError: it runs"):
        open_library([folder], trusted=[folder])
    with pytest.raises(NotFoundError, match="is trusted and not opened"):
        open_library([], trusted=[folder])


def test_code_that_is_no_python_is_told_with_its_line(tmp_path: Path) -> None:
    folder = collection(tmp_path / "a", one="terms: []\n")
    (folder / "kinds.py").write_text("import attrs\nclass (:\n", encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"kinds.py:2:7: this code fails: SyntaxError"):
        open_library([folder], trusted=[folder])


def test_kinds_of_a_collection_are_read_said_and_compared() -> None:
    wages = open_library([WAGES], trusted=[WAGES], alone=True)
    claim, reply = loaded(["union-claim", "employers-reply"], wages)
    lookup = Lookup.of(claim, reply, library=wages)
    sentence = "Port Employers' Association would raise the pay of dockers by 6% after 1 April 2031."
    assert in_brief(claim.terms[0], lookup, ("after",)).text == sentence
    assert [finding.relation for finding in compare(claim, reply).findings] == [Relation.DIFFERS, Relation.OPPOSED]


def test_a_kind_of_code_that_did_not_run_is_named_with_what_to_do() -> None:
    problems = open_library([WAGES], alone=True).problems_of(WAGES / "proposals" / "union-claim.yaml")
    assert {problem.code for problem in problems} == {"unknown-kind"}
    assert all("lets kinds.py run, the code of this collection" in str(problem.hint) for problem in problems)


def test_an_installed_package_may_be_a_collection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "wage_kinds"
    package.mkdir()
    (package / "__init__.py").write_bytes((WAGES / "kinds.py").read_bytes())
    (package / "questions.yaml").write_bytes((WAGES / "questions.yaml").read_bytes())
    about = tmp_path / "wage_kinds-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: wage-kinds\nVersion: 1.0\n", encoding="utf-8")
    (about / "entry_points.txt").write_text("[proposals.collections]\nwages = wage_kinds\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    opened = open_library()
    assert isinstance(opened, Library)
    assert {"pay-rise", "working-week"} <= opened.kinds.keys()
    assert "pay" in opened.questions
    assert set(library.ids()) <= set(opened.ids)


def test_topics_of_its_own_are_those_of_its_kinds_questions_and_coverage(tmp_path: Path) -> None:
    folder = tmp_path / "wages"
    shutil.copytree(WAGES, folder)
    for name in ("union-claim", "employers-reply"):
        path = folder / "proposals" / f"{name}.yaml"
        known = "coverage: {default: partial, working time: complete}"
        path.write_text(path.read_text(encoding="utf-8").replace("coverage: complete", known), encoding="utf-8")
    wages = open_library([folder], trusted=[folder], alone=True)
    documents = [wages.load(name) for name in ("union-claim", "employers-reply")]
    time = Topics.of("working time")
    assert [document.coverage_of(time) for document in documents] == [Coverage.COMPLETE] * 2
    assert {str(question.topic) for question in wages.questions.values()} >= {"pay", "working time"}
    compared = compare(*documents)
    assert [str(one.topic) for one in topics(questions(compared))] == ["pay", "working time"]
    narrowed = compared.narrowed(topics=["working time"])
    assert [finding.kind for finding in narrowed.findings] == ["working-week"]
    assert dict(similarity(*documents).topics()).keys() == {Topics.of("pay"), time}
    assert matrix(documents).narrowed(topics=[time]).questions[0].topic == time


def test_a_topic_read_from_another_copy_is_the_same_and_one_defined_otherwise_is_not(tmp_path: Path) -> None:
    text = 'from proposals.vocabulary import Topics\n\n\nclass Own(Topics):\n    A = "a topic so made", "{}"\n'
    held = []
    for name, definition in (("a", "It is one."), ("b", "It is one."), ("c", "It is another.")):
        folder = collection(tmp_path / name, one="terms: []\n")
        (folder / "kinds.py").write_text(text.format(definition), encoding="utf-8")
        open_library([folder], trusted=[folder])
        held.append(Topics.lists()[-1])
        if name == "b":
            assert Topics.of("a topic so made") == next(iter(held[0]))
    first, second, third = (next(iter(own)) for own in held)
    assert first == second != third
    assert len({first, second, third}) == 2
    assert first != "a topic so named"
    with pytest.raises(InvalidValueError, match="'a topic so made' is a topic of two lists"):
        Topics.of("a topic so made")
