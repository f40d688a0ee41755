"""What every term refuses, whatever its kind."""

from __future__ import annotations

import pytest

from proposals.errors import InvalidValueError
from proposals.terms.forces import ForceLimit


def test_only_a_field_that_the_kind_has_can_be_left_out() -> None:
    with pytest.raises(InvalidValueError, match="a 'force-limit' has no field 'personel' that it could leave out"):
        ForceLimit(of=("UA",), left_out=("personel",))
