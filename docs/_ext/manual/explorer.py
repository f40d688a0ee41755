"""The data of the explorer: every comparison of two or three documents, made when the manual is built.

``index.js`` holds what all selections share: documents, topics, terms, the maps and the strips. One further file for
each document holds the rows of all selections that begin with it, so that a reader's browser loads those only.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import combinations
from typing import Any

from attrs import field, frozen

from manual import glossary
from manual.regions import anchor, sections
from manual.statements import documents, lookup, plainly, stated, target
from proposals.comparison.engine import compare
from proposals.comparison.findings import Finding
from proposals.comparison.positions import Position
from proposals.comparison.result import Comparison
from proposals.documents.proposal import Proposal
from proposals.fields.values import Flag
from proposals.language.dates import date_words
from proposals.language.fields import alternative
from proposals.language.labels import field_label
from proposals.language.sentences import heading, heading_pieces
from proposals.language.values import weighed
from proposals.negotiation.side_by_side import ComparedLine, by_line, side_by_side
from proposals.provenance import Citation
from proposals.reports.html_report.strips import Lane, strips
from proposals.reports.html_report.templating import web_address
from proposals.reports.html_report.tile_map import Drawn, layout_of, maps
from proposals.terms import KINDS
from proposals.terms.base import Term
from proposals.terms.claims import Subject
from proposals.vocabulary import Stance, Topic

_FOLDER = "_static/generated/explorer"


def files() -> dict[str, str]:
    """Each script's text by its path in the manual."""
    made = {f"{_FOLDER}/index.js": _script("comparisons.index", _index())}
    for document in spoken():
        made[f"{_FOLDER}/{document.id}.js"] = _script(f'comparisons.rows["{document.id}"]', _rows_of(document))
    return made


@cache
def spoken() -> tuple[Proposal, ...]:
    """The documents of which a term is known, the earliest first."""
    return tuple(document for document in documents() if document.terms)


def _script(name: str, held: Any) -> str:
    """An assignment that a page can load from a folder as well, where a request for JSON would be refused."""
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'"use strict";\nwindow.comparisons ??= {{rows: {{}}}};\n{name} = {text};\n'


@cache
def _numbers() -> Mapping[int, int]:
    """The place of each term in the list of all terms, by the identity of the term."""
    every = [term for document in spoken() for term in document.said]
    return {id(term): index for index, term in enumerate(every)}


def _index() -> dict[str, Any]:
    every = [one.line for one in side_by_side(spoken(), lookup().world).lines]
    drawn = maps(spoken(), lookup(), layout_of(spoken(), lookup()))
    return {
        "documents": [
            {
                "id": one.id,
                "title": one.title,
                "date": date_words(one.date, lookup().language),
                "coverage": str(one.coverage),
                "status": str(one.status),
            }
            for one in spoken()
        ],
        "topics": [str(topic) for topic in Topic if any(line.topic is topic for line in every)],
        "terms": [term_record(term, document) for document in spoken() for term in document.said],
        "map": {
            "rows": drawn.rows,
            "columns": drawn.columns,
            "statuses": drawn.statuses,
            "marks": drawn.marks,
            "tiles": [[_tile(one) for one in own] for own in drawn.maps],
            "countrywide": [[[one.name, one.signs, one.told] for one in own] for own in drawn.countrywide],
            "absences": drawn.absences,
        },
        "kinds": {kind: glossary.address_of_kind(kind) for kind in KINDS},
        "strips": [
            {
                "topic": str(strip.topic),
                "title": f"{strip.title}, {strip.field}",
                "definition": strip.definition,
                "heavier": strip.heavier,
                "ticks": strip.ticks,
                "lanes": [_lane(lane) for lane in strip.lanes],
            }
            for strip in strips(every, lookup())
        ],
    }


def _lane(lane: Lane) -> list[Any]:
    """The marks, each with what the document does with the value, and what stands beside them."""
    return [[[mark.at, mark.until, mark.words, mark.sort.value] for mark in lane.marks], lane.aside]


def _tile(drawn: Drawn) -> list[Any]:
    """The tile, the section of the page by place on the region where there is one, the sign where nothing is said."""
    told = [drawn.tile.label, drawn.tile.row, drawn.tile.column, drawn.name, drawn.pieces, drawn.signs, drawn.told]
    section = next((place for place in sections() if place.id == drawn.tile.place), None)
    return [*told, anchor(section) if section else "", "" if drawn.spoken_of else drawn.sign]


