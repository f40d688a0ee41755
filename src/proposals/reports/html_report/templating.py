"""Filling the templates: everything that comes from a file is escaped, and nothing in it stays hidden."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from textwrap import wrap
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from proposals.language.labels import letter
from proposals.language.phrases import Phrase, Role, unsigned
from proposals.strings import visible

_LONG: Final = 1200
_TAGS: Final = {Role.ADDED: "ins", Role.DELETED: "del"}


def filled(template: str, **values: Any) -> str:
    """The template with these values."""
    return environment().get_template(template).render(**values)


def text_of(name: str) -> str:
    """A file among the templates as it stands: the style sheet, the script. None of it comes from a reader's file."""
    loader = environment().loader
    if loader is None:  # pragma: no cover -- set below
        raise AssertionError
    return loader.get_source(environment(), name)[0]


def fingerprint(text: str) -> str:
    """The hash by which a content security policy names a script or a style sheet (CSP Level 3, § 2.3.1)."""
    return f"sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


@cache
def environment() -> Environment:
    """The templates: escaped without exception, strict about names, hidden characters written out."""
    made = Environment(
        loader=PackageLoader("proposals.reports.html_report"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {
        "folded": wrap,
        "letter": letter,
        "long": _is_long,
        "asked": lambda value, answer: answer(value),
        "runs": _runs,
        "short": short,
        "trusted": Markup,
        "web": web_address,
    }
    return made


def _shown(value: Any) -> Any:
    """Hidden characters written out; text that a template has already made passes."""
    return value if not isinstance(value, str) or hasattr(value, "__html__") else visible(str(value))


def _runs(phrase: Phrase) -> list[tuple[str, str, str]]:
    """A phrase for a template: for each run its tag, its class and its text."""
    return [(_TAGS.get(run.role, "span"), run.role.value, unsigned(run)) for run in phrase]


def _is_long(text: str) -> bool:
    """Whether a text is folded away behind its beginning."""
    return len(text) > _LONG


def short(text: str, most: int = 60) -> str:
    """The text where it is short, else its beginning; for labels whose whole text stands elsewhere on the page."""
    shown = visible(" ".join(text[: most + 1].split()))
    return shown if len(text) <= most else f"{shown[: most - 1].rstrip()}…"


def web_address(text: str) -> str:
    """The text if a link may lead there, else nothing: ``http`` and ``https`` only."""
    return text if text.startswith(("https://", "http://")) else ""
