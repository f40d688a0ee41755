"""Every block of code in the manual is run, page by page and in order, and does what the page says."""

from __future__ import annotations

import ast
import json
import os
import re
import shlex
import shutil
import subprocess
import tomllib
from hashlib import sha256
from importlib import import_module
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from manual.blocks import MAKERS, BlockError, Page, filled

import proposals
from every_command import COMMANDS
from proposals import problems_of
from proposals.cli.app import application
from walking import INSTALLS, blocks, done, shell, walk, word

ROOT = Path(__file__).parents[2]
MANUAL = ROOT / "docs"
DRAFT = """\
id: ours
title: Our draft
date: 2026-01-15
coverage: complete
terms:
- force-limit: UA
  personnel: 700000
- foreign-forces: {of: NATO, in: UA}
"""


def check_doctest(text: str, _folder: Path) -> None:
    """A doctest: pytest collects every page and runs it, as another test holds."""
    assert text.startswith(">>> ")


def run_shell(text: str, folder: Path) -> None:
    done(text, folder)


def read_yaml(text: str, folder: Path) -> None:
    """A document has no problem; of the steps of a workflow, a test of their own runs them."""
    if text.startswith("format:"):
        (folder / "shown.yaml").write_text(text, encoding="utf-8")
        assert problems_of(folder / "shown.yaml") == ()
    else:
        assert commands_of(text)


def run_r(text: str, folder: Path) -> str:
    """What R prints; where there is none the test is skipped, and on a machine for integration it fails."""
    program = shutil.which("Rscript")
    if program is None:
        reason = "there is no R on this machine (Debian: apt install r-base-core r-cran-jsonlite)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    (folder / "script.R").write_text(text, encoding="utf-8")
    return done(f"{program} script.R", folder, LC_ALL="C.UTF-8")


def commands_of(workflow: str) -> list[str]:
    """What the steps of a workflow run, without what installs."""
    steps = [step["run"] for step in yaml.safe_load(workflow)["steps"] if "run" in step]
    return [step for step in steps if not INSTALLS.match(step)]


OTHERS = {
    "python": check_doctest,
    "r": run_r,
    "sh": run_shell,
    "toml": lambda text, _folder: tomllib.loads(text),
    "text": lambda _text, _folder: None,  # what needs machines that no test has
    "yaml": read_yaml,
    "{toctree}": lambda _text, _folder: None,  # a list of pages, which Sphinx reads
}
"""What is done with each language that the manual does not fill. A block in another language fails its page."""


