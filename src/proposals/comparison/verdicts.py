"""The tables from what findings show of a question to its verdict, and from the questions of a topic to the topic's.

Each table is a list of named rules of which the first that holds gives the verdict, so that every combination has
exactly one, whichever document is on the left.
"""

from __future__ import annotations

from collections.abc import Collection
from types import MappingProxyType
from typing import Final

import attrs

from proposals.validation import Validated
from proposals.values import OneLine
from proposals.vocabulary import Verdict
from proposals.words import Word


class Share(Word):
    """What a finding shows of a question, and a question of its topic."""

    OPPOSED = "opposed", "One states that it will not have what the other states."
    REPLACED = "replaced", "One has something else in the place of what the other states."
    DIFFERS = "differs", "Both answer, but differently."
    DELETED = "deleted", "One deletes what the other states."
    DELETED_BY_LEFT = "deleted by left", "The left deletes it from the text of the right, which it marks up."
    DELETED_BY_RIGHT = "deleted by right", "The right deletes it from the text of the left, which it marks up."
    OTHER_MEANS = "other means", "Both answer, by means that do not meet."
    REFUSED = "refused", "One states that it is not for this table."
    DEFERRED = "deferred", "One leaves it to later talks."
    SAME = "same", "Both say the same."
    SAME_IN_PART = "same in part", "What both say is the same, and one says more."
    SAME_AS_REPORTED = "same as far as reported", "What both are known to say is the same."
    LEFT_SILENT = "left silent", "Only the right answers, and the left is known not to."
    RIGHT_SILENT = "right silent", "Only the left answers, and the right is known not to."
    LEFT_UNREPORTED = "left not reported", "Only the right is known to answer; the left is known in part."
    RIGHT_UNREPORTED = "right not reported", "Only the left is known to answer; the right is known in part."

    def mirrored(self) -> Share:
        """What it shows with the documents exchanged."""
        return _MIRRORED.get(self, self)


_PAIRS: Final = (
    (Share.DELETED_BY_LEFT, Share.DELETED_BY_RIGHT),
    (Share.LEFT_SILENT, Share.RIGHT_SILENT),
    (Share.LEFT_UNREPORTED, Share.RIGHT_UNREPORTED),
)
_MIRRORED: Final = MappingProxyType({one: other for pair in _PAIRS for one, other in (pair, pair[::-1])})

ONLY_LEFT: Final = frozenset({Share.RIGHT_SILENT, Share.RIGHT_UNREPORTED})
"""The left answers, and the right does not or is not known to."""

ONLY_RIGHT: Final = frozenset({Share.LEFT_SILENT, Share.LEFT_UNREPORTED})
"""The right answers, and the left does not or is not known to."""

_SILENT: Final = frozenset({Share.LEFT_SILENT, Share.RIGHT_SILENT})
_UNREPORTED: Final = frozenset({Share.LEFT_UNREPORTED, Share.RIGHT_UNREPORTED})
_DELETED: Final = frozenset({Share.DELETED, Share.DELETED_BY_LEFT, Share.DELETED_BY_RIGHT})
_ALIKE: Final = frozenset({Share.SAME, Share.SAME_IN_PART, Share.SAME_AS_REPORTED})


@attrs.frozen(kw_only=True, eq=False, repr=False)
class VerdictRule(OneLine, Validated):
    """A row of a table: the ``verdict``, the ``sentence`` that explains it, and the ``ways`` in which it holds.

    In each way one share of each group is there.
    """

    id: str
    verdict: Verdict
    sentence: str
    ways: tuple[tuple[frozenset[Share], ...], ...]

    def holds(self, shares: Collection[Share]) -> bool:
        """Whether there is, in any of its ways, one share of each group.

        Args:
            shares: What the lines of a question have.

        Returns:
            ``True`` where the rule gives its verdict.
        """
        return any(all(not group.isdisjoint(shares) for group in way) for way in self.ways)


def _rule(name: str, verdict: Verdict, sentence: str, *ways: tuple[Share | frozenset[Share], ...]) -> VerdictRule:
    groups = tuple(tuple(frozenset({one}) if isinstance(one, Share) else one for one in way) for way in ways)
    return VerdictRule(id=name, verdict=verdict, sentence=sentence, ways=groups)


