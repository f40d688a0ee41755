"""The closed lists of words of the library, wherever they are declared."""

from __future__ import annotations

from proposals.vocabulary import Topics
from proposals.words import Degree, Word


def word_lists() -> tuple[type[Word], ...]:
    every = (*Word.__subclasses__(), *Degree.__subclasses__(), *Topics.__subclasses__())
    return tuple(one for one in every if one.__module__.startswith("proposals.") and one not in {Degree, Topics})
