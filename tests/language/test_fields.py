"""The fields of a finding's terms side by side, in words."""

from __future__ import annotations

from making import document
from proposals.comparison.engine import compare
from proposals.language.fields import rows
from proposals.language.names import Lookup
from proposals.terms.base import Term
from proposals.terms.forces import ForceLimit
from proposals.vocabulary import Stance

LOOKUP = Lookup.of()


def shown(left: tuple[Term, ...], right: tuple[Term, ...]) -> list[tuple[str, str, list[str], list[str]]]:
    """The mark, the label and the lines of both cells of each row of the one finding."""
    (finding,) = compare(document("a", *left), document("b", *right)).findings
    cells = [
        (row, *(["".join(run.text for run in line) for line in cell] for cell in (row.left, row.right)))
        for row in rows(finding, ("A", "B"), LOOKUP)
    ]
    return [(row.mark.text, row.label, left, right) for row, left, right in cells]


def test_a_stance_that_both_take_is_said_once_and_as_alike() -> None:
    refused = ForceLimit(of=("UA",), stance=Stance.REJECTS)
    assert shown((refused,), (refused,)) == [("=", "what it does", ["rejects"], ["rejects"])]


def test_an_alternative_that_rejects_says_so_with_its_holders_or_alone() -> None:
    held = ForceLimit(of=("UA",), holders=("RU",), personnel=600_000)
    refused = ForceLimit(of=("UA",), holders=("UA",), stance=Stance.REJECTS)
    alternatives = ["held by Russia", "personnel: 600,000 people", "held by Ukraine: rejects"]
    alone = ForceLimit(of=("UA",), stance=Stance.REJECTS)
    assert shown((held, refused), (alone,)) == [(" ", "open", alternatives, ["rejects"])]
