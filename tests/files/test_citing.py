from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import yaml

from proposals.documents.proposal import Proposal
from proposals.files.citing import plain_citations, plain_dispute, plain_source
from proposals.provenance import Citation, Dispute, Source
from proposals.vocabulary import Certainty, Credibility, PageKind, Reliability
from proposals.world.dates import Date

Plan = Callable[[str], Proposal]
Told = Callable[..., list[str]]

PLAIN = "an id is lower-case letters, digits and single hyphens, as in 'us-28-point'"
CERTAINTIES = ", ".join(Certainty.spellings())
INSIDE = "write it relative to the file's own folder, without '..'"
FULL = Citation(
    source="ap",
    quote="so it says",
    said_by="trump",
    certainty=Certainty.CLAIMED,
    supports=("personnel", "if"),
)
LONG = "{source: ap, quote: so it says, said-by: Donald Trump, certainty: claimed, for: [personnel, if]}"


@pytest.mark.parametrize(
    ("written", "citations"),
    [
        ("ap", (Citation(source="ap"),)),
        ("{ap: so it says}", (Citation(source="ap", quote="so it says"),)),
        ("{ap: }", (Citation(source="ap"),)),
        ("{ap: [one, two]}", (Citation(source="ap", quote="one"), Citation(source="ap", quote="two"))),
        ("[ap, {base: one}]", (Citation(source="ap"), Citation(source="base", quote="one"))),
        ("{source: ap}", (Citation(source="ap"),)),
        (LONG, (FULL,)),
        (f"[{LONG}, ap]", (FULL, Citation(source="ap"))),
        ("[]", ()),
        ("", ()),
    ],
)
def test_what_cite_takes(plan: Plan, written: str, citations: tuple[Citation, ...]) -> None:
    (term,) = plan(f"terms: [{{force-limit: UA, cite: {written}}}]").terms
    assert term.citations == citations
    again = yaml.safe_dump(plain_citations(citations), default_flow_style=True, width=999).strip().removesuffix("\n...")
    assert plan(f"terms: [{{force-limit: UA, cite: {again}}}]").terms[0].citations == citations


def test_a_citation_stands_where_its_passage_does(plan: Plan) -> None:
    body = "terms:\n- force-limit: UA\n  cite:\n  - ap: >-\n      long\n      words\n  - {source: ap, quote: x}\n"
    (term,) = plan(body).terms
    assert [(one.at and one.at[1:], one.quote) for one in term.citations] == [((7, 9), "long words"), ((10, 25), "x")]


@pytest.mark.parametrize(
    ("written", "problems"),
    [
        ("AP", [f"4:7 bad-id: 'AP' is not an id ({PLAIN})"]),
        ("\u0430p", ["4:7 bad-id: '\u0430p' is not an id (U+0430 CYRILLIC SMALL LETTER A is not an ASCII letter)"]),
        ("{../x: y}", [f"4:8 bad-id: '../x' is not an id ({PLAIN})"]),
        ("{source: ap, quot: x}", ["4:20 unknown-field: a citation has no field 'quot' (did you mean 'quote'?)"]),
        ("{~: x}", [f"4:8 bad-id: '~' is not an id ({PLAIN})"]),
        ("{source: }", ["4:8 missing-field: a citation needs 'source' (The id of the source.)"]),
        (
            "{source: ap, certainty: sure}",
            [f"4:31 unknown-word: 'sure' is not one of the words of this field (one of: {CERTAINTIES})"],
        ),
        ("{ap: {x: y}}", ["4:12 not-a-value: one value belongs here, text, not a list or a mapping"]),
    ],
)
def test_what_cite_does_not_take(told: Told, written: str, problems: list[str]) -> None:
    assert told(f"cite: {written}") == problems


SOURCES: list[tuple[dict[str, Any], Source]] = [
    ({}, Source(id="ap")),
    (
        {
            "publisher": "AP",
            "title": "A title",
            "date": "2025-11-21",
            "url": "https://example.org/",
            "language": "en",
            "kind": "agency",
            "grade": "B2",
            "retrieved": "2025-11-22",
            "relays": "Axios",
            "said-by": "trump",
            "certainty": "quoted",
            "file": "seeds/a.txt",
            "sha256": "0" * 64,
            "note": "A note.",
        },
        Source(
            id="ap",
            publisher="AP",
            title="A title",
            date=Date("2025-11-21"),
            url="https://example.org/",
            language="en",
            kind=PageKind.AGENCY,
            reliability=Reliability.B,
            credibility=Credibility.PROBABLE,
            retrieved=Date("2025-11-22"),
            relays="Axios",
            said_by="trump",
            certainty=Certainty.QUOTED,
            file="seeds/a.txt",
            sha256="0" * 64,
            note="A note.",
        ),
    ),
]


@pytest.mark.parametrize(("written", "source"), SOURCES)
def test_sources_are_read_and_written_alike(plan: Plan, written: dict[str, Any], source: Source) -> None:
    (read,) = plan(yaml.safe_dump({"sources": {"ap": written}})).sources
    assert read == source
    assert plain_source(read) == written
    assert read.at is not None
    assert read.at[1:] == (5, 3)


@pytest.mark.parametrize(
    ("written", "problems"),
    [
        ("x", ["4:10 not-a-mapping: sources are written as 'id: {publisher: …, url: …}'"]),
        ("{ap: x}", ["4:15 not-a-mapping: source 'ap' is written as 'key: value' lines"]),
        ("{~: {}}", [f"4:11 bad-id: '~' is not an id ({PLAIN})"]),
        ("{ap: {}, ap: {}}", ["4:19 duplicate-key: source 'ap' appears twice (keep one)"]),
        ("{A: {}}", [f"4:11 bad-id: 'A' is not an id ({PLAIN})"]),
        ("{ap: {file: /etc/passwd}}", [f"4:22 bad-value: '/etc/passwd' is not a path inside this folder ({INSIDE})"]),
        ("{ap: {file: a/../../b}}", [f"4:22 bad-value: 'a/../../b' is not a path inside this folder ({INSIDE})"]),
        (
            "{ap: {url: 'javascript:alert(1)'}}",
            ["4:21 bad-value: 'javascript:alert(1)' is not a whole web address (write it whole, with https://)"],
        ),
    ],
)
def test_what_is_no_source(told: Told, written: str, problems: list[str]) -> None:
    assert told(f"sources: {written}") == problems


DISPUTES: list[tuple[dict[str, Any], Dispute]] = [
    ({"value": "700k"}, Dispute(value="700k")),
    (
        {"field": "personnel", "value": "700k", "cite": ["ap", {"base": "x"}], "note": "Why."},
        Dispute(
            field="personnel",
            value="700k",
            citations=(Citation(source="ap"), Citation(source="base", quote="x")),
            note="Why.",
        ),
    ),
]


@pytest.mark.parametrize(("written", "dispute"), DISPUTES)
def test_disputes_are_read_and_written_alike(plan: Plan, written: dict[str, Any], dispute: Dispute) -> None:
    for form in (written, [written]):
        (term,) = plan(yaml.safe_dump({"terms": [{"force-limit": "UA", "disputed": form}]})).terms
        assert term.disputes == (dispute,)
    assert plain_dispute(dispute) == written


def test_a_dispute_says_what_was_reported_instead(told: Told) -> None:
    assert told("terms: [{force-limit: UA, disputed: {note: x}}]") == [
        "4:37 missing-field: a dispute needs 'value' (What was reported instead.)",
    ]
