"""Cues as they are written, and what they find."""

from __future__ import annotations

import pytest

from proposals.drafting.patterns import cue, found


@pytest.mark.parametrize(
    ("written", "text", "held"),
    [
        ("army", "the Army leaves", "Army"),
        ("army", "the armyworm", None),
        ("limit*", "is limited to", "limited"),
        ("army|troops leave", "its troops leave", "troops leave"),
        ("cease-fire", "a ceasefire, a cease fire", "ceasefire"),
        ("cease-fire", "a cease fire", "cease fire"),
        ("line [still] to be agreed", "a line still to be agreed", "line still to be agreed"),
        ("line [still] to be agreed", "a line to be agreed", "line to be agreed"),
        ("[pre] conditions", "without pre conditions", "pre conditions"),
        ("[pre] conditions", "without conditions", "conditions"),
        ("as [de-facto|de-jure]", "as de facto Russian", "as de facto"),
        ("as [de-facto|de-jure]", "as Russian", "as"),
        ("day [*] of", "on day 2 of it", "day 2 of"),
        ("army … limited", "army of Ukraine will be limited", "army of Ukraine will be limited"),
        ("army … limited", "army limited", "army limited"),
        ("army … limited", "army one two three four five six seven limited", None),
        ("a … … z", "a 1 2 3 4 5 6 7 z", "a 1 2 3 4 5 6 7 z"),
        ("ukraine's", "Ukraine’s army", "Ukraine’s"),
    ],
)  # fmt: skip
def test_a_cue_finds_its_words(written: str, text: str, held: str | None) -> None:
    assert next((match[0] for match in found((cue(written),), text)), None) == held


def test_of_cues_that_begin_at_one_place_the_longest_counts() -> None:
    matches = found((cue("army"), cue("army of ukraine"), cue("of")), "The army of Ukraine and of Russia")
    assert [match[0] for match in matches] == ["army of Ukraine", "of", "of"]
