"""Problems, verifications and rules as pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from proposals.comparison.rules import Rule
from proposals.documents.proposal import Event
from proposals.errors import Location, Problem
from proposals.language.names import Lookup
from proposals.language.phrases import Entry, Phrase, Role, Run, phrase
from proposals.language.values import counted, headline
from proposals.library.verification import Anchored, Unanchored, Verified
from proposals.reports.page import Block, Entries, Excerpt, Heading, Items, Level, Page, Paragraph
from proposals.terms.base import Term


def problems(found: Iterable[Problem]) -> Page:
    """Each problem with its place, the line with a caret, and the hint."""
    return tuple(block for problem in found for block in problem_blocks(problem))


def problem_blocks(problem: Problem) -> Iterator[Block]:
    """``file:line:column: message [code]``, the line as it stands in the file, and what to do instead."""
    code = Run(f" [{problem.code}]", Role.FAINT)
    yield Paragraph(phrase(Run(f"{problem.location}:", Role.STRONG), " ", problem.message, code))
    column = problem.location.column
    line = problem.excerpt if column else ""
    if line or problem.hint:
        yield Excerpt(line, column, problem.hint or "")


def checked(found: Iterable[Problem], files: int, noticed: Iterable[Problem] = ()) -> Page:
    """The problems of some files that could be read, then the notices, and how many there are in how many files."""
    listed, told = tuple(found), tuple(noticed)
    role = Role.FAILED if listed else Role.AGREED
    total = Run(counted(len(listed), "problem") if listed else "no problem", role)
    also = [", ", counted(len(told), "notice")] if told else []
    return (*problems(listed), *problems(told), Paragraph(phrase(counted(files, "file"), ", ", total, *also)))


def verification(results: Iterable[Verified], lookup: Lookup) -> Page:
    """For each document the passages found again, then what rests on no held text, then what failed; last the sum."""
    told = tuple(results)
    return (*(block for one in told for block in _verified(one, lookup)), *_sum(told))


def _verified(one: Verified, lookup: Lookup) -> Iterator[Block]:
    outcome = one.outcome
    parts = [f"{counted(len(outcome.anchored), 'quotation')} found again"]
    parts += [counted(one.gaps, "gap")] if one.gaps else []
    failed = [Run(f", {counted(len(outcome.problems), 'problem')}", Role.FAILED)] if outcome.problems else []
    yield Heading(Level.PART, phrase(Run(one.name, Role.STRONG)), phrase(", ".join(parts), *failed))
    if outcome.anchored:
        yield Entries(tuple(_anchored(found, lookup) for found in outcome.anchored))
    if one.gaps:
        yield Items((*_unanchored(outcome.unanchored, lookup), *(_uncited(held, lookup) for held in one.uncited)))
    yield from problems(outcome.problems)


def _anchored(found: Anchored, lookup: Lookup) -> Entry:
    passage = found.passage
    where = f"; {lookup.where(found.citation.at)}" if found.citation.at else ""
    return Entry(
        phrase(Run(f"{passage.start}–{passage.end}", Role.AGREED)),
        (phrase(f"“{passage.exact}” ", Run(f"[{found.source.id}{where}]", Role.FAINT)),),
    )


def _unanchored(gaps: Iterable[Unanchored], lookup: Lookup) -> Iterator[Phrase]:
    """Each reason with the places that it holds for; the file is named once for places that follow each other."""
    by_reason: dict[str, list[Location]] = {}
    for gap in gaps:
        by_reason.setdefault(gap.reason, []).extend([gap.citation.at] if gap.citation.at else [])
    for reason, positions in by_reason.items():
        places = ", ".join(
            f"{at.line}:{at.column}" if index and positions[index - 1].file == at.file else lookup.where(at)
            for index, at in enumerate(positions)
        )
        yield phrase(Run("gap: ", Role.ABSENT), reason, f" ({places})" if places else "")


def _uncited(held: Term | Event, lookup: Lookup) -> Phrase:
    what = held.title if isinstance(held, Event) else headline(held, lookup)
    where = f" ({lookup.where(held.at)})" if held.at else ""
    return phrase(Run("gap: ", Role.ABSENT), f"nothing is cited for {what}{where}")


def _sum(results: tuple[Verified, ...]) -> Iterator[Block]:
    anchored = sum(len(one.outcome.anchored) for one in results)
    gaps = sum(one.gaps for one in results)
    failed = sum(len(one.outcome.problems) for one in results)
    role = Role.FAILED if failed else Role.AGREED
    yield Heading(Level.PART, phrase("in all"))
    yield Paragraph(
        phrase(
            f"{counted(anchored, 'quotation')} found again in the hashed text, {counted(gaps, 'gap')}, ",
            Run(f"{counted(failed, 'problem')}.", role),
        ),
    )


def rules(catalogue: Iterable[Rule]) -> Page:
    """Every rule with the relation that it gives and the sentence that explains it."""
    return (
        Entries(
            tuple(
                Entry(phrase(Run(rule.id, Role.STRONG)), (phrase(str(rule.relation)), phrase(rule.sentence)))
                for rule in catalogue
            ),
        ),
    )
