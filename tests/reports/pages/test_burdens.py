"""The ledger of obligations as a page: who is named together, and what is said once."""

from __future__ import annotations

import attrs

from making import document
from proposals import Proposal
from proposals.fields.members import Members
from proposals.language.names import Lookup
from proposals.measures.burdens import burdens
from proposals.reports.formats import FORMATS, Options
from proposals.reports.pages.burdens import page
from proposals.terms.forces import ForceLimit
from proposals.terms.guarantees import Mechanism, SecurityGuarantee
from proposals.terms.provision import Provision
from proposals.vocabulary import Topic

LONG = SecurityGuarantee(
    to="UA",
    guarantors=Members(("FR", "CN", "DE")),
    mechanism=Mechanism.CONSULT,
    if_="all of the following have been done, " * 6 + "and confirmed",
)
SHORT = SecurityGuarantee(to="UA", guarantors=Members(("FR", "CN", "DE")))


def shown(*documents: Proposal, actors: tuple[str, ...] = ()) -> list[str]:
    """The lines of the page, as wide as they are."""
    ledger = burdens(*documents)
    accounts = [one for one in ledger.accounts if not actors or one.actor in actors]
    text = str(FORMATS["text"].writer(page(ledger, accounts, Lookup.of(*documents)), Options(width=1000)))
    return [line.strip() for line in text.splitlines() if line.strip("─ ")]


def below(lines: list[str], heading: str) -> list[str]:
    """What is below a heading, up to the next one."""
    after = lines[lines.index(heading) + 1 :]
    return after[: next((at for at, line in enumerate(after) if line.partition(":")[0].isupper()), None)]


def test_actors_of_whom_the_same_is_said_are_named_together_by_their_names() -> None:
    lines = shown(document("a", SHORT))
    assert below(lines, "CHINA, FRANCE AND GERMANY: MUST DO") == [
        "- China, Germany and France would guarantee Ukraine's security."
    ]
    assert [line for line in lines if line.startswith(("China  ", "France  ", "Germany  "))] == [
        "China    must do 1",
        "France   must do 1",
        "Germany  must do 1",
    ]


def test_who_bears_more_than_others_has_a_part_of_their_own() -> None:
    lines = shown(document("a", SHORT, ForceLimit(of="DE", personnel=370_000)))
    assert "CHINA AND FRANCE: MUST DO" in lines
    assert len(below(lines, "GERMANY: MUST DO")) == 2


def test_what_is_long_is_in_full_once_and_what_is_short_wherever_it_belongs() -> None:
    long, short = shown(document("a", LONG)), shown(document("a", SHORT))
    where = "in full under “China, France and Germany: must do”"
    assert below(long, "UKRAINE: PROMISED") == [f"- Security guarantee for Ukraine: {where}"]
    assert below(short, "UKRAINE: PROMISED") == below(short, "CHINA, FRANCE AND GERMANY: MUST DO")
    alone = shown(document("a", LONG), actors=("UA",))
    assert below(alone, "UKRAINE: PROMISED") == below(long, "CHINA, FRANCE AND GERMANY: MUST DO")


def test_of_two_documents_each_says_where_it_is_in_full() -> None:
    lines = shown(document("a", SHORT), document("b", LONG))
    assert below(lines, "UKRAINE: PROMISED: 1 stronger")[1:] == [
        "A  China, Germany and France would guarantee Ukraine's security.",
        "B  in full under “China, France and Germany: must do”",
    ]


def test_what_nobody_is_named_for_is_never_named_with_an_actor() -> None:
    named = Provision(under=Topic.OTHER, about="report", text="A report is written.", obligors=Members(("UA",)))
    lines = shown(document("a", named), document("b", attrs.evolve(named, obligors=None)))
    assert [line.partition(": MUST")[0] for line in lines if ": MUST DO" in line] == ["UKRAINE", "NOBODY NAMED"]
