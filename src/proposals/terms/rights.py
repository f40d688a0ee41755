"""Rights: minorities, languages, faiths, media and education."""

from __future__ import annotations

import attrs

from proposals.fields.changes import Way
from proposals.fields.declare import Asked, compared, subject
from proposals.fields.scales import Members, MemberSet, Nominal, Qualifier
from proposals.fields.values import ACTOR, Words
from proposals.terms.base import Term
from proposals.vocabulary import Topic, Word


class Standard(Word):
    """Whose rules a right follows."""

    EU = "EU rules", "The law of the European Union and what it asks of candidates."
    COUNCIL_OF_EUROPE = "Council of Europe rules", "Such as the Framework Convention for National Minorities, 1995."
    NATIONAL = "national law", "The actor's own law."


class Protected(Word):
    """What a right protects."""

    FAITH = "religious tolerance", "Faiths and their communities."
    LANGUAGE = "linguistic minorities", "Minorities by language, and their languages."
    MEDIA = "media", "Press and broadcasting."
    EDUCATION = "education", "Schools and teaching."


class Ideology(Word):
    """An ideology that a text names."""

    NAZI = "Nazi", "Nazism, as the text names it; what falls under it the text does not say."


@attrs.frozen(kw_only=True, eq=False, repr=False)
class MinorityRights(Term):
    """An actor adopts rules that protect minorities, as the Framework Convention of 1995 does."""

    kind = "minority-rights"
    topic = Topic.RIGHTS
    asked = Asked("minorities", "in")
    in_: tuple[str, ...] = subject(ACTOR, "Who adopts them.", each=True, bears=True)
    protects: Members | None = compared(MemberSet(Words(Protected)), "What they protect.", heavier=Way.MORE)
    standard: Standard | None = compared(Nominal(Words(Standard)), "Whose rules they are.")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class EqualRights(Term):
    """An actor ends discrimination against what belongs to others and guarantees its rights."""

    kind = "equal-rights"
    topic = Topic.RIGHTS
    asked = Asked("minorities", "in")
    in_: tuple[str, ...] = subject(ACTOR, "Who ends it.", each=True, bears=True)
    protects: Members | None = compared(MemberSet(Words(Protected)), "What is protected.", heavier=Way.MORE)
    of: Members | None = compared(MemberSet(ACTOR), "Whose it is.", heavier=Way.MORE, benefits=True)
    discrimination_ends: bool | None = compared(Qualifier(), "All measures that discriminate are abolished.")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ToleranceEducation(Term):
    """Programmes for tolerance, against racism and prejudice. After UNESCO's Declaration of Principles of 1995."""

    kind = "tolerance-education"
    topic = Topic.RIGHTS
    asked = Asked("tolerance", "in")
    in_: tuple[str, ...] = subject(ACTOR, "Who runs them.", each=True, bears=True)
    schools: bool | None = compared(Qualifier(), "In schools.")
    public: bool | None = compared(Qualifier(), "Among the public.")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class IdeologyBan(Term):
    """An ideology, and acting on it, is rejected and prohibited."""

    kind = "ideology-ban"
    topic = Topic.RIGHTS
    asked = Asked("banned-ideologies", "ideology")
    ideology: tuple[Ideology, ...] = subject(Words(Ideology), "Which ideology.", each=True)
    in_: Members | None = compared(MemberSet(ACTOR), "Where, if the text says so.", heavier=Way.MORE, bears=True)
