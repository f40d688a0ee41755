"""Published comparisons of the bundled documents beside our verdicts, as a table with the share that agrees.

The rows are in ``docs/published.yaml``: what a page says of one question about two documents.
"""

from __future__ import annotations

from calendar import month_name
from collections.abc import Iterator, Mapping
from functools import cache
from math import sqrt
from pathlib import Path
from statistics import NormalDist
from typing import Any, Final

import attrs
import yaml

from manual.markdown import safe, table
from manual.statements import document_link
from proposals import library
from proposals.comparison.engine import compare
from proposals.comparison.summaries import QuestionSummary, questions
from proposals.documents.proposal import Proposal
from proposals.fields.declare import subject_fields
from proposals.terms import KINDS
from proposals.terms.base import Term
from proposals.terms.claims import Subject
from proposals.vocabulary import Verdict
from proposals.words import Word

FILE: Final = Path(__file__).parents[2] / "published.yaml"

_SAME: Final = frozenset({Verdict.SAME, Verdict.SAME_IN_PART, Verdict.SAME_AS_REPORTED})
"""What a page calls the same without saying whether one text says more."""

WORDS: Final = tuple(word for word in Verdict if word not in _SAME - {Verdict.SAME})
"""The words for a question, those of most concern first."""


class Cause(Word):
    """Why our verdict is another word than the label."""

    WORD = "word", "Both see the same, and the page has no word for how it came about, or a stronger one."
    QUESTION = "question", "One of the two asks of more than the other."
    DETAIL = "detail", "The page passes over a detail in which the texts differ."
    MISTAKEN = "mistaken", "The page says of a text what the text does not say."
    CODING = "coding", "The fault is ours: no kind or field holds what the page reports, or it is not coded yet."


@attrs.frozen(kw_only=True)
class Page:
    """A published comparison that was read."""

    publisher: str
    date: str
    """EDTF; the month alone where the page does not show its day."""
    address: str
    carrier: str = ""
    """Who repeats it under the address; empty where that is the publisher."""


@attrs.frozen(kw_only=True, eq=False)
class Row:
    """What a page says of one question about two documents."""

    left: str
    right: str
    question: str
    """Its id in the register of questions."""
    asks: str
    topic: str
    terms: tuple[Mapping[str, Any], ...]
    """What it is about: a kind each, with the subject as a document writes it."""
    page: Page
    label: str
    """One of :data:`WORDS`, chosen from the page alone."""
    note: str
    cause: Cause | None = attrs.field(default=None, converter=attrs.converters.optional(Cause))
    """Why our verdict is another word; ``None`` where it is the same."""
    because: str = ""
    """The cause in a sentence; empty where there is none."""


@cache
def rows() -> tuple[Row, ...]:
    """All rows of the file, in its order."""
    held = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    pages = {key: Page(**{**page, "date": str(page["date"])}) for key, page in held["pages"].items()}
    return tuple(Row(**{**row, "terms": tuple(row["terms"]), "page": pages[row["page"]]}) for row in held["rows"])


def verdict(left: Proposal, right: Proposal, row: Row) -> str:
    """Our word for the question of a row: of the rows of the question that read one of its terms the worst.

    Raises :class:`LookupError` if neither document answers it with any of the terms.
    """
    found = [
        one.verdict for one in questions(compare(left, right)) if one.row.question == row.question and _read(one, row)
    ]
    if not found:
        raise LookupError(f"{left.id} and {right.id} do not answer {row.question} with {list(row.terms)}")
    worst = min(found, key=lambda verdict: verdict.rank)
    return str(Verdict.SAME if worst in _SAME else worst)


def _read(one: QuestionSummary, row: Row) -> bool:
    """Whether a question is answered with a term that a row names."""
    return any(
        _asked(finding.kind, finding.subject, row)
        or (finding.answer is not None and _asked(finding.right.terms[0].kind, finding.answer.subject, row))
        for finding in one.findings
    )


