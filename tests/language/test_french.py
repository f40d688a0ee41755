"""French, to show that a second language is a folder of files: it has all that English has, and reads as French."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import attrs
import pytest
from click.testing import CliRunner

import proposals
from making import document
from proposals import library
from proposals.cli.app import application
from proposals.comparison.summaries import questions
from proposals.errors import NotFoundError, WrongTypeError
from proposals.fields.declare import compared_fields
from proposals.fields.members import Members
from proposals.fields.values import Moment
from proposals.language import Lookup, lacking, name, sentence
from proposals.language.amounts import amount_words
from proposals.language.dates import date_words
from proposals.language.questions import asks, question_words
from proposals.library.bundled import bundled
from proposals.terms import KINDS
from proposals.terms.alliances import EnlargementStop
from proposals.terms.base import Term
from proposals.terms.forces import ForeignForces, HeavyWeapon, WeaponsWithdrawal
from proposals.terms.provision import Provision
from proposals.terms.sovereignty import Sovereignty
from proposals.vocabulary import Modality, Topic
from proposals.world.actors import Actor, ActorKind
from proposals.world.dates import Date, Deadline

US, EUROPE = library.load("us-plan-reported"), library.load("ua-europe-reported")
FRENCH = Lookup.of(library=bundled().speaking("fr"))


def test_every_field_has_a_label() -> None:
    labels = {one.split(".")[1] for one in FRENCH.language.phrases if one.startswith("labels.")}
    assert {field.key for shape in KINDS.values() for field in compared_fields(shape)} <= labels


def test_every_actor_and_place_has_a_french_name() -> None:
    world = library.world()
    english = re.compile(r"\b(the|of|and|region|states|held)\b")
    named = {one: name(one, FRENCH) for one in (*world.actors.actors, *world.places.places)}
    assert {one: shown for one, shown in named.items() if english.search(str(shown))} == {}


def test_every_question_is_asked_in_french() -> None:
    assert FRENCH.language.questions.keys() == bundled().questions.keys()
    assert question_words("whose-territory", ("UA-14", "UA-09"), FRENCH) == (
        "À qui reviennent les régions de Donetsk et de Louhansk\u00a0?"
    )


@pytest.mark.parametrize(
    ("modality", "text"),
    [
        (Modality.SHALL, "L’Ukraine et les États-Unis confirmeraient la souveraineté de la Pologne."),
        (Modality.SHOULD, "L’Ukraine et les États-Unis devraient confirmer la souveraineté de la Pologne."),
        (Modality.MAY, "L’Ukraine et les États-Unis pourraient confirmer la souveraineté de la Pologne."),
        (Modality.SHALL_NOT, "L’Ukraine et les États-Unis ne confirmeraient pas la souveraineté de la Pologne."),
        (Modality.EXPECTED, "Il est prévu que l’Ukraine et les États-Unis confirmeront la souveraineté de la Pologne."),
    ],
)
def test_a_verb_takes_the_number_and_the_mood(modality: Modality, text: str) -> None:
    assert sentence(Sovereignty(of="PL", by=Members(["UA", "US"]), modality=modality), FRENCH) == text


@pytest.mark.parametrize(
    ("term", "text"),
    [
        (Sovereignty(of="PL", by=Members(["US"])), "Les États-Unis confirmeraient la souveraineté de la Pologne."),
        (Sovereignty(of="GB", by=Members(["FR"])), "La France confirmerait la souveraineté du Royaume-Uni."),
        (EnlargementStop(of="NATO"), "L’OTAN n’admettrait pas de nouveaux membres."),
        (
            EnlargementStop(of="NATO", modality=Modality.EXPECTED),
            "Il est prévu que l’OTAN n’admettra pas de nouveaux membres.",
        ),
        (
            ForeignForces(of="FR", in_="UA", modality=Modality.SHALL_NOT),
            "Des forces françaises ne seraient pas stationnées en Ukraine.",
        ),
        (ForeignForces(of="E3", in_="PL"), "Des forces de l’E3 seraient stationnées en Pologne."),
    ],
)
def test_names_take_their_prepositions(term: Term, text: str) -> None:
    assert sentence(term, FRENCH) == text


@pytest.mark.parametrize(
    ("number", "unit", "text"),
    [
        (100_000_000_000, "USD", "100 milliards de dollars"),
        (1_000_000, "EUR", "1 million d’euros"),
        (600_000, "USD", "600 000 dollars"),
        (1, "years", "1 an"),
    ],
)
def test_amounts_are_french(number: float, unit: str, text: str) -> None:
    assert amount_words(number, unit, FRENCH.language).replace("\u00a0", " ") == text


def test_a_verb_cannot_agree_with_a_field_that_is_not_stated(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "language" / "fr"
    folder.mkdir(parents=True)
    (folder / "own.yaml").write_text(
        """
kinds:
  sovereignty:
    heading: "[Souveraineté]"
    says: ["ainsi {would.confirmerait@by} [chacun]{by?}", "[souverain] {would.serait} le pays"]
