from __future__ import annotations

from pathlib import Path

import pytest

from proposals import library
from proposals.errors import NotFoundError
from proposals.library.several import loaded
from proposals.negotiation.lines import lines
from proposals.vocabulary import Stance


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("us-28-point", "us-28-point"),
        ("US 28-point plan", "us-28-point"),
        ("the 28 point plan", "us-28-point"),
        ("Zelensky plan", "twenty-point"),
        ("London text", "european-april-text"),
    ],
)
def test_a_document_is_found_by_its_id_or_a_name_that_it_alone_bears(name: str, id_: str) -> None:
    assert library.load(name).id == id_


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("the European plan", ["e3-counter", "european-12-point", "european-24-point"]),
        ("20-point plan", ["gaza-plan", "twenty-point"]),
    ],
)
def test_a_name_that_several_documents_bear_is_told_apart(name: str, ids: list[str]) -> None:
    with pytest.raises(NotFoundError, match="different documents") as caught:
        library.load(name)
    assert [line.split(":")[0].strip() for line in str(caught.value).splitlines()[1:]] == ids


def test_words_of_a_title_lead_to_the_titles_that_have_them() -> None:
    with pytest.raises(NotFoundError, match="no proposal is called 'talks'; those with these words are:") as caught:
        library.load("talks")
    assert [line.split(":")[0].strip() for line in str(caught.value).splitlines()[1:]] == [
        "geneva-step",
        "revised-plan",
    ]


@pytest.mark.parametrize(("name", "near"), [("us-28-pont", "us-28-point"), ("twenty-points", "twenty-point")])
def test_an_id_that_is_nearly_right_is_suggested(name: str, near: str) -> None:
    with pytest.raises(NotFoundError, match=f"did you mean '{near}'"):
        library.load(name)


def test_a_wrong_file_does_not_keep_another_from_being_found(tmp_path: Path) -> None:
    (tmp_path / "proposals").mkdir()
    for name, text in (("river", "title: On the river\ndate: 2026\n"), ("wrong", "date: 2026\n")):
        (tmp_path / "proposals" / f"{name}.yaml").write_text(f"id: {name}\n{text}", encoding="utf-8")
    held = library.open_library([tmp_path], alone=True)
    assert held.load("On the river").id == "river"
    unseen = "wrong files that were not looked at: 1"
    with pytest.raises(NotFoundError, match=f"'wave'; {unseen} \\('proposals list' shows them all"):
        held.load("wave")
    with pytest.raises(NotFoundError, match=f"'river on'; {unseen}; those with these words are:"):
        held.load("river on")


@pytest.mark.parametrize("order", [("one/plan", "other/plan", "one/reply"), ("other/plan", "one/plan", "one/reply")])
def test_a_text_that_is_called_otherwise_is_still_the_one_that_is_marked_up(
    tmp_path: Path, order: tuple[str, ...]
) -> None:
    for folder, personnel in (("one", 5), ("other", 7)):
        (tmp_path / folder).mkdir()
        terms = f"terms: [{{force-limit: UA, point: 6, personnel: {personnel}}}]"
        (tmp_path / folder / "plan.yaml").write_text(
            f"id: plan\ntitle: Plan\ndate: 2026-01-01\ncoverage: complete\n{terms}\n"
        )
    head = "id: reply\ntitle: Reply\ndate: 2026-01-02\ncoverage: complete\n"
    (tmp_path / "one" / "reply.yaml").write_text(
        f"{head}lineage: [{{amends: plan}}]\nstruck: [{{point: 6, of: plan}}]\n"
    )
    documents = loaded([str(tmp_path / f"{name}.yaml") for name in order])
    marked_up = order.index("one/plan")
    assert documents[2].amends == (documents[marked_up].id,)
    assert {one.of for one in documents[2].struck} == {documents[marked_up].id}
    (line,) = lines(documents)
    assert [position.state for position in line.positions] == [Stance.PROPOSES, Stance.PROPOSES, Stance.STRIKES]
    assert line.positions[2].terms[0].personnel == 5  # type: ignore[attr-defined]  # a limit of forces