def git(folder: Path, *arguments: str) -> None:
    """One command of git, which asks nothing of the settings of this machine."""
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(  # noqa: S603 -- a folder of the test's own
        ["git", *who, *arguments],  # noqa: S607 -- wherever git is
        cwd=folder,
        check=True,
        capture_output=True,
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A clone of a repository with a draft on main, changed since in its order and in a comment only."""
    origin, clone = tmp_path / "origin", tmp_path / "clone"
    (origin / "drafts").mkdir(parents=True)
    (origin / "drafts" / "ours.yaml").write_text(DRAFT, encoding="utf-8")
    git(origin, "init", "--quiet")
    git(origin, "add", ".")
    git(origin, "commit", "--quiet", "--message", "A draft")
    git(tmp_path, "clone", "--quiet", str(origin), str(clone))
    head, _, terms = DRAFT.partition("terms:\n")
    first, second = terms.split("- foreign")
    (clone / "drafts" / "ours.yaml").write_text(f"{head}# in order\nterms:\n- foreign{second}{first}", encoding="utf-8")
    return clone


def test_every_block_of_a_page_is_run_in_order(
    written: Path, scratch: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    name = written.relative_to(MANUAL).with_suffix("").as_posix()
    folder = request.getfixturevalue("repository") if name == "how-to/ci" else tmp_path
    walked = list(walk(written, Page(name, scratch), folder, OTHERS))
    assert walked == [word(language) for language, _ in blocks(written)]


@pytest.mark.parametrize("name", ["CHANGELOG.md", "README.md", "data/README.md", "seeds/README.md"])
def test_what_stands_beside_the_manual_has_no_block_that_nobody_runs(name: str) -> None:
    """Those of the README are run by the gate (console), as doctests (python), and compared by its own test (text)."""
    known = {"console", "python", "text"} if name == "README.md" else set[str]()
    assert {language for language, _ in blocks(ROOT / name)} == known


def test_a_block_in_another_language_is_noticed(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("```ruby\nputs 1\n```\n", encoding="utf-8")
    with pytest.raises(KeyError, match="ruby"):
        list(walk(page, Page("page", tmp_path), tmp_path, OTHERS))


@pytest.mark.parametrize("text", ["proposals diff one.yaml", "proposals list --tpoic x", "false"])
def test_a_line_of_the_shell_that_fails_is_noticed(text: str, tmp_path: Path) -> None:
    with pytest.raises(AssertionError):
        run_shell(text, tmp_path)


def test_a_block_that_cannot_be_filled_names_its_page(tmp_path: Path) -> None:
    for block in ("{run} proposals show nobody", "{made} nothing", "{answer}\nunknown", "{script}\nraise ValueError"):
        with pytest.raises(BlockError, match="page"):
            filled(f"```{block}\n```", Page("a page", tmp_path))


def test_directives_of_others_are_left_to_them(tmp_path: Path) -> None:
    text = "```{toctree}\none\n```\n```{nothing}\n```"
    assert filled(text, Page("page", tmp_path)) == text


def test_a_command_can_be_shown_in_part(tmp_path: Path) -> None:
    whole = filled("```{run} proposals explain force-limit\n```", Page("page", tmp_path)).splitlines()
    part = filled(
        f"```{{run}} proposals explain force-limit\n:from: {whole[7].strip()}\n:lines: 2\n```", Page("page", tmp_path)
    )
    assert part.splitlines() == [*whole[:2], "[…]", *whole[7:9], "[…]", "```"]
    with pytest.raises(BlockError):
        filled("```{run} proposals explain force-limit\n:from: no such words\n```", Page("page", tmp_path))


def test_what_python_prints_is_shown(tmp_path: Path) -> None:
    shown = filled("```{script}\nprint(6 * 7)\n```\n```{computed}\nprint(2 * 3)\n```", Page("page", tmp_path))
    assert "It prints:\n\n```text\n42\n```\n6\n\n<details>" in shown


def test_doctests_of_the_manual_are_collected(pytestconfig: pytest.Config) -> None:
    assert {"README.md", "docs"} <= set(pytestconfig.getini("testpaths"))
    assert "--doctest-glob=*.md" in pytestconfig.getini("addopts")


def test_what_installs_names_extras_that_there_are(written: Path) -> None:
    known = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    for _, text in blocks(written):
        for line in filter(INSTALLS.match, text.splitlines()):
            assert "[" not in line or line.partition("[")[2].partition("]")[0] in known


def test_drafts_that_differ_in_order_only_pass_and_others_do_not(repository: Path) -> None:
    (text,) = (text for _, text in blocks(MANUAL / "how-to" / "ci.md") if "--exit-code" in text)
    assert shell(text, repository).returncode == 0
    draft = repository / "drafts" / "ours.yaml"
    draft.write_text(draft.read_text(encoding="utf-8").replace("700000", "650000"), encoding="utf-8")
    ended = shell(text, repository)
    assert ended.returncode == 1, ended.stderr
    assert "650,000 personnel" in ended.stdout


def test_the_workflow_runs_and_tells_what_changed(repository: Path, tmp_path: Path) -> None:
    (workflow,) = (text for language, text in blocks(MANUAL / "how-to" / "ci.md") if language == "yaml")
    draft, summary = repository / "drafts" / "ours.yaml", tmp_path / "summary.md"
    draft.write_text(draft.read_text(encoding="utf-8").replace("700000", "650000"), encoding="utf-8")
    for step in commands_of(workflow):
        assert "proposals " in step
        done(step, repository, GITHUB_STEP_SUMMARY=str(summary))
    assert "650,000" in summary.read_text(encoding="utf-8")
    draft.write_text(draft.read_text(encoding="utf-8").replace("650000", "many"), encoding="utf-8")
    assert shell(commands_of(workflow)[0], repository).returncode == 1


def test_r_reads_what_the_library_has(scratch: Path, tmp_path: Path) -> None:
    path = MANUAL / "how-to" / "r-and-excel.md"
    list(walk(path, Page("how-to/r-and-excel", scratch), tmp_path, {**OTHERS, "r": lambda _text, _folder: None}))
    code = [text for language, text in blocks(path) if language == "r"]
    told = 'cat("\\n", jsonlite::toJSON(list(nrow(terms), nrow(comparison$findings), names(terms))), sep = "")'
    terms, findings, columns = json.loads(run_r("\n".join([*code, told]), tmp_path).splitlines()[-1])
    documents = [proposals.load(name) for name in ("us-28-point", "e3-counter", "twenty-point")]
    assert terms == [sum(len(document.said) + len(document.left_out) for document in documents)]
    assert findings == [len(proposals.compare(*documents[:2]).findings)]
    assert {"topic", "document"} <= set(columns)


def examples() -> list[str]:
    """The example lines in the help of every command."""
    held = [application.epilog, *(command.epilog for command in COMMANDS.values())]
    lines = [line.strip() for epilog in held for line in (epilog or "").splitlines()]
    return [line for line in lines if line.startswith("proposals ")]


@pytest.mark.parametrize("line", dict.fromkeys(examples()))
def test_every_example_of_the_help_runs(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "drafts").mkdir()
    for name in ("my-draft", "first", "second", "third", "theirs", "drafts/ours"):
        if f"-o {name}.yaml" not in line:
            (tmp_path / f"{name}.yaml").write_text(DRAFT.replace("ours", Path(name).name), encoding="utf-8")
    (tmp_path / "weights.yaml").write_text("force-limit: 2\n", encoding="utf-8")
    (tmp_path / "pax_all_agreements_data.csv").write_text("AgtId,CeProv\n1,2\n", encoding="utf-8")
    text = "1. Fighting stops.\n2. Grain is shipped.\n"
    for name in ("leak", "first-draft", "second-draft", "leak.text"):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    if "-o leak.yaml" not in line:
        hashed = sha256(text.encode()).hexdigest()
        source = f"sources:\n  text: {{file: leak.text.txt, sha256: {hashed}}}\n"
        (tmp_path / "leak.yaml").write_text(f"{DRAFT}{source}", encoding="utf-8")
    else:
        (tmp_path / "leak.text.txt").unlink()
    monkeypatch.chdir(tmp_path)
    words = [sorted(map(str, Path().glob(one))) if "*" in one else [one] for one in shlex.split(line)[1:]]
    result = CliRunner().invoke(application, [word for found in words for word in found])
    assert result.exit_code == 0, result.output


def test_there_are_examples_of_every_command() -> None:
    shown = [line.partition("proposals ")[2] for line in examples()]
    assert [name for name in COMMANDS if not any(line.startswith(name) for line in shown)] == []


def test_every_block_that_a_page_can_ask_for_is_used() -> None:
    used = {word(language) for path in MANUAL.rglob("*.md") for language, _ in blocks(path)}
    assert MAKERS.keys() <= used


def python_of(path: Path) -> str:
    """The Python that a page has for its reader to copy, without what it prints."""
    lines = []
    for language, text in blocks(path):
        found = re.findall(r"^ *(?:>>>|\.\.\.) ?(.*)$", text, re.MULTILINE) if language == "python" else []
        lines += text.splitlines() if language == "{script}" else found
    return "\n".join(lines)


@pytest.mark.parametrize("path", [ROOT / "README.md", *sorted(MANUAL.glob("how-to/*.md"))], ids=lambda path: path.stem)
def test_what_a_reader_copies_uses_names_of_the_reference_only(path: Path) -> None:
    """What the reference of the library does not have may change without notice."""
    for node in ast.walk(ast.parse(python_of(path))):
        if isinstance(node, ast.ImportFrom) and str(node.module).partition(".")[0] == "proposals":
            package = str(node.module).partition(".")[2]
            assert package in {"", *proposals.PACKAGES}
            public = {*import_module(str(node.module)).__all__, *([] if package else proposals.PACKAGES)}
            assert {alias.name for alias in node.names} <= public
        if isinstance(node, ast.Import):
            assert not [alias.name for alias in node.names if alias.name.startswith("proposals.")]
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "proposals":
            assert node.attr in proposals.__all__
