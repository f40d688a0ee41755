"""Reading the glossary."""

from __future__ import annotations

from pathlib import Path

import pytest
from manual import glossary as manual_glossary

from proposals import InvalidProposalError
from proposals.files.glossary import Definition, read_glossary
from proposals.library.bundled import root


def read(tmp_path: Path, text: str) -> tuple[Definition, ...]:
    path = tmp_path / "glossary.yaml"
    path.write_text(text, encoding="utf-8")
    return read_glossary(path)


def test_words_stand_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = "truce: {definition: A pause., sources: Book, see: peace, kinds: ceasefire}\npeace: {definition: An end.}\n"
    found = read(tmp_path, text)
    assert found == (
        Definition(word="truce", definition="A pause.", sources=("Book",), see=("peace",), kinds=("ceasefire",)),
        Definition(word="peace", definition="An end."),
    )
    assert [(one.at.line, one.at.column) for one in found if one.at] == [(1, 1), (2, 1)]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", ["not-a-mapping"]),
        ("- truce\n", ["not-a-mapping"]),
        ("truce: {}\n", ["missing-field"]),
        ("truce: {definition: A pause., meaning: A pause.}\n", ["unknown-field"]),
        ("truce: {definition: A pause.}\ntruce: {definition: A stop.}\n", ["duplicate-key"]),
        ("truce: {definition: A pause., see: peace}\n", ["unknown-word"]),
        ("truce: {definition: A pause., kinds: [ceasefire, cessefire]}\n", ["unknown-kind"]),
    ],
)
def test_all_problems_are_listed(tmp_path: Path, text: str, codes: list[str]) -> None:
    with pytest.raises(InvalidProposalError) as raised:
        read(tmp_path, text)
    assert [problem.code for problem in raised.value.problems] == codes


def test_the_bundled_glossary_is_read() -> None:
    assert {"de facto recognition", "silence"} < {one.word for one in read_glossary(root() / "data" / "glossary.yaml")}


def test_no_kind_of_term_is_explained_by_two_words() -> None:
    explained = [kind for one in read_glossary(root() / "data" / "glossary.yaml") for kind in one.kinds]
    assert len(explained) == len(set(explained)) > 40


def test_a_kind_that_no_word_explains_leads_to_the_codebook() -> None:
    assert manual_glossary.of_kind("toll") == "[toll](#kind-toll)"
    assert manual_glossary.address_of_kind("toll") == "reference/kinds.html#kind-toll"
    assert manual_glossary.of_kind("amnesty", "an amnesty") == "{term}`an amnesty <amnesty>`"
    assert manual_glossary.address_of_kind("amnesty") == "glossary.html#term-amnesty"
