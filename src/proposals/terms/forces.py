"""Forces: how large an army may be, what it may do, who arms it, who disarms, and whose forces stand where."""

from __future__ import annotations

from proposals.fields.changes import Way
from proposals.fields.declare import Asked, Deontics, compared, declared, subject
from proposals.fields.figures import Figure
from proposals.fields.members import Members
from proposals.fields.scales import MemberSet, Nominal, Qualifier, Quantity
from proposals.fields.values import ACTOR, PLACE, Words
from proposals.terms.base import Term
from proposals.terms.territory import Line
from proposals.vocabulary import Direction, Topic
from proposals.words import Word


class Ceiling(Word):
    """What a ceiling on armed forces limits beside their number."""

    WEAPONS = "weapons", "The number of weapons and of equipment."
    CHARACTERISTICS = "characteristics of weapons", "What weapons may be able to do, such as their range."


class Purpose(Word):
    """What forces from abroad are there for."""

    DETER = "deterrence", "To keep others from attacking."
    MONITOR = "monitoring", "To watch that what was agreed is kept."
    SECURE = "internal security", "To keep order and to secure ground and borders."
    DISARM = "disarmament", "To see to it that armed groups are disarmed."
    TRAIN = "training", "To train the host's police or forces."
    REBUILD = "rebuilding forces", "To help to rebuild the host's forces."


class Activity(Word):
    """Something that armed forces, or a state for them, do."""

    REDEPLOYMENT = "redeployment", "Forces are moved to other positions."
    MOBILISATION = "mobilisation", "People are called up."
    EXERCISES = "exercises with foreign forces", "Military exercises in which forces of other states take part."
    SABOTAGE = "sabotage", "Sabotage and subversion against the other side."


class AidForm(Word):
    """What military aid consists of."""

    WEAPONS = "weapons", "Weapons and other military goods."
    INTELLIGENCE = "intelligence", "What reconnaissance finds out is passed on."
    SATELLITES = "satellite communications", "Communication over satellites."
    TRAINING = "training", "Soldiers are trained."
    FINANCING = "financing", "Money."
    SPECIALISTS = "specialists", "People who serve with, or advise, the forces."
    INDUSTRY = "defence industry", "Weapons are developed and made together."


class Disarming(Word):
    """What happens to an armed group or another organisation."""

    DISARMED = "disarmed", "It gives up its weapons."
    DISSOLVED = "dissolved", "It ceases to exist."
    DESTROYED = "infrastructure destroyed", "What it fights with, such as tunnels and workshops, is destroyed."
    REINTEGRATED = "members reintegrated", "Its members return to civilian life, with help."


class HeavyWeapon(Word):
    """A type of weapon that is pulled back."""

    HEAVY = "heavy weapons", "Heavy weapons, or the forces that have them, without a type."
    ARTILLERY = "artillery", "Guns and mortars from a calibre of 100 mm up."
    ROCKETS = "rocket launchers", "Multiple rocket launchers of shorter range."
    LONG_RANGE = "long-range rockets", "Multiple rocket launchers of longer range, and tactical missiles."


@declared
class ForceLimit(Term):
    """A ceiling on an actor's armed forces, the lower the heavier. After the CFE-1A agreement of 1992 on personnel."""

    kind = "force-limit"
    topic = Topic.FORCES
    asked = Asked("size-of-forces", "of")
    of: tuple[str, ...] = subject(ACTOR, "Whose forces are limited.", each=True, bears=True)
    personnel: int | float | Figure | None = compared(
        Quantity("persons"), "The most persons allowed.", heavier=Way.LESS, deontics=Deontics(rejection=Way.LESS)
    )
    also: Members | None = compared(
        MemberSet(Words(Ceiling)), "What else is limited.", heavier=Way.MORE, when_stated=Direction.HEAVIER
    )
    peacetime: bool | None = compared(Qualifier(), "It holds in peacetime only.", when_stated=Direction.LIGHTER)


@declared
class ForeignForces(Term):
    """An actor stations forces in a country that is not its own, or does not (modality *shall not*).

    The qualifiers narrow what is banned or allowed: what is not permanent, not in peacetime or not under the actor's
    own command stays outside the term.
    """

    kind = "foreign-forces"
    topic = Topic.FORCES
    asked = Asked("foreign-bases", "in")
    of: tuple[str, ...] = subject(ACTOR, "Whose forces.", each=True, bears=True)
    in_: tuple[str, ...] = subject(PLACE, "Where they would stand.", each=True)
    permanently: bool | None = compared(
        Qualifier(),
        "Permanent stationing only.",
        when_stated=Direction.LIGHTER,
    )
    under_its_command: bool | None = compared(
        Qualifier(),
        "Forces under the actor's own command only.",
        when_stated=Direction.LIGHTER,
    )
    peacetime: bool | None = compared(Qualifier(), "In peacetime only.", when_stated=Direction.LIGHTER)
    along_line: bool | None = compared(Qualifier(), "Along the line of contact.")
    host_decides: bool | None = compared(Qualifier(), "The host decides which forces come, with what and for what.")
    purposes: Members | None = compared(MemberSet(Words(Purpose)), "What they are there for.")


