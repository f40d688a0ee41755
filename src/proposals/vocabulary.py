"""The words that every proposal shares, each with its definition.

A word is what an analyst writes, what the terminal shows and what JSON carries: the same letters everywhere.
Words that belong to one kind of term stand with that kind, in :mod:`proposals.terms`.
"""

from __future__ import annotations

from itertools import chain
from typing import Final, Self

from proposals.errors import InvalidValueError
from proposals.words import Degree, Word


class Form(Word):
    """What sort of paper or statement a proposal is."""

    PLAN = "plan", "Terms put forward to settle a conflict, no matter by whom."
    COUNTER_PROPOSAL = "counter-proposal", "Terms that answer another proposal, often by marking it up."
    POSITION = "position", "What a party says that it wants, without a paper of its own."
    MEMORANDUM = "memorandum", "Terms that parties have written down together and not yet bound themselves to."
    COMMUNIQUE = "communiqué", "A public statement at the end of a meeting."
    AGREEMENT = "agreement", "Terms that parties have signed."
    SIDE_PAPER = "side paper", "A paper that goes with another and is not part of its text."
    NON_PAPER = "non-paper", "A paper handed over without a name on it, to be disowned at need."


class Status(Word):
    """How a proposal came to be known (its publication status, not its legal force, save the last)."""

    OFFICIAL = "official", "Its authors published it or told its terms on the record."
    PUBLISHED = "published", "Its whole text is public, no matter who published it."
    LEAKED = "leaked", "Its text became public without its authors."
    REPORTED = "reported", "Others tell what is in it; the text is not public."
    READ_OUT = "read out", "An author told its terms aloud; the text is not public."
    UNVERIFIED = "unverified", "Its existence or its terms are claimed, and nobody could verify them."
    IN_FORCE = "in force", "Signed, and binding on its parties."


class Coverage(Word):
    """How much of the document is known: it decides whether an absent term is *silent* or *unreported*."""

    COMPLETE = "complete", "The whole text is known, so a term that it does not have is silence."
    PARTIAL = "partial", "Only some terms are known, so a term that is not known may still be there."


class Modality(Degree):
    """How strongly a term binds its bearer.

    *expected* < *intends* < *should* < *shall* is one ladder; *may* (a permission) and *shall not* (a
    prohibition) stand on none of its steps. Compare RFC 2119 for *should*, *shall*, *may*.
    """

    EXPECTED = "expected", "It is expected of the bearer; nobody undertakes it."
    INTENDS = "intends", "The bearer declares an intention."
    SHOULD = "should", "The bearer is called on to do it."
    SHALL = "shall", "The bearer is bound to do it."
    SHALL_NOT = "shall not", "The bearer is bound not to do it."
    MAY = "may", "The bearer is permitted to do it."

    @property
    def ranked(self) -> bool:
        """Whether the word stands on the ladder."""
        return self not in {Modality.SHALL_NOT, Modality.MAY}


class Stance(Word):
    """What a document does with a term: most propose it; an answer may accept, reject or strike it.

    *Leaves out* is what a source says of the document: it does nothing with the term, since it does not have it.
    """

    PROPOSES = "proposes", "The document puts the term forward."
    ACCEPTS = "accepts", "The document agrees to the other's term."
    ACCEPTS_IF = "accepts if", "The document agrees to the other's term on a condition."
    RESERVES = "reserves", "The document agrees to the other's term and excludes or alters a part of it."
    REJECTS = "rejects", "The document states that it will not have the term, nor anything beyond it."
    STRIKES = "strikes", "The document deletes the term from a text that it marks up or revises."
    REFUSES = "refuses to discuss", "The document states that the matter is not for this table."
    DEFERS = "defers", "The document leaves the matter to later talks."
    LEAVES_OUT = "leaves out", "The text is known in part, and a source says that the term is not in it."


BINDING: Final = frozenset({Stance.PROPOSES, Stance.ACCEPTS, Stance.ACCEPTS_IF, Stance.RESERVES})
"""The stances in which a document would have the term hold; the others decline, delete or postpone it."""


class Absence(Word):
    """Why a document has no such term. It is never a stance, since nothing was said."""

    SILENT = "silent", "The whole text is known and has no such term."
    UNREPORTED = "not reported", "Only some terms of the text are known, and no such term is among them."
    LEFT_OUT = "left out", "Only some terms of the text are known, and a source says that such a term is not in it."


