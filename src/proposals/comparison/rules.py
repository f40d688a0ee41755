"""The rules: a total table from what two documents do with a subject to how they stand to each other.

Each rule has a name, the relation that it gives, and one sentence that explains it. Every pair of states (and, where
two terms meet, of what the meeting shows) has exactly one rule, whichever document is on the left.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import combinations, product
from types import MappingProxyType
from typing import Final, TypeAlias

import attrs

from proposals.validation import Validated
from proposals.values import OneLine
from proposals.vocabulary import Absence, Relation, Stance
from proposals.words import Word

State: TypeAlias = Stance | Absence
"""What a document does with a subject, or why it is not known to do anything."""


class Meeting(Word):
    """What shows when the contents of two terms of one key meet."""

    ALIKE = "alike", "Stance and all compared fields are equal."
    AS_REPORTED = "alike as far as reported", "What differs is only what a text known in part is not reported to say."
    UNLIKE = "unlike", "At least one compared field differs."
    CONTRARY = "contrary", "One is a ban, and it reaches what the other would have or permit."
    OVERLAPS = "overlaps", "One is a ban, and it reaches only a part of what the other would have, or not for certain."
    BOTH_AGAINST = "both against", "Each bans, excludes or rejects the act, in another way than the other."
    COVERED = "covered", "The rejection, the deletion or the known absence is of what the other states."
    UNCOVERED = (
        "uncovered",
        "What is accepted, rejected, deleted or missing is not for certain what the other states.",
    )
    ANOTHER_KIND = "another kind", "The one answers the other's point with a term of another kind or subject."
    OPEN = "open", "At least one side holds open alternatives, and not all of them meet the other alike."
    NONE = "none", "One side has no such term, or what matters is the stances alone."


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Rule(OneLine, Validated):
    """A row of the table: for each of ``pairs`` (in either order) and each of ``meetings``, the ``relation``.

    ``id`` is its short name, and ``sentence`` explains it to a reader.
    """

    id: str
    relation: Relation
    sentence: str
    pairs: frozenset[frozenset[State]]
    meetings: frozenset[Meeting]


STANCES: Final = tuple(stance for stance in Stance if stance is not Stance.LEAVES_OUT)
"""What a document may do with a subject; what it leaves out it does nothing with."""

_ANSWERS = (Stance.ACCEPTS, Stance.ACCEPTS_IF, Stance.RESERVES)
ACCEPTANCES: Final = frozenset(map(frozenset, combinations((Stance.PROPOSES, Stance.ACCEPTS, Stance.ACCEPTS_IF), 2)))
"""Stances of which one accepts what may be another thing than the other has; who reserves says what is altered."""


def _rule(
    name: str,
    relation: Relation,
    sentence: str,
    one: Iterable[State],
    other: Iterable[State] | None = None,
    meetings: Iterable[Meeting] = (Meeting.NONE,),
    *,
    alone: Iterable[State] = (),
) -> Rule:
    """A rule for every state of ``one`` with every state of ``other``; without ``other``, for each with itself.

    It is one for each state of ``alone`` with itself as well.
    """
    pairs = [*(product(one, other) if other is not None else ((state, state) for state in one))]
    pairs += [(state, state) for state in alone]
    return Rule(
        id=name,
        relation=relation,
        sentence=sentence,
        pairs=frozenset(frozenset(pair) for pair in pairs),
        meetings=frozenset(meetings),
    )


RULES: Final = (
    _rule("same-proposal", Relation.SAME, "Both propose it with the same content.",
          [Stance.PROPOSES], meetings=[Meeting.ALIKE]),
    _rule("same-as-far-as-reported", Relation.SAME,
          "Both propose it, alike in all that is known of both; one text is known only in part and may say more.",
          [Stance.PROPOSES], meetings=[Meeting.AS_REPORTED]),
    _rule("other-proposal", Relation.DIFFERS, "Both propose something for it, with different content.",
          [Stance.PROPOSES], meetings=[Meeting.UNLIKE]),
    _rule("ban-reaches", Relation.OPPOSED, "One bans what the other would have or permit.",
          [Stance.PROPOSES], meetings=[Meeting.CONTRARY]),
    _rule("ban-overlaps", Relation.DIFFERS,
          "One bans a part of what the other would have or permit: the ban is narrower, or reaches it not for certain.",
          [Stance.PROPOSES], meetings=[Meeting.OVERLAPS]),
    _rule("both-against", Relation.DIFFERS,
          "Both are against it, each in its own way: by a ban, a rejection, a deletion, or a value that excludes it.",
          [Stance.PROPOSES, *_ANSWERS, Stance.STRIKES], [Stance.REJECTS, Stance.STRIKES], [Meeting.BOTH_AGAINST],
          alone=[Stance.PROPOSES]),
    _rule("same-answer", Relation.SAME, "Both answer it in the same way, with the same content.",
          [stance for stance in STANCES if stance is not Stance.PROPOSES], meetings=[Meeting.ALIKE]),
    _rule("other-answer", Relation.DIFFERS, "Both answer it in the same way, with different content.",
          [stance for stance in STANCES if stance is not Stance.PROPOSES], meetings=[Meeting.UNLIKE]),
    _rule("answered-otherwise", Relation.DIFFERS,
          "One answers the other's point with a term of another kind or subject.",
          STANCES, STANCES, [Meeting.ANOTHER_KIND]),
    _rule("open-alternatives", Relation.DIFFERS,
          "At least one side leaves the point open between alternatives, and they do not all meet the other alike.",
          STANCES, STANCES, [Meeting.OPEN]),
    _rule("acceptance", Relation.ACCEPTED, "One proposes it, the other accepts it as it stands.",
          [Stance.PROPOSES], [Stance.ACCEPTS]),
    _rule("acceptance-on-condition", Relation.ACCEPTED_IF, "One puts it forward, the other accepts it on a condition.",
          [Stance.PROPOSES, Stance.ACCEPTS], [Stance.ACCEPTS_IF]),
    _rule("acceptance-with-reservation", Relation.ACCEPTED_IF,
          "One puts it forward, the other accepts it and excludes or alters a part.",
          [Stance.PROPOSES, Stance.ACCEPTS], [Stance.RESERVES]),
    _rule("acceptance-misses", Relation.DIFFERS,
          "One accepts something of this kind, on a condition or as it stands, and not what the other states.",
          [Stance.PROPOSES, Stance.ACCEPTS], [Stance.ACCEPTS, Stance.ACCEPTS_IF], [Meeting.UNCOVERED]),
    _rule("condition-against-reservation", Relation.DIFFERS,
          "Both accept it, one on a condition and the other with a reservation.",
          [Stance.ACCEPTS_IF], [Stance.RESERVES]),
    _rule("rejection-covers", Relation.OPPOSED, "One states that it will not have what the other states.",
          [Stance.PROPOSES, *_ANSWERS], [Stance.REJECTS], [Meeting.COVERED]),
    _rule("rejection-misses", Relation.DIFFERS,
          "One rejects something of this kind, and its rejection does not, or not for certain, reach the other's.",
          [Stance.PROPOSES, *_ANSWERS], [Stance.REJECTS], [Meeting.UNCOVERED]),
    _rule("deletion", Relation.STRUCK,
          "One has it in its text, the other deletes it from a text that it marks up or revises.",
          [Stance.PROPOSES, *_ANSWERS], [Stance.STRIKES], [Meeting.COVERED]),
    _rule("deletion-misses", Relation.DIFFERS,
          "One deletes something of this kind from a text that it marks up or revises, and not what the other states.",
          [Stance.PROPOSES, *_ANSWERS, Stance.REJECTS], [Stance.STRIKES], [Meeting.UNCOVERED]),
    _rule("refusal", Relation.REFUSED, "One states that the matter is not for this table.",
          [stance for stance in STANCES if stance is not Stance.REFUSES], [Stance.REFUSES]),
    _rule("deferral", Relation.DEFERRED, "One speaks to it, the other leaves it to later talks.",
          [Stance.PROPOSES, *_ANSWERS, Stance.REJECTS, Stance.STRIKES], [Stance.DEFERS]),
    _rule("silence", Relation.SILENT, "One speaks to it; the other's whole text is known and says nothing of it.",
          STANCES, [Absence.SILENT]),
    _rule("known-absence", Relation.SILENT,
          "One speaks to it; the other's text is known only in part, and a source says that it does not have this.",
          STANCES, [Absence.LEFT_OUT], [Meeting.COVERED]),
    _rule("not-reported", Relation.UNREPORTED,
          "One speaks to it; the other's text is known only in part, and no such term is among what is known.",
          STANCES, [Absence.UNREPORTED]),
    _rule("known-absence-misses", Relation.UNREPORTED,
          "One speaks to it; the other is known in part, and what a source says that it lacks may be something else.",
          STANCES, [Absence.LEFT_OUT], [Meeting.UNCOVERED]),
)  # fmt: skip


@cache
def possible_meetings(left: State, right: State) -> frozenset[Meeting]:
    """What may show when terms of these states meet; empty if nothing can: both are absent."""
    absent = [state for state in (left, right) if isinstance(state, Absence)]
    if absent:
        shows = (Meeting.COVERED, Meeting.UNCOVERED) if absent == [Absence.LEFT_OUT] else (Meeting.NONE,)
        return frozenset(shows if len(absent) == 1 else ())
    always = {Meeting.ANOTHER_KIND, Meeting.OPEN}
    if left is right:
        proposed = {Meeting.AS_REPORTED, Meeting.CONTRARY, Meeting.OVERLAPS, Meeting.BOTH_AGAINST}
        return frozenset({Meeting.ALIKE, Meeting.UNLIKE} | (proposed if left is Stance.PROPOSES else set()) | always)
    if {left, right} == {Stance.STRIKES, Stance.REJECTS}:
        return frozenset({Meeting.UNCOVERED, Meeting.BOTH_AGAINST} | always)
    others = {left, right} - {Stance.REJECTS, Stance.STRIKES}
    if len(others) == 1 and others <= {Stance.PROPOSES, *_ANSWERS}:
        return frozenset({Meeting.COVERED, Meeting.UNCOVERED, Meeting.BOTH_AGAINST} | always)
    if {left, right} in ACCEPTANCES:
        return frozenset({Meeting.NONE, Meeting.UNCOVERED} | always)
    return frozenset({Meeting.NONE} | always)


def rule_for(left: State, right: State, meeting: Meeting) -> Rule:
    """The one rule for two states and what their meeting shows.

    Args:
        left: The stance of the left document, or why it says nothing.
        right: That of the right.
        meeting: What the two show when they meet.

    Returns:
        The rule.

    Raises:
        KeyError: The two cannot meet so.
    """
    return _table()[left, right, meeting]


@cache
def rule_for_alike(stance: Stance) -> Rule:
    """The rule for two documents that say the same of a subject: most of what two documents both have."""
    return rule_for(stance, stance, Meeting.ALIKE)


@cache
def _table() -> Mapping[tuple[State, State, Meeting], Rule]:
    states: tuple[State, ...] = (*STANCES, *Absence)
    return MappingProxyType(
        {
            (left, right, meeting): next(
                rule for rule in RULES if frozenset({left, right}) in rule.pairs and meeting in rule.meetings
            )
            for left, right in product(states, states)
            for meeting in possible_meetings(left, right)
        },
    )
