from __future__ import annotations

import pytest

from proposals.errors import InvalidValueError
from proposals.language.templates import Filled, Piece, Slot, Template, first_filled

HELD = {"of": "Ukraine", "in": "NATO"}


def says(slot: Slot) -> list[Piece] | None:
    if slot.word is not None and HELD.get(slot.key) != slot.word:
        return None
    if slot.form == "missing" or slot.key not in HELD:
        return None
    return [Piece(HELD[slot.key] + ("'s" if slot.form == "possessive" else ""))]


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{of} joins", "Ukraine joins"),
        ("{of.possessive} army", "Ukraine's army"),
        ("{of}<, in {in}>", "Ukraine, in NATO"),
        ("{of}<, by {by}>", "Ukraine"),
        ("{of}<, by {by}|, in {in}>", "Ukraine, in NATO"),
        ("{of}<, by {by}|>", "Ukraine"),
        ("{of}<, by {by}|, for {for}>", None),
        ("{of}< in {in}<, by {by}>< for {of}>>", "Ukraine in NATO for Ukraine"),
        ("{by} joins", None),
        ("{of.missing} joins", None),
        ("it joins{of?}", "it joins"),
        ("it joins{by?}", None),
        ("{of=Ukraine} joins", "Ukraine joins"),
        ("{of=Poland} joins", None),
        ("<{of=Poland} |>it joins", "it joins"),
    ],
)
def test_places_are_filled_and_parts_left_out(template: str, text: str | None) -> None:
    filled = Template.of(template).fill(says)
    assert (None if filled is None else "".join(piece.text for piece in filled.pieces)) == text


def test_links_lead_to_what_explains_them_and_the_fields_are_counted() -> None:
    template = Template.of("{of} [joins]<[ at once]{by?}>< {in}>")
    assert template.fill(says, "kind") == Filled(
        (Piece("Ukraine"), Piece(" "), Piece("joins", "kind"), Piece(" "), Piece("NATO")), frozenset({"of", "in"})
    )
    assert [slot.key for slot in template.slots] == ["of", "by", "in"]


def test_the_first_that_can_be_said_is_taken() -> None:
    templates = [Template.of("{by} acts"), Template.of("{of} acts"), Template.of("{in} acts")]
    assert first_filled(templates, says) == Filled((Piece("Ukraine"), Piece(" acts")), frozenset({"of"}))
    assert first_filled(templates[:1], says) is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a < b", "'a < b' is not a template: its signs '<', '|' and '>' do not match"),
        ("a <b <c> d", "'a <b <c> d' is not a template: its signs '<', '|' and '>' do not match"),
        ("a <b <c d", "'a <b <c d' is not a template: its signs '<', '|' and '>' do not match"),
        ("a > b", "'a > b' is not a template: its signs '<', '|' and '>' do not match"),
        ("a | b", "'a | b' is not a template: its signs '<', '|' and '>' do not match"),
        ("a {b", "'a {b' is not a template: see its sign '{'"),
        ("a {b c}", "'a {b c}' is not a template: see its sign '{'"),
        ("a ]", "'a ]' is not a template: see its sign ']'"),
    ],
)
def test_what_is_no_template_is_refused(text: str, message: str) -> None:
    with pytest.raises(InvalidValueError) as told:
        Template.of(text)
    assert str(told.value) == message
