"""What a check found, as a page: problems, quotations, and what cannot be checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from proposals.documents.proposal import Event
from proposals.errors import Location, Problem
from proposals.language.names import Lookup
from proposals.language.phrases import Entry, Phrase, Role, Run, phrase
from proposals.language.sentences import headline
from proposals.language.values import counted, listed
from proposals.library.checking import Checked
from proposals.library.verification import UNQUOTED, Anchored, Unanchored
from proposals.reports.page import Block, Entries, Excerpt, Heading, Items, Level, Page, Paragraph
from proposals.terms.base import Term

_MOST_NAMED: Final = 3
"""More sources than this are counted, not named."""


def problems(found: Iterable[Problem]) -> Page:
    """Each problem with its place, the line with a caret, and the hint."""
    return Page(tuple(block for problem in found for block in problem_blocks(problem)))


def problem_blocks(problem: Problem) -> Iterator[Block]:
    """``file:line:column: message [code]``, the line as it stands in the file, and what to do instead."""
    code = Run(f" [{problem.code}]", Role.FAINT)
    yield Paragraph(phrase(Run(f"{problem.location}:", Role.STRONG), " ", problem.message, code))
    column = problem.location.column
    line = problem.excerpt if column else ""
    if line or problem.hint:
        yield Excerpt(line, column, problem.hint or "")


def checked(found: Iterable[Checked], lookup: Lookup, *, quotations: bool = False) -> Page:
    """The problems of each document, then the notices, last the sum; ``quotations`` lists each passage found again."""
    told = tuple(found)
    if quotations:
        return Page((*(block for one in told for block in _quotations(one, lookup)), _sum(told)))
    failed = problems(problem for one in told for problem in one.every_problem)
    return Page((*failed.blocks, *_notices(told, lookup), _sum(told)))


def _notices(results: tuple[Checked, ...], lookup: Lookup) -> Iterator[Block]:
    yield from problems(remark for one in results for remark in one.remarks).blocks
    noticed = [one for one in results if one.notices > len(one.remarks)]
    if noticed:
        yield Heading(Level.PART, phrase("notices"), phrase("what cannot be checked"))
        yield Entries(
            tuple(Entry(phrase(Run(one.name, Role.STRONG)), (phrase(notice(one, lookup)),)) for one in noticed)
        )


def notice(one: Checked, lookup: Lookup) -> str:
    """Why citations of a document cannot be checked: texts that are not held, passages that are not quoted."""
    unquoted = sum(gap.reason == UNQUOTED for gap in one.quotations.unanchored)
    missing = Counter(gap.citation.source for gap in one.quotations.unanchored if gap.reason != UNQUOTED)
    names = listed(missing) if len(missing) <= _MOST_NAMED else counted(len(missing), "source")
    parts = [f"no text is held of {names} ({counted(missing.total(), 'citation')})"] if missing else []
    parts += [f"{UNQUOTED} ({counted(unquoted, 'citation')})"] if unquoted else []
    parts += [f"nothing is cited for “{_name(held, _knowing(lookup, one))}”" for held in one.uncited]
    return "; ".join(parts)


def _quotations(one: Checked, lookup: Lookup) -> Iterator[Block]:
    outcome = one.quotations
    parts = [f"{counted(len(outcome.anchored), 'quotation')} found"]
    parts += [counted(one.notices, "notice")] if one.notices else []
    failed = [Run(f", {counted(len(one.every_problem), 'problem')}", Role.FAILED)] if one.every_problem else []
    yield Heading(Level.PART, phrase(Run(one.name, Role.STRONG)), phrase(", ".join(parts), *failed))
    if outcome.anchored:
        yield Entries(tuple(_anchored(found, lookup) for found in outcome.anchored))
    if one.notices > len(one.remarks):
        own = _knowing(lookup, one)
        yield Items((*_unanchored(outcome.unanchored, own), *(_uncited(held, own) for held in one.uncited)))
    yield from problems((*one.every_problem, *one.remarks)).blocks


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
        yield phrase(Run("notice: ", Role.ABSENT), reason, f" ({places})" if places else "")


def _knowing(lookup: Lookup, one: Checked) -> Lookup:
    """The names and paths with the names that the document declares."""
    return attrs.evolve(lookup, world=one.document.world) if one.document else lookup


def _uncited(held: Term | Event, lookup: Lookup) -> Phrase:
    where = f" ({lookup.where(held.at)})" if held.at else ""
    return phrase(Run("notice: ", Role.ABSENT), f"nothing is cited for “{_name(held, lookup)}”{where}")


def _name(held: Term | Event, lookup: Lookup) -> str:
    return held.title if isinstance(held, Event) else headline(held, lookup)


def _sum(results: tuple[Checked, ...]) -> Paragraph:
    """How many files were checked, and what was found in them."""
    found = sum(len(one.every_problem) for one in results)
    parts = [
        f"; {counted(number, what)}{rest}"
        for number, what, rest in (
            (sum(len(one.quotations.anchored) for one in results), "quotation", " found"),
            (sum(one.notices for one in results), "notice", ""),
        )
        if number
    ]
    total = Run(counted(found, "problem") if found else "no problem", Role.FAILED if found else Role.AGREED)
    return Paragraph(phrase(counted(len(results), "file"), ", ", total, *parts))
