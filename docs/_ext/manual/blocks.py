"""What a page asks to have filled in: fenced blocks whose word stands for something that is made.

````text
```{made} rules
```
```{file} my-draft.yaml
format: 2
id: my-draft
```
```{run} proposals check my-draft.yaml
:exit: 1
:from: line 3
:lines: 2
```
```{example} proposals diff us-28-point my-draft.yaml --form brackets -o brackets.md
```
```{answer}
print(len(proposals.ids()))
```
```{computed}
print(f"There are **{len(proposals.ids())}** documents.")
```
```{script}
import proposals

print(len(proposals.ids()))
```
````

``made`` is a picture or a table, ``file`` a file that the page's commands can read, ``run`` a command with what it
prints, ``example`` a command with a link to the file that it writes, ``answer`` the fold-out answer to an exercise:
Python that is run and prints Markdown. ``computed`` is a sentence or a table with figures: Python as well, folded away
below what it prints. ``script`` is Python for the reader to copy, with what it prints as it is. All are made when the
manual is built, so they cannot drift from the data.
"""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import shutil
import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Final

import attrs

import proposals
from manual import (
    api,
    codebook,
    codings,
    commands,
    examples,
    glossary,
    layout,
    published,
    questions,
    statements,
    testing,
    tree,
    wording,
)
from manual.markdown import table
from proposals import vocabulary
from proposals.comparison.verdicts import QUESTION_RULES, TOPIC_RULES

