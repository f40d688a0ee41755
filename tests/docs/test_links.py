"""Every link leads somewhere: those beside the manual and those that authors of the manual wrote.

Sphinx resolves the links of the manual and a browser test follows them as built. What addresses outside hold is asked
by ``sphinx-build -b linkcheck``, which needs the network; here only their form is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from manual import examples, pages
from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).parents[2]
MANUAL = ROOT / "docs"
BESIDE = ("CHANGELOG.md", "README.md", "data/README.md", "seeds/README.md")


def tokens(text: str) -> Iterator[Token]:
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        yield token
        yield from token.children or ()


def addresses(text: str) -> list[str]:
    """Where the links of a page lead and where its pictures are."""
    found = (token.attrGet("href") or token.attrGet("src") for token in tokens(text))
    return [str(address) for address in found if address]


def anchors(text: str) -> set[str]:
    """The anchors of a page's headings, as the usual viewers of Markdown make them."""
    every = list(tokens(text))
    headings = (after.content for token, after in pairwise(every) if token.type == "heading_open")
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@cache
def made() -> frozenset[Path]:
    """What the build puts into the manual."""
    kept = [*examples.PICTURES, *(one.name for one in examples.every())]
    return frozenset(MANUAL / name for name in (*pages.made_pages(), *(f"{examples.FOLDER}/{name}" for name in kept)))


def broken(page: Path, text: str) -> list[str]:
    """The links of a page that lead nowhere, in its order."""
    found = []
    for address in addresses(text):
        parts = urlsplit(address)
        there = (page.parent / unquote(parts.path)).resolve() if parts.path else page
        if parts.scheme:
            right = parts.scheme == "https" and "." in parts.netloc and "…" not in address
        else:
            right = there.exists() or there in made()
            if right and parts.fragment and (MANUAL not in there.parents or MANUAL not in page.parents):
                right = unquote(parts.fragment) in anchors(there.read_text(encoding="utf-8"))
        found += [] if right else [address]
    return found


@pytest.mark.parametrize("name", BESIDE)
def test_every_link_beside_the_manual(name: str) -> None:
    assert broken(ROOT / name, (ROOT / name).read_text(encoding="utf-8")) == []


def test_every_link_of_the_manual(written: Path) -> None:
    assert broken(written, written.read_text(encoding="utf-8")) == []


def test_the_readme_and_the_manual_have_links() -> None:
    assert len(addresses((ROOT / "README.md").read_text(encoding="utf-8"))) > 4
    assert len(addresses((MANUAL / "index.md").read_text(encoding="utf-8"))) > 8


@pytest.mark.parametrize(
    "link",
    ["[x](nowhere.md)", "[x](README.md#nowhere)", "![x](x.png)", "[x]: https://…/a\n\n[x]", "[x](http://example.org)"],
)
def test_a_broken_link_is_noticed(link: str) -> None:
    assert len(broken(ROOT / "page.md", link)) == 1


def test_links_that_lead_somewhere_pass() -> None:
    text = "[x](README.md#where-to-go-next) [y](docs/topics/territory.md) [z](https://example.org/a)\n\n|a|\n|-|\n|[b](data)|"
    assert len(addresses(text)) == 4
    assert broken(ROOT / "page.md", text) == []
