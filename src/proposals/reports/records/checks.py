"""What a check of files finds: problems, and passages found again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from proposals.documents.proposal import Event
from proposals.errors import Problem
from proposals.library.checking import Checked
from proposals.library.verification import Anchored, Unanchored
from proposals.reports.records.declare import COUNT, TEXT, Record, member, record
from proposals.reports.records.parts import AT
from proposals.reports.records.reports import report
from proposals.terms.base import Term

# fmt: off
# One line for each member.

_PROBLEM: Final[Record[Problem]] = record("problem", "Something that is wrong with a file.",
    member("at", AT, "Where.", lambda problem: problem.location),
    member("code", TEXT, "A short word for it, which stays the same.", lambda problem: problem.code),
    member("message", TEXT, "What is wrong, in a sentence.", lambda problem: problem.message),
    member("hint", TEXT.or_null, "What to write instead, or null.", lambda problem: problem.hint),
)
_ANCHORED: Final[Record[Anchored]] = record("anchored", "A quotation found again in the text of its source.",
    member("source", TEXT, "The id of the source.", lambda found: found.source.id),
    member("sha256", TEXT, "The SHA-256 of the text, in hexadecimal.", lambda found: found.source.sha256),
    member("exact", TEXT, "The passage as it stands there.", lambda found: found.passage.exact),
    member("prefix", TEXT, "What stands before it.", lambda found: found.passage.prefix),
    member("suffix", TEXT, "What stands after it.", lambda found: found.passage.suffix),
    member("start", COUNT, "The offset of its first character, counted from 0.", lambda found: found.passage.start),
    member("end", COUNT, "The offset of the character after its last.", lambda found: found.passage.end),
    member("at", AT, "Where the citation was read.", lambda found: found.citation.at),
)

_UNANCHORED: Final[Record[Unanchored]] = record("unanchored", "A citation that cannot be checked.",
    member("source", TEXT, "The id of the source.", lambda gap: gap.citation.source),
    member("quote", TEXT.or_null, "The passage; null for the source as a whole.", lambda gap: gap.citation.quote),
    member("reason", TEXT, "Why it cannot be checked.", lambda gap: gap.reason),
    member("at", AT, "Where the citation was read.", lambda gap: gap.citation.at),
)
_UNCITED: Final[Record[Term | Event]] = record("uncited", "A term or an event that cites nothing.",
    member("at", AT, "Where it was read.", lambda one: one.at),
)
_CHECKED: Final[Record[Checked]] = record("checked", "What a check of one document has found.",
    member("id", TEXT, "What it was asked for by, or `timeline`.", lambda one: one.name),
    member("anchored", _ANCHORED.listed, "The quotations found again.", lambda one: one.quotations.anchored),
    member("notices", _UNANCHORED.listed, "What cannot be checked.", lambda one: one.quotations.unanchored),
    member("uncited", _UNCITED.listed, "What cites nothing.", lambda one: one.uncited),
    member("problems", _PROBLEM.listed, "What is wrong.", lambda one: one.every_problem),
    member("remarks", _PROBLEM.listed, "What is read otherwise than it may be meant.", lambda one: one.remarks),
)
CHECK: Final[Record[Iterable[Checked]]] = report("check", "Files and their quotations, checked.",
    member("documents", _CHECKED.listed, "The documents, and the timeline.", lambda results: results),
)
