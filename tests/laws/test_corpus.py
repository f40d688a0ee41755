"""What an index answers is what the documents answer, for documents and changes that hypothesis draws."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from proposals.corpus import kept_index, load_many, nearest, nearest_among
from proposals.corpus.compact import compact, read_compact
from proposals.documents.proposal import Proposal
from proposals.library import open_library
from proposals.library.bundled import bundled
from proposals.measures.similarity import estimated
from proposals.measures.weights import Weights
from proposals.vocabulary import Topic
from spots import PAIRS

WEIGHTS = st.sampled_from([Weights(), Weights(((str(Topic.FORCES), 2.0), ("neutrality", 0.0)))])


@given(PAIRS, WEIGHTS)
def test_a_document_in_compact_form_is_as_close_to_another_as_it_is_whole(
    pair: tuple[Proposal, Proposal], weights: Weights
) -> None:
    left, right = pair
    form = compact(right, bundled())
    assert form is not None
    again = read_compact(form, Path(right.id), bundled(), left)
    assert (again is None) is (right.id in left.marks_up)
    if again is not None:
        assert estimated(left, again, weights) == estimated(left, right, weights)
        assert estimated(again, left, weights) == estimated(right, left, weights)


ACTORS = "land: {name: the land, kind: state}\nsea: {name: the sea, kind: state}\n"
OWN = "actors:\n  both: {name: both, kind: group, members: [land, sea]}\n"
NEUTRAL = "- neutrality: land\n"
NAMES = ("a", "b", "c", "d")
FILES = st.permutations([*NAMES, "e"])


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A small document on the same few matters as the others; it may delete a point of one, or be wrong."""
    amended = draw(st.none() | st.none() | st.sampled_from(NAMES))
    held = f"format: 2\nid: {draw(st.sampled_from(NAMES))}\ntitle: A plan\ndate: 2026-01-15\ncoverage: complete\n"
    held += f"lineage: {{amends: {amended}}}\nstruck: ['1']\n" if amended else ""
    limited = draw(st.lists(st.sampled_from(["land", "sea", "both"]), unique=True, min_size=1, max_size=2))
    held += OWN if "both" in limited else ""
    terms = [f"- force-limit: {one}\n  personnel: {draw(st.integers(1, 3))}\n  point: 1\n" for one in limited]
    terms += draw(st.lists(st.sampled_from([NEUTRAL, f"{NEUTRAL}  stance: rejects\n"]), max_size=1))
    return f"{held}terms:\n{''.join(terms)}"


def written(folder: Path, state: Mapping[str, str]) -> None:
    """Write what is new in a state of a collection, and remove what is gone."""
    for path in folder.iterdir():
        if path.stem not in state:
            path.unlink()
    for name, text in state.items():
        path = folder / f"{name}.yaml"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


@given(st.data(), st.lists(texts(), min_size=3, max_size=6, unique=True), WEIGHTS)
def test_the_nearest_from_an_index_are_those_from_the_files_whatever_has_changed(
    data: st.DataObject, drawn: list[str], weights: Weights
) -> None:
    with TemporaryDirectory() as made:
        folder, draft = Path(made) / "proposals", Path(made) / "draft.yaml"
        folder.mkdir()
        (folder.parent / "actors.yaml").write_text(ACTORS, encoding="utf-8")
        draft.write_text(drawn[0], encoding="utf-8")
        for _ in range(3):
            held = data.draw(st.lists(st.sampled_from(drawn), min_size=1, max_size=5, unique=True))
            written(folder, dict(zip(data.draw(FILES), held, strict=False)))
            library = open_library([folder.parent], alone=True)
            names = [*library.own[0].paths]
            kept_index(library.own[0], library)
            read = [*load_many(names, library)]
            documents = [one.document for one in read if one.document is not None]
            for asked in (*documents[:1], *(one.document for one in load_many([draft], library) if one.document)):
                found, wrong = nearest_among(asked, names, 3, library, weights=weights)
                assert found == nearest(asked, documents, 3, weights=weights)
                assert wrong == tuple(one for one in read if one.document is None)
