"""What parts and releases are called in messages."""

from __future__ import annotations

import pytest

from proposals.terms.portion import Portion, Release


@pytest.mark.parametrize(
    ("held", "told"),
    [
        (Portion(of="RU"), "RU"),
        (Portion(of="RU", percent=50), "50 % RU"),
        (Release(by="IL"), "IL"),
        (Release(by="IL", persons=1950), "1950 by IL"),
    ],
)
def test_it_is_told_in_a_few_words(held: Portion | Release, told: str) -> None:
    assert str(held) == told