class Relation(Word):
    """How two positions on one subject relate to each other, the most contested first."""

    OPPOSED = "opposed", "One rejects or bans what the other states."
    STRUCK = "struck", "One deletes the term from a text that it marks up or revises."
    REFUSED = "refused", "One states that the matter is not for this table."
    DIFFERS = "differs", "Both address the subject, but differently."
    DEFERRED = "deferred", "One leaves the matter to later talks."
    ACCEPTED_IF = "accepted-if", "One agrees to the other's term on a condition or with a reservation."
    ACCEPTED = "accepted", "One agrees to the other's term as it stands."
    SAME = "same", "Both say the same, as far as both are known."
    SILENT = "silent", "One says nothing about it, as its whole text or a source shows."
    UNREPORTED = "unreported", "One is not known to say anything about it, and its text is known only in part."


class Direction(Word):
    """How the obligation weighs on those who bear it, on the right compared with the left; never who is right."""

    HEAVIER = "heavier", "The right asks more of the bearer, which is stronger for the beneficiary."
    LIGHTER = "lighter", "The right asks less of the bearer, which is weaker for the beneficiary."
    MIXED = "mixed", "Some fields are heavier and some are lighter."

    def reversed(self) -> Direction:
        """The direction seen from the other side."""
        return {Direction.HEAVIER: Direction.LIGHTER, Direction.LIGHTER: Direction.HEAVIER}.get(self, self)


class Verdict(Word):
    """How two documents relate to each other on a question or a topic, the most contested first."""

    OPPOSED = "opposed", "One states that it will not have what the other states."
    REPLACED = "replaced", "One deletes what the other states and has something else in its place."
    DIFFERS = "differs", "Both answer, but differently."
    DELETED = "deleted", "One deletes what the other states."
    OTHER_MEANS = "other means", "Both answer, by means that do not meet."
    REFUSED = "refused", "One states that the matter is not for this table."
    DEFERRED = "deferred", "One leaves the matter to later talks."
    DIFFERENT_QUESTIONS = "different questions", "Each answers a question of the topic that the other leaves."
    ONE_SIDED = "one-sided", "One answers; the other does not, as its whole text or a source shows."
    UNREPORTED = "not reported", "One answers; the other's text is known only in part and is not known to."
    SAME_IN_PART = "same in part", "What both answer is the same, and one answers more than the other."
    SAME_AS_REPORTED = "same as far as reported", "What both are known to answer is the same."
    SAME = "same", "Both give the same answer."


class Certainty(Word):
    """How certain it is that the passage says what is coded from it, weakest last."""

    QUOTED = "quoted", "The words themselves are given, by someone who has them."
    REPORTED = "reported", "The source tells it in its own words, as fact."
    CLAIMED = "claimed", "The source tells that somebody says so."
    UNVERIFIED = "unverified", "Nobody could verify it: the source says so, or no source that was read carries it."


class Link(Word):
    """How one document descends from another."""

    AMENDS = "amends", "It marks up the other's text."
    REVISES = "revises", "It is a later draft of the other."
    REPORTS = "reports", "It is what a source reports of the other, not the other's text."
    MODELLED_ON = "modelled on", "It takes the other, from another setting, as its pattern."
    DERIVES_FROM = "derives from", "It takes over terms of the other."
    ANSWERS = "answers", "It answers the other with terms of its own."
    ACCOMPANIES = "accompanies", "It goes with the other and is not part of it."


class EventKind(Word):
    """What sort of event is in the timeline."""

    CALL = "call", "A conversation by telephone."
    MEETING = "meeting", "A meeting in person."
    STATEMENT = "statement", "Something said in public."
    THREAT = "threat", "An announcement of harm if something is not done."
    PUBLICATION = "publication", "A text or recording made public."
    TRANSFER = "transfer", "A document or a good handed over."
    RELEASE = "release", "Persons set free."


class PageKind(Word):
    """What sort of page a source is."""

    OFFICIAL = "official", "A government, an organisation or a party to the conflict, on its own site."
    AGENCY = "agency", "A news agency."
    NEWSPAPER = "newspaper", "A newspaper or news site with an editorial office of its own."
    BROADCASTER = "broadcaster", "A radio or television station."
    MAGAZINE = "magazine", "A periodical of analysis or comment."
    THINK_TANK = "think tank", "A research institute."
    RELAY = "relay", "A site that repeats what another published."
    FORUM = "forum", "Posts by anyone."
    REWORDING = "rewording", "A text told again in other words, so that its quotation marks prove nothing."


