"""Economic union: accession to a union of states, and access to its market before that."""

from __future__ import annotations

from typing import Any

from proposals.fields.changes import Way
from proposals.fields.declare import Asked, Deontics, compared, declared, subject
from proposals.fields.scales import Ordinal, Qualifier, Timing
from proposals.fields.values import ACTOR
from proposals.terms.base import Term
from proposals.vocabulary import Direction, Topic
from proposals.words import Degree


class AccessionPath(Degree):
    """How far the way into a union is open. After Article 49 of the Treaty on European Union."""

    EXCLUDED = "excluded", "Membership is ruled out."
    ELIGIBLE = "eligible", "The actor may apply or is fit to be considered."
    SUPPORTED = "supported", "Others promote the membership; nobody promises it."
    PATH = "path", "Membership is promised, without a date."
    DATED = "dated", "Membership is promised for a definite date."
    MEMBER = "member", "The actor is or becomes a member."


@declared
class UnionAccession(Term):
    """Whether and when an actor becomes a member of a union of states."""

    kind = "union-accession"
    topic = Topic.UNION
    asked = Asked("union-membership", "of")
    of: tuple[str, ...] = subject(ACTOR, "Who would be a member.", each=True, benefits=True)
    to: tuple[str, ...] = subject(ACTOR, "Which union.", each=True, bears=True)
    path: AccessionPath | None = compared(
        Ordinal(AccessionPath),
        "excluded < eligible < supported < path < dated < member.",
        heavier=Way.MORE,
        deontics=Deontics(rejection=Way.MORE, closing=(AccessionPath.EXCLUDED,), permitting=(AccessionPath.ELIGIBLE,)),
    )
    by: Any = compared(
        Timing(),
        "The date by which it is a member, where the text names one.",
        heavier=Way.LESS,
        when_stated=Direction.HEAVIER,
        deontics=Deontics(rejection=Way.LESS),
    )
    rapid: bool | None = compared(Qualifier(), "The way is to be a fast one.", when_stated=Direction.HEAVIER)


@declared
class MarketAccess(Term):
    """An actor may sell into a market that it does not belong to."""

    kind = "market-access"
    topic = Topic.UNION
    asked = Asked("market-access", "of")
    of: tuple[str, ...] = subject(ACTOR, "Who has access.", each=True, benefits=True)
    to: tuple[str, ...] = subject(ACTOR, "Whose market.", each=True, bears=True)
    preferential: bool | None = compared(Qualifier(), "On better terms than others.", when_stated=Direction.HEAVIER)
    short_term: bool | None = compared(Qualifier(), "For a short time only.", when_stated=Direction.LIGHTER)
    pending_accession: bool | None = compared(Qualifier(), "While membership is being considered.")
