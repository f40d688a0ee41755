"""A draft beside an earlier document, and a new version of a text that was decided on before."""

from __future__ import annotations

from pathlib import Path

import yaml
from click.testing import CliRunner

from drafting_texts import SIDES, drafted, english
from making import document
from proposals import library
from proposals.cli.app import application
from proposals.drafting.drafts import Draft
from proposals.drafting.following import following
from proposals.drafting.overlapping import overlapping
from proposals.terms.territory import Demilitarization
from proposals.vocabulary import Link

US = library.load("us-28-point")
COUNTER = """\
1. Ukraine confirms its sovereignty.

2. Point 3 is deleted.

3. Ukraine's army is limited to 800,000 personnel in peacetime.

4. Russia and Ukraine hold talks on territory.
"""
LATER = """\
1. NATO will not station troops in Ukraine.

2. Ukraine's army is limited to 700,000 personnel.

3. Ukraine holds elections.
"""


def beside(text: str) -> Draft:
    return following(drafted(text, *SIDES), US)


def test_a_text_with_the_numbers_of_another_marks_it_up_deletes_and_answers() -> None:
    made = beside(COUNTER)
    assert made.descent is not None
    assert (made.descent.link, made.descent.to, made.descent.struck) == (Link.AMENDS, "us-28-point", ("3",))
    assert [(one.term.kind, one.answers) for one in made.terms] == [
        ("sovereignty", ()),
        ("force-limit", ()),
        ("territorial-talks", ("4",)),
    ]
    assert not any("deleted" in gap.what for gap in made.gaps)


def test_what_it_seems_to_answer_is_written_to_be_checked(tmp_path: Path) -> None:
    (tmp_path / "counter.txt").write_text(COUNTER)
    target = tmp_path / "counter.yaml"
    told = run("draft", tmp_path / "counter.txt", "-o", target, "--like", "us-28-point")
    assert "It seems to be a text that amends 'us-28-point'; 1 point deleted." in told
    assert "  answers: '4'  # inferred, to be checked: 'answers'\n" in target.read_text()
    run("check", target)


def test_a_text_with_other_numbers_is_a_later_draft() -> None:
    made = beside(LATER)
    assert made.descent is not None
    assert (made.descent.link, made.descent.struck) == (Link.REVISES, ())
    assert all(one.answers == () for one in made.terms)


def test_nothing_is_added_where_nothing_is_in_common() -> None:
    made = drafted("1. Grain is shipped across the Sea of Azov.", *SIDES)
    assert following(made, document("other")) == made


def run(*arguments: str | Path) -> str:
    result = CliRunner().invoke(application, [*map(str, arguments)])
    assert result.exit_code == 0, result.output
    return result.stderr


FIRST = """\
1. Ukraine's army is limited to 800,000 personnel in peacetime.

2. Ukraine confirms its sovereignty.

3. A ceasefire begins within 72 hours of signature.

4. Something that nobody can type, whatever it may be.

5. Something else that nobody can type at all.

6. Ukraine holds elections. The elections are monitored.

7. Grain is shipped across the Black Sea.
"""
SECOND = """\
1. Ukraine's army is limited to 850,000 personnel in peacetime.

2. A ceasefire begins within 72 hours of signature.

3. Something that nobody can type, whatever it may be.

4. NATO will not station troops in Ukraine.

5. Ukraine holds elections. The elections are monitored.
"""


def versions(tmp_path: Path) -> tuple[dict[str, object], str, str]:
    """A first version that a person has gone through, and the second as it is drafted beside it."""
    (tmp_path / "leak.txt").write_text(FIRST)
    (tmp_path / "leak-2.txt").write_text(SECOND)
    first, second = tmp_path / "leak.yaml", tmp_path / "leak-2.yaml"
    run("draft", tmp_path / "leak.txt", "-o", first, "--sides", "RU,UA", "--like", "us-28-point")
    text = first.read_text()
    text = text.replace(
        "- force-limit: UA\n", "- force-limit: UA\n  note: Decided on.\n  disputed: [{value: 1, cite: text}]\n"
    )
    text = text.replace("- ceasefire: [RU, UA]", "- ceasefire: [BY, RU, UA]").replace(
        "known-from: text", "known-from: text\nauthors: [UA]"
    )
    text = text.replace("sources:\n", "sources:\n  gazette: {title: A page, publisher: The Gazette}\n")
    text = (
        text.replace("\nterms:", "\nstruck: [{point: 9, cite: text}]\nterms:")
        + "- what: the date\n- {point: 99, what: lost}\n"
    )
    first.write_text(text)
    told = run("draft", tmp_path / "leak-2.txt", "-o", second, "--sides", "RU,UA", "--like", first)
    run("check", second)
    return yaml.safe_load(second.read_text()), second.read_text(), told


