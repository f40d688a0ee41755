"""Word-level redlines of raw texts, in which signs are apart from words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from proposals.fields.changes import Span
from proposals.texts.redlines import passages

TEXTS = st.lists(st.sampled_from(["600,000", "troops", ",", " ", ".", "Ukraine's", "(", ")", "may"])).map(" ".join)


@given(TEXTS, TEXTS)
def test_the_spans_give_back_both_texts_and_are_mirrored(left: str, right: str) -> None:
    spans = passages(left, right)
    assert "".join(span.left for span in spans) == left.strip()
    assert "".join(span.right for span in spans) == right.strip()
    assert passages(right, left) == tuple(Span(span.right, span.left) for span in spans)


def test_a_comma_is_no_other_word() -> None:
    assert passages("600,000 troops in peace", "600,000 troops, in peace") == (
        Span("600,000 troops", "600,000 troops"),
        Span("", ","),
        Span(" in peace", " in peace"),
    )
