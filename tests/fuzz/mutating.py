"""Files like those that people write, with what they mistype and what somebody hostile would put there."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

HOSTILE = (
    "", "~", "null", "true", "[]", "{}", "''", '"', "'", "[", "{", "}", ",", ":", "-", "?", "#", "|", ">", "&a",
    "*a", "%", "- - -", "<<: *a", "!!python/object/apply:os.system [id]", "!x", "---", "...", "%YAML 9.9", "\t", "\r",
    "\x00", "\x1b[31m", "\ufeff", "\u200e", "\u202e", "\u2028", "\ufffe", "\U0010ffff", "\ud7ff", "é", "e\u0301", "Ⅷ",
    "²", "٣", "½", "0", "-1", "1e999", ".inf", ".nan", "0x1F", "1_000", "1" * 40,
    "10^18", "100 %", "50.5 percent", "at least 3", "3 to 2", "2026-13-45", "2026-02-29", "2026-01-01/2025-01-01",
    "/..", "2026~?", "9 weeks of weeks", "within", "0 days", "UA", "RU", "UA/held-by-RU", "Nowhere",
    "../../etc/passwd", "/dev/zero", "a" * 300,
    "[[", "]]", "{{", "{of}", "{%", "<b>", "=1+1", "\\", "\\U00110000", "\\u{110000}", "\\x", "\u3014", "\u3015",
    "[A: x]", "[/A]", "**", "|---|", "proposes", "strikes", "leaves out", "options", "answers", "struck", "point",
    "cite", "within: 3 days", "if: ", "(a)", "1.", "1.1.", "•",
)  # fmt: skip
"""What a mutation puts in: words of the formats and what lies at their edges."""


@st.composite
def mutated(draw: DrawFn, seeds: Sequence[str]) -> str:
    """One of these texts after one to six mutations of lines, words or single characters."""
    text = draw(st.sampled_from(seeds))
    words = sorted({word for seed in seeds for word in seed.split()})[:2000]
    token = st.sampled_from(HOSTILE) | st.sampled_from(words) | st.characters(exclude_categories=["Cs"])
    for _ in range(draw(st.integers(1, 6))):
        text = draw(st.sampled_from([_in_lines, _in_words, _in_characters]))(draw, text, token)
    return text


def _in_lines(draw: DrawFn, text: str, token: SearchStrategy[str]) -> str:
    """Leave out, double, move, indent or break off at a line, or put one in."""
    lines = text.split("\n")
    at = draw(st.integers(0, len(lines) - 1))
    other = draw(st.integers(0, len(lines) - 1))
    ways = {
        "leave out": lambda: [*lines[:at], *lines[at + 1 :]],
        "double": lambda: [*lines[: at + 1], *lines[at:]],
        "move": lambda: [*lines[:at], lines[other], *lines[at:]],
        "indent": lambda: [*lines[:at], f"  {lines[at]}", *lines[at + 1 :]],
        "take back": lambda: [*lines[:at], lines[at].removeprefix("  "), *lines[at + 1 :]],
        "break off": lambda: lines[: at + 1],
        "put in": lambda: [*lines[:at], draw(token), *lines[at:]],
    }
    return "\n".join(ways[draw(st.sampled_from([*ways]))]())


def _in_words(draw: DrawFn, text: str, token: SearchStrategy[str]) -> str:
    """Put something in the place of a word, or before or behind it."""
    words = text.split(" ")
    at = draw(st.integers(0, len(words) - 1))
    new = draw(token)
    held = draw(st.sampled_from(["", words[at]]))
    words[at] = draw(st.sampled_from([f"{new}{held}", f"{held}{new}"]))
    return " ".join(words)


def _in_characters(draw: DrawFn, text: str, token: SearchStrategy[str]) -> str:
    """Put something in the place of a few characters."""
    at = draw(st.integers(0, len(text)))
    gone = draw(st.integers(0, 3))
    return text[:at] + draw(token) + text[at + gone :]
