"""From a raw text to a draft of its terms: cues, what is named near them, and the words that each value rests on."""

from __future__ import annotations

from proposals.drafting.others import OtherDrafter, Reading

__all__ = ["OtherDrafter", "Reading"]
