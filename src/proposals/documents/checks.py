"""What is wrong with a proposal that its own file cannot show: duplicates, references, quotations.

One check, one function; each takes a proposal and what it may refer to and yields problems.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain, islice

import attrs

from proposals.documents.deletions import missing
from proposals.documents.overlaps import duplicate_terms, misplaced_terms
from proposals.documents.proposal import Event, Proposal
from proposals.errors import MOST_PROBLEMS, NOWHERE, Problem
from proposals.fields.declare import compared_fields, fields_of
from proposals.fields.figures import figure_of
from proposals.fields.members import Members
from proposals.provenance import Citation, Source
from proposals.strings import folded, nearest, pointed, suggestion
from proposals.terms.base import CONDITIONS, Term
from proposals.terms.claims import Claim
from proposals.terms.portion import Portion
from proposals.terms.provision import Provision
from proposals.validation import Validated
from proposals.vocabulary import Coverage, Stance
from proposals.world.dates import Deadline
from proposals.world.world import World

_WHOLE = 101
MOST_ALTERNATIVES = 20
"""Between how many alternatives a document may leave a point open: each is compared with each of the other text."""
_SHORT = 3
"""Words of so few letters, such as articles, do not tell events apart."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class References(Validated):
    """What a proposal may refer to: sources by id, the ids of all proposals, and those of all questions."""

    sources: Mapping[str, Source]
    proposals: frozenset[str]
    questions: frozenset[str] = frozenset()


def check(proposal: Proposal, references: References, world: World) -> tuple[Problem, ...]:
    """All problems of a proposal that could be read, up to a thousand, in reading order."""
    found = chain(
        duplicate_terms(proposal, world),
        misplaced_terms(proposal, world),
        _alternatives(proposal),
        _known_whole(proposal),
        _drafted(proposal),
        _unknown_sources(proposal.citations(), references, proposal),
        _unknown_documents(proposal, references),
        _unknown_questions(proposal, references),
        _unanswerable(proposal),
        _undeletable(proposal),
        _unknown_fields(proposal),
        _overfull(proposal),
        _conditional(proposal),
        _wordless(proposal),
    )
    return tuple(sorted(islice(found, MOST_PROBLEMS), key=lambda problem: problem.location[1:]))


def remarks(proposal: Proposal, shared: Collection[str] = ()) -> tuple[Problem, ...]:
    """What is not wrong with a proposal and is read otherwise than its author may mean, up to a thousand, in order.

    ``shared`` are the ids of the sources that all documents share.
    """
    found = islice(chain(_free_words(proposal), _hiding(proposal, shared)), MOST_PROBLEMS)
    return tuple(sorted(found, key=lambda problem: problem.location[1:]))


def _free_words(proposal: Proposal) -> Iterator[Problem]:
    """Deadlines on words that name no milestone, so that they are prose."""
    milestones = proposal.world.milestones
    spellings, known = milestones.spellings(), ", ".join(one.name for one in milestones.milestones.values())
    for term in proposal.entries:
        for field in compared_fields(type(term)):
            held = getattr(term, field.name)
            if isinstance(held, Deadline) and held.free:
                near = nearest(held.words, _sharing_words(held.words, spellings) or spellings, 0)
                hint = f"the nearest is '{near}'; all are: {known}; another is declared under 'milestones'"
                message = f"'{held.words}' in '{field.key}' names no known event, so it is compared as text"
                yield Problem(term.at or NOWHERE, "free-words", message, hint)


def _hiding(proposal: Proposal, shared: Collection[str]) -> Iterator[Problem]:
    """Sources of its own under the id of a shared one."""
    for source in proposal.sources:
        if source.id in shared:
            message = f"'{source.id}' is also a source that documents share; here it means only what this file declares"
            yield Problem(source.at or NOWHERE, "hidden-source", message, "choose another id to cite both")


def _sharing_words(words: str, spellings: Iterable[str]) -> list[str]:
    """The spellings that share a word with these words, articles and prepositions aside."""
    own = {word for word in folded(words).split() if len(word) > _SHORT}
    return [one for one in spellings if own & set(folded(one).split())]