@declared
class AirBasing(Term):
    """Fighter aircraft are stationed in a country."""

    kind = "air-basing"
    topic = Topic.FORCES
    asked = Asked("foreign-bases", "in")
    in_: tuple[str, ...] = subject(PLACE, "Where they are stationed.", each=True)
    of: Members | None = compared(MemberSet(ACTOR), "Whose aircraft.", bears=True)


@declared
class MilitaryActivity(Term):
    """What an actor's forces do or, more often, are not to do (modality *shall not*): a kind for all such activities.

    After the Vienna Document of 2011, which limits some and makes others known. Where forces stand is told by
    *withdrawal*, *demilitarization* and *foreign-forces*.
    """

    kind = "military-activity"
    topic = Topic.FORCES
    asked = Asked("military-activity", "of")
    of: tuple[str, ...] = subject(ACTOR, "Whose activity it is.", each=True, bears=True)
    activity: tuple[Activity, ...] = subject(Words(Activity), "Which activity.", each=True)
    without_consent_of: Members | None = compared(
        MemberSet(ACTOR), "Only what these do not consent to.", heavier=Way.MORE, when_stated=Direction.LIGHTER
    )
    except_withdrawal: bool | None = compared(
        Qualifier(), "Movements for a withdrawal that is agreed are no part of it.", when_stated=Direction.LIGHTER
    )
    undone: bool | None = compared(
        Qualifier(),
        "What was done of it is undone as well, as by sending home those called up.",
        when_stated=Direction.HEAVIER,
    )


@declared
class MilitaryAid(Term):
    """An actor's forces are supplied or supported from abroad, or are not to be (modality *shall not*).

    Compare Article 2 of the Arms Trade Treaty, 2013. A *security-guarantee* is called on by an attack; this is not.
    """

    kind = "military-aid"
    topic = Topic.FORCES
    asked = Asked("military-aid", "to")
    to: tuple[str, ...] = subject(ACTOR, "Whose forces.", each=True, benefits=True)
    by: Members | None = compared(MemberSet(ACTOR), "Who supplies or supports them.", heavier=Way.MORE, bears=True)
    forms: Members | None = compared(MemberSet(Words(AidForm)), "With what.", heavier=Way.MORE)
    long_term: bool | None = compared(Qualifier(), "For the long term.", when_stated=Direction.HEAVIER)


@declared
class Disarmament(Term):
    """An armed group gives up its arms, or it or another organisation is dissolved.

    After the United Nations' Integrated Disarmament, Demobilization and Reintegration Standards, 2006. Limits on the
    forces of a state are *force-limit*, forces that only leave a place *withdrawal*.
    """

    kind = "disarmament"
    topic = Topic.FORCES
    asked = Asked("disarmament", "of")
    of: tuple[str, ...] = subject(ACTOR, "Which group or organisation.", each=True, bears=True)
    measures: Members | None = compared(
        MemberSet(Words(Disarming)), "What happens to it.", heavier=Way.MORE, when_stated=Direction.HEAVIER
    )
    in_: Members | None = compared(MemberSet(PLACE), "Where, if the text says so.", heavier=Way.MORE)
    supervised_by: Members | None = compared(MemberSet(ACTOR), "Who supervises it.")


@declared
class WeaponsWithdrawal(Term):
    """Weapons of one type go back from a line, while those who have them may stay.

    After paragraph 4 of the Minsk Memorandum of 19 September 2014. A *withdrawal* empties a place of all forces.
    """

    kind = "weapons-withdrawal"
    topic = Topic.FORCES
    asked = Asked("weapons-withdrawal", "of")
    of: tuple[str, ...] = subject(ACTOR, "Whose weapons.", each=True, bears=True)
    weapons: tuple[HeavyWeapon, ...] = subject(Words(HeavyWeapon), "Of which type.", each=True)
    zone: int | float | Figure | None = compared(
        Quantity("km"),
        "How wide the zone is that all sides together keep free of them, at least.",
        heavier=Way.MORE,
        deontics=Deontics(rejection=Way.MORE),
    )
    starting_from: Line | None = compared(Nominal(Words(Line)), "From which line the distance is measured.")
    distance_to_agree: bool | None = compared(
        Qualifier(), "The distance is still to be agreed.", when_stated=Direction.LIGHTER
    )
    reciprocal: bool | None = compared(
        Qualifier(),
        "Only if the other side's go back as far.",
        when_stated=Direction.LIGHTER,
    )
