"""The codebook with its links, and what is not in it: scales, rules, and the words of findings and registers."""

from __future__ import annotations

import inspect
import re

from manual.markdown import code, docstring, safe, table
from proposals import vocabulary
from proposals.comparison.rules import RULES, Meeting, Rule
from proposals.fields import scales
from proposals.fields.scales import Scale
from proposals.language.meanings import applies_to
from proposals.reports.formats import FORMATS, Options
from proposals.reports.pages.codebook import page
from proposals.terms import KINDS
from proposals.vocabulary import Topics
from proposals.words import Degree, Word


def kinds() -> str:
    """The codebook: every kind under its topic, records, words; each with an anchor, and each list of words linked."""
    text = re.sub(r"^### `([\w-]+)`$", r"(kind-\1)=\n### `\1`", _codebook(), flags=re.MULTILINE)
    text = re.sub(r"^### ([A-Z]\w+)$", _anchored, text, flags=re.MULTILINE)
    return re.sub(r"\| (a list: )?(a word of|a record,) (\w+) \|", _linked, text)


def _codebook() -> str:
    """The codebook as Markdown, without its heading."""
    return str(FORMATS["markdown"].writer(page(KINDS), Options())).partition("\n\n")[2]


def _anchored(found: re.Match[str]) -> str:
    return f"(words-{found[1].lower()})=\n### {found[1]}"


def _linked(found: re.Match[str]) -> str:
    return f"| {found[1] or ''}{found[2]} [{found[3]}](#words-{found[3].lower()}) |"


def other_words() -> str:
    """Every closed list of words that the codebook does not have, in alphabetical order of its name."""
    known = _codebook()
    others = [shape for shape in word_lists() if f"### {shape.__name__}\n" not in known]
    return "\n".join(
        f"(words-{shape.__name__.lower()})=\n## {shape.__name__}\n\n"
        f"{docstring(inspect.getdoc(shape) or '')}\n\n{word_table(shape)}"
        for shape in others
    )


def word_lists() -> list[type[Word]]:
    """The closed lists of words of the library, in alphabetical order of their names."""
    found = [
        shape
        for shape in (*Word.__subclasses__(), *Degree.__subclasses__(), *Topics.__subclasses__())
        if shape.__module__.startswith("proposals.") and shape not in {Degree, Topics}
    ]
    return sorted(found, key=lambda shape: shape.__name__)


def word_table(shape: type[Word]) -> str:
    """The words of one list with their definitions."""
    return table(["word", "definition"], ([code(str(word)), safe(word.definition)] for word in shape))


def grades() -> str:
    """The two halves of an Admiralty grade."""
    return f"{word_table(vocabulary.Reliability)}\n{word_table(vocabulary.Credibility)}"


def scale_table() -> str:
    """Every scale with its name and what it says of two values."""
    found = (shape for _, shape in inspect.getmembers(scales, inspect.isclass))
    shapes = [shape for shape in found if issubclass(shape, Scale) and shape is not Scale]
    return table(
        ["scale", "what it is"],
        ([f"**{shape.name}**", docstring(_first(shape))] for shape in sorted(shapes, key=lambda shape: shape.name)),
    )


def _first(shape: type) -> str:
    return " ".join((inspect.getdoc(shape) or "").split("\n\n", 1)[0].split())


def rules() -> str:
    """Every rule: its name, the relation that it gives, its sentence, and when it applies."""
    return "\n".join(_rule(rule) for rule in RULES)


def _rule(rule: Rule) -> str:
    meetings = [one for one in Meeting if one in rule.meetings and one is not Meeting.NONE]
    when = "".join(f"- It takes that the terms are *{one}*: {one.definition}\n" for one in meetings)
    return (
        f"(rule-{rule.id})=\n## `{rule.id}`\n\n{rule.sentence}\n\n"
        f"- It gives the relation **{rule.relation}**.\n- It applies to: {applies_to(rule)}.\n{when}"
    )
