"""Security guarantees: who promises what to whom, should the attack be repeated."""

from __future__ import annotations

import attrs

from proposals.changes import Way
from proposals.domains import ACTOR
from proposals.fields import compared, subject
from proposals.scales import Listing, Members, PartialOrder
from proposals.terms.term import Term
from proposals.vocabulary import Topic, Word


class Mechanism(Word):
    """What the guarantor promises to do. Some promises contain others; no rank is made up for the rest."""

    CONSULT = "consult", "Consultation on what to do (as in the Budapest Memorandum of 1994, paragraph 6)."
    ASSIST = "assist", "Arms, intelligence, money or training, and no forces of the guarantor."
    SANCTIONS = "sanctions", "Economic measures against the attacker."
    MILITARY_RESPONSE = "coordinated military response", "A military response that the guarantors coordinate."
    ARTICLE_5_LIKE = "article-5-like", "Each guarantor takes the action it deems necessary, armed force included, as in Article 5 of the North Atlantic Treaty."
    DEFEND = "defend", "The guarantor is bound to defend with its armed forces."


_STRONGER = (
    (Mechanism.CONSULT, Mechanism.ASSIST),
    (Mechanism.CONSULT, Mechanism.SANCTIONS),
    (Mechanism.ASSIST, Mechanism.MILITARY_RESPONSE),
    (Mechanism.CONSULT, Mechanism.ARTICLE_5_LIKE),
    (Mechanism.MILITARY_RESPONSE, Mechanism.DEFEND),
    (Mechanism.ARTICLE_5_LIKE, Mechanism.DEFEND),
)


@attrs.frozen(kw_only=True)
class SecurityGuarantee(Term):
    """A promise to act if an actor is attacked. What is heavier for the guarantors is stronger for that actor."""

    kind = "security-guarantee"
    topic = Topic.GUARANTEES
    to: tuple[str, ...] = subject(ACTOR, "Who is guaranteed.", each=True, benefits=True)
    guarantors: Members | None = compared(Listing(ACTOR), "Who guarantees.", heavier=Way.MORE, bears=True)
    mechanism: Mechanism | None = compared(
        PartialOrder(Mechanism, _STRONGER),
        "What the guarantors promise to do.",
        heavier=Way.MORE,
    )
