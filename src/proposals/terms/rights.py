"""Rights: minorities, languages, faiths, media and education."""

from __future__ import annotations

from proposals.fields.changes import Way
from proposals.fields.declare import Asked, Deontics, compared, declared, subject
from proposals.fields.members import Members
from proposals.fields.scales import MemberSet, Nominal, Ordinal, Qualifier
from proposals.fields.values import ACTOR, Words
from proposals.terms.base import Term
from proposals.vocabulary import Topic
from proposals.words import Degree, Word


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


class Tongue(Word):
    """A language that a text names."""

    RUSSIAN = "Russian", "The Russian language."
    UKRAINIAN = "Ukrainian", "The Ukrainian language."


class LanguageRank(Degree):
    """How far a language is one of public life, least first."""

    PROTECTED = "protected", "Those who speak it may use it."
    REGIONAL = "regional", "It is an official language in some areas."
    OFFICIAL = "official", "It is an official language of the state."


class Ideology(Word):
    """An ideology that a text names."""

    NAZI = "Nazi", "Nazism, as the text names it; what falls under it the text does not say."


@declared
class MinorityRights(Term):
    """An actor adopts rules that protect minorities, as the Framework Convention of 1995 does."""

    kind = "minority-rights"
    topic = Topic.RIGHTS
    asked = Asked("minorities", "in")
    in_: tuple[str, ...] = subject(ACTOR, "Who adopts them.", each=True, bears=True)
    protects: Members | None = compared(MemberSet(Words(Protected)), "What they protect.", heavier=Way.MORE)
    standard: Standard | None = compared(Nominal(Words(Standard)), "Whose rules they are.")


@declared
class EqualRights(Term):
    """An actor ends discrimination against what belongs to others and guarantees its rights."""

    kind = "equal-rights"
    topic = Topic.RIGHTS
    asked = Asked("minorities", "in")
    in_: tuple[str, ...] = subject(ACTOR, "Who ends it.", each=True, bears=True)
    protects: Members | None = compared(MemberSet(Words(Protected)), "What is protected.", heavier=Way.MORE)
    of: Members | None = compared(MemberSet(ACTOR), "Whose it is.", heavier=Way.MORE, benefits=True)
    discrimination_ends: bool | None = compared(Qualifier(), "All measures that discriminate are abolished.")


@declared
class ToleranceEducation(Term):
    """Programmes for tolerance, against racism and prejudice. After UNESCO's Declaration of Principles of 1995."""

    kind = "tolerance-education"
    topic = Topic.RIGHTS
    asked = Asked("tolerance", "in")
    in_: tuple[str, ...] = subject(ACTOR, "Who runs them.", each=True, bears=True)
    schools: bool | None = compared(Qualifier(), "In schools.")
    public: bool | None = compared(Qualifier(), "Among the public.")


@declared
class IdeologyBan(Term):
    """An ideology, and acting on it, is rejected and prohibited."""

    kind = "ideology-ban"
    topic = Topic.RIGHTS
    asked = Asked("banned-ideologies", "ideology")
    ideology: tuple[Ideology, ...] = subject(Words(Ideology), "Which ideology.", each=True)
    in_: Members | None = compared(MemberSet(ACTOR), "Where, if the text says so.", heavier=Way.MORE, bears=True)


@declared
class LanguageStatus(Term):
    """Which rank a language has. After the European Charter for Regional or Minority Languages, 1992.

    The rights of those who speak it are *minority-rights*: a text may have these without a rank.
    """

    kind = "language-status"
    topic = Topic.RIGHTS
    asked = Asked("minorities", "in")
    in_: tuple[str, ...] = subject(ACTOR, "Whose law says so.", each=True, bears=True)
    language: tuple[Tongue, ...] = subject(Words(Tongue), "Which language.", each=True)
    status: LanguageRank | None = compared(
        Ordinal(LanguageRank),
        "protected < regional < official.",
        heavier=Way.MORE,
        deontics=Deontics(rejection=Way.MORE),
    )
