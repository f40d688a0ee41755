"""From a raw text to a draft of its terms: cues, what is named near them, and the words that each value rests on.

Other drafters plug in beside the cues: an :class:`OtherDrafter` reads values from points, and :func:`tried` shows what
of it passes the gate.
"""

from __future__ import annotations

from proposals.drafting.drafts import DraftTerm, Value
from proposals.drafting.english import tried
from proposals.drafting.gate import Passed
from proposals.drafting.gathering import Untyped
from proposals.drafting.others import OtherDrafter, Reading

__all__ = ["DraftTerm", "OtherDrafter", "Passed", "Reading", "Untyped", "Value", "tried"]