def term_record(term: Term, document: Proposal) -> dict[str, Any]:
    """A term as the explorer shows it; what is empty is left out."""
    held = {
        "title": heading(type(term), term.subject, lookup()),
        "stance": "" if term.stance is Stance.PROPOSES else lookup().language.word(term.stance),
        "alternative": alternative(term, lookup()),
        "points": ", ".join(term.points),
        "says": plainly(term),
        "fields": [
            [field_label(field.key, type(term), lookup()), "" if isinstance(field.domain, Flag) else words]
            for field, words in stated(term)
        ],
        "sources": [_source(one, document) for one in term.citations],
        "disputes": [
            [
                field_label(one.field, type(term), lookup()) if one.field else "",
                one.value,
                one.note,
                [_source(cited, document) for cited in one.citations],
            ]
            for one in term.disputes
        ],
        "note": term.note,
        "page": f"positions/{document.id}.html#{target(document, term)}",
    }
    return {key: value for key, value in held.items() if value}


def _source(one: Citation, document: Proposal) -> list[str]:
    """The passage, who published it, the address, the grade, and what else is known: the speaker, the certainty."""
    source = lookup().source(one.source, document)
    speaker, certainty = lookup().speaker(one, document), lookup().certainty(one, document)
    dated = date_words(source.date, lookup().language) if source and source.date else ""
    shown = ", ".join(part for part in (source.publisher, dated) if part) if source else one.source
    facts = [f"said by {lookup().name(speaker)}"] if speaker else []
    facts += [str(certainty)] if certainty else []
    address, grade = (web_address(source.url), source.grade) if source else ("", "")
    return [one.quote or "", shown, address, f"grade {grade}" if grade else "not graded", ", ".join(facts)]


def _rows_of(base: Proposal) -> dict[str, Any]:
    """The rows of every selection that begins with a document; repeated texts stand once, in ``words``."""
    words = _Words()
    others = [document for document in spoken() if document is not base]
    selections = {
        ",".join(document.id for document in rest): [_row(line, words) for line in _lines((base, *rest))]
        for rest in (*((other,) for other in others), *combinations(others, 2))
    }
    return {"selections": selections, "words": list(words.numbers)}


def _lines(chosen: tuple[Proposal, ...]) -> tuple[ComparedLine, ...]:
    return by_line([_compared(chosen[0], other) for other in chosen[1:]], lookup().world)


@cache
def _compared(left: Proposal, right: Proposal) -> Comparison:
    return compare(left, right, world=lookup().world)


@frozen
class _Words:
    """The texts of one file by their numbers, and of what is told again and again the numbers as they were found."""

    numbers: dict[str, int] = field(factory=dict)
    found: dict[int, list[int]] = field(factory=dict)

    def number(self, text: str) -> int:
        return self.numbers.setdefault(text, len(self.numbers))

    def of(self, finding: Finding) -> list[int]:
        """What is told of a finding, which a comparison keeps and many selections share."""
        if id(finding) not in self.found:
            self.found[id(finding)] = [self.number(text) for text in _told(finding)]
        return self.found[id(finding)]


def _row(compared: ComparedLine, words: _Words) -> list[Any]:
    """A row: topic, kind, heading, sides (numbers of terms, or the word of an absence), and what each later one is."""
    line, shape = compared.line, compared.line.shape
    sides = [[_numbers()[id(term)] for term in side.terms] or words.number(_absent(side)) for side in line.positions]
    found = [[words.of(finding) for finding in own] for own in compared.findings]
    return [*map(words.number, (str(line.topic), shape.kind, _title(shape, line.subject))), sides, found]


@cache
def _title(shape: type[Term], subject: Subject) -> str:
    """The heading, with square brackets round the words that lead to the glossary."""
    pieces = heading_pieces(shape, subject, lookup())
    return "".join(f"[{piece.text}]" if piece.explains else piece.text for piece in pieces)


def _absent(side: Position) -> str:
    return str(side.state)


def _told(finding: Finding) -> Iterator[str]:
    """The relation, what is to be said with it, and the sentence of its rule.

    Where the later document speaks and the base does not, the relation is said of the base.
    """
    yield lookup().language.word(finding.relation)
    weight = weighed(finding.direction, finding.bearers, lookup())
    base = " in the base" if finding.right.terms and not finding.left.terms else ""
    yield f"{base}{', ' if weight else ''}{weight}"
    yield finding.rule.sentence
