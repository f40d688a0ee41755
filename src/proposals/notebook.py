"""Values that show themselves at the end of a notebook's cell.

How they look is the business of the reports, which stand at the top of the house. A value asks for them by name when a
notebook wants to see it, and not before: so nothing below depends on them, and importing a value imports no report.
"""

from __future__ import annotations

from importlib import import_module
from typing import Final

_DRAWN_BY: Final = "proposals.reports.html_report.notebook"


class Displayed:
    """Gives a value the method by which Jupyter asks for HTML."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """The value as HTML that stands alone: every text escaped, no script, no style but its own."""
        html: str = import_module(_DRAWN_BY).html(self)
        return html
