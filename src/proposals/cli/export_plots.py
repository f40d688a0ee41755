"""``proposals export map`` and ``export strips``."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, TypeVar

import click

from proposals.cli.commands import examples
from proposals.cli.opening import opened, read
from proposals.cli.options import FORCE, documents, file_option, language_option, topics_option
from proposals.cli.output import Output
from proposals.reports.html_report.plots import map_plot, png, strip_plot

_Command = TypeVar("_Command", bound=Callable[..., Any])


def _finite(_ctx: click.Context, _param: click.Parameter, value: float) -> float:
    """Refuse what is no number: click lets it pass any range."""
    if math.isnan(value):
        raise click.BadParameter("nan is not a number of pixels")
    return value


def _plot_options(command: _Command) -> _Command:
    for option in (
        FORCE,
        language_option,
        click.option(
            "--scale",
            type=click.FloatRange(min=0.5, max=10),
            callback=_finite,
            default=3.0,
            show_default=True,
            help="Pixels of a PNG for each pixel of the SVG.",
        ),
        file_option(
            "The file to write: .svg, or .png with the extra 'plots'; on failure nothing is left behind.",
            required=True,
        ),
    ):
        command = option(command)
    return command


@click.command(
    "map",
    epilog=examples("proposals export map us-28-point e3-counter -o map.svg"),
)
@documents("A [B]...", least=1)
@_plot_options
def map_(documents: tuple[str, ...], output: str, *, scale: float, force: bool) -> None:
    """Draw a tile map of the regions for each document.

    The caption in the picture names documents and sources.
    """
    written = Output(forms=("svg", "png"), output=output, force=force)
    _write(written, map_plot(read(documents), library=opened()), scale)


@click.command(
    epilog=examples("proposals export strips us-28-point e3-counter twenty-point --topic forces -o forces.png"),
)
@documents("A B [C]...", least=2)
@topics_option
@_plot_options
def strips(documents: tuple[str, ...], output: str, topics: tuple[str, ...], *, scale: float, force: bool) -> None:
    """Draw the ordered fields with a mark for each document.

    The caption in the picture names documents and sources.
    """
    written = Output(forms=("svg", "png"), output=output, force=force)
    _write(written, strip_plot(read(documents), topics=topics, library=opened()), scale)


def _write(written: Output, svg: str, scale: float) -> None:
    written.whole(svg if written.form == "svg" else png(svg, scale=scale))