def _asked(kind: str, subject: Subject, row: Row) -> bool:
    """Whether a row is about a term of this kind and subject: each part of the subject has an id in common with it."""
    return any(
        all(set(ids) & asked for ids, asked in zip(subject, _ids(KINDS[kind], term[kind]), strict=True))
        for term in row.terms
        if kind in term
    )


def _ids(kind: type[Term], written: Any) -> list[set[str]]:
    """The ids of each part of a subject as a document writes it: one value, a list, or a mapping of several parts."""
    parts = [written[field.key] for field in subject_fields(kind)] if isinstance(written, dict) else [written]
    return [set(part) if isinstance(part, list) else {part} for part in parts]


def wilson(hits: int, tries: int, confidence: float = 0.95) -> tuple[float, float]:
    """Wilson's interval for a share: what the share would be in many such rows, from 0 to 1."""
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    share, spread = hits / tries, z * z / tries
    middle = (share + spread / 2) / (1 + spread)
    half = z / (1 + spread) * sqrt(share * (1 - share) / tries + spread / (4 * tries))
    return middle - half, middle + half


@cache
def ours(row: Row) -> str:
    """Our verdict on a row of the file."""
    return verdict(library.load(row.left), library.load(row.right), row)


def page() -> str:
    """The share that agrees, every row, and why the others do not."""
    return "\n\n".join(
        (
            _shares(),
            "## Row by row",
            _table(),
            "## Where the two part",
            _causes(),
            "\n".join(_parted()),
            _meanings(),
        )
    )


def _shares() -> str:
    everything = rows()
    publishers = len({row.page.publisher for row in everything})
    alike = sum((row.label == "same") == (ours(row) == "same") for row in everything)
    return (
        f"There are {len(everything)} rows from {publishers} publishers. Our verdict is the published label in "
        f"{_share(sum(row.label == ours(row) for row in everything), len(everything))}.\n\n"
        "Articles seldom tell a deletion from an absence or a replacement. If a row only counts as *same* or not, the "
        f"two agree in {_share(alike, len(everything))}. This second reading was added after the verdicts were known."
    )


def _share(hits: int, tries: int) -> str:
    low, high = wilson(hits, tries)
    return f"**{hits} of {tries}, {hits / tries:.0%}** (Wilson interval at 95 %: {low:.0%} to {high:.0%})"


def _table() -> str:
    return table(
        ["question", "documents", "what the page says", "published", "ours", "agree"],
        (
            [
                safe(row.asks),
                f"{document_link(row.left)}, {document_link(row.right)}",
                safe(row.note),
                f"[{_said(row.label)}]({row.page.address}), {_source(row.page)}",
                _said(ours(row)),
                "yes" if row.label == ours(row) else "no",
            ]
            for row in rows()
        ),
    )


def _causes() -> str:
    found = [row.cause for row in rows()]
    return table(
        ["cause", "meaning", "rows"], ([_said(str(one)), one.definition, str(found.count(one))] for one in Cause)
    )


def _parted() -> Iterator[str]:
    for row in rows():
        if row.cause is not None:
            yield (
                f"- **{safe(row.asks)}** {document_link(row.left)} and {document_link(row.right)}: published "
                f"[{_said(row.label)}]({row.page.address}), ours {_said(ours(row))}. "
                f"Cause: {row.cause}. {safe(row.because)}"
            )


def _meanings() -> str:
    return "## The words\n\n" + table(["word", "meaning"], ([_said(str(word)), word.definition] for word in WORDS))


def _said(word: str) -> str:
    return f"*{word}*"


def _source(page: Page) -> str:
    carrier = f" in {safe(page.carrier)}" if page.carrier else ""
    return f"{safe(page.publisher)}{carrier}, {_day(page.date)}"


def _day(date: str) -> str:
    """A day or a month as people write it: 24 November 2025."""
    year, month, *day = map(int, date.split("-"))
    return " ".join((*map(str, day), f"{month_name[month]} {year}"))