QUESTION_RULES: Final = (
    _rule("question-opposed", Verdict.OPPOSED, "One states that it will not have what the other states.",
          (Share.OPPOSED,)),
    _rule("question-replaced", Verdict.REPLACED,
          "One deletes from the other's text what answers the question, and answers it with a term of its own.",
          (Share.DELETED_BY_LEFT, ONLY_LEFT), (Share.DELETED_BY_RIGHT, ONLY_RIGHT)),
    _rule("question-answered-otherwise", Verdict.REPLACED,
          "One marks up the other's text and answers a point of it with something else.", (Share.REPLACED,)),
    _rule("question-differs", Verdict.DIFFERS, "Both answer, but differently.", (Share.DIFFERS,)),
    _rule("question-deleted", Verdict.DELETED, "One deletes what the other states, and has nothing in its place.",
          (_DELETED,)),
    _rule("question-refused", Verdict.REFUSED, "One states that the question is not for this table.",
          (Share.REFUSED,)),
    _rule("question-deferred", Verdict.DEFERRED, "One leaves the question to later talks.", (Share.DEFERRED,)),
    _rule("question-same-in-part", Verdict.SAME_IN_PART,
          "What both answer is the same; one says more, on which the other is silent.", (_ALIKE, _SILENT)),
    _rule("question-same-as-reported", Verdict.SAME_AS_REPORTED,
          "What both are known to answer is the same; a text known only in part may say more.",
          (Share.SAME_AS_REPORTED,), (_ALIKE, _UNREPORTED)),
    _rule("question-same", Verdict.SAME, "Both give the same answer.", (Share.SAME,)),
    _rule("question-other-means", Verdict.OTHER_MEANS, "Both answer, by terms that do not meet.",
          (ONLY_LEFT, ONLY_RIGHT)),
    _rule("question-not-reported", Verdict.UNREPORTED,
          "One answers; the other's text is known only in part, and no answer is among what is known.",
          (_UNREPORTED,)),
    _rule("question-one-sided", Verdict.ONE_SIDED,
          "One answers; the other has no answer, as its whole text or a source shows.", (_SILENT,)),
)  # fmt: skip
"""From what findings show of a question to its verdict; the first that holds."""

TOPIC_RULES: Final = (
    _rule("topic-opposed", Verdict.OPPOSED, "A question of the topic is opposed.", (Share.OPPOSED,)),
    _rule("topic-replaced", Verdict.REPLACED, "On a question of the topic one replaces the other's answer.",
          (Share.REPLACED,)),
    _rule("topic-differs", Verdict.DIFFERS, "The two answer a question of the topic, and not alike.",
          (Share.DIFFERS,)),
    _rule("topic-deleted", Verdict.DELETED, "On a question of the topic one deletes what the other states.",
          (Share.DELETED,)),
    _rule("topic-other-means", Verdict.OTHER_MEANS,
          "The two answer a question of the topic by terms that do not meet.", (Share.OTHER_MEANS,)),
    _rule("topic-refused", Verdict.REFUSED, "One states that a question of the topic is not for this table.",
          (Share.REFUSED,)),
    _rule("topic-deferred", Verdict.DEFERRED, "One leaves a question of the topic to later talks.",
          (Share.DEFERRED,)),
    _rule("topic-same-in-part", Verdict.SAME_IN_PART,
          "What both answer is the same; one answers more, on which the other is silent.",
          (Share.SAME_IN_PART,), (_ALIKE, _SILENT)),
    _rule("topic-same-as-reported", Verdict.SAME_AS_REPORTED,
          "What both are known to answer is the same; a text known only in part may answer more.",
          (Share.SAME_AS_REPORTED,), (_ALIKE, _UNREPORTED)),
    _rule("topic-same", Verdict.SAME, "Both give the same answer to every question of the topic.", (Share.SAME,)),
    _rule("topic-different-questions", Verdict.DIFFERENT_QUESTIONS,
          "Each answers a question of the topic that the other leaves.", (ONLY_LEFT, ONLY_RIGHT)),
    _rule("topic-not-reported", Verdict.UNREPORTED,
          "One answers questions of the topic; the other's text is known only in part, and no answer is known.",
          (_UNREPORTED,)),
    _rule("topic-one-sided", Verdict.ONE_SIDED,
          "One answers questions of the topic; the other answers none, as its whole text or sources show.", (_SILENT,)),
)  # fmt: skip
"""From what questions show of their topic to its verdict; the first that holds."""


def question_rule(shares: Collection[Share]) -> VerdictRule:
    """The rule for a question of which one or more findings show these shares."""
    return next(rule for rule in QUESTION_RULES if rule.holds(shares))


def topic_rule(shares: Collection[Share]) -> VerdictRule:
    """The rule for a topic of which one or more questions show these shares."""
    return next(rule for rule in TOPIC_RULES if rule.holds(shares))


def shares_of(rule: VerdictRule, shares: Collection[Share]) -> frozenset[Share]:
    """What a question shows of its topic: its verdict, or who answers where only one does."""
    if rule.verdict in {Verdict.ONE_SIDED, Verdict.UNREPORTED}:
        return frozenset(shares)
    return frozenset({Share(str(rule.verdict))})
