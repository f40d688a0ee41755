"""The tables from what findings show of a question, and questions of their topic, to a verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain, combinations

import pytest

from proposals.comparison.verdicts import (
    QUESTION_RULES,
    TOPIC_RULES,
    Share,
    VerdictRule,
    question_rule,
    shares_of,
    topic_rule,
)
from proposals.vocabulary import Verdict

OF_TOPICS = {Share.OTHER_MEANS, Share.SAME_IN_PART}
OF_QUESTIONS = {Share.DELETED_BY_LEFT, Share.DELETED_BY_RIGHT}
QUESTION_SHARES = [share for share in Share if share not in OF_TOPICS]
TOPIC_SHARES = [share for share in Share if share not in OF_QUESTIONS]
Table = Callable[[Iterable[Share]], VerdictRule]


def combined(shares: list[Share]) -> Iterable[frozenset[Share]]:
    sizes = range(1, len(shares) + 1)
    return map(frozenset, chain.from_iterable(combinations(shares, size) for size in sizes))


@pytest.mark.parametrize(
    ("table", "rules", "shares"),
    [(question_rule, QUESTION_RULES, QUESTION_SHARES), (topic_rule, TOPIC_RULES, TOPIC_SHARES)],
    ids=["questions", "topics"],
)
def test_every_combination_has_a_rule_and_its_mirror_the_same(
    table: Table, rules: tuple[VerdictRule, ...], shares: list[Share]
) -> None:
    reached = set()
    for shown in combined(shares):
        rule = table(shown)
        assert table(frozenset(share.mirrored() for share in shown)) is rule
        reached.add(rule.id)
    assert reached == {rule.id for rule in rules}


def test_every_verdict_has_a_rule_and_every_rule_a_sentence_of_its_own() -> None:
    every = (*QUESTION_RULES, *TOPIC_RULES)
    assert {rule.verdict for rule in every} == set(Verdict)
    assert len({rule.id for rule in every}) == len({rule.sentence for rule in every}) == len(every)


@pytest.mark.parametrize("share", Share)
def test_what_is_mirrored_twice_is_the_same(share: Share) -> None:
    assert share.mirrored().mirrored() is share


@pytest.mark.parametrize(
    ("shown", "verdict"),
    [
        ([Share.OPPOSED, Share.SAME], Verdict.OPPOSED),
        ([Share.DELETED_BY_RIGHT, Share.DELETED, Share.LEFT_SILENT], Verdict.REPLACED),
        ([Share.DELETED_BY_LEFT, Share.DELETED, Share.LEFT_SILENT], Verdict.DELETED),
        ([Share.REPLACED, Share.DIFFERS], Verdict.REPLACED),
        ([Share.DELETED, Share.LEFT_SILENT], Verdict.DELETED),
        ([Share.DIFFERS, Share.DELETED], Verdict.DIFFERS),
        ([Share.REFUSED, Share.DEFERRED], Verdict.REFUSED),
        ([Share.DEFERRED, Share.SAME], Verdict.DEFERRED),
        ([Share.SAME, Share.LEFT_SILENT], Verdict.SAME_IN_PART),
        ([Share.SAME, Share.LEFT_UNREPORTED], Verdict.SAME_AS_REPORTED),
        ([Share.SAME, Share.LEFT_SILENT, Share.RIGHT_UNREPORTED], Verdict.SAME_IN_PART),
        ([Share.SAME_AS_REPORTED, Share.SAME], Verdict.SAME_AS_REPORTED),
        ([Share.SAME], Verdict.SAME),
        ([Share.LEFT_SILENT, Share.RIGHT_UNREPORTED], Verdict.OTHER_MEANS),
        ([Share.LEFT_SILENT, Share.LEFT_UNREPORTED], Verdict.UNREPORTED),
        ([Share.LEFT_SILENT], Verdict.ONE_SIDED),
        ([Share.RIGHT_UNREPORTED], Verdict.UNREPORTED),
    ],
)
def test_the_verdict_of_a_question(shown: list[Share], verdict: Verdict) -> None:
    assert question_rule(shown).verdict is verdict


@pytest.mark.parametrize(
    ("shown", "verdict"),
    [
        ([Share.OTHER_MEANS, Share.DELETED], Verdict.DELETED),
        ([Share.OTHER_MEANS, Share.REFUSED, Share.SAME], Verdict.OTHER_MEANS),
        ([Share.SAME, Share.RIGHT_SILENT], Verdict.SAME_IN_PART),
        ([Share.SAME, Share.RIGHT_UNREPORTED], Verdict.SAME_AS_REPORTED),
        ([Share.LEFT_SILENT, Share.RIGHT_SILENT], Verdict.DIFFERENT_QUESTIONS),
        ([Share.LEFT_SILENT], Verdict.ONE_SIDED),
        ([Share.LEFT_UNREPORTED], Verdict.UNREPORTED),
    ],
)
def test_the_verdict_of_a_topic(shown: list[Share], verdict: Verdict) -> None:
    assert topic_rule(shown).verdict is verdict


def test_a_question_shows_its_topic_its_verdict_or_who_alone_answers() -> None:
    assert shares_of(question_rule([Share.DELETED, Share.SAME]), [Share.DELETED, Share.SAME]) == {Share.DELETED}
    assert shares_of(question_rule([Share.LEFT_SILENT]), [Share.LEFT_SILENT]) == {Share.LEFT_SILENT}
