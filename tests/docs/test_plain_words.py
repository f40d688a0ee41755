"""No words that read like a translation or a joke of the house: in the prose of the manual, and in the help."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from every_command import COMMANDS
from proposals.cli.app import application

ROOT = Path(__file__).parents[2]

AVOIDED = re.compile(
    r"\b(all that is wrong|asks the network|comes? to be|floors?|front doors?|lacks nobody|mend(s|ed|ing)?|no voice|"
    r"put (it|them) out|rooms?|shall stand|tells? of|told of|(is|are|was|were) told(?! apart)|voices?|"
    r"what they are about|whoever)\b",
    re.IGNORECASE,
)
"""All-purpose verbs and openings, and metaphors, for which there is a plain word."""

EXCEPTIONS = {
    ("docs/explanation/performance.md", "floor"),  # a term of measuring, explained there
    ("docs/explanation/direction.md", "room"),  # an army has more of it: meant as it is said
    ("docs/explanation/limits.md", "room"),  # likewise, of a sentence
}
QUOTED = re.compile(r"```.*?```|`[^`]*`|“[^”]*”|\"[^\"]*\"", re.DOTALL)
PAGES = [
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md")))
    if not {"examples", "_build"} & {*path.parts}
]


def avoided(text: str) -> set[str]:
    """The words to be avoided that a text has outside of code and quotation marks."""
    return {found[0].casefold() for found in AVOIDED.finditer(QUOTED.sub("", text))}


def test_a_word_to_be_avoided_is_found_and_a_quoted_one_is_not() -> None:
    assert avoided("Whoever mends it is told. The two are told apart.") == {"whoever", "mends", "is told"}
    assert avoided("It says `whoever`, “a room”, and ```a floor```.") == set()


@pytest.mark.parametrize("name", PAGES)
def test_no_page_has_a_word_to_be_avoided(name: str) -> None:
    assert {
        word for word in avoided((ROOT / name).read_text(encoding="utf-8")) if (name, word) not in EXCEPTIONS
    } == set()


def test_every_exception_is_needed() -> None:
    assert all(word in avoided((ROOT / name).read_text(encoding="utf-8")) for name, word in EXCEPTIONS)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_no_help_has_a_word_to_be_avoided(command: str) -> None:
    assert avoided(CliRunner().invoke(application, [*command.split(), "--help"]).stdout) == set()
