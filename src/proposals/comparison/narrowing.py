"""What of a comparison a reader asks for: topics, relations and questions."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

import attrs

from proposals.comparison.engine import relate
from proposals.comparison.line import Line
from proposals.comparison.questions import Row, ask, every_question
from proposals.comparison.result import Comparison
from proposals.errors import InvalidValueError
from proposals.strings import suggestion
from proposals.validation import Validated, several
from proposals.values import shown
from proposals.vocabulary import Relation, Topics
from proposals.world.places import Gazetteer


def _topics(given: Iterable[Topics | str]) -> frozenset[Topics]:
    return Topics.each(given)


def _relations(given: Iterable[Relation | str]) -> frozenset[Relation]:
    return Relation.each(given)


def _ids(given: Iterable[str]) -> frozenset[str]:
    wanted = several(given, "questions", ordered=False)
    known = every_question() if wanted else frozenset()
    for one in wanted:
        if one not in known:
            hint = suggestion(str(one), known) or f"one of: {', '.join(sorted(known))}"
            raise InvalidValueError(f"no question is called {shown(one)}", hint, "unknown-question")
    return frozenset(wanted)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Narrowing(Validated):
    """The topics, relations and questions, by their ids, that are to be shown; where none are named, all of them."""

    topics: frozenset[Topics] = attrs.field(default=(), converter=_topics)
    relations: frozenset[Relation] = attrs.field(default=(), converter=_relations)
    questions: frozenset[str] = attrs.field(default=(), converter=_ids)

    def keeps(self, line: Line, places: Gazetteer) -> bool:
        """Whether a line is of the topics, bears on the questions, and any two documents relate so on it.

        Args:
            line: The line.
            places: The places that names stand for.

        Returns:
            ``True`` where it is to be shown.
        """
        if self.topics and line.topic not in self.topics:
            return False
        if self.questions and not any(row.question in self.questions for row in ask([line], places)):
            return False
        return self._relates(line)

    def keeps_row(self, row: Row) -> bool:
        """Whether a row is of the topics and questions, and any two documents relate so on one of its lines.

        Args:
            row: The row.

        Returns:
            ``True`` where it is to be shown.
        """
        if self.topics and row.topic not in self.topics:
            return False
        if self.questions and row.question not in self.questions:
            return False
        return any(self._relates(reading.line) for reading in row.readings)

    def of(self, comparison: Comparison) -> Comparison:
        """A comparison with only the findings that it keeps.

        Args:
            comparison: The comparison.

        Returns:
            A comparison of the same documents, its findings in the same order.
        """
        narrowed = comparison.narrowed(self.topics, self.relations)
        kept = Narrowing(questions=self.questions)
        places = comparison.world.places
        found = tuple(finding for finding in narrowed.findings if kept.keeps(finding.line, places))
        return attrs.evolve(narrowed, findings=found)

    def _relates(self, line: Line) -> bool:
        """Whether any two documents, of which at least one speaks, relate as is asked."""
        if not self.relations:
            return True
        pairs = combinations(range(len(line.sides)), 2)
        met = (line.between(one, other) for one, other in pairs if line.sides[one] or line.sides[other])
        return any(relate(one).relation in self.relations for one in met)


EVERYTHING = Narrowing()
"""Nothing is left out."""
