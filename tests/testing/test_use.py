"""What importing and asking :mod:`proposals.testing` gives; what the strategies draw is tried as a law."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import attrs
import pytest
from hypothesis import Phase, given, settings

from proposals import library
from proposals.documents.proposal import Proposal
from proposals.fields.values import Domain, Names
from proposals.kinds import ForceLimit
from proposals.terms.base import Term
from proposals.testing import proposal_chains, terms, values

WORLD = library.world()


@attrs.frozen
class _Colour(Domain):
    noun = "a colour"

    def read(self, text: str, names: Names) -> str:  # noqa: ARG002 -- as its base says
        return text

    def check(self, value: Any) -> None:
        assert value == "red"

    def schema(self) -> dict[str, Any]:
        return {"const": "red"}


def test_a_domain_without_a_strategy_says_how_to_add_one() -> None:
    with pytest.raises(TypeError, match=r"no strategy is registered for _Colour; add one with 'values\.register'"):
        values(_Colour(), WORLD)


def test_nothing_is_imported_without_hypothesis(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("proposals.testing")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    told = r"install it with: pip install 'negotiation-proposals\[hypothesis\]'"
    with pytest.raises(ModuleNotFoundError, match=told) as caught:
        import_module("proposals.testing")
    assert caught.value.name == "hypothesis"


def test_the_documents_of_a_chain_have_ids_of_their_own_and_mark_up_one_another() -> None:
    seen: set[tuple[int, bool]] = set()

    @settings(max_examples=40, phases=[Phase.generate])
    @given(proposal_chains(most=3))
    def search(chain: tuple[Proposal, ...]) -> None:
        assert len({document.id for document in chain}) == len(chain)
        seen.update((len(chain), chain[at].id in later.amends) for at, later in enumerate(chain[1:]))

    search()
    assert seen == {(2, False), (2, True), (3, False), (3, True)}


def test_kinds_of_ones_own_are_drawn_alone() -> None:
    @settings(max_examples=3, phases=[Phase.generate])
    @given(terms({ForceLimit.kind: ForceLimit}))
    def search(term: Term) -> None:
        assert isinstance(term, ForceLimit)

    search()
