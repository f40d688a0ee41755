"""What a test asks of a page: its tables, and its paragraphs as text."""

from __future__ import annotations

from proposals.reports.page import Block, Heading, Page, Paragraph, Table, plain


def body(page: Page) -> list[Table]:
    """The tables by topic, in order."""
    return [block for block in page.blocks if isinstance(block, Table) and block.whole]


def titled(page: Page) -> dict[str, Table]:
    """Every table by the heading above it."""
    return {plain(head.text): block for head, block in pairs(page) if isinstance(block, Table)}


def pairs(page: Page) -> list[tuple[Heading, Block]]:
    """Each heading with the block right below it."""
    following = zip(page.blocks, page.blocks[1:], strict=False)
    return [(one, other) for one, other in following if isinstance(one, Heading)]


def facts(page: Page) -> list[str]:
    """The paragraphs without roles."""
    return [plain(block.text) for block in page.blocks if isinstance(block, Paragraph)]
