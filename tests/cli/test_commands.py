from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import click
import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner, Result

from every_command import COMMANDS
from proposals import __version__, library
from proposals.cli.app import application
from proposals.cli.commands import Commands
from proposals.errors import Location, Problem
from proposals.files.excerpts import with_excerpts
from proposals.language.names import Lookup
from proposals.language.notes import source_name
from proposals.vocabulary import Relation, Topic

GOLDEN = Path(__file__).parent.parent / "golden"
LEFT, RIGHT, WRONG = (str(GOLDEN / name) for name in ("left.yaml", "right.yaml", "wrong.yaml"))
REPORTED = ("us-plan-reported", "ua-europe-reported")


def run(*arguments: str, env: dict[str, str] | None = None) -> Result:
    cleared = dict.fromkeys(("NO_COLOR", "FORCE_COLOR", "COLUMNS"))
    return CliRunner().invoke(application, arguments, env={**cleared, **(env or {})})


def test_without_a_command_the_help_is_shown() -> None:
    assert run().exit_code == 0
    assert run().stdout == run("--help").stdout == run("-h").stdout


def test_the_version_is_the_packages() -> None:
    assert run("--version").stdout == f"proposals {__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(command: str) -> None:
    shown = run(*command.split(), "--help").stdout
    assert f"\n  Examples:\n    proposals {command}" in shown
    assert shown.startswith(f"Usage: proposals {command} ")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_example_in_the_help_begins_with_its_command(command: str) -> None:
    examples = run(*command.split(), "--help").stdout.split("Examples:\n")[1].splitlines()
    assert examples
    assert all(example.startswith(f"    proposals {command}") for example in examples)


@pytest.mark.parametrize("group", [application, COMMANDS["export"]], ids=["all", "export"])
def test_the_table_of_a_group_says_what_each_command_says_of_itself(group: Commands) -> None:
    for name, (_, text) in group.table.items():
        command = group.get_command(click.Context(group), name)
        assert command is not None
        assert command.name == name
        assert (command.help or "").startswith(f"{text}\n") or command.help == text


def test_there_are_thirteen_commands_and_the_help_lists_them_in_order() -> None:
    shown = re.findall(r"^  (\w+)  +[A-Z]", run("--help").stdout.partition("Commands:")[2], re.MULTILINE)
    assert shown == list(application.table)
    assert len(shown) == 13


