"""Strategies by type, for tests that draw their arguments from annotations."""

from __future__ import annotations

from hypothesis import strategies as st

from proposals.documents.proposal import Proposal
from proposals.fields.values import DAY, MOMENT
from proposals.library.bundled import world
from proposals.terms import KINDS, Kinds
from proposals.terms.base import Term
from proposals.testing.documents import proposals
from proposals.testing.fields import values
from proposals.testing.statements import terms
from proposals.world.dates import Date, Deadline


def register(kinds: Kinds = KINDS) -> None:
    """Have ``st.from_type`` draw proposals, terms of any of these kinds or of one, dates and deadlines.

    Args:
        kinds: The kinds of term, by the word that files write.

    >>> from hypothesis import strategies as st
    >>> from proposals import testing
    >>> from proposals.kinds import ForceLimit
    >>> testing.register()
    >>> st.from_type(ForceLimit).example().kind  # doctest: +SKIP
    'force-limit'
    """
    st.register_type_strategy(Proposal, proposals(kinds))
    st.register_type_strategy(Term, terms(kinds))
    for kind, shape in kinds.items():
        st.register_type_strategy(shape, terms({kind: shape}))
    st.register_type_strategy(Date, values(DAY, world()))
    st.register_type_strategy(Deadline, values(MOMENT, world()))