_FENCE = re.compile(r"^(`{3,})\{(\w+)\} *([^\n]*)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)

MADE: Final[Mapping[str, Callable[[], str]]] = MappingProxyType(
    {
        "api": api.reference,
        "breaks": testing.breaks,
        "tree": lambda: f"```text\n{tree.tree()}\n```",
        "certainties": partial(codebook.word_table, vocabulary.Certainty),
        "codings": codings.page,
        "commands": commands.reference,
        "directions": partial(codebook.word_table, vocabulary.Direction),
        "examples": examples.page,
        "endings": commands.endings,
        "faults": testing.faults,
        "format-head": layout.head,
        "format-history": layout.history,
        "format-parts": layout.parts,
        "format-registers": layout.registers,
        "format-term": layout.common,
        "glossary": glossary.entries,
        "grades": codebook.grades,
        "kinds": codebook.kinds,
        "laws": testing.laws,
        "mutated": testing.forms,
        "published": published.page,
        "question-rules": partial(questions.rules, QUESTION_RULES),
        "questions": questions.questions,
        "relations": partial(codebook.word_table, vocabulary.Relation),
        "rules": codebook.rules,
        "scales": codebook.scale_table,
        "sentences": wording.kinds,
        "topic-rules": partial(questions.rules, TOPIC_RULES),
        "words": codebook.other_words,
    },
)
"""What ``{made}`` can make, by the word that a page writes."""


def _words() -> Mapping[str, object]:
    """What an answer knows from the start.

    It knows the library, ``documents``, the earliest first, and ``table``. The others put into words what the data has:
    ``name`` an actor or a place, ``heading`` and ``say`` a term, ``label`` a field, ``worded`` its value, ``word`` a
    word of a list, and ``spoken`` a date.
    """
    return {
        "proposals": proposals,
        "documents": statements.documents(),
        "heading": statements.headline,
        "label": statements.label_of,
        "name": statements.name,
        "say": statements.sentences,
        "spoken": statements.spoken,
        "table": table,
        "word": statements.word,
        "worded": statements.worded,
    }


class BlockError(Exception):
    """A block that cannot be filled; the message names the page."""


EXAMPLES: Final = "_static/generated/examples"
"""Where the manual keeps the files that ``{example}`` writes and that are no examples of a form."""


@attrs.frozen
class Page:
    """The page that is being filled: its name, and the folder of the manual."""

    name: str
    manual: Path


def filled(text: str, page: Page) -> str:
    """The text with every block of these kinds filled; its commands run in one folder, which holds its files.

    Raises :class:`BlockError` for a block that cannot be filled.
    """

    def fill(found: re.Match[str]) -> str:
        _, kind, argument, body = found.groups()
        if kind not in MAKERS:  # Sphinx has directives of its own
            return found[0]
        try:
            return MAKERS[kind](argument, body, page)
        except Exception as error:
            raise BlockError(f"{page.name}: {{{kind}}} {argument}: {error!r}") from error

    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        return _FENCE.sub(fill, text)


def run(command: str, options: str = "") -> str:
    """A command line of ``proposals`` with what it prints; ``:exit: 1`` where it ends so.

    ``:from:`` some words begins with the first line that has them, and ``:lines: 9`` ends after so many; ``[…]`` stands
    where lines are left out.
    """
    from click.testing import CliRunner  # noqa: PLC0415 -- only pages that run commands need it

    from proposals.cli.app import application  # noqa: PLC0415 -- as above

    _, *arguments = shlex.split(command)
    result = CliRunner().invoke(application, arguments, prog_name="proposals", env={"COLUMNS": "80", "NO_COLOR": "1"})
    asked = dict(re.findall(r"^:(\w+): (.+)$", options, re.MULTILINE))
    if result.exit_code != int(asked.get("exit", 0)):
        raise ValueError(result.output) from result.exception
    lines = result.output.rstrip().splitlines()
    first = next(number for number, line in enumerate(lines) if asked.get("from", "") in line) if lines else 0
    last = first + int(asked.get("lines", len(lines)))
    before, after = ["[…]"][:first], ["[…]"][: len(lines[last:])]
    return "\n".join(("```console", f"$ {command}", *before, *lines[first:last], *after, "```"))


def example(command: str, page: Page) -> str:
    """A command with a picture of what it writes, where there can be one, and a link; its last word names the file.

    What the folder of examples holds is shown from there, and made nowhere else; the page's own folder gets a copy.
    """
    name = shlex.split(command)[-1]
    if any(one.made_by == command for one in examples.every()):
        kept, shown = examples.FOLDER, f"```console\n$ {command}\n```"
        shutil.copy(page.manual / kept / name, name)
    else:
        kept, shown = EXAMPLES, run(command)
        (page.manual / kept).mkdir(parents=True, exist_ok=True)
        shutil.copy(name, page.manual / kept)
    address = f"{'../' * page.name.count('/')}{kept}"
    drawn = {found: picture for picture, found in examples.PICTURES.items()}
    picture = name if name.endswith((".png", ".svg")) else drawn.get(name)
    image = f'<img src="{address}/{picture}" alt="What {name} looks like">\n\n' if picture else ""
    return f'{shown}\n\n{image}<p>It writes <a href="{address}/{name}">{name}</a>.</p>'


def file(name: str, content: str) -> str:
    """A file that the commands after it can read, with its name above it."""
    Path(name).write_text(content, encoding="utf-8")
    language = {"txt": "text", "csv": "text"}.get(suffix := Path(name).suffix[1:], suffix)
    return f"`{name}`:\n\n```{language}\n{content}```"


def shown(name: str, page: Page) -> str:
    """A file of an example folder, ``wage-round/kinds.py``, for the commands after it, with its name in that folder."""
    inside = Path(*Path(name).parts[1:])
    text = (page.manual / examples.FOLDER / name).read_text(encoding="utf-8")
    inside.parent.mkdir(parents=True, exist_ok=True)
    return file(str(inside), text)


def answer(source: str) -> str:
    """The fold-out answer: what the Python prints, and the Python itself below it."""
    return (
        '<details class="answer"><summary>Answer, computed from the data</summary>\n\n'
        f"{_printed(source, _words())}\n\n{_code(source)}\n</details>"
    )


def computed(source: str) -> str:
    """What the Python prints, and the Python itself folded away below it."""
    return f"{_printed(source, _words())}\n\n{_code(source)}"


def script(source: str) -> str:
    """Python that a reader can copy, with what it prints."""
    return f"```python\n{source.strip()}\n```\n\nIt prints:\n\n```text\n{_printed(source, {})}\n```"


def _printed(source: str, names: Mapping[str, object]) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(source, "<manual>", "exec"), dict(names))  # noqa: S102 -- the manual's own pages
    return printed.getvalue().strip()


def _code(source: str) -> str:
    return f"<details><summary>How it was computed</summary>\n\n```python\n{source.strip()}\n```\n\n</details>"


MAKERS: Final[Mapping[str, Callable[[str, str, Page], str]]] = MappingProxyType(
    {
        "answer": lambda _argument, body, _page: answer(body),
        "computed": lambda _argument, body, _page: computed(body),
        "example": lambda argument, _body, page: example(argument, page),
        "file": lambda argument, body, _page: file(argument, body),
        "made": lambda argument, _body, _page: MADE[argument](),
        "run": lambda argument, body, _page: run(argument, body),
        "shown": lambda argument, _body, page: shown(argument, page),
        "script": lambda _argument, body, _page: script(body),
    },
)
"""How each block is filled, by its word, from what stands behind the word, its lines, and its page."""
