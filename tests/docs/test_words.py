"""No loaded words: in the manual, in the summaries and notes of the data, in the code's own messages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from manual import glossary

import proposals
from lists import word_lists
from proposals import library
from proposals.fields.declare import fields_of

ROOT = Path(__file__).parents[2]

# Words that take a side, judge a party or guess its mind. A text may be told to hold one only within quotation marks.
LOADED = re.compile(
    r"\b(absurd|aggressor|appease\w*|barbar\w+|betray\w*|brave|brutal\w*|capitulat\w*|cave[sd]? in|"
    r"conced(e|es|ed|ing)|concessions?|cowardly|cynical\w*|gain(s|ed|ing)?|"
    r"coward\w*|dictator\w*|evil|extremis[mt]s?|fascis[mt]s?|fortunately|freedom fighters?|generous\w*|hard-?liners?|"
    r"heroic\w*|hypocri\w+|inva(der|ders)|junta|kremlin propaganda|kyiv regime|liberat\w+|maximalist\w*|naive|naïve|"
    r"obviously|of course|orcs?|outrageous\w*|peace-?loving|pro-(kremlin|russian|ukrainian|western)|propaganda|"
    r"puppets?|radicals?|rightful(ly)? (russian|ukrainian)|sadly|sell-?outs?|shameful\w*|so-called|stubborn\w*|"
    r"surrender\w*|terroris[mt]s?|tough|traitors?|unfortunately|unreasonabl\w+|warmonger\w*|warlike|wish ?list)\b",
    re.IGNORECASE,
)
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|`[^`]*`")
ABOUT_WORDS = {"explanation/neutrality.md", "explanation/numbers.md"}  # pages that name such words to warn of them


def loaded(text: str) -> list[str]:
    return [found[0] for found in LOADED.finditer(QUOTED.sub("", text))]


def test_a_loaded_word_is_found_and_a_quoted_one_is_not() -> None:
    assert loaded("They capitulated, obviously.") == ["capitulated", "obviously"]
    assert loaded("One side gains concessions; the other conceded.") == ["gains", "concessions", "conceded"]
    assert loaded('Senators called it a "wish list".') == []


def test_pages(written: Path) -> None:
    found = loaded(written.read_text(encoding="utf-8"))
    assert bool(found) == (written.relative_to(ROOT / "docs").as_posix() in ABOUT_WORDS)


@pytest.mark.parametrize("name", ["README.md", "data/README.md", "seeds/README.md"])
def test_other_texts(name: str) -> None:
    assert loaded((ROOT / name).read_text(encoding="utf-8")) == []


def own_texts(document: proposals.Proposal) -> Iterator[str]:
    yield from (document.title, document.summary)
    yield from (gap.what + " " + gap.note for gap in document.gaps)
    yield from (step.note for step in document.lineage)
    yield from (one.note for one in document.struck)
    yield from (note for term in document.terms for note in (term.note, *(one.note for one in term.disputes)))


@pytest.mark.parametrize("name", library.ids())
def test_documents(name: str) -> None:
    assert [word for text in own_texts(proposals.load(name)) for word in loaded(text)] == []


def test_events_definitions_and_rules() -> None:
    texts = [text for event in library.events() for text in (event.title, event.note)]
    texts += [one.definition for one in glossary.definitions()]
    texts += [rule.sentence for rule in proposals.RULES]
    texts += [field.definition for kind in proposals.KINDS.values() for field in fields_of(kind)]
    texts += [word.definition for shape in word_lists() for word in shape]
    assert [word for text in texts for word in loaded(text)] == []
