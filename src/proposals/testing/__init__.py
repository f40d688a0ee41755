"""Hypothesis strategies for terms and proposals. All of it follows from the declarations of the fields.

For tests of kinds of your own, of reports, of whatever takes proposals: ``terms({**KINDS, Mine.kind: Mine})`` and the
like draw what is valid by construction, so that no test needs to filter. Places often overlap (wholes, their parts,
areas made of both), and the second document of :func:`proposal_pairs` mostly speaks to what the first does. A
strategy is prepared when it is first drawn from, so that tests which are not run cost nothing.

Nothing else in the library needs hypothesis, which comes with the extra ``test``. Importing this without it raises
:class:`ModuleNotFoundError`, which says so.
"""

from __future__ import annotations

try:
    from proposals.testing.documents import proposal_chains, proposal_pairs, proposals
    from proposals.testing.fields import field_values, values
    from proposals.testing.registering import register
    from proposals.testing.statements import term_pairs, terms
except ModuleNotFoundError as error:
    message = "proposals.testing needs hypothesis; install it with: pip install 'negotiation-proposals[hypothesis]'"
    raise ModuleNotFoundError(message, name=error.name) from error

__all__ = [
    "field_values",
    "proposal_chains",
    "proposal_pairs",
    "proposals",
    "register",
    "term_pairs",
    "terms",
    "values",
]
