"""Standard input and pipes are documents wherever an id or a file is."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from proposals.cli.app import application

GOLDEN = Path(__file__).parents[1] / "golden"
LEFT, WRONG = GOLDEN / "left.yaml", GOLDEN / "wrong.yaml"
COMMAND = f"{shlex.quote(sys.executable)} -m proposals"
POSIX = pytest.mark.skipif(os.name != "posix", reason="needs /dev and named pipes")


def piped(*arguments: str, file: Path = LEFT) -> tuple[int, str, str]:
    result = CliRunner().invoke(application, arguments, input=file.read_text(encoding="utf-8"))
    return result.exit_code, result.stdout, result.stderr


def shell(line: str) -> tuple[int, str, str]:
    command = ["/usr/bin/env", "bash", "-c", line]
    done = subprocess.run(  # noqa: S603 -- our own command
        command, capture_output=True, text=True, check=False, timeout=60, cwd=GOLDEN
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("diff", "-", "us-28-point"),
        ("diff", "us-28-point", "-", "--form", "brackets"),
        ("diff", "us-28-point", "--base", "-"),
        ("show", "-"),
        ("show", "-", "--gaps"),
        ("list", "-", "--lineage"),
        ("matrix", "-", "us-28-point"),
        ("trace", "us-28-point", "e3-counter", "--toward", "-"),
        ("burdens", "-"),
        ("similarity", "-", "us-28-point"),
        ("check", "-"),
    ],
    ids=" ".join,
)
def test_standard_input_is_a_document_everywhere(arguments: tuple[str, ...]) -> None:
    code, out, err = piped(*arguments)
    assert (code, err) == (0, "")
    assert out
    named = tuple(str(LEFT) if word == "-" else word for word in arguments)
    if arguments[0] != "check":  # which says where it was read
        assert out == CliRunner().invoke(application, named).stdout


def test_what_is_wrong_with_standard_input_has_its_line() -> None:
    code, out, err = piped("show", "-", file=WRONG)
    assert (code, out) == (2, "")
    assert "/dev/stdin:6:15: no actor is called 'Ukrane'" in " ".join(err.split())
    assert "authors: [US, Ukrane]" in err
    code, out, _ = piped("check", "-", file=WRONG)
    assert code == 1
    assert "1 file, 8 problems" in out


@pytest.mark.parametrize(
    "arguments", [("diff", "-", "-"), ("check", "-", "/dev/stdin"), ("matrix", "-", "us-28-point", "-")]
)
def test_standard_input_named_twice_is_refused(arguments: tuple[str, ...]) -> None:
    code, out, err = piped(*arguments)
    assert (code, out) == (2, "")
    assert err == (
        "proposals: /dev/stdin: this stream is named twice, and can be read only once; save it to a file first\n"
    )


def test_a_draft_from_a_stream_that_kept_its_id_is_numbered() -> None:
    text = CliRunner().invoke(application, ["show", "us-plan-reported", "--format", "yaml"]).stdout
    result = CliRunner().invoke(application, ["diff", "us-plan-reported", "-"], input=f"{text}names: [Mine]\n")
    assert "(us-plan-reported-2;" in " ".join(result.stdout.split())


@POSIX
def test_a_closed_standard_input_is_one_message() -> None:
    assert shell(f"{COMMAND} show - <&-") == (2, "", "proposals: /dev/stdin: standard input is closed\n")


@POSIX
@pytest.mark.parametrize(
    "arguments",
    ["diff <(cat left.yaml) us-28-point", "diff us-28-point /dev/stdin < left.yaml", "diff - us-28-point < left.yaml"],
)
def test_the_shells_ways_to_hand_a_stream_over(arguments: str) -> None:
    code, out, err = shell(f"{COMMAND} {arguments}")
    assert (code, err) == (0, "")
    assert "A made-up plan of ten points" in " ".join(out.splitlines()[:2])


@POSIX
def test_a_pipe_named_twice_is_refused() -> None:
    code, out, err = shell(f"f() {{ {COMMAND} diff $1 $1; }}; f <(cat left.yaml)")
    assert (code, out) == (2, "")
    assert "this stream is named twice" in err


@POSIX
def test_files_beside_a_stream_are_those_of_the_current_folder() -> None:
    code, out, err = shell(f"cat right.yaml | {COMMAND} check - --width 200")
    assert (code, err) == (1, "")
    assert "1 problem; 3 quotations found" in out  # of a source that is held in this folder


@POSIX
def test_a_pipe_is_never_read_a_second_time() -> None:
    code, _, err = shell(f"{COMMAND} show <(cat wrong.yaml)")
    assert code == 2
    assert "no actor is called 'Ukrane'" in " ".join(err.split())
    code, out, _ = shell(f"{COMMAND} check <(sed s/paper:/nobody:/ left.yaml) --width 200")
    assert code == 1
    assert "no source is called 'paper'" in out
