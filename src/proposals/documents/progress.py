"""How far each line of a negotiation is agreed, as the analyst or the chair keeps it beside the documents.

Nothing is agreed until everything is: a status says how far the talks on one line have come, never that it holds.
"""

from __future__ import annotations

import attrs

from proposals.errors import Location
from proposals.terms.base import Term
from proposals.validation import Validated
from proposals.values import OneLine
from proposals.words import Degree


class Progress(Degree):
    """How far the talks on a line have come, in order."""

    OPEN = "open", "Not yet talked about, or talked about without result."
    DISCUSSED = "discussed", "Talked about; the positions are known to all."
    AD_REFERENDUM = "agreed ad referendum", "The negotiators agree and each has still to ask those who sent them."
    PROVISIONAL = "provisionally agreed", "Those who sent them agree as well, subject to everything else."
    CLOSED = "closed", "No side means to open it again, subject to everything else."


@attrs.frozen(kw_only=True, eq=False, repr=False)
class LineStatus(OneLine, Validated):
    """What is kept of one subject: how far it is agreed, and the compromise under discussion, if there is one.

    ``term`` says the kind and the subject; with ``coded`` its fields are the compromise. ``words`` is a compromise
    that is written out instead. ``note`` is for the reader, ``at`` where it was read.
    """

    term: Term
    progress: Progress = Progress.OPEN
    coded: bool = False
    words: str = ""
    note: str = ""
    at: Location | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(eq=False, repr=False)
class TalksStatus(OneLine, Validated):
    """The standings of one negotiation, in the order of the file."""

    standings: tuple[LineStatus, ...] = ()
