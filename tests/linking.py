"""The links and the anchors of a page of HTML."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path


class Links(HTMLParser):
    """The addresses that a page links to or loads, and the anchors that it has."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.anchors: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.anchors |= {held[name] or "" for name in ("id", "name") if held.get(name)}
        self.addresses += [held[name] or "" for name in ("href", "src") if name in held and tag != "base"]
