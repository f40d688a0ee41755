"""Made-up documents by the thousand, as files: twenty terms of four kinds each, with a summary and quotations."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Final

_ACTORS: Final = ("UA", "RU", "PL", "FR", "DE", "GB", "US", "TR", "IT", "FI")
_PLACES: Final = tuple(f"UA-{number:02}" for number in (5, 7, 9, 12, 14, 18, 21, 23, 26, 30, 32, 35, 46, 48, 51, 53))
_WORDS: Final = (
    "agreement", "amnesty", "border", "ceasefire", "commission", "convoy", "corridor", "election", "forces", "frontier",
    "guarantee", "harbour", "minority", "monitor", "peace", "pipeline", "prisoner", "railway", "reconstruction",
    "referendum", "sanctions", "sovereignty", "treaty", "withdrawal",
)  # fmt: skip


def texts(count: int, seed: int = 5) -> Iterator[tuple[str, str]]:
    """The id and the text of so many documents, the same in every run."""
    random = Random(seed)  # noqa: S311 -- the same documents in every run
    for number in range(count):
        name = f"document-{number:06}"
        yield name, _text(name, random)


def _text(name: str, random: Random) -> str:
    words = _chosen(random, 30)
    head = (
        f"format: 2\nid: {name}\ntitle: Draft {name[9:]} on the {random.choice(_WORDS)}\n"
        f"date: {random.randint(1990, 2025)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}\n"
        f"coverage: {random.choice(('complete', 'partial'))}\nsummary: On {words}.\n"
        "sources:\n  text:\n    publisher: Nobody\n    title: Made up\nterms:\n"
    )
    return head + "".join(_terms(random))


def _terms(random: Random) -> Iterator[str]:
    for actor in random.sample(_ACTORS, 5):
        yield f"- force-limit: {actor}\n  personnel: {random.randrange(1, 13) * 50_000}\n{_cited(random)}"
    for place in random.sample(_PLACES, 5):
        degree = random.choice(("de facto", "de jure"))
        yield f"- territory-status: {place}\n  as: RU\n  recognition: {degree}\n{_cited(random)}"
    for actor in random.sample(_ACTORS[:1] + _ACTORS[2:], 5):
        mechanism = random.choice(("consult", "defend"))
        yield f"- security-guarantee: {actor}\n  guarantors: US\n  mechanism: {mechanism}\n{_cited(random)}"
    for place in random.sample(_PLACES, 5):
        days = random.randrange(1, 9) * 10
        yield f"- withdrawal:\n    of: RU\n    from: {place}\n  within: {days} days of signature\n{_cited(random)}"


def _cited(random: Random) -> str:
    return f"  cite:\n  - source: text\n    quote: {_chosen(random, 8)}\n"


def _chosen(random: Random, count: int) -> str:
    """So many words, of some two thousand."""
    return " ".join(f"{random.choice(_WORDS)}{random.randrange(100)}" for _ in range(count))


def write(folder: Path, count: int) -> Path:
    """A collection of so many documents in a folder, which is returned."""
    (folder / "proposals").mkdir(parents=True)
    for name, text in texts(count):
        (folder / "proposals" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder
