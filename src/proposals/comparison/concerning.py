"""The findings that concern an actor."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import attrs

from proposals.comparison.findings import Finding
from proposals.comparison.result import Comparison
from proposals.fields.declare import fields_of
from proposals.fields.values import Code
from proposals.terms.base import Term
from proposals.world.actors import Directory


def concerning(comparison: Comparison, actors: Collection[str], directory: Directory) -> Comparison:
    """The comparison with only the findings that concern some actors.

    A finding concerns an actor if a term of either side names it, or a group or an organisation that it belongs to, in
    any field: as the obliged party, as the one for whom the term is, or as what it is about.

    Args:
        comparison: The comparison.
        actors: The ids of the actors; all findings are kept where none is named.
        directory: The actors that names stand for.

    Returns:
        A comparison of the same documents, its findings in the same order.
    """
    if not actors:
        return comparison
    kept = tuple(finding for finding in comparison.findings if _concerns(finding, actors, directory))
    return attrs.evolve(comparison, findings=kept)


def _concerns(finding: Finding, actors: Collection[str], directory: Directory) -> bool:
    named = {name for side in (finding.left, finding.right) for term in side.terms for name in _named(term)}
    return any(not directory.within(name).isdisjoint(actors) for name in named)


def _named(term: Term) -> Iterator[str]:
    """The ids of the actors in the fields of a term."""
    for field in fields_of(type(term)):
        held = getattr(term, field.name)
        if held is not None and isinstance(field.domain, Code) and field.domain.of != "place":
            yield from held if field.many else (held,)
