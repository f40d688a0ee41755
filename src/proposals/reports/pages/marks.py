"""The signs and roles by which pages mark relations and verdicts, always beside a word."""

from __future__ import annotations

from typing import Final

from proposals.language.phrases import Role, Run
from proposals.vocabulary import Relation, Verdict

SIGNS: Final = {
    Relation.OPPOSED: Run("!", Role.OPPOSED),
    Relation.STRUCK: Run("×", Role.OPPOSED),
    Relation.REFUSED: Run("⊘", Role.OPPOSED),
    Relation.DIFFERS: Run("≠", Role.DIFFERENT),
    Relation.DEFERRED: Run("»", Role.DIFFERENT),
    Relation.ACCEPTED_IF: Run("≈", Role.DIFFERENT),
    Relation.ACCEPTED: Run("✓", Role.AGREED),
    Relation.SAME: Run("=", Role.AGREED),
    Relation.SILENT: Run("–", Role.ABSENT),
    Relation.UNREPORTED: Run("?", Role.ABSENT),
}
"""The sign of each relation. It stands beside the relation's word and never alone."""

VERDICTS: Final = {
    Verdict.OPPOSED: Role.OPPOSED,
    Verdict.REPLACED: Role.DIFFERENT,
    Verdict.DIFFERS: Role.DIFFERENT,
    Verdict.DELETED: Role.OPPOSED,
    Verdict.OTHER_MEANS: Role.DIFFERENT,
    Verdict.REFUSED: Role.OPPOSED,
    Verdict.DEFERRED: Role.DIFFERENT,
    Verdict.DIFFERENT_QUESTIONS: Role.ABSENT,
    Verdict.ONE_SIDED: Role.ABSENT,
    Verdict.UNREPORTED: Role.ABSENT,
    Verdict.SAME_IN_PART: Role.AGREED,
    Verdict.SAME_AS_REPORTED: Role.AGREED,
    Verdict.SAME: Role.AGREED,
}
"""The role of each verdict's word."""
