"""The result of a comparison: two proposals, and all findings between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import attrs

from proposals.comparison.findings import Finding
from proposals.documents.proposal import Proposal
from proposals.notebook import Displayed
from proposals.terms.base import Term
from proposals.validation import Validated
from proposals.values import OneLine
from proposals.vocabulary import Relation, Topics
from proposals.world.world import World


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Comparison(OneLine, Displayed, Validated):
    """Two proposals and all findings between them, in reading order of the left and then of the right.

    ``world`` has the places and actors that they were compared with.

    ``left`` and ``right`` are the documents as they were compared, and ``findings`` what was found.
    """

    left: Proposal
    right: Proposal
    findings: tuple[Finding, ...]
    world: World = attrs.field(factory=World.empty, eq=False, repr=False)

    @cached_property
    def by_term(self) -> tuple[Mapping[Term, Sequence[int]], Mapping[Term, Sequence[int]]]:
        """For the left and the right, the places of the findings, counted from 0, that rest on each term."""
        found: tuple[dict[Term, list[int]], dict[Term, list[int]]] = ({}, {})
        for at, finding in enumerate(self.findings):
            for own, terms in zip(found, finding.line.sides, strict=True):
                for term in terms:
                    own.setdefault(term, []).append(at)
        return found

    def counts(self) -> dict[Relation, int]:
        """How many findings have each relation that occurs, in the order of :class:`Relation`."""
        counted = Counter(finding.relation for finding in self.findings)
        return {relation: counted[relation] for relation in Relation if counted[relation]}

    def narrowed(self, topics: Iterable[Topics | str] = (), relations: Iterable[Relation | str] = ()) -> Comparison:
        """The comparison with only some of its findings.

        Args:
            topics: The topics to keep, or the words for them; all where none is named.
            relations: The relations to keep, or the words for them; all where none is named.

        Returns:
            A comparison of the same documents, its findings in the same order.

        Raises:
            InvalidValueError: A word is that of no topic or of no relation, or one text is given in the place of
                several.
        """
        wanted_topics, wanted_relations = Topics.each(topics), Relation.each(relations)
        kept = (
            finding
            for finding in self.findings
            if (not wanted_topics or finding.topic in wanted_topics)
            and (not wanted_relations or finding.relation in wanted_relations)
        )
        return attrs.evolve(self, findings=tuple(kept))
