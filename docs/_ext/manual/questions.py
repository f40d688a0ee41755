"""The questions that terms answer, and the rules of the verdicts on them, as tables."""

from __future__ import annotations

from collections.abc import Iterable

from manual.markdown import safe, table
from proposals import library
from proposals.comparison.verdicts import VerdictRule
from proposals.documents.questions import alternatives_of, answering_of
from proposals.language import Lookup
from proposals.language.questions import question_words


def questions() -> str:
    """Every question: the sentence without a name in it, its topic, what answers it, and the note."""
    lookup = Lookup.of()
    return table(
        ["question", "topic", "asked of", "answered by", "note"],
        (
            [
                f"{safe(question_words(one.id, (), lookup))} `{one.id}`",
                str(one.topic),
                str(one.of),
                " ⇄ ".join(_code(alternatives_of(one.id))) or ", ".join(_code(answering_of(one.id))),
                safe(one.note),
            ]
            for one in library.questions().values()
        ),
    )


def rules(of: Iterable[VerdictRule]) -> str:
    """The rules of a table in their order, with the verdict that each gives and its sentence."""
    return table(
        ["rule", "verdict", "when it holds"], ([f"`{one.id}`", f"*{one.verdict}*", safe(one.sentence)] for one in of)
    )


def _code(names: Iterable[str]) -> list[str]:
    return [f"`{name}`" for name in names]
