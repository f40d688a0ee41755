"""Whatever a field accepts is written so that it is accepted again: every kind with what lies at the edges."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import pytest

from proposals import library
from proposals.comparison.names import world_of
from proposals.documents.proposal import Proposal
from proposals.fields.declare import Field, compared_fields
from proposals.fields.members import Members
from proposals.fields.numbers import Number
from proposals.fields.values import Moment, Text
from proposals.files.samples import sample
from proposals.files.writing import proposal_yaml
from proposals.negotiation.lines import lines
from proposals.reports.brackets.parser import read_brackets
from proposals.reports.brackets.writer import render
from proposals.terms import KINDS
from spots import read_back

HEAD = "format: 2\nid: a\ntitle: A\ndate: 2000-01-01\ncoverage: complete\nterms:\n"
WORLD = library.world()
NUMBERS = [
    *("0", "0.1", "0.01", "3", "999999999999999999", "1000000000000000000", "at least 1000000000000000000"),
    *("at most 0", "0 to 1000000000000000000", "0.5 per hour", "at most 1 per year", "1 to 2 per day"),
]
MOMENTS = [
    *("0001-01-01", "9999-12-31", "0001", "9999", "9999-12", "2025~", "2025?", "2025-12~", "1 hour", "1 day"),
    *("999999 days of signature", "1 hour before signature", "1 week (renewable)", "100 years", "signature"),
    "24 hours of ceasefire",
]
TEXTS = [
    *("x", "x" * 100_000, "x" * 79 + " y", "  two  blanks", "a\tb", "a\\n", "\\", "ends:", "ends: #no"),
    *("'", '"', "''", "# x", "- x", "? x", "a: b", "{a}", "[a]", "&a", "*a", "!a", "| x", "> x", "% x", "@x", "`x`"),
    *("-", "--- x", "... x", "=", "<<", "{}", "[]", "a,b", "a;b", "true", "null", "on", "yes", "~", "NaN", ".inf"),
    *("0", "-1", "+1", ".5", "1e5", "0x1f", "2025-01-01", "1_000", "…", "“q”", "é", "\u05d0 b"),
    *("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\U0001f600", "\ufffd", "\U0010ff00"),
]


def accepted(field: Field) -> list[object]:
    """The values at the edges of a field that holds numbers, moments or words of one's own."""
    sorts = ((Number, NUMBERS), (Text, TEXTS), (Moment, MOMENTS))
    texts = next((texts for sort, texts in sorts if isinstance(field.domain, sort)), [])
    read = [field.domain.read(text, WORLD) for text in texts]
    return [Members((one,)) if field.many else one for one in read]


def edges(kind: str) -> Iterator[Proposal]:
    """Documents of one term of the kind; in each, every field has another value at an edge of what it takes."""
    document = read_back(f"{HEAD}{sample(KINDS[kind], WORLD)}\n")
    (term,) = document.terms
    answers = {"if", "reservation"}  # they belong to a stance
    values = {field.name: accepted(field) for field in compared_fields(type(term)) if field.key not in answers}
    for number in range(max(map(len, values.values()))):
        held = {name: several[number % len(several)] for name, several in values.items() if several}
        yield attrs.evolve(document, terms=(attrs.evolve(term, **held),))


@pytest.mark.bulk
@pytest.mark.parametrize("kind", KINDS)
def test_what_lies_at_the_edge_of_a_field_is_read_back(kind: str) -> None:
    for document in edges(kind):
        assert read_back(proposal_yaml(document)).terms == document.terms


@pytest.mark.bulk
@pytest.mark.parametrize("kind", KINDS)
def test_what_lies_at_the_edge_of_a_field_is_read_back_from_brackets(kind: str) -> None:
    for document in edges(kind):
        pair = (document, attrs.evolve(document, id="b", title="B", terms=()))
        assert read_brackets(render(pair), world_of(pair)).lines == lines(pair)