def _unknown_questions(proposal: Proposal, references: References) -> Iterator[Problem]:
    """Questions that gaps name and that do not exist."""
    for gap in proposal.gaps:
        for name in gap.questions:
            if name not in references.questions:
                hint = suggestion(name, references.questions) or "'proposals explain questions' lists them"
                yield Problem(gap.at or NOWHERE, "unknown-question", f"there is no question '{name}'", hint)


def check_events(events: Iterable[Event], references: References) -> tuple[Problem, ...]:
    """All problems of a timeline: sources and documents that do not exist, ids that appear twice."""
    found: list[Problem] = []
    seen: dict[str, Event] = {}
    for event in events:
        at = event.at or NOWHERE
        if event.id in seen:
            found.append(Problem(at, "duplicate-event", f"event '{event.id}' appears twice", "keep one"))
        seen[event.id] = event
        found += _unknown_sources(event.citations, references, None)
        found += [
            Problem(at, "unknown-document", f"no proposal is called '{other}'", suggestion(other, references.proposals))
            for other in event.about
            if other not in references.proposals
        ]
    return tuple(found)


def _alternatives(proposal: Proposal) -> Iterator[Problem]:
    counted = Counter(claim for term in proposal.terms if term.alternative for claim in term.claims)
    full = {claim for claim, held in counted.items() if held > MOST_ALTERNATIVES}
    called: set[tuple[Claim, str, tuple[str, ...]]] = set()
    for term in proposal.terms:
        if full.intersection(term.claims):
            full.difference_update(term.claims)
            held = max(counted[claim] for claim in term.claims)
            message = f"this '{term.kind}' is held open between {held:,} alternatives; {MOST_ALTERNATIVES} are the most"
            yield Problem(term.at or NOWHERE, "too-many-options", message, "make one option of those that differ least")
        if term.alternative and all(counted[claim] == 1 for claim in term.claims):
            message = f"this '{term.kind}' is one of several options and there is no other"
            hint = "add the other, or leave out 'held-by' and 'option'"
            yield Problem(term.at or NOWHERE, "lone-variant", message, hint)
        named = {(claim, term.option, term.holders) for claim in term.claims if term.option}
        if not called.isdisjoint(named):
            message = f"two options of this '{term.kind}' are called '{term.option}' and have the same holders"
            yield Problem(term.at or NOWHERE, "duplicate-option", message, "give each its own name, or none")
        called |= named


def _unknown_sources(
    citations: Iterable[Citation], references: References, proposal: Proposal | None
) -> Iterator[Problem]:
    own = {source.id for source in proposal.sources} if proposal else set()
    known = own | set(references.sources)
    for citation in citations:
        if citation.source not in known:
            hint = suggestion(citation.source, known) or "declare it under 'sources'"
            message = f"no source is called '{citation.source}'"
            yield Problem(citation.at or NOWHERE, "unknown-source", message, hint)


def _unknown_documents(proposal: Proposal, references: References) -> Iterator[Problem]:
    for step in proposal.lineage:
        at = step.at or NOWHERE
        if step.to == proposal.id:
            yield Problem(at, "own-ancestor", f"'{proposal.id}' cannot descend from itself")
        elif step.to not in references.proposals:
            hint = suggestion(step.to, references.proposals)
            yield Problem(at, "unknown-document", f"no proposal is called '{step.to}'", hint)


def _unanswerable(proposal: Proposal) -> Iterator[Problem]:
    hint = "add 'lineage: [{amends: ID}]'"
    for term in () if proposal.amends else proposal.terms:
        if term.answers:
            message = f"this term answers {pointed(term.answers)}, and the document amends none"
            yield Problem(term.at or NOWHERE, "nothing-amended", message, hint)


