from __future__ import annotations

from pathlib import Path

import attrs
import pytest

from proposals import library
from proposals.errors import InvalidProposalError, NotFoundError, UnreadableError
from proposals.fields.declare import compared, subject
from proposals.fields.scales import Prose
from proposals.fields.values import PLACE
from proposals.library import Collection, Library
from proposals.terms import KINDS
from proposals.terms.base import Term

HEAD = "id: plan\ntitle: A plan\ndate: 2025-11-20\n"
DATA = library.root() / "data"


@attrs.frozen(kw_only=True)
class Demining(Term):
    """Clearing of mines."""

    kind = "demining"
    places: tuple[str, ...] = subject(PLACE, "Where mines are cleared.", each=True)
    how: str | None = compared(Prose(), "How.")


def test_the_ids_are_the_names_of_the_files() -> None:
    assert {"us-plan-reported", "ua-europe-reported", "us-28-point", "gaza-plan"} <= set(library.ids())
    assert list(library.ids()) == sorted(path.stem for path in (DATA / "proposals").iterdir())
    assert [proposal.id for proposal in library.proposals()] == list(library.ids())


def test_all_that_is_bundled_is_read_once() -> None:
    assert library.world() is library.world()
    assert library.sources() is library.sources()
    assert library.events() is library.events()


def test_events_stand_by_date_and_name_what_exists() -> None:
    dates = [event.date for event in library.events()]
    assert dates == sorted(dates)
    assert all(set(event.about) <= set(library.ids()) for event in library.events())


def test_a_register_is_read_when_it_is_asked_for_and_not_before() -> None:
    held = Library(bundled=Collection(DATA))
    held.load("us-28-point")
    assert "sources" not in vars(held.bundled)
    assert held.sources
    assert "sources" in vars(held.bundled)


def test_whatever_is_cited_is_declared() -> None:
    for proposal in library.proposals():
        for citation in proposal.citations():
            source = library.bundled().source_of(proposal, citation.source)
            assert source is not None
            assert source.id == citation.source


def test_a_proposals_own_source_goes_before_a_shared_one(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(HEAD + "sources: {base: {publisher: Mine}, other: {}}\n")
    proposal = library.load(path)
    own, other = library.bundled().source_of(proposal, "base"), library.bundled().source_of(proposal, "other")
    assert own is not None
    assert other is not None
    assert (own.publisher, other.id) == ("Mine", "other")
    assert library.bundled().source_of(proposal, "qqqq") is None
    assert library.bundled().source_of(library.load("gaza-plan"), "base") is library.sources()["base"]


@pytest.mark.parametrize("name", ["plan.yaml", "plan.yml", "sub/plan", "plan"])
def test_a_path_is_an_argument_like_an_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("sub").mkdir()
    Path(name).write_text(HEAD)
    assert library.load(name) == library.load(tmp_path / name) == library.load(Path(name))
    assert library.problems_of(name) == ()


def test_an_id_goes_before_a_file_of_that_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("gaza-plan").write_text(HEAD)
    assert library.load("gaza-plan").id == "gaza-plan"
    assert library.load(Path("gaza-plan")).id == "plan"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("gaza-pln", "no proposal is called 'gaza-pln' (did you mean 'gaza-plan'?)"),
        ("qqqq", "no proposal is called 'qqqq' ('proposals list' shows them all; a file's name ends in .yaml)"),
    ],
)
def test_an_unknown_id_is_not_found(name: str, message: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        library.load(name)
    assert str(caught.value) == message


def test_what_is_wrong_with_a_file_is_raised_or_listed(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    with pytest.raises(UnreadableError, match="No such file"):
        library.problems_of(path)
    path.write_text(HEAD + "foo: bar\n")
    with pytest.raises(InvalidProposalError) as caught:
        library.load(str(path))
    assert library.problems_of(str(path)) == caught.value.problems
    path.write_text("foo: bar\n")
    with pytest.raises(InvalidProposalError):
        library.load(path)
    assert len(library.problems_of(path)) == 4


def test_kinds_of_ones_own_are_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(HEAD + "terms: [{demining: UA-14, how: by hand}]\n")
    with pytest.raises(InvalidProposalError, match="'demining' is not a kind of term"):
        library.load(path)
    kinds = {**KINDS, "demining": Demining}
    assert library.load(path, kinds=kinds).terms == (Demining(places=["UA-14"], how="by hand"),)
    assert library.problems_of(path, kinds=kinds) == ()


def test_a_timeline_that_names_what_is_not_there_is_refused(tmp_path: Path) -> None:
    for name in ("places.yaml", "actors.yaml", "sources.yaml"):
        (tmp_path / name).write_bytes((DATA / name).read_bytes())
    (tmp_path / "events.yaml").write_text("- {id: a, date: 2025, kind: call, title: x, about: nothing}\n")
    held = Library(bundled=Collection(tmp_path))
    assert held.ids == ()
    with pytest.raises(InvalidProposalError, match="no proposal is called 'nothing'"):
        _ = held.events
