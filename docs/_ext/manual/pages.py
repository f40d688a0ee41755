"""The pages that are made from the data before the build."""

from __future__ import annotations

from pathlib import Path

from manual import explorer, places, positions, statements, timeline, topics


def write_pages(folder: Path) -> None:
    """Write every page below ``folder`` and remove those of documents and topics that are gone."""
    made = made_pages()
    for name, text in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
    for pattern in ("positions/*.md", "topics/*.md", "_static/generated/explorer/*.js"):
        for path in folder.glob(pattern):
            if path.relative_to(folder).as_posix() not in made:
                path.unlink()


def made_pages() -> dict[str, str]:
    """The text of each page, and of each file that a page loads, by its path in the manual."""
    return {
        "positions/index.md": positions.index(),
        "positions/sources.md": positions.sources(),
        "timeline.md": timeline.page(),
        "places.md": places.page(),
        **explorer.files(),
        "topics/index.md": topics.index(),
        **{f"positions/{document.id}.md": positions.page(document) for document in statements.documents()},
        **{f"topics/{topics.slug(topic)}.md": topics.page(topic) for topic in topics.spoken_of()},
    }