@pytest.mark.parametrize(
    ("old", "now"),
    [
        ("verify", "'check'"),
        ("rules", "'explain'"),
        ("gaps", "'show --gaps'"),
        ("lineage", "'list --lineage'"),
        ("plot", "'export map'/'export strips'"),
        ("schema", "'export schema'"),
    ],
)
def test_a_name_of_before_answers_in_one_line(old: str, now: str) -> None:
    for arguments in ((old,), (old, "us-28-point", "-o", "x"), (old, "--help")):
        result = run(*arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr == f"proposals: '{old}' is now {now}\n"


def test_list_tells_all() -> None:
    shown = run("list").stdout
    assert all(name in shown for name in library.ids())
    told = json.loads(run("list", "--format", "json").stdout)
    assert [one["id"] for one in told["proposals"]] == list(library.ids())
    assert "- **us-28-point**:" in run("list", "--format", "markdown").stdout


@pytest.mark.parametrize("name", library.ids())
def test_show_tells_every_bundled_document(name: str) -> None:
    document = library.load(name)
    lookup = Lookup.of(document)
    for form in ("text", "markdown"):
        shown = run("show", name, "--format", form, "--width", "1000")
        assert shown.exit_code == 0
        assert document.title.split()[0] in shown.stdout
        told = " ".join(shown.stdout.replace("\\[", "[").split())
        assert all(source_name(one, document, lookup) in told for one in document.known_from)
    assert len(json.loads(run("show", name, "--format", "json").stdout)["terms"]) == len(document.terms)


@pytest.mark.parametrize("name", library.ids())
def test_what_show_writes_as_yaml_reads_back_equal(name: str, tmp_path: Path) -> None:
    copy = tmp_path / "copy.yaml"
    assert run("show", name, "--format", "yaml", "-o", str(copy)).exit_code == 0
    assert library.load(copy) == library.load(name)


def test_a_file_stands_wherever_an_id_does() -> None:
    for arguments in (("show", LEFT), ("diff", LEFT, RIGHT), ("diff", "us-28-point", LEFT), ("check", LEFT)):
        assert run(*arguments).exit_code == 0
    assert run("check", LEFT, "--quotations").exit_code == 0


def test_diff_says_what_the_two_reported_positions_come_to() -> None:
    shown = run("diff", *REPORTED, "--full", "--width", "200").stdout
    for subject in (
        "Withdrawal of Ukrainian forces from the Ukrainian-held part of Donbas",
        "Demilitarisation of the Ukrainian-held part of Donbas",
        "Status of the Ukrainian-held part of Donbas",
        "Status of Crimea and the Donetsk and Luhansk regions",
    ):
        assert f"? not reported · {subject}\n" in shown
    assert "≠ differs · Line at which Russian and Ukrainian forces stop\n" in shown
    assert "“Moscow would receive de facto acknowledgement of its claims" in shown
    assert "“The battle should end along the current lines" in shown


def test_list_shows_only_what_is_named() -> None:
    told = json.loads(run("list", "e3-counter", LEFT, "--format", "json").stdout)
    assert [one["id"] for one in told["proposals"]] == ["e3-counter", "left"]


def test_several_documents_are_shown_one_after_the_other() -> None:
    shown = run("show", *REPORTED, "--sources").stdout
    one, other = (run("show", name, "--sources").stdout for name in REPORTED)
    assert shown.startswith(one.splitlines()[0])
    assert other.splitlines()[0] in shown


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("show",), "name a document, or ask for --disputes or --gaps of all"),
        (("show", "--gaps", "--disputes"), "ask for one at a time"),
        (("show", "--gaps", "--format", "yaml"), "cannot be written as YAML"),
        (("show", *REPORTED, "--format", "json"), "--format json holds one document"),
        (("list", "--sources"), "--sources needs --lineage"),
    ],
)
def test_options_that_do_not_go_together_are_refused(arguments: tuple[str, ...], message: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in " ".join(result.stderr.split())


def test_diff_narrows_by_actor() -> None:
    def findings(*options: str) -> list[dict[str, Any]]:
        held: list[dict[str, Any]] = json.loads(run("diff", LEFT, RIGHT, *options, "--format", "json").stdout)[
            "findings"
        ]
        return held

    whole, russia = findings(), findings("--actor", "Russia")
    assert 0 < len(russia) < len(whole)
    assert all('"RU"' in json.dumps(one) for one in russia)
    assert findings("--actor", "Russia", "--actor", "RU") == russia
    assert len(findings("--actor", "US")) >= len(findings("--actor", "NATO"))
    assert run("diff", LEFT, RIGHT, "--actor", "Narnia").exit_code == 2


def test_diff_narrows_by_topic_and_relation() -> None:
    told = json.loads(run("diff", LEFT, RIGHT, "--topic", "forces", "--topic", "ceasefire", "--format", "json").stdout)
    assert {one["topic"] for one in told["findings"]} == {"forces", "ceasefire"}
    told = json.loads(run("diff", LEFT, RIGHT, "--relation", "same", "--format", "json").stdout)
    assert [one["relation"] for one in told["findings"]] == ["same"]
    assert run("diff", LEFT, RIGHT, "--relation", "removed").exit_code == 2


@pytest.mark.parametrize("question", ["size-of-forces", "Size of the armed forces"])
def test_diff_narrows_to_a_question_by_its_id_or_its_name(question: str) -> None:
    shown = run("diff", "us-28-point", "e3-counter", "--question", question).stdout
    assert "How large may Ukraine's armed forces be?" in shown
    assert "1 question: 1 different." in shown
    full = run("diff", "us-28-point", "e3-counter", "--question", question, "--full").stdout
    assert "Shown below: 1 of " in full
    bracketed = run("diff", "us-28-point", "e3-counter", "--question", question, "--form", "brackets").stdout
    assert bracketed.count("\n### ") == 1


def test_a_question_that_there_is_not_is_told_with_the_nearest() -> None:
    assert "did you mean 'size-of-forces'?" in run("diff", LEFT, RIGHT, "--question", "size-of-force").stderr
    refused = run("diff", LEFT, RIGHT, "--question", "Atlantis")
    assert refused.exit_code == 2
    assert "'Atlantis' is not a question; 'proposals explain questions' lists them" in refused.stderr


def test_three_documents_are_narrowed_by_how_any_two_relate() -> None:
    shown = run("diff", "us-28-point", "e3-counter", "twenty-point", "--relation", "struck").stdout
    assert "14 questions: 2 replaced, 2 different, 10 deleted." in shown
    assert "Is Ukraine confirmed as sovereign?" not in shown


def test_the_help_of_diff_names_all_topics_and_relations() -> None:
    shown = " ".join(run("diff", "--help").stdout.split())
    assert ", ".join(Topic.spellings()) in shown.replace("non- aggression", "non-aggression")
    assert ", ".join(Relation.spellings()) in shown


def test_sources_adds_the_address_and_the_place_of_each_citation() -> None:
    bare, full = (run("diff", LEFT, RIGHT, *more).stdout for more in ((), ("--sources",)))
    assert "https://example.org/plan" in full
    assert "https://example.org/plan" not in bare
    assert "left.yaml:28:18" in full
    assert "left.yaml:28:18" not in bare


def test_the_exit_status_tells_of_differences_only_when_asked() -> None:
    assert run("diff", *REPORTED).exit_code == 0
    assert run("diff", *REPORTED, "--exit-code").exit_code == 1
    assert run("diff", LEFT, LEFT, "--exit-code").exit_code == 0
    assert run("diff", LEFT, RIGHT, "--exit-code", "--relation", "same").exit_code == 0
    assert run("diff", LEFT, RIGHT, "--exit-code", "--relation", "accepted").exit_code == 0


def test_the_same_input_gives_the_same_bytes() -> None:
    assert run("diff", LEFT, RIGHT).stdout_bytes == run("diff", LEFT, RIGHT).stdout_bytes


def test_check_lists_every_problem_and_ends_with_1() -> None:
    result = run("check", WRONG, LEFT)
    assert result.exit_code == 1
    assert f"{WRONG}:7:1:" in result.stdout.replace("\n", "")
    assert "did you mean 'coverage'?" in result.stdout
    assert "2 files, 8 problems" in result.stdout
    told = json.loads(run("check", WRONG, "--format", "json").stdout)
    assert [problem["code"] for problem in told["documents"][0]["problems"]][:2] == ["unknown-actor", "unknown-field"]


def test_check_goes_on_after_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    result = run("check", str(tmp_path), WRONG)
    assert result.exit_code == 2
    assert result.stderr == f"proposals: {tmp_path}: this folder holds no YAML file\n"
    assert "1 file, 8 problems" in result.stdout


def test_a_wrong_file_stops_every_other_command_at_its_first_problem() -> None:
    for arguments in (("show", WRONG), ("diff", WRONG, LEFT), ("burdens", WRONG)):
        result = run(*arguments)
        assert result.exit_code == 2
        assert result.stdout == ""
        assert "no actor is called 'Ukrane'" in " ".join(result.stderr.split())
        assert result.stderr.endswith("… and 7 more; 'proposals check " + WRONG + "' lists them all\n")


def test_check_of_a_file_that_cannot_be_read_says_nothing_of_problems(tmp_path: Path) -> None:
    result = run("check", str(tmp_path / "missing.yaml"))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "cannot read" in result.stderr


def test_a_single_problem_is_told_without_a_count(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text("id: one\ntitle: One\ndate: word\n", encoding="utf-8")
    result = run("show", str(tmp_path / "one.yaml"))
    assert "'word' is not a date" in result.stderr
    assert "more" not in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("show", "us-28-pont"), "did you mean 'us-28-point'?"),
        (("diff", "us-28-point", "missing.yaml"), "missing.yaml: cannot read: No such file or directory"),
        (("show", "../etc/passwd"), "cannot read"),
        (("show", "/dev/null"), "this is a device or a named pipe, not a file"),
        (("show", "a\x1b[31mb.yaml"), "a⟨U+001B⟩[31mb.yaml: cannot read"),
        (("show", "us-28-p\u043eint"), "no proposal is called"),
    ],
)
def test_what_cannot_be_read_is_one_message_and_exit_2(arguments: tuple[str, ...], message: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stderr.startswith("proposals: ")
    assert result.stderr.count("\n") == 1
    assert (result.stdout, "Traceback" in result.stderr, "\x1b" in result.stderr) == ("", False, False)


def test_an_excerpt_is_left_out_where_the_file_is_gone_or_has_no_such_line(tmp_path: Path) -> None:
    (tmp_path / "short.yaml").write_text("one\n", encoding="utf-8")
    found = with_excerpts(
        [
            Problem(Location(str(tmp_path / "gone.yaml"), 1, 1), "code", "message"),
            Problem(Location(str(tmp_path / "short.yaml"), 9, 1), "code", "message"),
            Problem(Location(str(tmp_path / "short.yaml"), 1, 1), "code", "message"),
            Problem(Location("nowhere"), "code", "message"),
        ],
    )
    assert [problem.excerpt for problem in found] == ["", "", "one", ""]


def test_check_without_arguments_finds_every_bundled_quotation() -> None:
    result = run("check")
    assert result.exit_code == 0
    assert ", no problem; " in result.stdout
    told = json.loads(run("check", "--format", "json").stdout)
    assert [one["id"] for one in told["documents"]] == [*library.ids(), "timeline"]
    base = (library.root() / "seeds" / "000_485d1baeb572ddb7.txt").read_text(encoding="utf-8")
    found = [one for document in told["documents"] for one in document["anchored"]]
    assert found
    assert all(base[one["start"] : one["end"]] == one["exact"] for one in found if one["source"] == "base")


def test_one_changed_word_of_a_quotation_is_a_problem_with_file_and_line(tmp_path: Path) -> None:
    text = library.bundled().path_of("us-plan-reported").read_text(encoding="utf-8")
    changed = tmp_path / "changed.yaml"
    changed.write_text(text.replace("de facto acknowledgement of", "de jure acknowledgement of"), encoding="utf-8")
    line = next(at for at, words in enumerate(changed.read_text("utf-8").splitlines(), 1) if "de jure ack" in words)
    result = run("check", str(changed), "--width", "1000")
    assert result.exit_code == 1
    assert f"{changed}:{line}:" in result.stdout
    assert "does not stand in 'base'" in result.stdout
    assert "nearest: 'Moscow would receive de facto acknowledgement" in result.stdout


def test_a_documents_own_text_is_looked_for_beside_it() -> None:
    told = json.loads(run("check", RIGHT, "--format", "json").stdout)
    assert [one["exact"] for one in told["documents"][0]["anchored"]] == [
        "800,000 in peacetime",
        "we reject it",
        "point 3 goes",
    ]


def test_offsets_are_listed_where_they_are_asked_for() -> None:
    assert "151–171" in run("check", RIGHT, "--quotations").stdout
    assert "151–171" not in run("check", RIGHT).stdout


def test_a_text_that_is_not_held_is_a_notice_and_no_problem() -> None:
    result = run("check", "us-28-point", LEFT, "--width", "1000")
    assert result.exit_code == 0
    assert re.search(r"us-28-point +no text is held of \d+ sources \(\d+ citations\)", result.stdout)
    assert "no text is held of paper, wire and leak (14 citations); nothing is cited for" in result.stdout


def test_texts_that_mark_up_each_other_are_a_problem_of_each(tmp_path: Path) -> None:
    for name, other in (("one", "two"), ("two", "three"), ("three", "one"), ("four", "one")):
        head = f"id: {name}\ntitle: T\ndate: 2030\nlineage: [{{amends: {other}}}]\n"
        (tmp_path / f"{name}.yaml").write_text(head, encoding="utf-8")
    result = run("check", str(tmp_path), "--width", "1000")
    assert result.exit_code == 1
    assert result.stdout.count("[circular-lineage]") == 3
    assert "'four' marks up" not in result.stdout
    assert run("check", str(tmp_path / "four.yaml")).exit_code == 0


def test_a_folder_stands_for_the_yaml_files_in_it(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "inside/c.yaml", ".hidden/d.yaml", "e.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"id: {path.stem}\ntitle: T\ndate: 2030\n", encoding="utf-8")
    told = json.loads(run("check", str(tmp_path), "--format", "json").stdout)
    names = [Path(one["id"]).relative_to(tmp_path).as_posix() for one in told["documents"]]
    assert names == ["a.yml", "b.yaml", "inside/c.yaml"]


def test_a_file_without_a_mapping_is_checked_as_far_as_it_goes(tmp_path: Path) -> None:
    (tmp_path / "list.yaml").write_text("- a\n", encoding="utf-8")
    result = run("check", str(tmp_path / "list.yaml"))
    assert result.exit_code == 1
    assert "[not-a-proposal]" in result.stdout


def test_github_shows_problems_beside_the_lines(tmp_path: Path) -> None:
    broken = tmp_path / "a,b.yaml"
    broken.write_text("a: [\n", encoding="utf-8")
    result = run("check", WRONG, LEFT, str(broken), "--format", "github")
    assert result.exit_code == 2
    errors = [line for line in result.stdout.splitlines() if line.startswith("::error ")]
    assert len(errors) == 9
    assert errors[0].startswith(f"::error file={tmp_path}/a%2Cb.yaml,line=2,col=1,title=unreadable::not YAML: ")
    assert errors[2] == (
        "::error file=tests/golden/wrong.yaml,line=7,col=1,title=unknown-field::"
        "a proposal has no field 'covrage' (did you mean 'coverage'?)"
    )
    assert (
        "\n::notice file=tests/golden/left.yaml::no text is held of paper, wire and leak (14 citations); "
        in result.stdout
    )
    assert run("check", "ua-europe-reported", "--format", "github").stdout.startswith("::notice file=data/proposals/")
    nothing = run("check", str(tmp_path / "none.yaml"), "--format", "github")
    assert (
        nothing.stdout
        == f"::error file={tmp_path}/none.yaml,title=unreadable::cannot read: No such file or directory\n"
    )


def test_timeline_tells_every_event() -> None:
    told = json.loads(run("timeline", "--format", "json").stdout)
    assert [event["id"] for event in told["events"]] == [event.id for event in library.events()]
    shown = run("timeline", "--width", "200", "--sources").stdout
    assert all(event.title in shown for event in library.events())
    assert "SOURCES" in shown


def test_schema_is_json() -> None:
    assert json.loads(run("export", "schema").stdout)["title"] == "A proposal"


def test_output_goes_to_a_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    assert run("diff", *REPORTED, "-o", str(path), env={"COLUMNS": "200", "FORCE_COLOR": "1"}).stdout == ""
    assert path.read_text(encoding="utf-8") == run("diff", *REPORTED, "--width", "80").stdout
    assert run("export", "schema", "-o", str(tmp_path / "schema.json")).exit_code == 0
    assert {path.name for path in tmp_path.iterdir()} == {"out.txt", "schema.json"}


def test_a_file_that_exists_is_overwritten_only_by_force(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("before", encoding="utf-8")
    result = run("explain", "rules", "-o", str(path))
    assert (result.exit_code, path.read_text(encoding="utf-8")) == (2, "before")
    assert "--force overwrites it" in result.stderr
    assert run("explain", "rules", "-o", str(path), "--force").exit_code == 0
    assert path.read_text(encoding="utf-8") == run("explain", "rules").stdout


def test_a_wrong_file_leaves_the_output_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("before", encoding="utf-8")
    assert run("diff", LEFT, WRONG, "-o", str(path), "--force").exit_code == 2
    assert path.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_an_output_that_cannot_be_written_is_one_message(tmp_path: Path) -> None:
    result = run("explain", "rules", "-o", str(tmp_path / "missing" / "out.txt"))
    assert result.exit_code == 2
    assert result.stderr == f"proposals: {tmp_path}/missing/out.txt: cannot write: No such file or directory\n"


@pytest.mark.parametrize(
    ("colour", "env", "coloured"),
    [
        ("auto", {}, False),
        ("always", {}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
        ("auto", {"FORCE_COLOR": "1"}, True),
        ("auto", {"FORCE_COLOR": ""}, False),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ("always", {"NO_COLOR": "1"}, True),
    ],
)
def test_colour_is_given_when_asked_for(colour: str, env: dict[str, str], coloured: bool) -> None:  # noqa: FBT001
    shown = run("diff", *REPORTED, "--color", colour, env=env).stdout
    assert ("\x1b[" in shown) is coloured


@pytest.mark.parametrize(("columns", "width"), [("100", 100), ("20", 40), ("500", 200), ("", 80)])
def test_the_width_is_the_terminals_within_reason(columns: str, width: int) -> None:
    shown = run("diff", *REPORTED, env={"COLUMNS": columns}).stdout
    assert shown == run("diff", *REPORTED, "--width", str(width)).stdout


def test_a_width_under_40_is_refused() -> None:
    assert run("list", "--width", "39").exit_code == 2


def completed(*arguments: str, incomplete: str) -> list[tuple[str, str]]:
    completion = ShellComplete(application, {}, "proposals", "_PROPOSALS_COMPLETE")
    return [(item.value, item.type) for item in completion.get_completions(list(arguments), incomplete)]


def test_a_shell_completes_ids_and_then_files() -> None:
    assert completed("show", incomplete="us-28") == [("us-28-point", "plain")]
    assert completed("diff", "us-28-point", incomplete="ua-e") == [("ua-europe-reported", "plain")]
    assert completed("show", incomplete="my-dr") == [("my-dr", "file")]
    assert completed("list", "--output", incomplete="x") == [("x", "file")]
    assert ("diff", "plain") in completed(incomplete="d")
    assert completed("diff", "--question", incomplete="size") == [("size-of-forces", "plain")]


def drafts(tmp_path: Path, *names: str) -> list[str]:
    """Copies of one bundled document that keep its id, each with a gap of its own."""
    text = library.bundled().path_of("us-plan-reported").read_text(encoding="utf-8")
    paths = [tmp_path / name for name in names]
    for number, path in enumerate(paths, start=1):
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{text}- what: the question of draft {number}\n", encoding="utf-8")
    return [str(path) for path in paths]


def test_a_draft_that_kept_the_id_of_what_it_was_copied_from_is_told_apart(tmp_path: Path) -> None:
    (draft,) = drafts(tmp_path, "my-draft.yaml")
    told = json.loads(run("diff", "us-plan-reported", draft, "--format", "json").stdout)
    assert [told[side]["id"] for side in ("left", "right")] == ["us-plan-reported", "my-draft"]
    told = json.loads(run("matrix", draft, "us-plan-reported", REPORTED[1], "--format", "json").stdout)
    assert [one["id"] for one in told["documents"]] == ["my-draft", *REPORTED]
    assert (
        "- **A**: US plan as reported in the base document (my-draft; reported November 2025; known in part)"
        in run(
            "diff",
            *REPORTED,
            "--base",
            draft,
            "--format",
            "markdown",
        ).stdout
    )
    assert json.loads(run("show", draft, "--format", "json").stdout)["id"] == "us-plan-reported"


def test_drafts_of_one_id_and_one_name_are_numbered(tmp_path: Path) -> None:
    same = drafts(tmp_path, "one/us-plan-reported-2.yaml", "two/My Draft.yaml", "three/us-plan-reported-2.yaml")
    told = json.loads(run("similarity", REPORTED[0], *same, REPORTED[0], "--format", "json").stdout)
    ids = list(dict.fromkeys(pair[side]["id"] for pair in told["pairs"] for side in ("left", "right")))
    assert ids == [f"us-plan-reported{tail}" for tail in ("", "-2", "-3", "-2-2")]
    first, second, *_ = run("diff", same[0], same[0], "--width", "200").stdout.splitlines()
    assert [line.rpartition(" (")[2].partition(";")[0] for line in (first, second)] == ["us-plan-reported"] * 2
