"""The wheel, built and installed as a reader would, and run from an empty folder."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
from packaging.metadata import Metadata

from proposals import __version__, library

TREE = Path(__file__).resolve().parents[2]
# What would have the new environment find this one instead of itself.
INHERITED = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG"}
# Nothing newer than what was tested, whatever was released since: what builds is taken from this environment.
INSTALL = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")


def _run(folder: Path, *command: str | Path, **given: str) -> str:
    environment = {name: value for name, value in os.environ.items() if name not in INHERITED} | given
    done = subprocess.run(  # noqa: S603 -- our own interpreter and what was just installed
        [str(part) for part in command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source distribution, which is built from the tree."""
    built = tmp_path_factory.mktemp("dist")
    _run(TREE, sys.executable, "-m", "build", "--no-isolation", "--outdir", built)
    (found,) = built.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """The folder of commands of a fresh environment that holds the wheel and what it needs."""
    environment = tmp_path_factory.mktemp("environment")
    venv.create(environment, with_pip=True)
    commands = environment / "bin"
    _run(environment, commands / "python", *INSTALL, "--constraint", _versions(environment), wheel)
    return commands


def _versions(folder: Path) -> Path:
    """The tested versions as constraints, without the hashes, which pip does not take beside a file of our own."""
    locked = (TREE / "requirements.txt").read_text(encoding="utf-8").splitlines()
    pins = [line.rstrip("\\ ") for line in locked if not line.startswith((" ", "#"))]
    path = folder / "constraints.txt"
    path.write_text("\n".join(pins), encoding="utf-8")
    return path


