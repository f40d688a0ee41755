"""The file of a draft, and the quotations in it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from drafting_texts import SIDES, drafted
from proposals.drafting.evidence import quotation
from proposals.drafting.writing import Copy, draft_yaml
from proposals.library.bundled import bundled
from proposals.library.checking import checked

TEXT = """\
1. Ukraine's army is limited to 600,000 personnel. It stays so until 2027.

2. Both sides stop fighting.

3. Something else.

4. Ukraine is rebuilt through a development fund.

5. Ukraine is rebuilt with minerals.
"""


def _file(text: str, date: str = "2026-01-15", **facts: str) -> str:
    draft = drafted(text, *SIDES)
    copy = Copy(original="leak.txt", file="leak.text.txt", sha256=draft.split.text.sha256, facts=facts)
    return draft_yaml(draft, name="leak", program="proposals 1", date=date, copy=copy)


def test_a_draft_is_written_with_its_quotations() -> None:
    held = yaml.safe_load(_file(TEXT, publisher="The Gazette"))
    assert held["title"] == "leak.txt (machine draft)"
    assert held["drafted-by"] == "proposals 1"
    assert held["coverage"] == "partial"
    assert held["sources"]["text"]["publisher"] == "The Gazette"
    assert held["terms"] == [
        {
            "force-limit": "UA",
            "point": "1",
            "personnel": 600000,
            "cite": {"source": "text", "quote": "Ukraine's army is limited to 600,000 personnel."},
        },
        {"ceasefire": ["RU", "UA"], "point": "2", "cite": {"source": "text", "quote": "Both sides stop fighting."}},
        {
            "reconstruction": "UA",
            "points": ["4", "5"],
            "measures": ["development fund", "minerals"],
            "cite": [
                {
                    "source": "text",
                    "quote": "Ukraine is rebuilt through a development fund.",
                    "for": ["of", "measures"],
                },
                {"source": "text", "quote": "rebuilt with minerals.", "for": "measures"},
            ],
        },
    ]
    assert [gap["point"] for gap in held["gaps"]] == ["1", "3"]
    assert held["gaps"][0]["what"].startswith("no kind of term was recognised in “It stays so until 2027.”")
    assert held["gaps"][1]["what"].startswith("no kind of term was recognised in “Something else.”")


def test_the_comments_show_the_text_and_what_is_inferred() -> None:
    lines = _file(TEXT).splitlines()
    assert "# 2. Both sides stop fighting." in lines
    assert lines.count("# Something of it is left to you: see its number under 'gaps'.") == 1
    assert lines[lines.index("# Something of it is left to you: see its number under 'gaps'.") - 1].startswith("# 1. ")
    assert "- ceasefire: [RU, UA]  # inferred, to be checked: 'between'" in lines
    long = _file(f"Ukraine stays neutral {'and free ' * 20}always.").splitlines()
    assert any(line.startswith("# 1. Ukraine stays neutral") and line.endswith(" …") for line in long)


def test_the_text_of_a_point_stands_above_its_first_term() -> None:
    lines = _file("Ukraine stays neutral; NATO will not expand any further.").splitlines()
    assert [line for line in lines if line.startswith(("# 1.", "- "))] == [
        "# 1. Ukraine stays neutral; NATO will not expand any further.",
        "- neutrality: UA",
        "- enlargement-stop: NATO",
    ]


def test_an_unknown_date_is_to_be_decided_and_a_draft_may_be_empty() -> None:
    text = _file("Something else.", date="")
    assert "date: 1900/2100  # to decide: when the text was made" in text
    assert "terms: []" in text
    assert "gaps:" not in _file("Both sides stop fighting.")


def test_the_inferred_field_of_a_term_is_remarked_on() -> None:
    text = "1. The ceasefire is monitored by the OSCE. All of it is legally binding.\n2. Grain is shipped.\n"
    assert "  legally-binding: true  # inferred, to be checked: 'legally-binding'" in _file(text).splitlines()


def test_the_file_has_no_problem_and_every_quotation_is_found(tmp_path: Path) -> None:
    draft = drafted(TEXT, *SIDES)
    (tmp_path / "leak.text.txt").write_text(draft.split.text.text, encoding="utf-8")
    (tmp_path / "leak.yaml").write_text(_file(TEXT), encoding="utf-8")
    found = checked(tmp_path / "leak.yaml", "leak", bundled())
    assert found.every_problem == ()
    assert len(found.quotations.anchored) == 4


@pytest.mark.parametrize(
    ("text", "words", "quoted"),
    [
        ("Ukraine will be neutral.", "neutral", "will be neutral."),
        ("Neutral.", "Neutral", "Neutral."),
        ("one two three. four two three. one two six", "two", "one two three."),
        ("a b c d\na b c e\n", "a", "a b c d"),
        ("the same\nthe same\n", "the", None),
        ("begin, a word here and, at the end, a word here", "begin", "begin, a word"),
    ],
)
def test_a_quotation_is_widened_until_it_stands_once(text: str, words: str, quoted: str | None) -> None:
    at = text.index(words)
    assert quotation(text, at, at + len(words)) == quoted


def test_words_that_stand_twice_are_cited_without_a_quotation() -> None:
    text = "1. Talks.\n\nBoth sides stop fighting.\n\n2. More.\n\nBoth sides stop fighting.\n"
    assert yaml.safe_load(_file(text))["terms"][0]["cite"] == {"source": "text"}


def test_the_head_is_written_with_the_words_that_say_it() -> None:
    around = "Peace plan by France\n\nLondon, 12 February 2026\n\nSource: The Gazette\n\n"
    lines = _file(f"{around}1. Fighting stops.\n\n2. Talks begin.\n", date="").splitlines()
    assert "title: Peace plan by France (machine draft)" in lines
    assert "date: '2026-02-12'  # read from “12 February 2026”" in lines
    assert "authors: [FR]  # read from “France”" in lines
    assert "form: plan  # read from “Peace plan”" in lines
    assert "    publisher: The Gazette" in lines


def test_what_the_user_says_goes_before_what_the_text_says_of_itself() -> None:
    lines = _file("12 May 2026\n\nSource: The Gazette\n\n1. One.\n\n2. Two.\n", publisher="The Herald").splitlines()
    assert "date: '2026-01-15'" in lines
    assert "    publisher: The Herald" in lines


def test_a_gap_is_said_in_words_and_below_it_stands_what_to_look_up() -> None:
    lines = _file("1. It will be demilitarised.\n\n2. Sports.\n\n3. Cooperation on security.\n").splitlines()
    assert "  # to look up with 'proposals explain': demilitarization" in lines
    assert not any("demilitarization" in line for line in lines if line.startswith("  what:"))
    assert "  what: no kind of term was recognised in “Sports.”" in lines


def test_the_words_by_which_a_term_was_known_are_quoted_though_no_value_is_read_from_them() -> None:
    (term,) = yaml.safe_load(_file("The army leaves Ukraine. Reparations are paid."))["terms"]
    assert term["cite"] == [
        {"source": "text", "quote": "army leaves Ukraine.", "for": "to"},
        {"source": "text", "quote": "Reparations are paid."},
    ]
