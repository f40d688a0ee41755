"""One sentence per finding: what each document does with the subject, and how that weighs."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from proposals.comparison.findings import Finding
from proposals.comparison.meeting import negative
from proposals.comparison.positions import Position
from proposals.comparison.rules import Meeting, Rule
from proposals.fields.changes import Membership, Way
from proposals.language.names import Lookup
from proposals.language.sentences import headline
from proposals.language.tables import Language
from proposals.language.values import named, weight_of
from proposals.strings import capital
from proposals.terms.base import Term
from proposals.vocabulary import Absence, Direction, Relation, Stance

_ANSWERED: Final = "answered-otherwise"
_PLAIN_MEETINGS: Final = frozenset({Meeting.NONE, Meeting.ALIKE, Meeting.AS_REPORTED, Meeting.UNLIKE})


def sentence(finding: Finding, names: tuple[str, str], lookup: Lookup, *, elsewhere: bool = False) -> str:
    """What the two documents do with the subject, left first; then what the rule adds, what differs and its weight.

    ``names`` are what the left and the right are called. ``elsewhere`` if the one that has no such term answers the
    question by a term of another kind.
    """
    left, right = finding.left, finding.right
    language = lookup.language
    if finding.rule.id == _ANSWERED:
        one, other = (
            language.fill("pages.has", name=name, terms=_quoted(side, lookup))
            for side, name in zip((left, right), names, strict=True)
        )
        return language.fill("pages.under the same point", one=one, other=other)
    if left.state is right.state and isinstance(left.state, Stance) and not finding.open:
        alike = finding.relation is Relation.SAME and not finding.differences
        does = _does("both", left.state, (*left.terms, *right.terms), language)
        parts = [language.fill("pages.same content", does=does) if alike else does]
    else:
        sides = zip((left, right), names, strict=True)
        parts = [
            language.fill("pages.answers otherwise", name=name)
            if elsewhere and side.absence
            else language.fill("pages.only for others", name=name)
            if side.absence and _for_others(finding)
            else _position(side, name, language)
            for side, name in sides
        ]
    if left.state is right.state:
        parts += _counted_fields(finding, names, language)
    weight = weight_of(finding.direction, finding, lookup)
    if weight:
        mixed = finding.direction is Direction.MIXED
        parts.append(weight if mixed else language.fill("pages.weight in", weight=weight, name=names[1]))
    told = language.phrase("pages.between clauses").join(parts)
    return f"{_capital(told, language)}.{_explained(finding, language)}"


def _for_others(finding: Finding) -> bool:
    """Whether the one that has no such term has one under the same heading, such as on the sanctions of another."""
    return any(
        all(set(mine) <= set(theirs) for mine, theirs in zip(finding.subject, one.term.subject, strict=True))
        for one in finding.counterparts
    )


def _quoted(side: Position, lookup: Lookup) -> str:
    language = lookup.language
    headings = dict.fromkeys(headline(term, lookup) for term in side.terms)
    return language.grammar.last.join(language.fill("pages.quoted", text=one) for one in headings)


def _counted_fields(finding: Finding, names: tuple[str, str], language: Language) -> Iterator[str]:
    """How many fields differ, and how many are missing in a text that is known only in part."""
    unreported = [difference for difference in finding.differences if difference.unreported]
    known = len(finding.differences) - len(unreported)
    if known:
        yield language.counted("pages.fields differ", str(known))
    elif unreported:
        yield language.phrase("pages.same as far as reported")
    for way, name in zip((Way.MORE, Way.LESS), names, strict=True):
        count = sum(difference.lack is not None and difference.change.way is way for difference in unreported)
        if count:
            yield language.counted("pages.fields not reported", str(count), name=name)
    lists = sum(isinstance(difference.change, Membership) for difference in unreported)
    if lists:
        yield language.counted("pages.lists not reported", str(lists))


def _capital(text: str, language: Language) -> str:
    """The text with a capital, unless it begins with the name of a document."""
    begins = language.phrase("pages.unreported begins")
    return capital(text) if text.startswith(begins) else text


def _position(side: Position, name: str, language: Language) -> str:
    if isinstance(side.state, Absence):
        return language.fill(f"pages.absent.{side.state}", name=name)
    if side.open:
        each = (_does("does", one, side.terms, language) for one in side.stances)
        one_of = language.phrase("pages.another").join(each)
        stances = language.fill("pages.one of which", does=one_of) if side.mixed else ""
        return language.counted("pages.leaves open", str(len(side.terms)), name=name) + stances
    does = _does("does", side.state, side.terms, language)
    deleted = f" ({language.cited(side.points)})" if side.deletes and side.points else ""
    return f"{name} {does}{deleted}"


def _does(who: str, stance: object, terms: Collection[Term], language: Language) -> str:
    """What is done with terms; with a ban, or a value that closes the matter, in words that do not say *it*.

    Nobody proposes what the heading names who proposes that it be ruled out.
    """
    if any(term.in_part for term in terms):
        return language.phrase(f"pages.{who} in part")
    return language.phrase(f"pages.{who}{' in a clause' if any(map(negative, terms)) else ''}.{stance}")


def _explained(finding: Finding, language: Language) -> str:
    """The rule's sentence where the two positions alone do not explain the relation."""
    clear = finding.rule.meetings <= _PLAIN_MEETINGS or finding.relation is Relation.STRUCK
    odd = finding.relation is Relation.DIFFERS and finding.rule.meetings == {Meeting.NONE}
    return "" if clear and not odd else f" {rule_words(finding.rule, language)}"


def rule_words(rule: Rule, language: Language) -> str:
    """The sentence that explains a rule: its own where the language has nothing else for it."""
    return language.phrases.get(f"pages.rules.{rule.id}", rule.sentence)


def excepted(finding: Finding, lookup: Lookup) -> str:
    """The places inside the subject that a narrower term governs; empty where there are none."""
    if not finding.excepted:
        return ""
    names = lookup.language.listed(named(place, lookup) for place in finding.excepted)
    return " " + lookup.language.counted("pages.excepted", str(len(finding.excepted)), names=names)