def test_the_wheel_carries_code_data_and_licence(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    carried = {f"proposals/{path.relative_to(TREE)}" for path in (TREE / "data").rglob("*.yaml")}
    carried |= {f"proposals/{source.file}" for source in library.sources().values() if source.file}
    carried |= {
        str(path.relative_to(TREE / "src"))
        for path in (TREE / "src").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert carried <= names
    assert wheel.name == f"negotiation_proposals-{__version__}-py3-none-any.whl"
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not any(name.startswith("tests") or name.endswith(".pyc") for name in names)


def test_the_wheel_is_small_and_an_index_takes_its_metadata(wheel: Path) -> None:
    assert wheel.stat().st_size < 1_000_000
    archive = zipfile.ZipFile(wheel)
    (name,) = (one for one in archive.namelist() if one.endswith(".dist-info/METADATA"))
    metadata = Metadata.from_email(archive.read(name), validate=True)
    described = str(metadata.description)
    assert described.startswith("# proposals\n")
    assert not re.search(r"\]\((?!https?://)", described), "an index page can show no file"
    assert "What changed" in described
    assert metadata.description_content_type == "text/markdown"
    assert {f"Programming Language :: Python :: 3.{minor}" for minor in range(11, 15)} <= set(
        metadata.classifiers or ()
    )


def test_a_release_says_where_the_project_lives_and_else_no_link_is_made_up() -> None:
    home = "https://example.org/team/proposals"
    command = (sys.executable, "-m", "hatchling", "metadata")
    given = json.loads(_run(TREE, *command, REPOSITORY_URL=home, MANUAL_URL="https://team.example.org/proposals/"))
    links = re.findall(r"\]\(([^)]+)\)", given["readme"]["text"])
    assert given["urls"] == {
        "Source": home,
        "Changelog": f"{home}/blob/v{__version__}/CHANGELOG.md",
        "Issues": f"{home}/issues",
        "Documentation": "https://team.example.org/proposals/",
    }
    for link in links:
        assert link.startswith((f"{home}/blob/v{__version__}/", f"{home}/raw/v{__version__}/"))
        assert (TREE / re.sub(r"^.*/(blob|raw)/[^/]+/|#.*", "", link)).exists()
    assert any(link.endswith(".png") for link in links)

    unknown = json.loads(_run(TREE, *command, REPOSITORY_URL=""))
    assert "urls" not in unknown
    assert "](" not in unknown["readme"]["text"]


def test_a_type_checker_accepts_what_users_write_and_sees_what_is_wrong(installed: Path, tmp_path: Path) -> None:
    shutil.copy(TREE / "tests" / "whole" / "typical_uses.py", tmp_path)
    options = ("--strict", "--python-executable", installed / "python", "--cache-dir", tmp_path / "cache")
    told = _run(tmp_path, sys.executable, "-m", "mypy", *options, "typical_uses.py")
    assert told == "Success: no issues found in 1 source file\n"


_PYRIGHT = {"typeCheckingMode": "strict", "reportUnnecessaryTypeIgnoreComment": True, "include": ["typical_uses.py"]}


def test_pyright_accepts_the_same_and_sees_the_same(installed: Path, tmp_path: Path) -> None:
    shutil.copy(TREE / "tests" / "whole" / "typical_uses.py", tmp_path)
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(_PYRIGHT), encoding="utf-8")
    told = _run(tmp_path, sys.executable, "-m", "basedpyright", "--pythonpath", installed / "python")
    assert told == "0 errors, 0 warnings, 0 notes\n"


_PACKAGE = """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
[project]
name = "wage-kinds"
version = "1"
[project.entry-points."proposals.collections"]
wages = "wage_kinds"
"""
_CLAIM = """
id: {0}
title: The {0}
date: 2031-03-02
coverage: complete
terms:
- pay-rise: dockers
  percent: {1}
- working-week: dockers
  hours: {2}
"""


def test_a_package_with_kinds_of_its_own_is_used_by_command_and_library(installed: Path, tmp_path: Path) -> None:
    source = tmp_path / "package"
    shutil.copytree(TREE / "docs" / "examples" / "wage-round", source / "wage_kinds", ignore=_NOT_SHARED)
    (source / "wage_kinds" / "kinds.py").rename(source / "wage_kinds" / "__init__.py")
    (source / "pyproject.toml").write_text(_PACKAGE, encoding="utf-8")
    _run(source, sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, source)
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    for name, percent, hours in (("claim", 6, 36), ("reply", 3, 38)):
        (folder / f"{name}.yaml").write_text(_CLAIM.format(name, percent, hours), encoding="utf-8")
    (wheel,) = tmp_path.glob("wage_kinds-*.whl")
    _run(folder, installed / "python", *INSTALL, "--no-deps", wheel)
    try:
        _run(folder, installed / "proposals", "check", "claim.yaml", "reply.yaml")
        told = _run(folder, installed / "proposals", "diff", "claim.yaml", "reply.yaml", "--width", "200")
        assert "The pay of dockers would be raised by 6%" in told
        script = (
            "import proposals; library = proposals.open_library(); from wage_kinds import PayRise;"
            "claim, reply = map(library.load, ('claim.yaml', 'reply.yaml'));"
            "print(*(one.differences[0].change for one in proposals.compare(claim, reply).findings));"
            "print(library.check(claim), isinstance(claim.terms[0], PayRise))"
        )
        assert _run(folder, installed / "python", "-c", script).splitlines()[-1] == "() True"
    finally:
        _run(folder, installed / "python", "-m", "pip", "uninstall", "--quiet", "--yes", "wage-kinds")


_NOT_SHARED = shutil.ignore_patterns("proposals", "proposals.toml", "__pycache__")


def test_from_an_empty_folder_the_installed_command_finds_its_data(installed: Path, tmp_path: Path) -> None:
    listed = _run(tmp_path, installed / "proposals", "list")
    assert all(name in listed for name in library.ids())
    _run(tmp_path, installed / "proposals", "check")
    assert _run(tmp_path, installed / "proposals", "--version") == f"proposals {__version__}\n"
    assert _run(tmp_path, installed / "python", "-W", "error", "-m", "proposals", "diff", *library.ids()[:2])
    root = _run(tmp_path, installed / "python", "-c", "from proposals.library.bundled import root; print(root())")
    assert root.strip().endswith("site-packages/proposals")


def test_an_editable_install_finds_the_data_of_its_tree(installed: Path, tmp_path: Path) -> None:
    del installed  # built first, so that the tree is not built twice at once
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=True)
    python = environment / "bin" / "python"
    tools = ("hatchling", "editables")
    _run(tmp_path, python, *INSTALL, "--constraint", _versions(tmp_path), *tools)
    options = ("--no-build-isolation", "--constraint", tmp_path / "constraints.txt")
    _run(tmp_path, python, *INSTALL, *options, "--editable", TREE)
    script = "from proposals import library; print(library.root(), len(library.ids()))"
    assert _run(tmp_path, python, "-c", script) == f"{TREE} {len(library.ids())}\n"
