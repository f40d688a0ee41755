"""What a notebook shows of a value at the end of a cell."""

from __future__ import annotations

import subprocess
import sys
from html.parser import HTMLParser
from typing import Any

import pytest
from plans import HOSTILE, hostile

import proposals
from proposals.comparison.summaries import questions
from proposals.documents.proposal import Proposal
from proposals.notebook import Displayed
from proposals.reports.html_report import notebook

NAMES = ("us-28-point", "e3-counter", "twenty-point")
SHOWN = ("comparison", "estimate", "finding", "ledger", "matrix", "proposal", "similarity", "term", "trace")


def shown(documents: list[Proposal], name: str) -> str:
    """The HTML that a notebook gets of a value made from these documents."""
    first, second, *_ = documents
    makers: dict[str, Any] = {
        "comparison": lambda: proposals.compare(first, second),
        "estimate": lambda: proposals.similarity(first, second).overall,
        "finding": lambda: proposals.compare(first, second).findings[0],
        "term": lambda: second.terms[0],
        "ledger": lambda: proposals.burdens(first, second),
        "matrix": lambda: proposals.matrix(documents),
        "proposal": lambda: second,
        "similarity": lambda: proposals.similarity(first, second),
        "trace": lambda: proposals.trace(documents, toward=first),
    }
    value = makers[name]()
    assert isinstance(value, Displayed)
    return value._repr_html_()


class Page(HTMLParser):
    """The tags that are open or void, the attributes and the text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("name", SHOWN)
def test_it_is_a_table_that_stands_alone(name: str) -> None:
    page = Page(shown([proposals.load(one) for one in NAMES], name))
    assert ("table" in page.tags) is (name not in {"estimate", "term"})
    assert page.open == []
    assert page.tags[0] == "div"
    assert not {"script", "link", "img", "iframe", "html", "body"} & set(page.tags)


def test_a_comparison_has_its_topics_its_sources_and_the_gaps_of_both() -> None:
    documents = [proposals.load(name) for name in NAMES]
    page = Page(shown(documents, "comparison"))
    comparison = proposals.compare(*documents[:2])
    assert f"{len(comparison.findings)} findings" in page.text
    verdicts = {one.verdict for one in questions(comparison)}
    assert page.attributes.count(("scope", "rowgroup")) == len(verdicts | {one.topic for one in comparison.findings})
    assert "How large may Ukraine's armed forces be?" in page.text
    assert "Limit on Ukraine's armed forces" in page.text
    assert "600,000 people" in page.text
    assert "differs, lighter for Ukraine" in page.text
    assert "grade" in page.text.casefold()
    for document in documents[:2]:
        assert f"{len(document.gaps)} gaps listed" in page.text


def test_a_matrix_has_a_column_for_each_document_and_its_verdict_in_words() -> None:
    documents = [proposals.load(name) for name in NAMES]
    page = Page(shown(documents, "matrix"))
    found = proposals.matrix(documents)
    assert page.attributes.count(("scope", "col")) == len(found.topics()) * (len(documents) + 2)
    assert page.attributes.count(("scope", "row")) >= len(found.rows)
    assert "one against the rest" in page.text
    assert "not reported" in page.text
    for document in documents:
        assert f"{len(document.gaps)} gaps listed" in page.text


def test_what_is_narrowed_shows_less() -> None:
    comparison = proposals.compare(*map(proposals.load, NAMES[:2]))
    kept = comparison.narrowed(["forces"])
    asked = len(questions(kept))
    assert kept._repr_html_().count('scope="row"') == len(kept.findings) + asked < len(comparison.findings)


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:12]))
def test_hostile_text_stays_text(text: str, name: str) -> None:
    made = shown([*hostile(text)], name)
    page = Page(made)
    assert page.open == []
    assert not {"script", "img"} & set(page.tags)
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    assert all(value.startswith(("http://", "https://")) for name, value in page.attributes if name == "href")
    assert not set("\x00\x08\x1b\u202e\u2066") & set(made)


def test_a_value_of_another_class_has_no_form() -> None:
    class Other(Displayed):
        pass

    with pytest.raises(proposals.WrongTypeError, match="there is no page of"):
        notebook.html(Other())


def test_a_value_that_nobody_looks_at_imports_no_report() -> None:
    script = (
        "import sys, proposals; proposals.matrix([proposals.load('us-28-point'), proposals.load('e3-counter')]);"
        "print([name for name in sys.modules if 'reports' in name or name == 'jinja2'])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)  # noqa: S603 -- ours
    assert done.stdout == "[]\n"