""",
        encoding="utf-8",
    )
    own = attrs.evolve(FRENCH, speaks=(*FRENCH.speaks, folder))
    assert sentence(Sovereignty(of="PL"), own) == "Souverain serait le pays."
    assert sentence(Sovereignty(of="PL", by=Members(["US"])), own) == "Ainsi confirmeraient chacun."


def test_values_are_worded_in_french(tmp_path: Path) -> None:
    compared = proposals.compare(US, EUROPE)
    held = [compared, proposals.brief(compared), proposals.matrix([US, EUROPE]), proposals.trace([US, EUROPE])]
    for value in held:
        assert "Plan américain tel que rapporté" in " ".join(proposals.to_text(value, language="fr").split())
    assert '<html lang="fr">' in proposals.to_html(compared, language="fr")
    assert proposals.to_markdown(compared, language="fr").startswith("# Plan américain")
    assert proposals.say(US.terms[0], language="fr").startswith("Les forces ukrainiennes se retireraient")
    proposals.write(compared, tmp_path / "fr.txt", language="fr")
    assert "clauses connues" in (tmp_path / "fr.txt").read_text(encoding="utf-8")
    with pytest.raises(WrongTypeError, match=r"page of a Estimate is in English; in 'fr' there is one of: Proposal"):
        proposals.to_text(proposals.similarity(US, EUROPE).overall, language="fr")


@pytest.mark.parametrize(
    ("edtf", "text"),
    [
        ("2025-11-21~", "vers le 21 novembre 2025"),
        ("2025-12?", "peut-être en décembre 2025"),
        ("2025-12%", "peut-être vers décembre 2025"),
        ("2025-11-20/2025-12-03", "du 20 novembre 2025 au 3 décembre 2025"),
        ("2025-08/2025-11", "d’août 2025 à novembre 2025"),
        ("2025-11/..", "à partir de novembre 2025"),
        ("/2025-05-02", "jusqu’au 2 mai 2025"),
    ],
)
def test_days_and_months_take_their_own_words(edtf: str, text: str) -> None:
    assert date_words(Date(edtf), FRENCH.language) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (US, "Les forces ukrainiennes se retireraient"),
        (proposals.burdens(US, EUROPE), "Obligations et promesses"),
        (proposals.similarity(US, EUROPE), "intervalle possible 0,"),
        (proposals.four_columns([EUROPE], base=US), "Qui a bougé"),
        (proposals.source_table(EUROPE, [US]), "Ce qui en a été fait"),
    ],
    ids=["document", "burdens", "similarity", "four columns", "source table"],
)
def test_every_page_of_documents_is_worded_in_french(value: Any, text: str) -> None:
    assert text in " ".join(proposals.to_markdown(value, language="fr").split())


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (("list",), "clauses connues"),
        (("list", "us-28-point", "--lineage"), "Filiation de"),
        (("show", "us-28-point", "--gaps"), "15 lacunes dans 1 document"),
        (("show", "twenty-point", "--disputes"), "8 valeurs contestées"),
        (("timeline",), "Chronologie : "),
        (("similarity", "us-28-point", "--nearest", "1"), "Les plus proches : Plan américain"),
    ],
)
def test_lists_speak_french(arguments: tuple[str, ...], text: str) -> None:
    result = CliRunner().invoke(application, [*arguments, "--language", "fr"])
    assert result.exit_code == 0
    assert text in " ".join(re.split(r"[ \n\u00a0]+", result.stdout))


def test_a_report_speaks_french(tmp_path: Path) -> None:
    file = tmp_path / "rapport.html"
    asked = ["report", "us-28-point", "e3-counter", "--topic", "nuclear", "--topic", "forces", "--language", "fr"]
    result = CliRunner().invoke(application, [*asked, "-o", str(file)])
    assert (result.exit_code, result.output) == (0, "")
    text = re.sub("<(script|style).*?</\\1>", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert '<html lang="fr">' in text
    assert "<dt>Connu</dt><dd>texte entier connu\u00a0: 48 clauses\u00a0; 28 points en tout</dd>" in text
    labels = {*re.findall(r'aria-label="([^"]*)"', text), *re.findall(r"<(?:h2|th|summary|option)[^>]*>([^<]+)<", text)}
    english = re.compile(r"\b(the|and|of|by|not|with|all|for|terms?|rows?)\b", re.IGNORECASE)
    assert [label for label in labels if english.search(label)] == []


@pytest.mark.parametrize("command", ["diff", "matrix", "trace"])
def test_a_command_speaks_french(command: str) -> None:
    asked = (command, "us-28-point", "e3-counter", "--question", "size-of-forces")
    given = CliRunner().invoke(application, [*asked, "--language", "fr"])
    remembered = CliRunner().invoke(application, [*asked], env={"PROPOSALS_LANGUAGE": "fr"})
    assert given.exit_code == remembered.exit_code == 0
    assert given.stdout == remembered.stdout
    assert "limités à 600\u00a0000" in " ".join(re.split(r"[ \n]+", given.stdout))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("diff", "us-28-point", "e3-counter", "--form", "brackets"),
            "--form brackets is written in English: --language en",
        ),
        (("list", "--questions"), "a list of questions is written in English: --language en, not fr"),
        (("list", "--precedents", "pax.csv"), "a list of precedents is written in English: --language en, not fr"),
        (("show", "us-28-point", "--text"), "a text beside its coding is written in English: --language en, not fr"),
        (
            ("similarity", "us-28-point", "e3-counter", "--coders"),
            "the agreement of coders is written in English: --language en, not fr",
        ),
        (("diff", "a.txt", "b.txt"), "a comparison of raw texts is written in English: --language en, not fr"),
    ],
)
def test_what_is_in_english_alone_is_refused(arguments: tuple[str, ...], message: str) -> None:
    result = CliRunner().invoke(application, [*arguments, "--language", "fr"])
    assert result.exit_code == 2
    assert message in " ".join(result.output.split())


def test_a_language_that_there_is_not_is_refused() -> None:
    result = CliRunner().invoke(application, ["diff", "us-28-point", "e3-counter", "--language", "xx"])
    assert (result.exit_code, "there is no language 'xx'; known: en, fr" in result.output) == (2, True)


def test_a_library_speaks_one_language() -> None:
    assert bundled().speaking("en") is bundled()
    assert list(lacking(FRENCH.language, KINDS)) == []
    with pytest.raises(NotFoundError, match="there is no language 'xx'; known: en, fr"):
        Lookup.of(library=bundled().speaking("xx"))


def test_a_name_that_a_document_declares_stays_as_it_is() -> None:
    assert FRENCH.name("UA") == "Ukraine"
    assert FRENCH.name("NL") == "Pays-Bas"
    assert attrs.evolve(FRENCH).name("nobody") == "nobody"


def test_a_topic_has_its_french_word_in_a_sentence_and_in_a_question() -> None:
    clause = Provision(under=Topic.GUARANTEES, about="reports")  # type: ignore[arg-type]
    assert sentence(clause, FRENCH) == "Une clause porterait le titre «\u00a0reports\u00a0» (garanties de sécurité)."
    (summary,) = questions(proposals.compare(document("a", clause), document("b")))
    assert "garanties de sécurité" in asks(summary.row, FRENCH)


@pytest.mark.parametrize("document", library.proposals(), ids=lambda document: document.id)
def test_what_bundled_documents_declare_has_a_french_name(document: proposals.Proposal) -> None:
    declared = {one.name for one in (*document.actors, *document.places)}
    assert declared <= FRENCH.language.declared.keys()
    assert document.title in FRENCH.language.titles


@pytest.mark.parametrize("document", library.proposals(), ids=lambda document: document.id)
def test_what_bundled_terms_wait_for_has_french_words(document: proposals.Proposal) -> None:
    moments = [
        getattr(term, field.name)
        for term in document.entries
        for field in compared_fields(type(term))
        if isinstance(field.domain, Moment) and getattr(term, field.name) is not None
    ]
    events = {one.event.name if one.event else one.words for one in moments if not one.date}
    assert {f"events.{event}" for event in events if event} <= FRENCH.language.phrases.keys()


def test_a_declared_name_has_the_forms_and_the_number_of_the_language() -> None:
    plan = library.load("minsk-2")
    french = Lookup.of(plan, library=bundled().speaking("fr"))
    assert french.name("representatives-of-areas") == "représentants de certaines zones"
    assert french.name("armed-formations") == "formations armées de certaines zones"
    said = {sentence(term, french) for term in plan.terms}
    assert "Les formations armées étrangères se retireraient de l’ensemble de l’Ukraine." in said
    assert any(one.startswith("Les formations armées de certaines zones replieraient leurs armes") for one in said)
    assert any(one.endswith("immédiatement, après le 14 février 2015.") for one in said)


@pytest.mark.parametrize(
    ("called", "verb"),
    [
        ("armed formations", "replieraient leurs armes"),
        ("the Houthis", "replieraient leurs armes"),
        ("A and B", "replieraient leurs armes"),
        ("les milices du Nord", "replieraient leurs armes"),
        ("le Conseil des anciens", "replierait ses armes"),
        ("le Conseil des ministres et notables", "replierait ses armes"),
        ("the armed wing", "replierait ses armes"),
    ],
)
def test_the_name_of_a_group_shows_its_number_whether_it_is_french_or_english(called: str, verb: str) -> None:
    group = Actor(id="own", name=called, kind=ActorKind.GROUP)
    lookup = attrs.evolve(FRENCH, world=FRENCH.world.extended([], [group]))
    term = WeaponsWithdrawal(of="own", weapons=HeavyWeapon.HEAVY)
    assert f" {verb} (armes lourdes)" in sentence(term, lookup)


@pytest.mark.parametrize(
    ("until", "text"),
    [
        ("2026-05-01", "jusqu’au 1er mai 2026"),
        ("ceasefire", "jusqu’au cessez-le-feu"),
        ("signature", "jusqu’à la signature"),
        ("10 years of signature", "jusqu’à 10 ans après la signature"),
    ],
)
def test_what_ends_a_term_has_its_preposition(until: str, text: str) -> None:
    term = Sovereignty(of="PL", until=Deadline(until))
    assert sentence(term, FRENCH) == f"La souveraineté de la Pologne serait confirmée, {text}."