def _undeletable(proposal: Proposal) -> Iterator[Problem]:
    """Deletions from no text that is named, or of what that text does not have."""
    striking = [term for term in proposal.terms if term.stance is Stance.STRIKES]
    if not proposal.marks_up:
        hint = "add 'lineage: [{amends: ID}]', or 'revises'"
        for term in striking:
            message = f"this '{term.kind}' is deleted, and the document amends or revises none"
            yield Problem(term.at or NOWHERE, "nothing-amended", message, hint)
        for one in proposal.struck:
            message = f"{pointed([one.point])} is deleted, and the document amends or revises none"
            yield Problem(one.at or NOWHERE, "nothing-amended", message, hint)
    unfound = {*missing(proposal.struck, proposal.texts)}
    for one in proposal.struck:
        at = one.at or NOWHERE
        if one.of is not None and one.of not in proposal.marks_up:
            yield Problem(at, "nothing-amended", f"'{one.of}' is none of the documents that it amends or revises")
        elif one in unfound:
            texts = " or ".join(text.id for text in proposal.amended)
            message = f"nothing stands under {pointed([one.point])} of {texts} that this could delete"
            yield Problem(at, "nothing-deleted", message, f"'proposals show {proposal.amended[0].id}' has its points")


def _known_whole(proposal: Proposal) -> Iterator[Problem]:
    """What is said to be left out of a text that is known whole: what it does not have it leaves out anyway."""
    for term in proposal.entries:
        if proposal.coverage_of(term.topic) is Coverage.PARTIAL:
            continue
        hint = "leave it out of the file, or call the coverage partial"
        if term.stance is Stance.LEAVES_OUT:
            message = f"this '{term.kind}' is left out of a text that is known whole"
            yield Problem(term.at or NOWHERE, "left-out", message, hint)
        for key in term.left_out:
            message = f"'{key}' is left out of a text that is known whole"
            yield Problem(term.at or NOWHERE, "left-out", message, hint)


def _drafted(proposal: Proposal) -> Iterator[Problem]:
    """A draft of a program whose text is called known whole: what nobody has checked is silent on nothing."""
    known = {proposal.coverage, *(one for _, one in proposal.coverage_by_topic)}
    if proposal.drafted_by and Coverage.COMPLETE in known:
        message = "what a program drafted and nobody has checked cannot be 'coverage: complete'"
        hint = "check it and remove 'drafted-by', or call the coverage partial"
        yield Problem(proposal.at or NOWHERE, "unchecked-draft", message, hint)


def _unknown_fields(proposal: Proposal) -> Iterator[Problem]:
    for term in proposal.entries:
        known = [field.key for field in fields_of(type(term))]
        named = [(key, citation.at) for citation in term.citations for key in citation.supports]
        named += [(dispute.field, term.at) for dispute in term.disputes if dispute.field is not None]
        for key, at in named:
            if key not in known:
                message = f"a '{term.kind}' has no field '{key}'"
                yield Problem(at or NOWHERE, "unknown-field", message, suggestion(key, known))


def _conditional(proposal: Proposal) -> Iterator[Problem]:
    """Terms that say that they have no condition, and state one."""
    for term in proposal.entries:
        for key in ruled_out(term):
            message = f"a term that is unconditional cannot have '{key}'"
            hint = f"leave out 'unconditional' or '{key}'; a date or a span after which it binds is no condition"
            yield Problem(term.at or NOWHERE, "conditional", message, hint)


def ruled_out(term: Term) -> Iterator[str]:
    """The keys of the conditions that a term states although it says that it has none."""
    for field in compared_fields(type(term)):
        held = getattr(term, field.name)
        if field.key in CONDITIONS and held is not None and term.rules_out(field, held):
            yield field.key


def _wordless(proposal: Proposal) -> Iterator[Problem]:
    """Provisions that are proposed without their clause: nothing would be compared."""
    for term in proposal.entries:
        if isinstance(term, Provision) and term.text is None and term.stance is Stance.PROPOSES:
            message = "a 'provision' that is proposed has its clause in words"
            yield Problem(term.at or NOWHERE, "missing-field", message, "add 'text: …'")


def _overfull(proposal: Proposal) -> Iterator[Problem]:
    """Lists of shares of one whole that at the least add up to more than it; a percent more is taken for rounding."""
    for term in proposal.entries:
        for field in compared_fields(type(term)):
            held = getattr(term, field.name)
            parts = [item for item in held if isinstance(item, Portion)] if isinstance(held, Members) else []
            total = sum(figure_of(part.percent)[0][0] for part in parts if part.percent is not None)
            if total > _WHOLE:
                message = f"the shares of '{field.key}' add up to {total:g} percent"
                yield Problem(term.at or NOWHERE, "overfull-shares", message, "they are parts of one whole")
