"""What a comparison and a check say of moments, in text and in JSON."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner

from proposals.cli.app import application

_SHA = sha256(b"words").hexdigest()
_HEAD = "title: A plan\ndate: 2026-01-01\ncoverage: complete\nterms:\n- elections: UA\n"


def _plan(folder: Path, name: str, field: str) -> str:
    path = folder / f"{name}.yaml"
    path.write_text(f"id: {name}\n{_HEAD}  {field}\n")
    return str(path)


def _run(*arguments: str) -> str:
    result = CliRunner().invoke(application, arguments, env={"COLUMNS": "200"})
    assert result.exit_code == 0
    return result.stdout


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2 weeks", "14 days"),
        ("1 year of signature", "12 months of signature"),
        ("72 hours", "3 days"),
        ("thirty days, renewable", "30 days (renewable)"),
        ("signing", "the signature of the agreement"),
    ],
)
def test_equal_moments_are_the_same_everywhere_and_both_spellings_are_shown(
    tmp_path: Path, one: str, other: str
) -> None:
    plans = [_plan(tmp_path, name, f"within: {text}") for name, text in (("a", one), ("b", other))]
    shown = _run("diff", *plans, "--full")
    assert "= the same" in shown
    assert "differs" not in shown
    assert one in shown
    assert other in shown
    (finding,) = json.loads(_run("diff", *plans, "--format", "json"))["findings"]
    assert (finding["relation"], finding["differences"]) == ("same", [])
    assert "all the same" in _run("matrix", *plans)


@pytest.mark.parametrize(
    ("one", "other", "words", "told"),
    [
        ("full ceasefire", "ceasefire", "another event", {"change": "anotherevent", "way": "other"}),
        ("signature", "entry into force", "a later event", {"change": "anotherevent", "way": "more"}),
        (
            "Russia pays",
            "Russia has paid",
            "Russia [-pays-] {+has paid+}",
            {
                "change": "redline",
                "way": "other",
                "spans": [{"left": "Russia", "right": "Russia"}, {"left": "pays", "right": "has paid"}],
            },
        ),
        (
            "30 days",
            "30 days, renewable",
            "renewable added",
            {"change": "shift", "way": "more", "days": 0.0, "renewable": "more"},
        ),
    ],
)
def test_other_moments_are_told_apart(
    tmp_path: Path, one: str, other: str, words: str, told: dict[str, object]
) -> None:
    plans = [_plan(tmp_path, name, f"until: {text}") for name, text in (("a", one), ("b", other))]
    shown = _run("diff", *plans, "--full")
    assert words in shown
    assert "cannot be told" not in shown
    (finding,) = json.loads(_run("diff", *plans, "--format", "json"))["findings"]
    (difference,) = finding["differences"]
    assert told.items() <= difference.items()
    assert (difference["left"], difference["right"]) == (one, other)


def test_a_check_remarks_on_words_that_name_no_event(tmp_path: Path) -> None:
    plan = _plan(tmp_path, "a", "until: Russia pays")
    message = "'Russia pays' in 'until' names no known event, so it is compared as text"
    shown = " ".join(_run("check", plan).split())
    assert f"a.yaml:6:3: {message} [free-words]" in shown
    assert "the nearest is 'Russia has compensated the damage'" in shown
    assert "1 file, no problem; 2 notices" in shown
    assert message in " ".join(_run("check", plan, "--quotations").split())
    (document,) = json.loads(_run("check", plan, "--format", "json"))["documents"]
    (remark,) = document["remarks"]
    assert (remark["code"], remark["message"], document["problems"]) == ("free-words", message, [])
    notices = _run("check", plan, "--format", "github").splitlines()
    assert notices[0].startswith("::notice file=")
    assert ",line=6,col=3,title=free-words::" in notices[0]


def test_a_check_with_nothing_else_to_notice_lists_the_remark_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    source = f"sources: {{own: {{file: t.txt, sha256: {_SHA}}}}}\n"
    path.write_text(f"id: a\n{source}{_HEAD}  until: later\n  cite: {{own: words}}\n")
    (tmp_path / "t.txt").write_text("words")
    shown = _run("check", str(path))
    assert "1 quotation found; 1 notice" in shown
    assert "what cannot be checked" not in shown
    assert _run("check", str(path), "--format", "github").count("::notice") == 1
    assert "free-words" in _run("check", str(path), "--quotations")


def test_a_held_part_is_found_under_a_name_of_its_region_and_a_slip_is_suggested_from_the_nearest_place(
    tmp_path: Path,
) -> None:
    body = "id: k\ntitle: K\ndate: 2026\nterms:\n- ceasefire: [RU, UA]\n  until: 30 days, renewable\n"
    path = tmp_path / "k.yaml"
    path.write_text(f"{body}- withdrawal: {{of: RU, from: Kharkiv/held-by-RU}}\n")
    assert "no problem" in _run("check", str(path))
    path.write_text(f"{body}- withdrawal: {{of: RU, from: Kharkv/held-by-RU}}\n")
    result = CliRunner().invoke(application, ["check", str(path)])
    assert result.exit_code == 1
    assert "did you mean 'UA-63/held-by-RU'?" in result.stdout
