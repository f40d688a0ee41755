"""Movement: what happens to each subject over a chain of drafts, and for whom it became heavier or lighter."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from proposals.comparison.findings import Option
from proposals.comparison.line import Line
from proposals.comparison.names import world_of
from proposals.comparison.narrowing import Narrowing
from proposals.comparison.positions import Position
from proposals.documents.proposal import Proposal
from proposals.measures.convergence import Convergence
from proposals.measures.weighing import Weight, actors, weigh_for
from proposals.notebook import Displayed
from proposals.validation import Validated
from proposals.values import OneLine
from proposals.vocabulary import Direction, Topics
from proposals.words import Word


class Happening(Word):
    """What a draft does with a subject, seen from the drafts before it."""

    STARTS = "starts", "The first draft has it."
    APPEARS = "appears", "No draft before had it."
    UNCHANGED = "unchanged", "It says what the draft before said."
    AS_REPORTED = "unchanged as far as reported", "What is known of it is what the draft before said; the rest is not."
    CHANGES = "changes", "It says something else than the draft before."
    REJECTED = "rejects it", "It states that it will not have it; a rejection is not the thing that it rejects."
    REFUSED = "refuses to discuss it", "It states that the matter is not for this table."
    DEFERRED = "defers it", "It leaves the matter to later talks."
    DELETED = "deleted", "It deletes it from a text that it marks up or revises."
    REPLACED = "replaced", "It answers the point with a term of another kind or subject."
    COMES_BACK = "comes back", "An earlier draft had it, and the one before this had not."
    FALLS_SILENT = "falls silent", "The draft before had it; this one is known not to have it."
    NO_LONGER_REPORTED = "no longer reported", "The draft before had it; of this one it is not known."
    NOT_REPORTED = "not reported", "The draft before had it not, and of this one it is not known."
    ABSENT = "absent", "Neither this draft, which is known not to have it, nor the one before has it."


class Held(Word):
    """Whose value the last draft holds."""

    EARLIER = "an earlier draft's", "It says the same as one or more drafts before it."
    AS_REPORTED = "an earlier draft's, as far as reported", "What is known of it is what an earlier draft says."
    OWN = "its own", "It says what no draft before it says."
    DECLINED = "declines it", "It rejects it, refuses to discuss it or defers it, as no draft before it does."
    NOT_REPORTED = "nothing reported", "It is known only in part, and nothing of it is known."
    NOTHING = "nothing", "It is known not to have it, or it deletes it."


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Stage(OneLine, Validated):
    """One draft's part in a path.

    ``since`` meets the last draft before that would have the term hold with this one; ``None`` where there was none, or
    this one would not, or one of the two leaves it open between alternatives. ``mediator`` if the draft is a
    mediator's text.
    """

    position: Position
    happening: Happening
    since: Option | None
    mediator: bool

    @property
    def direction(self) -> Direction | None:
        """How it weighs on the bearer compared with the last position before; ``None`` where that is not to be told."""
        return self.since.direction if self.since else None


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Outcome(Validated):
    """Whose value the last draft holds: the ids of the ``documents``, in order, where it is that of earlier ones.

    Where it is its own, ``fields`` are those that it states, by key, with the ids of the earlier drafts that state the
    same; a modality of *shall* is not among them.
    """

    held: Held
    documents: tuple[str, ...] = ()
    fields: tuple[tuple[str, tuple[str, ...]], ...] = attrs.field(default=(), eq=False)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Path(OneLine, Validated):
    """One subject over the drafts: a stage for each, and the gaps to the counterpart where one is given."""

    line: Line
    stages: tuple[Stage, ...]
    outcome: Outcome
    gaps: tuple[Convergence, ...] = ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class PartySummary(OneLine, Validated):
    """What the chain did to the terms that one actor bears: those of each weight, weights in their order."""

    actor: str
    paths: tuple[tuple[Weight, tuple[Path, ...]], ...]

    def counts(self) -> dict[Weight, int]:
        """How many terms have each weight that occurs."""
        return {weight: len(paths) for weight, paths in self.paths}


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Trace(OneLine, Displayed, Validated):
    """A chain of drafts, in order, with the path of each subject that one of them addresses.

    ``toward`` is the counterpart that gaps are measured to; ``mediators`` are the ids of the drafts that stand apart.

    ``documents`` are the drafts, and ``paths`` has one path for each subject.
    """

    documents: tuple[Proposal, ...]
    toward: Proposal | None
    mediators: tuple[str, ...]
    paths: tuple[Path, ...]

    def topics(self) -> tuple[tuple[Topics, dict[Outcome, int]], ...]:
        """For each topic, on how many of its subjects the last draft holds whose value, its own, or nothing."""
        found: dict[Topics, dict[Outcome, int]] = {}
        for path in self.paths:
            counted = found.setdefault(path.line.topic, {})
            counted[path.outcome] = counted.get(path.outcome, 0) + 1
        return tuple(found.items())

    def parties(self) -> tuple[PartySummary, ...]:
        """What became of the terms that an actor bears in the first draft or the last; actors in alphabetical order."""
        found: dict[str, dict[Weight, list[Path]]] = {}
        directory = world_of(self.documents).actors
        for path in self.paths:
            first, last = path.stages[0].position, path.stages[-1].position
            for actor in sorted({*actors(first), *actors(last)}):
                found.setdefault(actor, {}).setdefault(weigh_for(actor, first, last, directory), []).append(path)
        return tuple(
            PartySummary(
                actor=actor,
                paths=tuple((weight, tuple(found[actor][weight])) for weight in Weight if weight in found[actor]),
            )
            for actor in sorted(found)
        )

    def narrowed(self, topics: Iterable[Topics | str] = (), *, questions: Iterable[str] = ()) -> Trace:
        """The trace with only some of its paths.

        Args:
            topics: The topics to keep, or the words for them; all where none is named.
            questions: The ids of the questions to keep; all where none is named.

        Returns:
            A trace of the same documents, its paths in the same order.

        Raises:
            InvalidValueError: A word is that of no topic, or an id that of no question.
        """
        wanted = Narrowing(topics=topics, questions=questions)
        places = world_of([*self.documents, *([self.toward] if self.toward else [])]).places
        return attrs.evolve(self, paths=tuple(path for path in self.paths if wanted.keeps(path.line, places)))
