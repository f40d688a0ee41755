"""What the library returns, written by one call in every form that suits it."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import attrs
import pandas as pd
import pytest

import proposals
from proposals.errors import InvalidValueError, WriteError, WrongTypeError
from proposals.kinds import ForceLimit

US, E3 = proposals.load("us-28-point"), proposals.load("e3-counter")
VALUES: dict[str, Any] = {
    "document": US,
    "comparison": proposals.compare(US, E3).narrowed(["forces"]),
    "brief": proposals.brief(proposals.compare(US, E3)),
    "matrix": proposals.matrix([US, E3]).narrowed(["forces"]),
    "trace": proposals.trace([US], toward=E3).narrowed(["forces"]),
    "burdens": proposals.burdens(US),
    "similarity": proposals.similarity(US, E3),
    "four columns": proposals.four_columns([US, E3]),
    "source table": proposals.source_table(E3, [US]),
}
VALUES |= {
    "term": US.terms[6],
    "finding": proposals.compare(US, E3).findings[6],
    "estimate": proposals.similarity(US, E3).overall,
}
WHOLE = tuple(VALUES)[:-3]
RECORDED = ("document", "comparison", "matrix", "trace", "burdens", "similarity")


@pytest.mark.parametrize("name", VALUES)
def test_every_value_is_text_markdown_and_html(name: str) -> None:
    value = VALUES[name]
    assert name not in WHOLE or US.title in " ".join(proposals.to_text(value, width=200).split())
    assert max(map(len, proposals.to_text(value, width=60).splitlines())) <= 60
    assert name not in WHOLE or proposals.to_markdown(value).startswith("# ")
    assert proposals.to_html(value).startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("name", VALUES)
def test_json_is_that_of_the_command(name: str) -> None:
    if name in RECORDED:
        assert json.loads(proposals.to_json(VALUES[name]))["schema_version"] == 1
    else:
        with pytest.raises(WrongTypeError, match=r"there is no JSON of a \w+; to_text\(\) and to_html\(\) take it"):
            proposals.to_json(VALUES[name])


def test_yaml_reads_back_equal(tmp_path: Path) -> None:
    path = tmp_path / "us.yaml"
    path.write_text(proposals.to_yaml(US), encoding="utf-8")
    assert proposals.load(path).terms == US.terms
    with pytest.raises(WrongTypeError, match=r"to_yaml\(\) takes a Proposal, not Comparison\("):
        proposals.to_yaml(VALUES["comparison"])


def test_rows_make_a_data_frame() -> None:
    one = pd.DataFrame(proposals.to_rows(VALUES["comparison"]))
    assert set(one.topic) == {"forces"}
    both = pd.DataFrame(proposals.to_rows(proposals.compare(US, other) for other in (US, E3)))
    assert set(both.right_document) == {"us-28-point", "e3-counter"}
    terms = pd.DataFrame(proposals.to_rows([US, E3]))
    assert len(terms) == len(US.entries) + len(E3.entries)
    assert proposals.to_rows(US) == proposals.to_rows([US])
    assert proposals.to_rows([]) == []


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("us-28-point", "comparisons or documents have rows, not 'us-28-point'"),
        (None, "comparisons or documents have rows, not None"),
        ([US, VALUES["comparison"]], "rows are of comparisons or of documents, and there is something else among"),
    ],
)
def test_what_has_no_rows_is_refused(given: Any, message: str) -> None:
    with pytest.raises(WrongTypeError, match=message):
        proposals.to_rows(given)


def test_a_term_is_said_as_a_sentence() -> None:
    term = ForceLimit(of=("UA",), personnel=600_000)
    assert proposals.say(term) == "Ukraine's armed forces would be limited to 600,000 personnel."
    with pytest.raises(WrongTypeError, match=r"say\(\) takes a Term, not 'force-limit'"):
        proposals.say("force-limit")  # type: ignore[arg-type]


def test_a_sentence_names_what_its_document_declares(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    text = "id: mine\ntitle: Mine\ndate: 2026-01-15\nactors: {ferry: {name: the ferry guard, kind: body}}\n"
    path.write_text(f"{text}terms:\n- force-limit: ferry\n  personnel: 3\n")
    mine = proposals.load(path)
    assert "ferry guard" in proposals.say(mine.terms[0], mine)


@pytest.mark.parametrize(
    "ending", [".txt", ".md", ".html", ".docx", ".xlsx", ".json", ".yaml", ".csv", ".jsonl", ".parquet", ".arrow"]
)
def test_a_file_is_written_in_the_format_of_its_name(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"us{ending}"
    proposals.write(US, path)
    assert path.stat().st_size > 100
    with pytest.raises(WriteError, match="this file exists"):
        proposals.write(US, str(path))
    proposals.write(US, path, force=True)


def test_a_table_is_of_findings_or_of_terms(tmp_path: Path) -> None:
    proposals.write([proposals.compare(US, E3)], tmp_path / "findings.csv")
    proposals.write((one for one in [US, E3]), tmp_path / "terms.jsonl")
    found = list(csv.DictReader((tmp_path / "findings.csv").read_text(encoding="utf-8").splitlines()))
    assert [one["relation"] for one in found] == [str(one.relation) for one in proposals.compare(US, E3).findings]
    lines = (tmp_path / "terms.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == proposals.to_rows([US, E3])


def test_an_unknown_ending_is_refused_with_those_that_there_are(tmp_path: Path) -> None:
    with pytest.raises(InvalidValueError, match=r"no format is known by the ending '.pdf' \(one of: .txt, .md, "):
        proposals.write(US, tmp_path / "us.pdf")
    with pytest.raises(InvalidValueError, match="no format is known by the ending ''"):
        proposals.write(US, tmp_path / "us")
    assert list(tmp_path.iterdir()) == []


def test_what_has_no_page_is_refused() -> None:
    with pytest.raises(WrongTypeError, match="there is no page of 'us-28-point'; there is one of: Proposal, Term, "):
        proposals.to_text("us-28-point")  # type: ignore[arg-type]


def test_what_the_bundled_collection_holds_is_listed() -> None:
    assert [document.id for document in proposals.proposals()] == list(proposals.ids())
    assert proposals.places()["UA-43"].name
    assert proposals.actors()["UA"].name == "Ukraine"
    assert proposals.events()
    assert proposals.questions().keys() >= {"size-of-forces"}
    assert {source.id for source in proposals.sources().values()} == set(proposals.sources())
    assert attrs.asdict(US.gaps[0]).keys() >= {"what", "point", "note", "questions", "topics"}


def test_a_finding_a_term_and_an_estimate_are_a_few_lines() -> None:
    (limit,) = (one for one in proposals.compare(US, E3).findings if one.kind == "force-limit")
    text = " ".join(proposals.to_text(limit, width=200).split())
    assert "differ" in text
    assert "A Ukraine's armed forces would be limited to 600,000 personnel." in text
    assert "Point 6" in proposals.to_text(limit.left.terms[0])
    assert "Sources: Global News (Canada), " in proposals.to_text(limit.left.terms[0], width=200)
    assert proposals.to_text(ForceLimit(of=("UA",), personnel=3)).count("\n") < 5
    assert "possible range" in proposals.to_text(proposals.similarity(US, E3).overall)
