"""Whatever the library returns, as text, Markdown, HTML, JSON, YAML, rows for a data frame, or a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, TypeAlias

import attrs

from proposals.comparison.findings import Finding
from proposals.comparison.result import Comparison
from proposals.corpus.neighbours import Nearest
from proposals.documents.proposal import Proposal
from proposals.errors import InvalidValueError, WrongTypeError
from proposals.files.writing import proposal_yaml, write_whole
from proposals.language.names import Lookup
from proposals.language.sentences import sentence
from proposals.library.bundled import bundled
from proposals.library.collection import YAML_ENDINGS
from proposals.library.library import ENGLISH
from proposals.measures.agreement import Agreement
from proposals.measures.burdens import Ledger
from proposals.measures.estimate import Estimate
from proposals.measures.movement import Trace
from proposals.measures.similarity import Similarity
from proposals.negotiation.brief import Brief
from proposals.negotiation.four_columns import FourColumns
from proposals.negotiation.matrix import Matrix
from proposals.negotiation.source_table import SourceTable
from proposals.reports.formats import FORMATS, Options
from proposals.reports.formats import tables as table_formats
from proposals.reports.formats.text import NARROWEST
from proposals.reports.page import Page
from proposals.reports.pages import (
    agreement,
    brief,
    burdens,
    comparison,
    documents,
    four_columns,
    matrix,
    movement,
    nearest,
    similarity,
    single,
    source_table,
)
from proposals.reports.records import flat
from proposals.reports.records import reports as records
from proposals.reports.records.agreement import AGREEMENT
from proposals.reports.records.comparisons import COMPARISON
from proposals.reports.records.declare import Of
from proposals.reports.records.documents import PROPOSAL
from proposals.reports.records.measures import BURDENS, MATRIX, NEAREST, SIMILARITY, TRACE
from proposals.terms.base import Term
from proposals.validation import require
from proposals.values import shown

Shown: TypeAlias = (
    Proposal
    | Term
    | Comparison
    | Finding
    | Brief
    | Matrix
    | Trace
    | Ledger
    | Similarity
    | Nearest
    | Agreement
    | Estimate
    | FourColumns
    | SourceTable
)
"""What can be rendered: a document, a term of it, or what the functions that compare documents return."""

Tabular: TypeAlias = Proposal | Comparison | Iterable[Proposal] | Iterable[Comparison]
"""What has rows: one comparison or several, with a row for each finding; or documents, with one for each term."""


@attrs.frozen
class _Form:
    """How values of a class are shown: as a page, and as JSON where there is a record of it."""

    page: Callable[[Any, Lookup], Page]
    record: Callable[[Any, Lookup], dict[str, Any]] | None = None


_FORMS: Final[Mapping[type, _Form]] = MappingProxyType(
    {
        Proposal: _Form(documents.page, PROPOSAL.json),
        Term: _Form(single.term_page),
        Finding: _Form(single.finding_page),
        Estimate: _Form(single.estimate_page),
        Comparison: _Form(comparison.page, lambda told, lookup: COMPARISON.json(Of(told, told), lookup)),
        Brief: _Form(brief.page),
        Matrix: _Form(matrix.page, lambda told, lookup: MATRIX.json(Of(told, told), lookup)),
        Trace: _Form(movement.page, TRACE.json),
        Ledger: _Form(
            lambda told, lookup: burdens.page(told, told.accounts, lookup),
            lambda told, lookup: BURDENS.json(Of(told.accounts, told), lookup),
        ),
        Similarity: _Form(
            lambda told, lookup: similarity.page((told,), lookup),
            lambda told, lookup: SIMILARITY.json((told,), lookup),
        ),
        Nearest: _Form(nearest.page, NEAREST.json),
        Agreement: _Form(agreement.page, AGREEMENT.json),
        FourColumns: _Form(lambda told, lookup: four_columns.page(told, lookup.library)),
        SourceTable: _Form(lambda told, lookup: source_table.page(told, lookup.library)),
    },
)
_WORDED: Final = (Proposal, Comparison, Brief, Matrix, Trace, Ledger, Similarity, Nearest, FourColumns, SourceTable)
"""Whose pages are worded in any language."""
_TABLES: Final = frozenset({".csv", ".jsonl", ".parquet", ".arrow"})
_JSON: Final = ".json"


def page_of(value: Shown, language: str = ENGLISH) -> Page:
    """The page of a value in a language, by its code.

    Raises :class:`WrongTypeError` for a value of a class that has none, or none in another language than English, and
    :class:`NotFoundError` for a language that there is not.
    """
    form = _form(value)
    if language != ENGLISH and type(value) not in _WORDED:
        able = ", ".join(shape.__name__ for shape in _WORDED)
        raise WrongTypeError(
            f"the page of a {type(value).__name__} is in English; in '{language}' there is one of: {able}"
        )
    return form.page(value, _lookup(value, language))


def to_text(value: Shown, *, width: int = 80, language: str = ENGLISH) -> str:
    """The value as plain text of ``width`` columns.

    Args:
        value: A document, or what a function that compares documents returns.
        width: How many columns a line has at most, 40 or more.
        language: The code of the language: ``en``, ``fr``. A comparison, a brief, a matrix and a trace are in any.

    Returns:
        Lines of text, as ``proposals`` prints them.

    Raises:
        WrongTypeError: The value is none of these, or is in English alone; or the width is no number.
        InvalidValueError: The width is below 40.
        NotFoundError: There is no such language.
    """
    require(width, int, "to_text()")
    if width < NARROWEST:
        raise InvalidValueError(f"text is not {width} columns wide", f"{NARROWEST} or more")
    return str(FORMATS["text"].writer(page_of(value, language), Options(width=width, language=language)))


def to_markdown(value: Shown, *, language: str = ENGLISH) -> str:
    """The value as Markdown.

    Args:
        value: What :func:`to_text` takes.
        language: The code of the language: ``en``, ``fr``.

    Returns:
        Lines of text, in which every sign that Markdown would take for its own is escaped.

    Raises:
        WrongTypeError: The value is none of these, or is in English alone.
        NotFoundError: There is no such language.
    """
    return str(FORMATS["markdown"].writer(page_of(value, language), Options(language=language)))


def to_html(value: Shown, *, language: str = ENGLISH) -> str:
    """The value as a whole HTML page, without script.

    Args:
        value: What :func:`to_text` takes.
        language: The code of the language: ``en``, ``fr``.

    Returns:
        A page that needs no other file.

    Raises:
        WrongTypeError: The value is none of these, or is in English alone.
        NotFoundError: There is no such language.
    """
    return str(FORMATS["html"].writer(page_of(value, language), Options(language=language)))


def to_json(value: Shown) -> str:
    """The value as JSON, as ``proposals export schema`` describes it.

    Args:
        value: A document, or what a function that compares documents returns.

    Returns:
        One object, indented, with its ``schema_version``.

    Raises:
        WrongTypeError: The value is none that has a record; a brief, four columns and a source table have a page only.
    """
    record = _form(value).record
    if record is None:
        raise WrongTypeError(f"there is no JSON of a {type(value).__name__}; to_text() and to_html() take it")
    return records.render(record(value, _lookup(value)))


def to_yaml(document: Proposal) -> str:
    """The document as a file that reads back equal.

    Args:
        document: The document.

    Returns:
        The text of the file.

    Raises:
        WrongTypeError: It is no document.
    """
    require(document, Proposal, "to_yaml()")
    return proposal_yaml(document)


def to_rows(values: Tabular) -> list[dict[str, flat.Value]]:
    """One row for each finding of comparisons or for each term of documents: ``pandas.DataFrame(to_rows(…))``.

    Args:
        values: A comparison or several, or a document or several.

    Returns:
        Mappings with the same keys in the same order, as the columns of ``proposals export`` have them.

    Raises:
        WrongTypeError: The values are neither, or both.
    """
    table = _table(values)
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows]


def say(term: Term, *documents: Proposal, language: str = ENGLISH) -> str:
    """The term as a sentence.

    Args:
        term: The term.
        documents: Those whose own places and actors it may name.
        language: The code of the language: ``en``, ``fr``.

    Returns:
        A sentence with every stated field.

    Raises:
        WrongTypeError: It is no term, or one of the documents is none.
        NotFoundError: There is no such language.
    """
    require(term, Term, "say()")
    return sentence(term, Lookup.of(*documents, library=bundled().speaking(language)))


def write(value: Shown | Tabular, path: str | Path, *, force: bool = False, language: str = ENGLISH) -> None:
    """Write a value to a file, whole or not at all, in the format that its name ends with.

    Args:
        value: What :func:`to_text` takes; for a table, what :func:`to_rows` takes; for YAML, a document.
        path: A name with the ending of a format: text, Markdown, HTML, Word, Excel, JSON, YAML, CSV, Parquet or Arrow.
        force: Whether a file that stands there is overwritten.
        language: The code of the language of text, Markdown, HTML, Word and Excel.

    Raises:
        NotFoundError: There is no such language.
        InvalidValueError: The ending is none of these.
        WriteError: The file exists, or cannot be written.
        WrongTypeError: There is no such form of the value.
        ProposalsError: A package of the extra that the format needs is missing.
    """
    require(path, (str, Path), "write()")
    write_whole(Path(path), _rendered(value, Path(path).suffix.lower(), language), force=force)


def _rendered(value: Any, ending: str, language: str) -> str | bytes:
    if ending in _TABLES:
        return _as_table(value, ending)
    if ending in YAML_ENDINGS:
        return to_yaml(value)
    if ending == _JSON:
        return to_json(value)
    found = next((one for one in FORMATS.values() if ending in one.endings), None)
    if found is None:
        known = [*(one for form in FORMATS.values() for one in form.endings), *sorted(_TABLES | YAML_ENDINGS), _JSON]
        raise InvalidValueError(f"no format is known by the ending '{ending}'", f"one of: {', '.join(known)}")
    return found.writer(page_of(value, language), Options(language=language))


def _as_table(values: Tabular, ending: str) -> str | bytes:
    table = _table(values)
    if ending == ".csv":
        return table_formats.as_csv(table)
    if ending == ".jsonl":
        names = [column.name for column in table.columns]
        return table_formats.as_json_lines(dict(zip(names, row, strict=True)) for row in table.rows)
    return table_formats.as_columns(table, ending)


def _table(values: Any) -> flat.Table:
    held = [values] if isinstance(values, Proposal | Comparison) else values
    if isinstance(held, str) or not isinstance(held, Iterable):
        raise WrongTypeError(f"comparisons or documents have rows, not {shown(values)}")
    found = [*held]
    if all(isinstance(one, Comparison) for one in found):
        return flat.findings(found, Lookup.of(*(one for told in found for one in (told.left, told.right))))
    if all(isinstance(one, Proposal) for one in found):
        return flat.terms(found, Lookup.of(*found))
    raise WrongTypeError("rows are of comparisons or of documents, and there is something else among these")


def _form(value: object) -> _Form:
    found = _FORMS.get(Term if isinstance(value, Term) else type(value))
    if found is None:
        known = ", ".join(shape.__name__ for shape in _FORMS)
        raise WrongTypeError(f"there is no page of {shown(value)}; there is one of: {known}")
    return found


def _lookup(value: Any, language: str = ENGLISH) -> Lookup:
    """The names of the documents that a value is of; the bundled ones alone for a part of one."""
    return Lookup.of(*_documents_of(value), library=bundled().speaking(language))


def _documents_of(value: Any) -> tuple[Proposal, ...]:
    if isinstance(value, Term | Finding | Estimate):
        return ()
    if isinstance(value, Proposal):
        return (value,)
    if isinstance(value, Comparison | Similarity):
        return value.left, value.right
    further = (value.toward,) if isinstance(value, Trace) and value.toward else ()
    return (*value.documents, *further)
