"""Texts that contradict themselves, repeat themselves or are hardly texts: their drafts pass ``check`` all the same."""

from __future__ import annotations

import pytest

from drafting_texts import SIDES, drafted, problems

NASTY = {
    "a condition, then none": "1. The ceasefire begins if Russia leaves Sumy.\n2. Fighting stops. It is unconditional.",
    "none, then a condition": "1. The ceasefire is unconditional.\n2. The ceasefire begins if Russia leaves Sumy.",
    "none, after an event": "The unconditional ceasefire begins after the elections.",
    "none, in a list with a condition": "1. If Kyiv agrees:\na) an unconditional ceasefire begins;\nb) polls follow.",
    "a part, then the whole": "1. Luhansk is demilitarised.\n2. Donetsk is demilitarised.\n3. Donbas is demilitarised.",
    "names that overlap": "1. European states station forces in Ukraine.\n2. G8 members station forces in Ukraine.",
    "the same again and again": "\n".join(f"{at}. Ukraine's army is limited to {at}00,000 men." for at in range(1, 9)),
    "yes and no": "1. NATO shall station forces in Ukraine.\n2. NATO shall not station forces in Ukraine, ever.",
    "one subject in every role": "Russia guarantees the security of Russia against Russia if Russia attacks Russia.",
    "signs of YAML": "1. - {fighting: [stops]} # & *now* | > 'yes' \"no\": !!str %\n2. @elections `in` Ukraine: ~",
    "quotation marks and brackets": "“All fighting stops” (see [1], «ibid.») — at once!!! “Elections”, (held) in Kyiv?",
    "shares that are too many": "1. The US gets 90 percent of the profits, Ukraine 80 percent and Russia 70 percent.",
    "dates that are none": "1. Elections in Ukraine by 31 February 2026, before 2025, after 2030 and within 0 days.",
    "shouting": "1. ALL FIGHTING STOPS NOW!\n2. UKRAINE OUT OF NATO FOREVER.\n3. NO NO NO NEVER NOT.",
    "one word": "Ceasefire",
    "no words": "1. 2. 3. …\n\n— — —\n\n***",
}


@pytest.mark.parametrize("sides", [SIDES, ()], ids=["with sides", "without"])
@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_the_draft_of_a_nasty_text_has_no_problem(text: str, sides: tuple[str, ...]) -> None:
    assert problems(text, *sides) == ()


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        (
            NASTY["a condition, then none"],
            "it goes on about a ceasefire, but a term that is unconditional cannot have 'if'",
        ),
        (
            NASTY["none, then a condition"],
            "it speaks of a ceasefire again, now under a condition: “Russia leaves Sumy”",
        ),
        (
            NASTY["none, after an event"],
            "it speaks of a ceasefire, under a condition that no field says: “after the elections”",
        ),
        (
            NASTY["a part, then the whole"],
            "it speaks of places or actors of which another term of this kind speaks as well",
        ),
    ],
)
def test_what_its_terms_cannot_say_together_is_a_gap(text: str, gap: str) -> None:
    assert gap in [one.what for one in drafted(text, *SIDES).gaps]
