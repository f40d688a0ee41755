"""Every finding of every pair of bundled documents as JSON; a module of its own, so that other processes can run it."""

from __future__ import annotations

import json
import sys
from functools import cache
from itertools import combinations
from typing import Any

from proposals import library
from proposals.comparison.engine import compare
from proposals.comparison.findings import Finding
from proposals.comparison.positions import Position
from proposals.language.names import Lookup
from proposals.reports.records.differences import DIFFERENCE

LOOKUP = Lookup.of()


@cache
def findings_of_the_collection() -> str:
    pairs = combinations(library.proposals(), 2)
    told = [_plain(finding) for left, right in pairs for finding in compare(left, right).findings]
    return json.dumps(told, ensure_ascii=True)


def _plain(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule.id,
        "topic": str(finding.topic),
        "kind": finding.kind,
        "subject": finding.subject,
        "excepted": finding.excepted,
        "left": _side(finding.left),
        "right": _side(finding.right),
        "differences": DIFFERENCE.listed.json(finding.differences, LOOKUP),
        "options": [DIFFERENCE.listed.json(option.differences, LOOKUP) for option in finding.options],
        "counterparts": [[one.term.subject, one.reason] for one in finding.counterparts],
        "bearers": finding.bearers,
        "fingerprint": finding.fingerprint,
    }


def _side(side: Position) -> list[Any]:
    return [str(side.state), side.points, [[term.kind, term.subject, term.plain()] for term in side.terms]]


if __name__ == "__main__":
    sys.stdout.write(findings_of_the_collection())