class Reliability(Word):
    """How reliable the source is, apart from this information: the letter of the Admiralty scale (NATO AJP-2.1)."""

    A = "A", "Completely reliable."
    B = "B", "Usually reliable."
    C = "C", "Fairly reliable."
    D = "D", "Not usually reliable."
    E = "E", "Unreliable."
    F = "F", "Reliability cannot be judged."


class Credibility(Word):
    """How credible the information is, apart from its source: the digit of the Admiralty scale (NATO AJP-2.1)."""

    CONFIRMED = "1", "Confirmed by other sources."
    PROBABLE = "2", "Probably true."
    POSSIBLE = "3", "Possibly true."
    DOUBTFUL = "4", "Doubtful."
    IMPROBABLE = "5", "Improbable."
    UNKNOWN = "6", "Truth cannot be judged."


class Topics(Word):
    """A list of topics: :class:`Topic`, or one of your own beside it, which subclasses this.

    Of this class itself, ``every``, ``written``, ``of``, ``each`` and ``spellings`` are those of all lists that there
    are. Two lists of one name are one as far as their topics are defined alike: they come from one file that was read
    twice.
    """

    def __eq__(self, other: object) -> bool:
        """Whether it is the same topic of the same list, or of one that was read from another copy."""
        return self._facts == other._facts if isinstance(other, Topics) else super().__eq__(other)

    def __hash__(self) -> int:
        """That of the list and the topic."""
        return hash(self._facts)

    @property
    def _facts(self) -> tuple[str, str, str]:
        return type(self).__name__, str(self), self.definition

    @classmethod
    def lists(cls) -> tuple[type[Topics], ...]:
        """All lists of topics, the bundled one first, then the others in the order in which they were made."""
        return tuple(Topics.__subclasses__())

    @classmethod
    def every(cls) -> tuple[Self, ...]:
        """The topics in order, list by list, each once."""
        return tuple(dict.fromkeys(chain.from_iterable(Topics.lists()))) if cls is Topics else super().every()

    @classmethod
    def written(cls, text: str) -> Self | None:
        """The topic that is written so.

        Args:
            text: The word as files write it.

        Returns:
            The topic, of any list; ``None`` where none is written so.

        Raises:
            InvalidValueError: Two lists have a topic of this word.
        """
        found = [topic for topic in cls.every() if str(topic) == text]
        if len(found) > 1:
            raise InvalidValueError(
                f"'{text}' is a topic of two lists", "give one of them another name", "unknown-word"
            )
        return found[0] if found else None


class Topic(Topics):
    """What a reader looks for: the terms of one matter, in the order in which reports show them."""

    SOVEREIGNTY = "sovereignty", "Independence, statehood, and relations that follow from them."
    TERRITORY = "territory", "Who holds, leaves or recognises which ground, and along which line."
    CEASEFIRE = "ceasefire", "When and how the fighting stops."
    FORCES = "forces", "Limits on armed forces, their weapons, activity and stationing; aid to them; armed groups."
    GUARANTEES = "guarantees", "What is promised if force is used again."
    ALLIANCES = "alliances", "Membership of alliances, neutrality, and the enlargement of alliances."
    NON_AGGRESSION = "non-aggression", "Promises, laws and expectations not to attack."
    DIALOGUE = "dialogue", "Standing talks on security."
    NUCLEAR = "nuclear", "Nuclear weapons, arms control and nuclear plants."
    UNION = "european union", "Accession to the European Union and access to its market."
    ECONOMY = "economy", "Reconstruction, funds, trade, frozen assets."
    SANCTIONS = "sanctions", "Sanctions, their relief, and the return to common institutions."
    HUMANITARIAN = "humanitarian", "Prisoners, civilians, children, families, victims, aid, people who had to flee."
    RIGHTS = "rights", "Minorities, languages, faiths, media, education."
    JUSTICE = "justice", "Amnesty, claims, redress."
    POLITICS = "politics", "Constitutions and laws, self-government, administration for a time, and elections."
    NAVIGATION = "navigation", "Rivers, straits, ports, grain."
    IMPLEMENTATION = "implementation", "Further talks, entry into force, legal force, monitoring, enforcement."
    OTHER = "other", "What belongs to none of these."

    __eq__ = Word.__eq__
    __hash__ = Word.__hash__  # there is one of each
