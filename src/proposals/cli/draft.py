"""``proposals draft``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from proposals import __version__
from proposals.cli.commands import examples
from proposals.cli.opening import opened, read
from proposals.cli.options import DOCUMENT, FORCE, File
from proposals.cli.output import Output
from proposals.documents.proposal import Proposal
from proposals.drafting.drafts import Draft, DraftTerm
from proposals.drafting.english import draft_names, drafter, gate
from proposals.drafting.following import following, updating
from proposals.drafting.gate import Passed
from proposals.drafting.heads import HOME, SIDES
from proposals.drafting.others import OtherDrafter, installed
from proposals.drafting.writing import Copy, draft_yaml
from proposals.errors import NotFoundError
from proposals.files.citing import SOURCE as SOURCE_ENTRIES
from proposals.files.skeleton import skeleton_yaml
from proposals.files.writing import write_together
from proposals.language.values import counted
from proposals.library.collection import YAML_ENDINGS
from proposals.strings import id_fault, suggestion
from proposals.texts.held import held_text
from proposals.texts.points import split
from proposals.texts.reading import read_raw
from proposals.world.dates import Date

_HELD: Final = ("file", "sha256")
_KNOWN: Final = tuple(key for key in SOURCE_ENTRIES if key not in _HELD)
_TWO: Final = 2


class _Facts(click.ParamType):  # type: ignore[type-arg]  # generic in newer click only
    """``key=value`` of a source."""

    name = "fact"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        """The key and the value; fails for a key that no source has."""
        key, sign, held = value.partition("=")
        if not sign or not held or key not in _KNOWN:
            hint = suggestion(key, _KNOWN) or f"one of: {', '.join(_KNOWN)}"
            return self.fail(f"'{value}' is not KEY=VALUE of a source; {hint}", param, ctx)
        return key, held


class _Sides(click.ParamType):  # type: ignore[type-arg]  # as above
    """Two actors or more, by their names, with commas between them."""

    name = "sides"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """Their ids; fails for fewer than two."""
        sides = tuple(dict.fromkeys(draft_names(opened()).actor(name.strip()) for name in value.split(",")))
        if len(sides) < _TWO:
            return self.fail("name two sides, such as RU,UA", param, ctx)
        return sides


class _Other(click.ParamType):  # type: ignore[type-arg]  # as above
    """The name of a drafter of an installed package."""

    name = "drafter"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, OtherDrafter]:
        """The name and the drafter; fails where there is none."""
        try:
            return value, installed(value)
        except NotFoundError as error:
            return self.fail(str(error), param, ctx)


@click.command(
    epilog=examples(
        "proposals draft leak.txt -o leak.yaml --sides RU,UA",
        "proposals draft leak.txt -o leak.yaml --like us-28-point",
        "proposals draft --empty my-plan -o my-plan.yaml",
        "proposals draft leak.txt -o leak.yaml --date 2026-01-15~ --source publisher='The Gazette'",
    ),
)
@click.argument("text", metavar="[FILE]", type=File(), required=False)
@click.option("-o", "--output", type=File(), metavar="FILE", help="Write the draft to this YAML file.")
@FORCE
@click.option("--sides", type=_Sides(), metavar="A,B", help="The two sides in the text, such as RU,UA.")
@click.option("--date", metavar="DATE", default="", help="The date of the text in EDTF, such as 2026-01-15~.")
@click.option(
    "--source",
    "facts",
    type=_Facts(),
    multiple=True,
    metavar="KEY=VALUE",
    help="A fact about the source, such as publisher=… or url=…; can be repeated.",
)
@click.option(
    "--drafter",
    "other",
    type=_Other(),
    metavar="NAME",
    help="Also use a drafter from an installed package; whatever it proposes that the text does not say is dropped.",
)
@click.option(
    "--like",
    metavar="ID|FILE",
    type=DOCUMENT,
    help="An earlier plan that this text may mark up or revise; if it holds its text, an earlier version of this one.",
)
@click.option("--empty", metavar="ID", help="Write a file to start from instead, with this id; no text is needed.")
def draft(  # noqa: PLR0913 -- an argument for each option
    text: str | None,
    *,
    output: str | None,
    force: bool,
    sides: tuple[str, ...] | None,
    date: str,
    facts: tuple[tuple[str, str], ...],
    other: tuple[str, OtherDrafter] | None,
    like: str | None,
    empty: str | None,
) -> None:
    """Draft the terms of a raw text, to be checked by a person.

    The text (.txt, .md, .html, .docx, .pdf, or '-' for standard input) is split into its points. For each point the
    draft proposes the kinds of term that its words indicate, with every value that they state and the words from
    which it was read. Nothing is guessed: what cannot be read is listed under 'gaps', with the nearest kinds.

    The draft is a commented YAML file that 'proposals check' accepts. A copy of the text that it quotes is saved
    beside it. A draft is not yet a coding, and it says so until you remove its line 'drafted-by'.
    """
    if date:
        Date(date)
    if empty is not None:
        if text or sides or facts or other or like:
            raise click.UsageError("--empty takes no text, no --sides, no --source, no --drafter and no --like")
        _write_skeleton(empty, date, Output(forms=("yaml",), output=output, force=force))
        return
    if text is None or output is None:
        raise click.UsageError("name the text and the file to write: proposals draft leak.txt -o leak.yaml")
    target = Path(output)
    name = target.stem
    if target.suffix.casefold() not in YAML_ENDINGS or id_fault(name):
        raise click.UsageError(
            f"'{output}' cannot be the name of a draft; write -o leak.yaml, in small letters and hyphens"
        )
    raw = read_raw(text)
    points = split(raw)
    passed = gate(opened()).read(other[1], points) if other else Passed({}, {})
    made = drafter(opened(), sides or ()).draft(points, passed.by_point)
    if like is not None:
        made = _beside(made, *read([like]))
    held = target.with_name(f"{name}.text.txt")
    copy = Copy(original=Path(raw.name).name, file=held.name, sha256=raw.sha256, facts=dict(facts))
    written = draft_yaml(made, name=name, program=_program(other), date=date, copy=copy)
    write_together({held: raw.text, target: written}, force=force)
    for line in (*_summary(made, named=sides is not None), *(_passed(other[0], passed) if other else ())):
        click.echo(line, err=True)


def _beside(draft: Draft, earlier: Proposal) -> Draft:
    """The draft as a descendant of an earlier document: a new version of it where its text is at hand."""
    if any(source.file for source in earlier.sources):
        return updating(draft, earlier, held_text(earlier))
    return following(draft, earlier)


def _program(other: tuple[str, OtherDrafter] | None) -> str:
    """What made a draft, as the draft says it."""
    own = f"proposals {__version__}"
    if other is None:
        return own
    name, drafter = other
    facts = ", ".join(f"{key} {value}" for key, value in drafter.about.items())
    return f"{own} and {name} ({facts})" if facts else f"{own} and {name}"


def _passed(name: str, passed: Passed) -> Iterator[str]:
    """What became of the readings of another drafter."""
    terms = [one for found in passed.by_point.values() for one in found if isinstance(one, DraftTerm)]
    kept, dropped = sum(len(one.values) for one in terms), sum(passed.dropped.values())
    yield f"{name}: {counted(kept, 'value')} of {counted(len(terms), 'term')} passed; {dropped} dropped."
    yield from (f"Dropped: {count} × {why}." for why, count in sorted(passed.dropped.items()))


def _write_skeleton(name: str, date: str, output: Output) -> None:
    fault = id_fault(name)
    if fault:
        raise click.UsageError(f"'{name}' is not an id: {fault}")
    library = opened()
    output.text(skeleton_yaml(name, library.kinds, library.world, date))


def _summary(made: Draft, *, named: bool) -> Iterator[str]:
    """What was found, in sentences; ``named`` says that the user named the two sides."""
    sides = next((one for one in made.head if one.key == SIDES), None)
    if made.split.text.is_cyrillic:
        yield "The text is not in English: its points and the names in them are found, its terms are left to you."
    if sides and not named:
        words = made.split.text.text[sides.start : sides.end]
        yield f"The two sides are read from “{words}”; name others with --sides."
    home = next((one for one in made.head if one.key == HOME), None)
    inferred = [value.plain for one in made.terms for value in one.values if value.inferred]
    if home and (home.plain in inferred or [home.plain] in inferred):
        words = made.split.text.text[home.start : home.end]
        yield f"Some points name no country; “{words}” is inferred for them from the words above the points."
    if made.version:
        again = sum(bool(one.remarks) for one in made.kept)
        yield f"{counted(len(made.kept), 'term')} kept from '{made.version.id}', {again} of them to look at again."
    if made.descent:
        struck = f"; {counted(len(made.descent.struck), 'point')} deleted" if made.descent.struck else ""
        yield f"It seems to be a text that {made.descent.link} '{made.descent.to}'{struck}."
    points, values = len(made.split.points), sum(len(one.values) for one in made.terms)
    yield f"{counted(points, 'point')}: {made.typed} with {counted(len(made.terms) + len(made.kept), 'term')}."
    yield f"{counted(values, 'value')}: {values - made.inferred} read from the words, {made.inferred} inferred."
    unread = f"; in {made.unread} of them no kind of term was recognised" if made.unread else ""
    yield f"{counted(len(made.gaps), 'gap')} to decide{unread}."
    yield f"{counted(len(made.split.unexplained), 'number')} that no numbering explains."
    yield from (f"{remark}." for remark in made.split.every_remark)