def test_decisions_are_kept_and_what_changed_is_marked(tmp_path: Path) -> None:
    held, text, told = versions(tmp_path)
    terms = {next(iter(term)): term for term in held["terms"]}  # type: ignore[attr-defined]
    assert list(terms) == ["force-limit", "ceasefire", "foreign-forces", "elections"]
    assert terms["force-limit"]["note"] == "Decided on."
    assert terms["force-limit"]["personnel"] == 800_000
    assert "were: “Ukraine's army is limited to 800,000 personnel in peacetime.”\n" in text
    assert "# To look at again: the words now say 'personnel: 850000'\n" in text
    assert terms["ceasefire"]["ceasefire"] == ["BY", "RU", "UA"]
    assert terms["ceasefire"]["point"] == "2"
    assert terms["foreign-forces"]["modality"] == "shall not"
    assert held["authors"] == ["UA"]
    assert held["sources"]["gazette"] == {"title": "A page", "publisher": "The Gazette"}  # type: ignore[index]
    assert [*held["lineage"]][-1] == {"revises": "leak", "certainty": "unverified"}  # type: ignore[call-overload]
    assert held["struck"] == [{"point": "9", "cite": "text"}]
    assert "kept from 'leak', 1 of them to look at again." in told


def test_gaps_go_with_their_points_and_what_is_gone_is_one(tmp_path: Path) -> None:
    held, *_ = versions(tmp_path)
    gaps = [(gap.get("point"), gap["what"][:46]) for gap in held["gaps"]]  # type: ignore[attr-defined]
    assert ("3", "no kind of term was recognised in “Something t") in gaps
    assert (None, "the date") in gaps
    assert (None, "point 2 of the earlier version, “Ukraine confi") in gaps
    assert sum(point == "3" for point, _ in gaps) == 1


def test_a_term_of_several_points_loses_those_that_are_gone_and_quotations_only_where_they_stand(
    tmp_path: Path,
) -> None:
    rebuilt = "1. Ukraine is rebuilt through a development fund.\n\n2. Ukraine is rebuilt with minerals.\n"
    (tmp_path / "a.txt").write_text(f"{rebuilt}\n3. Grain is shipped.\n")
    (tmp_path / "b.txt").write_text("1. Ukraine is rebuilt through a development fund.\n\n2. Wheat is sown.\n")
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    run("draft", tmp_path / "a.txt", "-o", first)
    text = first.read_text().replace("sources:\n", "sources:\n  paper: {title: A page}\n")
    text += "terms:\n" if "terms:" not in text else ""
    text = text.replace("terms:\n", "terms:\n- sovereignty: UA\n  cite: paper\n")
    first.write_text(text)
    told = run("draft", tmp_path / "b.txt", "-o", second, "--like", first)
    held = yaml.safe_load(second.read_text())
    assert [(next(iter(term)), term.get("point")) for term in held["terms"]] == [
        ("sovereignty", None),
        ("reconstruction", "1"),
    ]
    assert held["terms"][0]["cite"] == "paper"
    assert "its point 2 is not in this text: “Ukraine is rebuilt with minerals.”" in second.read_text()
    assert "2 terms kept from 'a', 1 of them to look at again." in told


def test_a_term_on_what_narrower_kept_ones_say_whole_is_a_gap(tmp_path: Path) -> None:
    (tmp_path / "leak.txt").write_text("1. Luhansk is demilitarised.\n\n2. The Donetsk region is demilitarised.\n")
    (tmp_path / "leak-2.txt").write_text(
        "1. Luhansk is demilitarised.\n\n2. The Donetsk region is demilitarised.\n\n3. Donbas becomes a buffer zone.\n"
    )
    first, second = tmp_path / "leak.yaml", tmp_path / "leak-2.yaml"
    run("draft", tmp_path / "leak.txt", "-o", first, "--sides", "RU,UA")
    run("draft", tmp_path / "leak-2.txt", "-o", second, "--sides", "RU,UA", "--like", first)
    run("check", second)
    made = yaml.safe_load(second.read_text())
    assert [one["demilitarization"] for one in made["terms"]] == ["UA-09", "UA-14"]
    what = "it speaks of places or actors of which another term of this kind speaks as well"
    assert made["gaps"] == [{"point": "3", "what": what}]


def test_what_overlaps_among_the_kept_ones_is_left_as_it_is() -> None:
    world = english().reader.world
    donbas, luhansk, donetsk = (Demilitarization(places=[one]) for one in ("Donbas", "UA-09", "UA-14"))
    assert overlapping((), [donbas, luhansk, donetsk], world) == []
