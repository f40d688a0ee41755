"""Mutated input of every form: it is read, or refused with an error of ours, and nothing else happens.

Half a minute in the gate, about an hour with ``pytest tests/fuzz --hypothesis-profile=search``. What gave way,
and inputs of the sorts that once did, are kept below ``corpus``, one folder for each form, and tried with every run.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mutating import mutated

from drafting_texts import SIDES, drafted
from proposals import library
from proposals.comparison.engine import compare
from proposals.errors import ProposalsError
from proposals.files.glossary import read_glossary
from proposals.files.questions import read_questions
from proposals.files.registers import (
    read_actors,
    read_events,
    read_milestone_register,
    read_places,
    read_source_register,
)
from proposals.files.status import read_talks_status
from proposals.files.tiles import read_tiles
from proposals.language.loading import read_language
from proposals.language.names import Lookup
from proposals.library.opening import settings_above
from proposals.measures.weights import read_weights
from proposals.reports.brackets.parser import read_brackets
from proposals.reports.brackets.writer import render
from proposals.reports.formats import Options, text
from proposals.reports.pages.comparison import page
from proposals.texts.reading import read_raw

TREE = Path(__file__).parents[2]
CORPUS = Path(__file__).parent / "corpus"
GOLDEN = TREE / "tests" / "golden"
DATA = TREE / "data"
WORDS = DATA / "language" / "en"


def document(path: Path) -> None:
    """A document is checked, and compared if nothing is wrong with it."""
    if not library.problems_of(path):
        pair = [library.load(path), library.load(GOLDEN / "right.yaml")]
        text.write(page(compare(*pair), Lookup.of(*pair)), Options(width=80))


def brackets(path: Path) -> None:
    read_brackets(path.read_text(encoding="utf-8"), library.world())


def draft(path: Path) -> None:
    drafted(path.read_text(encoding="utf-8"), *SIDES)


def language(path: Path) -> None:
    folder = path.parent / "en"
    folder.mkdir(exist_ok=True)
    for name in ("common.yaml", "names.yaml", "pages.yaml"):
        shutil.copy(WORDS / name, folder / name)
    shutil.copy(
        path, folder / "common.yaml" if "\ngrammar:" in path.read_text(encoding="utf-8") else folder / path.name
    )
    try:
        read_language.__wrapped__((folder,))
    finally:
        shutil.rmtree(folder)


def status(path: Path) -> None:
    read_talks_status(path, library.world())


def weights(path: Path) -> None:
    read_weights(path, library.world())


def collection(path: Path) -> None:
    """Each file that a collection may have, as whatever file it is."""
    readers: tuple[Callable[[], object], ...] = (
        lambda: read_places(path),
        lambda: read_actors(path),
        lambda: read_milestone_register(path),
        lambda: read_source_register(path, library.world()),
        lambda: read_events(path, library.world()),
        lambda: read_questions(path),
        lambda: read_glossary(path),
        lambda: read_tiles(path, library.world()),
    )
    for read in readers:
        with suppress(ProposalsError):
            read()


def settings_file(path: Path) -> None:
    settings_above(path.parent)


@attrs.frozen
class Form:
    """A form of input: how a file of it is called, what takes it, and how good files look."""

    name: str
    takes: Callable[[Path], object]
    seeds: Callable[[], Iterator[str]]


def _files(*paths: Path) -> Callable[[], Iterator[str]]:
    return lambda: (path.read_text(encoding="utf-8") for path in paths)


STATUS = """status:
- force-limit: UA
  is: agreed ad referendum
  compromise: {personnel: 700k, peacetime: true}
- ceasefire: [RU, UA]
  compromise: The fighting stops.
  note: Subject to the monitoring.
"""
LEAK = """# A plan

1. Ukraine's armed forces shall be limited to 600,000 troops within 30 days of signature.
2. Crimea, Luhansk and Donetsk will be recognised as de facto Russian, including by the United States.
   a) Russia withdraws from Sumy; both sides freeze hostilities.
3. $100 billion in frozen Russian assets will be invested; the US receives 50% of the profits.
"""
FORMS: Mapping[str, Form] = {
    "document": Form("plan.yaml", document, _files(GOLDEN / "left.yaml", GOLDEN / "right.yaml", GOLDEN / "wrong.yaml")),
    "brackets": Form(
        "brackets.txt",
        brackets,
        lambda: iter([render([library.load(GOLDEN / "left.yaml"), library.load(GOLDEN / "right.yaml")])]),
    ),
    "draft": Form("leak.txt", draft, lambda: iter([LEAK])),
    "page": Form(
        "leak.html", read_raw, lambda: iter(["<html><body><ol><li>One<li>Two</ol><table><tr><td>x</table></body>"])
    ),
    "language": Form("words.yaml", language, _files(WORDS / "common.yaml", WORDS / "forces.yaml")),
    "status": Form("status.yaml", status, lambda: iter([STATUS])),
    "weights": Form("weights.yaml", weights, lambda: iter(["territory: 2\nwithdrawal: 0\nforce-limit/UA: 3\n"])),
    "collection": Form("shared.yaml", collection, _files(*sorted(DATA.glob("*.yaml")))),
    "settings": Form(
        "proposals.toml", settings_file, lambda: iter(['collections = ["plans", "."]\nbundled = false\n'])
    ),
}


@cache
def _seeds(form: str) -> tuple[str, ...]:
    return tuple("\n".join(seed.split("\n")[:120]) for seed in FORMS[form].seeds())


def tried(form: str, content: str) -> None:
    """Hand the content to what takes the form. Whatever it raises that is no error of ours fails the test."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / FORMS[form].name
        path.write_bytes(content.encode("utf-8", "surrogatepass"))
        with suppress(ProposalsError):
            FORMS[form].takes(path)


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=8 * settings.default.max_examples)
@given(data=st.data())
def test_mutated_input_is_read_or_refused(form: str, data: st.DataObject) -> None:
    tried(form, data.draw(mutated(_seeds(form))))


@pytest.mark.parametrize("form", FORMS)
def test_input_as_it_is_meant_is_read(form: str, tmp_path: Path) -> None:
    for number, seed in enumerate(FORMS[form].seeds()):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = folder / FORMS[form].name
        path.write_text(seed, encoding="utf-8")
        FORMS[form].takes(path)


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*/*")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_once_gave_way_is_read_or_refused(path: Path) -> None:
    tried(path.parent.name, path.read_text(encoding="utf-8"))
