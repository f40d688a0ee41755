"""The legal texts in which a term may be written down: a word list that several topics share."""

from __future__ import annotations

from proposals.words import Word


class Instrument(Word):
    """The legal text in which a term is to be written down."""

    CONSTITUTION = "constitution", "A state's constitution."
    LAW = "law", "A state's ordinary law."
    STATUTES = "statutes", "The founding or governing texts of an organisation."
    TREATY = "treaty", "A treaty between states."
    RATIFICATION = "ratification", "An act of ratification by a parliament."
