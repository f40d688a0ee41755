"""Cues as they are written, and what they find."""

from __future__ import annotations

import pytest

from proposals.drafting.patterns import Index, cue, cues_of, found


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
        ("set_free|released", "set free at once", "set free"),
        ("[a] [new] parliament", "a new parliament", "a new parliament"),
        ("[a] [new] parliament", "their parliament", "parliament"),
    ],
)  # fmt: skip
def test_a_cue_finds_its_words(written: str, text: str, held: str | None) -> None:
    assert next((match[0] for match in found((cue(written),), text)), None) == held


def test_of_cues_that_begin_at_one_place_the_longest_counts() -> None:
    matches = found((cue("army"), cue("army of ukraine"), cue("of")), "The army of Ukraine and of Russia")
    assert [match[0] for match in matches] == ["army of Ukraine", "of", "of"]


FAMILIES = {"stop": ("stop*", "come to an end"), "fighting": ("fighting", "hostilit*")}


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The fighting stops.", "fighting stops"),
        ("Stop all hostilities.", "Stop all hostilities"),
        ("Hostilities come to an end.", "Hostilities come to an end"),
        ("The talks stop.", None),
    ],
)
def test_a_cue_of_families_finds_any_of_their_words_in_either_order(text: str, held: str | None) -> None:
    cues = cues_of("<stop> ~ <fighting>", FAMILIES)
    assert next((match[0] for match in found(cues, text)), None) == held


def test_a_family_that_there_is_not_is_refused() -> None:
    with pytest.raises(KeyError, match="peace"):
        cues_of("<peace>", FAMILIES)


@pytest.mark.parametrize("text", ["A cease-fire.", "A CEASEFIRE", "They set him free", "It’s signed", "nothing of it"])
def test_an_index_leaves_out_no_cue_that_stands_in_a_text(text: str) -> None:
    cues = tuple(map(cue, ("cease-fire", "set … free", "it's signed", "released", "*")))
    standing = {at for at, one in enumerate(cues) if found((one,), text)}
    assert standing <= Index.of(cues).candidates(text)
    assert Index.of(()).candidates(text) == set()
