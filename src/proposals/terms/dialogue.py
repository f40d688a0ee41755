"""Dialogue: standing talks on security."""

from __future__ import annotations

from proposals.fields.declare import Asked, compared, declared, subject
from proposals.fields.members import Members
from proposals.fields.scales import MemberSet
from proposals.fields.values import ACTOR, Words
from proposals.terms.base import Term
from proposals.vocabulary import Topic
from proposals.words import Word


class DialogueAim(Word):
    """What talks are for."""

    SECURITY = "security issues", "To settle questions of security."
    DE_ESCALATION = "de-escalation", "To lower the risk of conflict."
    COOPERATION = "cooperation", "To open ways of working together, in the economy too."
    ARCHITECTURE = "security architecture", "To agree on lasting rules and bodies for security in a region."


@declared
class SecurityDialogue(Term):
    """Two actors talk about security, regularly or until it is settled."""

    kind = "security-dialogue"
    topic = Topic.DIALOGUE
    asked = Asked("security-talks", "between")
    between: tuple[str, ...] = subject(ACTOR, "Who talks.", together=True, bears=True)
    mediators: Members | None = compared(MemberSet(ACTOR), "Who mediates.")
    aims: Members | None = compared(MemberSet(Words(DialogueAim)), "What the talks are for.")
