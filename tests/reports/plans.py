"""Made-up documents for the tests of the negotiators' forms, ordinary and hostile ones."""

from __future__ import annotations

from typing import Any

from proposals.documents.deletions import Struck
from proposals.documents.proposal import LineageStep, Proposal
from proposals.provenance import Citation, Source
from proposals.terms.alliances import AllianceMembership
from proposals.terms.base import Term
from proposals.terms.ceasefire import Ceasefire
from proposals.terms.forces import ForceLimit
from proposals.terms.provision import Provision
from proposals.terms.territory import Recognition, TerritoryStatus
from proposals.vocabulary import Coverage, Link, Topic
from proposals.world.dates import Date


def plan(name: str, author: str, *terms: Term, **facts: Any) -> Proposal:
    facts = {"title": f"Plan {name}", "date": Date("2026-01-02"), "coverage": Coverage.COMPLETE} | facts
    return Proposal(id=name, authors=(author,), terms=terms, **facts)


def limit(**fields: Any) -> ForceLimit:
    return ForceLimit(of=("UA",), **fields)


def membership(**fields: Any) -> AllianceMembership:
    return AllianceMembership(of=("UA",), in_=("NATO",), **fields)


def status(**fields: Any) -> TerritoryStatus:
    return TerritoryStatus(places=("UA-43",), **fields)


def ceasefire(**fields: Any) -> Ceasefire:
    return Ceasefire(between=("RU", "UA"), **fields)


def clause(text: str, **fields: Any) -> Provision:
    return Provision(under=Topic.OTHER, about="clause", text=text, **fields)


US = plan(
    "first",
    "US",
    limit(personnel=600_000, points=("6",)),
    status(recognition=Recognition.DE_FACTO, as_="RU", points=("21a",)),
)
E3 = plan(
    "second",
    "E3",
    limit(personnel=800_000, peacetime=True, points=("6",)),
    lineage=(LineageStep(link=Link.AMENDS, to="first"),),
    struck=(Struck(point="21"),),
)

HOSTILE = (
    "<script>alert(1)</script>",
    "[click](javascript:alert(1))",
    '=HYPERLINK("http://evil.example","x")',
    "+1+1",
    "@SUM(A1)",
    "-2+3",
    "a\x00b\x08c\x1b[31m",
    "\u202etxt.exe\u2066",
    "\ufffe\uffff\ufdd0",
    "\ud800",
    "_x0041__x202E_",
    "]] [600,000 (US)] [^1]: | x \\ \" ' ` *b* # y",
    "line\nbreak\ttab\r\u2028end",
    "&lt;b&gt; &#x202e; {{ 7*7 }} ${x}",
    "long " * 200_000,
)


def hostile(text: str) -> tuple[Proposal, Proposal]:
    """Two documents that have the text wherever the library takes any, whether or not a file could."""
    source = Source(id="evil", publisher=text, title=text, url=text, note=text)
    made = []
    for number, author in enumerate(("US", "E3")):
        term = clause("harmless", points=("1",), citations=(Citation(source="evil", quote=text),), note=text)
        words = text + str(number)
        for name, held in (("text", words), ("stated", (("text", words),)), ("content", words)):
            object.__setattr__(term, name, held)  # past the field's own check
        made.append(
            plan(f"hostile-{number}", author, term, title=text, summary=text, sources=(source,), names=(text,)),
        )
    return made[0], made[1]
