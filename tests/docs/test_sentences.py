"""On the pages every term is said in plain sentences, which name and link what they speak of."""

from __future__ import annotations

import re

import pytest
from manual import statements, wording

import proposals
from proposals.comparison.line import Line
from proposals.fields.declare import compared_fields, fields_of
from proposals.language.sentences import heading, heading_pieces
from proposals.terms.base import Term
from proposals.words import Word

TERMS = [
    pytest.param(term, id=f"{document.id}-{index}-{term.kind}")
    for document in statements.documents()
    for index, term in enumerate(document.terms, start=1)
]


@pytest.mark.parametrize("term", TERMS)
def test_a_sentence_links_the_kind_and_each_word_of_a_list(term: Term) -> None:
    text = statements.sentences(term)
    assert "{term}`" in text
    for field in compared_fields(type(term)):
        held = getattr(term, field.name)
        if isinstance(held, Word) and field.key != "modality":
            assert f"](#words-{type(held).__name__.lower()})" in text
    assert not re.search(r"\{term\}`[^`]*[<>\[\]|][^<`]*`", text.replace(" <", "").replace(">`", "`"))


@pytest.mark.parametrize("row", statements.rows(), ids=lambda row: row.kind)
def test_a_heading_links_the_kind_alone(row: Line) -> None:
    shape = proposals.KINDS[row.kind]
    pieces = heading_pieces(shape, row.subject, statements.lookup())
    assert [piece.explains for piece in pieces if piece.explains is not None] == [row.kind]
    assert "-" not in row.kind or row.kind not in heading(shape, row.subject, statements.lookup())


def test_the_page_of_sentences_has_every_kind_with_every_field() -> None:
    page = wording.kinds()
    common = {field.key for field in fields_of(Term)}
    for kind, shape in proposals.KINDS.items():
        section = page.partition(f"(sentences-{kind})=")[2].partition("\n(sentences-")[0]
        for field in fields_of(shape):
            if field.key not in common and field.scale is not None:
                assert f"| `{field.key}` |" in section
    common_section = page.partition("(sentences-of-every-kind)=")[2]
    for key in common:
        assert f"| `{key}` |" in common_section
    assert [stance for stance in proposals.Stance if f"| `{stance}` |" not in common_section] == []
