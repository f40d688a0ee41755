"""A trace in words: what each draft has otherwise than the last before it."""

from __future__ import annotations

from making import document
from proposals.fields.members import Members
from proposals.language.names import Lookup
from proposals.measures.tracing import trace
from proposals.reports.formats import FORMATS, Options
from proposals.reports.pages import movement
from proposals.terms.forces import ForceLimit
from proposals.terms.guarantees import SecurityGuarantee
from proposals.vocabulary import Coverage
from proposals.world.dates import Deadline


def test_each_draft_says_what_it_changes() -> None:
    drafts = [
        document("a", ForceLimit(of="UA", personnel=600_000)),
        document("b", ForceLimit(of="UA", personnel=800_000, peacetime=True)),
        document("c", ForceLimit(of="UA", personnel=800_000)),
        document("d", ForceLimit(of="UA", personnel=800_000, within=Deadline("60 days"))),
        document("e", ForceLimit(of="UA"), coverage=Coverage.PARTIAL),
    ]
    text = str(FORMATS["text"].writer(movement.page(trace(drafts), Lookup.of(*drafts)), Options(width=200)))
    told = [line.strip() for line in text.splitlines() if "changes" in line or "→" in line.partition("·")[2]]
    assert told == [
        "B  changes · personnel: 600,000 people → 800,000 people; “in peacetime” added; lighter for Ukraine",
        "C  changes · “in peacetime” dropped; heavier for Ukraine",
        "D  changes · “within: 60 days” added; heavier for Ukraine",
    ]


def test_a_change_weighs_on_those_who_bear_it_before_and_after() -> None:
    binding = SecurityGuarantee(to=("UA",), guarantors=Members(("FR",)), binding=True)
    chain = [
        document("a", binding),
        document("b", SecurityGuarantee(to=("UA",), guarantors=Members(("FR", "GB")))),
    ]
    shown = str(FORMATS["text"].writer(movement.page(trace(chain), Lookup.of(*chain)), Options(width=200)))
    assert "“binding” dropped; lighter for France\n" in shown
