"""Drafters of installed packages: found by name, refused with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from proposals.cli.app import application
from proposals.drafting.others import GROUP, installed
from proposals.errors import NotFoundError, ProposalsError

_DRAFTERS = '''
from proposals.drafting import Reading

about = {"version": "2.1", "model": "guesswork"}


def read(label, text):
    """Who is named in the point has a ceiling, and one that is not named has one, too."""
    if "keeps" in text:
        yield Reading(kind="force-limit", field="of", value="UA", quote="Ukraine")
        yield Reading(kind="force-limit", field="personnel", value="700k", quote="700,000 personnel")
        yield Reading(kind="force-limit", field="personnel", value="900k", quote="700,000 personnel", term=1)
        yield Reading(kind="force-limit", field="of", value="RU", quote="Ukraine", term=1)


class Nameless:
    about = {}

    def read(self, label, text):
        return ()


nameless = Nameless()
nothing = object()
'''
_NAMES = {
    "guess": "test_made_drafters",
    "nameless": "test_made_drafters:nameless",
    "nothing": "test_made_drafters:nothing",
    "absent": "test_made_absent",
}
TEXT = "1. Ukraine keeps at most 700,000 personnel.\n\n2. Ukraine holds elections.\n"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of packages, with one that brings drafters along."""
    site = tmp_path / "site"
    facts = site / "made_drafters-1.dist-info"
    facts.mkdir(parents=True)
    (site / "test_made_drafters.py").write_text(_DRAFTERS)
    (facts / "METADATA").write_text("Metadata-Version: 2.1\nName: made-drafters\nVersion: 1\n")
    lines = "\n".join(f"{name} = {home}" for name, home in _NAMES.items())
    (facts / "entry_points.txt").write_text(f"[{GROUP}]\n{lines}\n")
    monkeypatch.syspath_prepend(str(site))
    return site


@pytest.mark.usefixtures("package")
def test_a_drafter_is_found_by_its_name() -> None:
    assert installed("guess").about["version"] == "2.1"
    with pytest.raises(NotFoundError, match=r"'gues' is not a drafter; did you mean 'guess'\?"):
        installed("gues")
    with pytest.raises(NotFoundError, match="'zzz' is not a drafter; installed: absent, guess, nameless, nothing"):
        installed("zzz")


@pytest.mark.usefixtures("package")
def test_what_is_no_drafter_or_cannot_be_loaded_is_refused() -> None:
    with pytest.raises(ProposalsError, match="'nothing' is not a drafter: it lacks 'about' or 'read'"):
        installed("nothing")
    with pytest.raises(ProposalsError, match="the drafter 'absent' cannot be loaded: ModuleNotFoundError"):
        installed("absent")


def test_without_one_it_is_said_that_none_is_installed() -> None:
    with pytest.raises(NotFoundError, match="'guess' is not a drafter; none is installed"):
        installed("guess")


def _drafted(folder: Path, *arguments: str) -> tuple[int, str]:
    (folder / "leak.txt").write_text(TEXT)
    target = str(folder / "leak.yaml")
    result = CliRunner().invoke(application, ["draft", str(folder / "leak.txt"), "-o", target, *arguments])
    return result.exit_code, result.stderr


@pytest.mark.usefixtures("package")
def test_the_draft_says_who_read_what_and_what_was_dropped(tmp_path: Path) -> None:
    status, told = _drafted(tmp_path, "--drafter", "guess")
    assert (status, told.splitlines()[-3:]) == (
        0,
        [
            "guess: 2 values of 1 term passed; 2 dropped.",
            "Dropped: 1 × a name that the quotation does not say.",
            "Dropped: 1 × a value that the quotation does not say.",
        ],
    )
    text = (tmp_path / "leak.yaml").read_text()
    held = yaml.safe_load(text)
    assert held["drafted-by"].endswith(" and guess (version 2.1, model guesswork)")
    assert (held["terms"][0]["force-limit"], held["terms"][0]["personnel"]) == ("UA", 700_000)
    assert "# inferred, to be checked: 'personnel'" in text or "personnel: 700000\n" in text
    assert CliRunner().invoke(application, ["check", str(tmp_path / "leak.yaml")]).exit_code == 0


@pytest.mark.usefixtures("package")
def test_a_drafter_that_says_nothing_of_itself_is_named(tmp_path: Path) -> None:
    assert _drafted(tmp_path, "--drafter", "nameless")[0] == 0
    assert yaml.safe_load((tmp_path / "leak.yaml").read_text())["drafted-by"].endswith(" and nameless")


def test_an_unknown_drafter_and_one_without_a_text_are_refused(tmp_path: Path) -> None:
    status, told = _drafted(tmp_path, "--drafter", "guess")
    assert status == 2
    assert "'guess' is not a drafter; none is installed" in told
    assert not (tmp_path / "leak.yaml").exists()


@pytest.mark.usefixtures("package")
def test_an_empty_file_has_no_drafter() -> None:
    result = CliRunner().invoke(application, ["draft", "--empty", "plan", "--drafter", "guess"])
    assert (
        result.exit_code,
        "--empty takes no text, no --sides, no --source, no --drafter and no --like" in result.stderr,
    ) == (
        2,
        True,
    )
