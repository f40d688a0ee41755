"""What a test asks of a page: its tables, and its paragraphs as text."""

from __future__ import annotations

from proposals.reports.page import Block, Heading, Page, Paragraph, Table, plain

BRIEF = "Brief"


def body(page: Page) -> list[Table]:
    """The tables by topic, in order, without those of the brief."""
    return [block for block in page.blocks if isinstance(block, Table) and block.whole not in {"", BRIEF}]


def titled(page: Page) -> dict[str, Table]:
    """Every table by the heading above it, without those of the brief."""
    held = ((head, block) for head, block in pairs(page) if isinstance(block, Table))
    return {plain(head.text): block for head, block in held if block.whole != BRIEF}


def pairs(page: Page) -> list[tuple[Heading, Block]]:
    """Each heading with the block right below it."""
    following = zip(page.blocks, page.blocks[1:], strict=False)
    return [(one, other) for one, other in following if isinstance(one, Heading)]


def facts(page: Page) -> list[str]:
    """The paragraphs without roles, from the one that says which data it is, which follows the brief."""
    held = [plain(block.text) for block in page.blocks if isinstance(block, Paragraph)]
    return held[next((at for at, text in enumerate(held) if text.startswith("Data as of ")), 0) :]
