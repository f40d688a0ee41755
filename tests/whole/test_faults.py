"""What the machine does to a command: one message and an exit status for each fault, and nothing lost."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from errno import ENOSPC
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from proposals.cli.app import application
from proposals.cli.output import ENDINGS

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs /dev, /proc and bash")

HERE = Path(__file__).parent
FAULTS: list[dict[str, Any]] = yaml.safe_load((HERE / "faults.yaml").read_text(encoding="utf-8"))
CODE = """
import os, signal, sys
from proposals.cli import main
if os.environ.get("KILLED"):
    import proposals.files.writing as writing
    writing.os.fsync = lambda handle: os.kill(os.getpid(), signal.SIGKILL)
main()
"""
COMMAND = f'proposals() {{ {shlex.quote(sys.executable)} -P -c {shlex.quote(CODE)} "$@"; }}\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder that the table of faults describes."""
    for name in ("kept.txt", "read-only.txt"):
        (tmp_path / name).write_text("before", encoding="utf-8")
    (tmp_path / "read-only.txt").chmod(0o444)
    (tmp_path / "folder").mkdir()
    (tmp_path / "link.txt").symlink_to("target.txt")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    return tmp_path


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault["fault"])
def test_each_fault_is_one_message_and_loses_nothing(fault: dict[str, Any], folder: Path) -> None:
    if fault.get("unless") == "root" and os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    done = subprocess.run(  # noqa: S603 -- lines of our own
        ["/usr/bin/env", "bash", "-c", COMMAND + fault["line"]],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    told = done.stderr.replace(str(folder), "FOLDER")
    says = fault.get("says", "")
    assert told.splitlines()[: 1 if says else None] == ([says] if says else [])
    assert done.returncode == fault["status"]
    for name, content in fault.get("leaves", {}).items():
        assert (folder / name).exists() is (content is not None)
        assert content is None or (folder / name).read_text(encoding="utf-8") == content


PLANS = ("us-28-point", "e3-counter")
WRITTEN = {
    "text": ("explain", "rules"),
    "markdown": ("matrix", *PLANS),
    "html": ("report", *PLANS),
    "docx": ("diff", *PLANS),
    "xlsx": ("diff", *PLANS),
    "json": ("similarity", *PLANS),
    "yaml": ("show", "us-28-point"),
    "github": ("check", "us-28-point"),
    "svg": ("export", "strips", *PLANS),
    "png": ("export", "strips", *PLANS),
    "csv": ("export", "terms", *PLANS),
    "json-lines": ("export", "terms", *PLANS),
    "parquet": ("export", "terms", *PLANS),
    "arrow": ("export", "terms", *PLANS),
}
"""A command for each format of a file."""


def test_every_format_is_interrupted() -> None:
    assert WRITTEN.keys() == ENDINGS.keys()


@pytest.mark.parametrize("form", WRITTEN)
def test_what_stops_a_file_leaves_the_one_before(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / f"kept{(*ENDINGS[form], '.txt')[0]}"
    kept.write_text("before", encoding="utf-8")
    command = [*WRITTEN[form], "-o", str(kept), "--force"]
    if form == "github":  # whose ending is that of a text
        command += ["--format", form]
    stops = {
        KeyboardInterrupt(): "proposals: interrupted\n",
        OSError(ENOSPC, "No space left on device"): f"proposals: {kept}: cannot write: No space left on device\n",
    }
    for stop, says in stops.items():

        def stopped(_handle: int, stop: BaseException = stop) -> None:
            raise stop

        monkeypatch.setattr(os, "fsync", stopped)
        done = CliRunner().invoke(application, command)
        assert (done.exit_code, done.stdout, done.stderr) == (2, "", says)
        assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["before"]
