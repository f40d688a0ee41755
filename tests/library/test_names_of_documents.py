from __future__ import annotations

import pytest

from proposals import library
from proposals.errors import NotFoundError


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
