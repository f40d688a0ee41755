"""A language is a folder of files: what is wrong or missing in them is said in one sentence."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from lists import word_lists
from proposals import library
from proposals.errors import InvalidValueError, NotFoundError, UnreadableError
from proposals.fields.declare import Record, compared, fields_of, subject
from proposals.fields.members import Members
from proposals.fields.scales import MemberSet, Nominal, Quantity
from proposals.fields.values import ACTOR, PLACE, Words
from proposals.language import ENGLISH, Language, Lookup, folders_of, heading, lacking, read_language, require, sentence
from proposals.language.clauses import Clause
from proposals.terms import KINDS
from proposals.terms.base import Term
from proposals.terms.circumstance import Circumstance
from proposals.terms.forces import ForceLimit
from proposals.terms.navigation import Navigation
from proposals.vocabulary import Modality, Stance, Topic
from proposals.words import Word

LANGUAGE = read_language(folders_of(ENGLISH, library.bundled()))
FRENCH = read_language(folders_of("fr", library.bundled()))
LOOKUP = Lookup.of()

Altered = Callable[[str, str, str], Path]


@pytest.fixture
def altered(tmp_path: Path) -> Altered:
    """The folder of a language that is English but for a text of one file, written otherwise."""

    def write(file: str, old: str, new: str) -> Path:
        folder = tmp_path / "data" / "language" / "xx"
        shutil.copytree(folders_of(ENGLISH, library.bundled())[0], folder, dirs_exist_ok=True)
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new), encoding="utf-8")
        return folder

    return write


def test_english_lacks_nothing() -> None:
    require(LANGUAGE, KINDS)
    assert list(lacking(LANGUAGE, KINDS)) == []


@pytest.mark.parametrize("language", [LANGUAGE, FRENCH], ids=lambda one: one.code)
@pytest.mark.parametrize("kind", LANGUAGE.clauses)
def test_a_clause_speaks_of_fields_that_its_kind_has_and_links_to_it(kind: str, language: Language) -> None:
    clause = language.clauses[kind]
    own = {field.key: field for field in fields_of(KINDS[kind])}
    assert {slot.key for one in clause.every() for slot in one.slots} <= {*own, "would", "would-not"}
    assert clause.adds.keys() | clause.words.keys() <= own.keys()
    assert all("[" in one.text for one in (clause.heading, *clause.says, *clause.rejects))
    for key, words in clause.words.items():
        domain = own[key].domain
        assert isinstance(domain, Words)
        assert set(words) - {"…"} <= set(map(str, domain.words))


@pytest.mark.parametrize("language", [LANGUAGE, FRENCH], ids=lambda one: one.code)
def test_every_entry_is_of_a_kind_and_a_list_that_there_are(language: Language) -> None:
    assert language.clauses.keys() <= KINDS.keys()
    lists = {shape.__name__: {str(word) for word in shape} for shape in (*word_lists(), Topic)}
    for name, words in language.words.items():
        assert set(words) - {"…"} <= lists[name]


def test_an_open_list_is_said_in_a_form_that_the_language_has(altered: Altered) -> None:
    term = Navigation(waters=("dnipro",), for_=Members(["UA"], open=True))
    assert sentence(term, LOOKUP) == "The Dnipro would be open to Ukrainian and other shipping."
    other = attrs.evolve(LOOKUP, speaks=(altered("common.yaml", "adjective: other, ", ""),))
    assert sentence(term, other) == "The Dnipro would be open to Ukraine's and others' shipping."


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            "forces.yaml",
            "  air-basing:\n    heading:",
            "  air-basing:\n    heding:",
            ": 'air-basing': 'heding' is not part of it; it has: adds, heading, rejects, says, words",
        ),
        (
            "forces.yaml",
            '  air-basing:\n    heading: "[Fighter aircraft] in {in}"\n',
            "  air-basing:\n",
            ": 'air-basing': it has no 'heading'",
        ),
        (
            "forces.yaml",
            '"[Fighter aircraft] in {in}"',
            '"[Fighter aircraft] in {in"',
            ": 'air-basing': '[Fighter aircraft] in {in' is not a template: see its sign '{'",
        ),
        ("forces.yaml", '"[Fighter aircraft] in {in}"', "[a]", ": 'air-basing': a text belongs here, not ('a',)"),
        ("politics.yaml", ": presidential", ": [a]", ": 'Elected': 'key: text' lines belong here, not ('a',)"),
        ("common.yaml", "language: English\n", "", " has no 'language'"),
        ("common.yaml", '  last: " and "\n', "", ": 'grammar': it has no 'last'"),
        ("common.yaml", ", would-not: may choose not to}", "}", ": 'may': it has no 'would-not'"),
    ],
)
def test_what_is_wrong_is_named(altered: Altered, file: str, old: str, new: str, message: str) -> None:
    with pytest.raises(InvalidValueError) as told:
        read_language((altered(file, old, new),))
    assert str(told.value) == f"data/language/xx/{file}{message}"


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("politics.yaml", "  elections:\n", "  voting:\n", "sentence for the kind 'elections'"),
        (
            "forces.yaml",
            "      host-decides:",
            "      permanently:",
            "wording for 'host-decides' of the kind 'foreign-forces'",
        ),
        ("politics.yaml", "    local: local\n", "", "wording for the word 'local' of Elected"),
        ("common.yaml", "    breach: ", "    breech: ", "wording for 'breach' of the record Circumstance"),
        ("common.yaml", "  USD: ", "  dollars: ", "unit 'USD'"),
        ("common.yaml", '  day: "{day}', '  days: "{day}', "phrase 'dates.day'"),
        ("common.yaml", "  variant: ", "  version: ", "frame 'variant'"),
        ("common.yaml", '  strikes: "', '  struck: "', "stance 'strikes'"),
        ("common.yaml", "  may: {would", "  might: {would", "modality 'may'"),
        ("common.yaml", "  obligors: ", "  bearers: ", "addition for 'obligors'"),
        ("common.yaml", "    opposed: opposed\n", "", "wording for the word 'opposed' of Relation"),
    ],
)
def test_what_is_missing_is_named_with_its_file(altered: Altered, file: str, old: str, new: str, message: str) -> None:
    language = read_language((altered(file, old, new),))
    with pytest.raises(InvalidValueError) as told:
        require(language, KINDS)
    assert str(told.value).splitlines()[0] == f"no English {message}: add it to data/language/xx/{file}"


def test_all_that_is_missing_is_named_at_once(altered: Altered) -> None:
    language = read_language((altered("common.yaml", "    opposed: opposed\n", ""),))
    with pytest.raises(InvalidValueError) as told:
        require(language, KINDS)
    lists = [line.partition(": add")[0].rpartition(" ")[2] for line in str(told.value).splitlines()]
    assert lists == ["Relation", "Verdict"]
    phrases = {one: text for one, text in LANGUAGE.phrases.items() if one != "brief.dated"}
    lacking_one = attrs.evolve(LANGUAGE, phrases=phrases)
    with pytest.raises(InvalidValueError, match=r"no English phrase 'brief.dated'.*common.yaml$"):
        require(lacking_one, KINDS, LANGUAGE)


def test_a_language_may_tell_fewer_numbers_and_fewer_labels_apart() -> None:
    assert list(lacking(FRENCH, KINDS, LANGUAGE)) == []
    assert "labels.about.joint-body" in LANGUAGE.phrases.keys() - FRENCH.phrases.keys()


def test_a_translation_has_a_word_and_a_definition_where_english_has_its_own() -> None:
    words = {
        **FRENCH.words,
        "Duty": {key: own for key, own in FRENCH.words["Duty"].items() if key != "may do"},
        "Form": {**FRENCH.words["Form"], "plan": {"name": "plan"}},
    }
    assert list(lacking(attrs.evolve(FRENCH, words=words), KINDS, LANGUAGE)) == [
        "no français wording for the word 'may do' of Duty: add it to data/language/fr/common.yaml",
        "no français definition of the word 'plan' of Form: add it to data/language/fr/common.yaml",
    ]


def test_asking_for_a_missing_entry_names_it(altered: Altered) -> None:
    language = read_language((altered("common.yaml", '  strikes: "', '  struck: "'),))
    with pytest.raises(InvalidValueError, match=r"no English stance 'strikes': add it to data/language/xx/common.yaml"):
        language.stance(Stance.STRIKES)
    with pytest.raises(InvalidValueError, match=r"no English phrase 'dates.century'"):
        language.phrase("dates.century")
    with pytest.raises(InvalidValueError, match="no English frame 'x'"):
        language.frame("x")
    assert language.modal(Modality.MAY).would == "may"


def test_a_kind_without_an_entry_is_worded_all_the_same(altered: Altered) -> None:
    lookup = attrs.evolve(Lookup.of(), speaks=(altered("forces.yaml", "  force-limit:\n", "  limit:\n"),))
    term = ForceLimit(of=("UA",), personnel=5, peacetime=True)
    assert sentence(term, lookup) == (
        "Force limit would apply to Ukraine. The most persons allowed: 5 people. It holds in peacetime only."
    )
    assert heading(ForceLimit, term.subject, lookup) == "Force limit: Ukraine"


def test_a_language_that_there_is_not_is_named() -> None:
    with pytest.raises(NotFoundError, match="there is no language 'xx'; known: en, fr"):
        folders_of("xx", library.bundled())


def test_a_file_that_cannot_be_read_is_named(altered: Altered) -> None:
    with pytest.raises(UnreadableError, match=r"politics\.yaml:4:3: 'elections' appears twice; keep one|:\d+:\d+:"):
        read_language((altered("politics.yaml", "  elections:\n", "  elections: {}\n  elections:\n"),))


class Depth(Word):
    """How deep."""

    SHALLOW = "shallow", "Shallow."


@attrs.frozen(kw_only=True)
class Part:
    """A record led by an actor."""

    of: str = compared(Nominal(ACTOR), "Who.", default=attrs.NOTHING)


@attrs.frozen(kw_only=True)
class Demining(Term):
    """Clearing of mines."""

    kind = "demining"
    places: tuple[str, ...] = subject(PLACE, "Where.", each=True)
    depth: Depth | None = compared(Nominal(Words(Depth)), "How deep.")
    area: int | float | None = compared(Quantity("acres"), "How much.")
    parts: object = compared(MemberSet(Record(Part, "of")), "Who has what.")
    ends: object = compared(MemberSet(Record(Circumstance, "act")), "What ends it.")


def test_a_kind_of_one_s_own_lacks_what_nobody_has_written() -> None:
    file = "add it to data/language/en/"
    (lack,) = lacking(LANGUAGE, {Demining.kind: Demining})
    assert lack.startswith(f"no English sentence for the kind 'demining': {file}")
    clause = Clause.of({"heading": "[Demining] of {places}", "says": "{places} {would} be [cleared]< to {depth}>"})
    language: Language = attrs.evolve(LANGUAGE, clauses={Demining.kind: clause})
    lacks = [one.partition(": ")[0] for one in lacking(language, {Demining.kind: Demining})]
    assert lacks == [
        "no English wording for the word 'shallow' of Depth",
        "no English wording for 'area' of the kind 'demining'",
        "no English unit 'acres'",
        "no English wording for 'parts' of the kind 'demining'",
        "no English wording for 'name' of the record Part",
        "no English wording for 'ends' of the kind 'demining'",
    ]


def test_the_folder_is_the_one_that_the_wheel_ships() -> None:
    assert folders_of(ENGLISH, library.bundled()) == (library.root() / "data" / "language" / "en",)
