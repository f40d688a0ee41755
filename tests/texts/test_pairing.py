"""Pairing the points of two raw texts: what answers what, and what moved, was split, merged, added or is gone."""

from __future__ import annotations

import pytest

from proposals.errors import UnreadableError
from proposals.texts.lines import plain
from proposals.texts.pairing import MOST_POINTS, Fate, Pair, Pairing, paired
from proposals.texts.points import Split, split
from proposals.texts.raw import Paragraph, RawText

CEASEFIRE = "All fighting stops within 72 hours of signature, on land, at sea and in the air."
ARMY = "Ukraine's armed forces are limited to 600,000 personnel in peacetime."
GRAIN = "Grain is shipped freely across the Black Sea under a separate agreement."
PRISONERS = "Prisoners of war are exchanged, all for all, and bodies are returned."
FUNDS = "Frozen funds pay for rebuilding roads and bridges."
SCHOOLS = "Schools and hospitals are rebuilt from the same Russian money."


def _split(*points: str) -> Split:
    return split(RawText.of("plan.txt", plain("\n\n".join(f"{at}. {text}" for at, text in enumerate(points, 1)))))


def _paired(left: tuple[str, ...], right: tuple[str, ...]) -> Pairing:
    return paired(_split(*left), _split(*right))


def _labels(pair: Pair) -> tuple[str, str, str]:
    sides = (",".join(point.label for point in side) for side in (pair.left, pair.right))
    return (str(pair.fate), *sides)


CASES = {
    "the same": ((CEASEFIRE, ARMY), (CEASEFIRE, ARMY), [("same", "1", "1"), ("same", "2", "2")]),
    "changed": (
        (CEASEFIRE, ARMY),
        (CEASEFIRE, ARMY.replace("600,000", "800,000")),
        [("same", "1", "1"), ("changed", "2", "2")],
    ),
    "gone and added": (
        (CEASEFIRE, ARMY),
        (GRAIN, CEASEFIRE, PRISONERS),
        [("added", "", "1"), ("same", "1", "2"), ("added", "", "3"), ("gone", "2", "")],
    ),
    "split": (
        (CEASEFIRE, f"{FUNDS} {SCHOOLS}", ARMY),
        (CEASEFIRE, FUNDS, SCHOOLS, ARMY),
        [("same", "1", "1"), ("split", "2", "2,3"), ("same", "3", "4")],
    ),
    "merged": (
        (CEASEFIRE, FUNDS, SCHOOLS, ARMY),
        (CEASEFIRE, f"{FUNDS} {SCHOOLS}", ARMY),
        [("same", "1", "1"), ("merged", "2,3", "2"), ("same", "4", "3")],
    ),
    "said twice": (
        (CEASEFIRE, ARMY),
        (CEASEFIRE, ARMY, ARMY),
        [("same", "1", "1"), ("same", "2", "2"), ("added", "", "3")],
    ),
    "nothing in common": ((CEASEFIRE,), (PRISONERS,), [("added", "", "1"), ("gone", "1", "")]),
}  # fmt: skip


@pytest.mark.parametrize(("left", "right", "expected"), CASES.values(), ids=CASES)
def test_points_are_paired_by_their_words(
    left: tuple[str, ...], right: tuple[str, ...], expected: list[tuple[str, str, str]]
) -> None:
    assert sorted(map(_labels, _paired(left, right).pairs)) == sorted(expected)


def test_what_is_both_split_and_merged_is_changed() -> None:
    (pair,) = _paired((f"{CEASEFIRE} {ARMY}", GRAIN), (f"{CEASEFIRE} {GRAIN}", ARMY)).pairs
    assert _labels(pair) == ("changed", "1,2", "1,2")


def test_a_point_out_of_its_order_has_moved() -> None:
    found = _paired((CEASEFIRE, ARMY, GRAIN), (GRAIN, CEASEFIRE, ARMY))
    assert [(_labels(pair), pair.moved) for pair in found.pairs] == [
        (("same", "1", "2"), False),
        (("same", "2", "3"), False),
        (("same", "3", "1"), True),
    ]


def test_a_pair_names_the_words_that_matched_it() -> None:
    _, pair = _paired((CEASEFIRE, ARMY), (CEASEFIRE, ARMY.replace("600,000", "800,000"))).pairs
    assert set(pair.matched) <= {"ukraine's", "armed", "forces", "limited", "personnel", "peacetime", "are", "to"}
    assert len(pair.matched) == 4


def test_a_word_in_another_form_is_the_same() -> None:
    (pair,) = _paired(
        ("Rail traffic and gas transit restored.",), ("Restoring rail traffic, the gas in transit.",)
    ).pairs
    assert pair.fate is Fate.CHANGED
    assert "restored" in pair.matched


def test_points_of_one_matter_are_paired_by_few_words_in_common() -> None:
    texts = _split("The guns fall silent at once.", PRISONERS), _split("Ceasefire everywhere, at noon.", GRAIN)
    assert all(pair.fate in {Fate.GONE, Fate.ADDED} for pair in paired(*texts).pairs)
    about = {"1": {"ceasefire"}, "2": set[str]()}
    found = paired(*texts, lambda point: about[point.label])
    assert [_labels(pair) for pair in found.of(Fate.CHANGED)] == [("changed", "1", "1")]


def test_pairs_are_counted_by_fate() -> None:
    found = _paired((CEASEFIRE, ARMY), (CEASEFIRE, GRAIN))
    assert found.counts() == {Fate.SAME: 1, Fate.GONE: 1, Fate.ADDED: 1}
    assert [_labels(pair) for pair in found.of(Fate.GONE)] == [("gone", "2", "")]


def test_points_without_words_are_paired_with_each_other() -> None:
    found = paired(*(split(RawText.of("a.txt", plain(f"1.\n\na) {ARMY}\n\nb) {GRAIN}\n\n2.\n\n"))) for _ in "ab"))
    assert {pair.fate for pair in found.pairs} == {Fate.SAME}
    assert all(not pair.moved for pair in found.pairs)


def test_words_that_nearly_all_points_have_do_not_slow_the_pairing() -> None:
    text = tuple(f"The word{at} of the number{at}." for at in range(210))
    found = _paired(text, text)
    assert found.counts() == {Fate.SAME: 210}


def test_points_of_the_same_common_words_are_paired() -> None:
    words = ("peace talks go on", "talks go on in peace", "peace goes on")
    many = tuple(words[at % 3] for at in range(600))
    assert _paired(many, many).counts() == {Fate.SAME: 600}


def test_a_matter_that_very_many_points_have_tells_none_apart() -> None:
    ours, theirs = (tuple(f"{name}{at}" for at in range(150)) for name in ("left", "right"))
    found = paired(_split(*ours), _split(*theirs), lambda _: {"ceasefire"})
    assert found.counts() == {Fate.GONE: 150, Fate.ADDED: 150}
    found = paired(_split(*ours[:50]), _split(*theirs[:50]), lambda _: {"ceasefire"})
    assert found.counts() == {Fate.CHANGED: 50}


def test_a_text_of_too_many_points_is_refused() -> None:
    text = split(RawText.of("long.txt", [Paragraph("words")] * (MOST_POINTS + 1)))
    with pytest.raises(UnreadableError, match=r"long\.txt: this text has 20,001 points; .* 20,000 at most"):
        paired(_split(ARMY), text)
