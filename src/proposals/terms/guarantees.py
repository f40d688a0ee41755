"""Security guarantees: who promises what to whom, if force is used again."""

from __future__ import annotations

from proposals.fields.changes import Way
from proposals.fields.declare import Asked, Deontics, Record, compared, declared, subject
from proposals.fields.members import Members
from proposals.fields.scales import MemberSet, PartialOrder, Qualifier
from proposals.fields.values import ACTOR, PLACE, Words
from proposals.terms.base import Term
from proposals.terms.circumstance import Circumstance
from proposals.vocabulary import Direction, Topic
from proposals.words import Word


class Mechanism(Word):
    """What form of promise binds the guarantor. Some promises contain others; no rank is made up for the rest."""

    CONSULT = "consult", "Consultation on what to do (as in the Budapest Memorandum of 1994, paragraph 6)."
    ASSIST = "assist", "Arms, intelligence, money or training, and no forces of the guarantor."
    SANCTIONS = "sanctions", "Economic measures against the attacker."
    MILITARY_RESPONSE = "coordinated military response", "A military response that the guarantors coordinate."
    ARTICLE_5_LIKE = (
        "article-5-like",
        "Each guarantor takes the action it deems necessary, as in Article 5 of the North Atlantic Treaty.",
    )
    DEFEND = "defend", "The guarantor is bound to defend with its armed forces."


_STRONGER = (
    (Mechanism.CONSULT, Mechanism.ASSIST),
    (Mechanism.CONSULT, Mechanism.SANCTIONS),
    (Mechanism.ASSIST, Mechanism.MILITARY_RESPONSE),
    (Mechanism.CONSULT, Mechanism.ARTICLE_5_LIKE),
    (Mechanism.MILITARY_RESPONSE, Mechanism.DEFEND),
    (Mechanism.ARTICLE_5_LIKE, Mechanism.DEFEND),
)


class Response(Word):
    """What the text says follows when the guarantee is called on, whatever its form."""

    MILITARY = "coordinated military response", "A military response that those who respond coordinate."
    ARMED_FORCE = "armed force", "Force by single guarantors, where the text does not speak of coordination."
    INTELLIGENCE = "intelligence", "Intelligence and logistics."
    ARMS = "arms supplies", "Weapons are supplied."
    AIRSPACE = "closed airspace", "The airspace is closed to the attacker."
    SANCTIONS_RETURN = "sanctions return", "The sanctions that were lifted come back."
    ECONOMIC = "economic measures", "Economic measures other than the return of sanctions."
    DIPLOMATIC = "diplomatic measures", "Steps of diplomacy."
    RECOGNITION_REVOKED = "recognition revoked", "The recognition of new territory is withdrawn."
    BENEFITS_REVOKED = "benefits revoked", "All other benefits of the agreement are withdrawn."


class Threshold(Word):
    """How grave an attack must be to count; each word narrows further."""

    SIGNIFICANT = "significant", "Of some weight; incidents do not count."
    DELIBERATE = "deliberate", "On purpose."
    SUSTAINED = "sustained", "Over some time, not once."


@declared
class SecurityGuarantee(Term):
    """A promise to act if an actor is attacked. What is heavier for the guarantors is stronger for that actor.

    The literature calls it a positive security assurance. The circumstances that end it are told by *void-if*, its
    duration by *until*, which all terms have. Adjectives such as reliable, robust or strong say nothing that could be
    compared and are not coded.
    """

    kind = "security-guarantee"
    topic = Topic.GUARANTEES
    asked = Asked("response-to-attack", "to")
    to: tuple[str, ...] = subject(ACTOR, "Who is guaranteed.", each=True, benefits=True)
    guarantors: Members | None = compared(MemberSet(ACTOR), "Who guarantees.", heavier=Way.MORE, bears=True)
    mechanism: Mechanism | None = compared(
        PartialOrder(Mechanism, _STRONGER),
        "What form of promise binds the guarantors; left out, the text names none.",
        heavier=Way.MORE,
        when_stated=Direction.HEAVIER,
        deontics=Deontics(rejection=Way.MORE),
    )
    trigger: Members | None = compared(
        MemberSet(Record(Circumstance, "act")),
        "What calls on it.",
        heavier=Way.MORE,
    )
    threshold: Members | None = compared(
        MemberSet(Words(Threshold)),
        "How grave the attack must be to count.",
        heavier=Way.LESS,
        when_stated=Direction.LIGHTER,
    )
    response: Members | None = compared(
        MemberSet(Words(Response)),
        "What follows when it is called on.",
        heavier=Way.MORE,
        when_stated=Direction.HEAVIER,
    )
    decided_by: Members | None = compared(
        MemberSet(ACTOR),
        "Who decides, at their discretion, what is done; left out, the text leaves it to nobody.",
        when_stated=Direction.LIGHTER,
    )
    unanimous: bool | None = compared(
        Qualifier(), "Nothing is done unless all guarantors agree to it.", when_stated=Direction.LIGHTER
    )
    consulted: Members | None = compared(MemberSet(ACTOR), "Who is consulted before that decision.")
    in_concert: Members | None = compared(MemberSet(ACTOR), "Who undertakes to act together with the guarantors.")
    compensated: Members | None = compared(
        MemberSet(ACTOR),
        "Which guarantors are paid for it.",
        heavier=Way.LESS,
        when_stated=Direction.LIGHTER,
    )
    binding: bool | None = compared(Qualifier(), "It is legally binding.", when_stated=Direction.HEAVIER)
    renewable: bool | None = compared(Qualifier(), "It can be prolonged by agreement.")
    except_in: Members | None = compared(
        MemberSet(PLACE), "Where it does not hold.", heavier=Way.LESS, when_stated=Direction.LIGHTER
    )
    bilateral_besides: bool | None = compared(Qualifier(), "Guarantees by single states besides it are not excluded.")
