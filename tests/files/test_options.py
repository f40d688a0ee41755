"""Options of open points: with a name, with holders, or with both; several of one holder; packages of several terms."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest

import proposals
from proposals.documents.proposal import Proposal
from proposals.language.names import Lookup
from proposals.negotiation.lines import lines
from proposals.reports.brackets.parser import read_brackets
from proposals.reports.brackets.writer import render
from proposals.reports.html_report.strips import _held_by
from proposals.vocabulary import Relation

Plan = Callable[[str], Proposal]

OPTIONS = """
coverage: complete
terms:
- force-limit: UA
  point: 3
  options:
  - {option: A, held-by: UA, personnel: 800k}
  - {option: B, held-by: UA, personnel: 700k}
  - {option: 'a "third" one', personnel: 600k}
- security-guarantee: UA
  point: 7
  options:
  - {option: A, held-by: UA, guarantors: US}
  - {option: B, held-by: UA, guarantors: GB}
  - {option: A, held-by: RU, guarantors: RU}
- amnesty: UA
  options: [{held-by: UA}, {held-by: RU, stance: rejects}]
"""


@pytest.fixture
def options(plan: Plan) -> Proposal:
    return plan(OPTIONS)


def test_one_holder_may_hold_several_and_a_name_needs_no_holder(options: Proposal) -> None:
    held = [(term.option, term.holders) for term in options.terms if term.kind == "force-limit"]
    assert held == [("A", ("UA",)), ("B", ("UA",)), ('a "third" one', ())]
    assert all(term.alternative for term in options.terms)


def test_options_of_one_name_and_the_same_holders_are_a_package(options: Proposal) -> None:
    first, second, third, *others, amnesty, _ = options.terms
    assert options.package(first) == (others[0],)
    assert options.package(others[1]) == (second,)
    assert options.package(others[2]) == ()  # another's A
    assert options.package(third) == options.package(amnesty) == ()


def test_options_are_written_as_they_are_read(options: Proposal, plan: Plan) -> None:
    text = proposals.to_yaml(options)
    assert "option: A" in text
    assert plan(text[text.index("terms:") :]).terms == options.terms


def test_names_are_no_content(options: Proposal, plan: Plan) -> None:
    renamed = plan(OPTIONS.replace("option: A", "option: One").replace("option: B", "option: Two"))
    assert {finding.relation for finding in proposals.compare(options, renamed).findings} == {Relation.SAME}


def test_an_option_is_called_by_its_name_and_its_holders(options: Proposal, plan: Plan) -> None:
    other = plan("coverage: complete\nterms:\n- force-limit: UA\n  personnel: 600k\n")
    told = " ".join(proposals.to_text(proposals.compare(other, options), width=200).split())
    assert "In Ukraine's option “B”, Ukraine's armed forces would be limited to 700,000 personnel." in told
    assert 'In option “a "third" one”, Ukraine\'s armed forces would be limited to 600,000 personnel.' in told
    assert "A and Ukraine's option “A” in B: ≠ differs" in told
    assert 'A and option “a "third" one” in B: = the same' in told
    assert "Ukraine's option “A” in B is one package with: Security guarantee for Ukraine" in told
    shown = proposals.to_text(options)
    assert "One package with: Security guarantee for Ukraine." in shown
    lookup = Lookup.of(options)
    assert [_held_by(term, lookup) for term in options.terms[:3]] == [
        " (A, Ukraine)",
        " (B, Ukraine)",
        ' (a "third" one)',
    ]


def test_brackets_name_options_and_read_them_back(options: Proposal, plan: Plan) -> None:
    documents = (options, attrs.evolve(plan("terms:\n- force-limit: UA\n  personnel: 600k\n"), id="other"))
    text = render(documents)
    assert '[800,000 (UA as "A" in A)]' in text
    assert '(as "a \\"third\\" one" in A, B)' in text
    assert read_brackets(text, documents[0].world).lines == lines(documents)
