"""The overview's plots, drawn by Matplotlib, which is loaded here only: as SVG for the page and as PNG for the workbook.

The same figures give the same bytes: no date, no random id, the font that comes with the library, and nobody's own settings.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from screener.decision import Outcome
from screener.report.cells import shortened

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

JUDGED: tuple[Outcome, ...] = ("meets", "review", "does_not_meet")
"""The outcomes of those who have a score."""
COLOURS = {
    "meets": "#4fa774", "review": "#e6b24c", "does_not_meet": "#d3786f", "left": "#6d9bd8", "ink": "#1c2430",
    "soft": "#56606e", "line": "#c9d0da",
}  # fmt: skip
"""What each colour stands for; the page's style sheet has others for the dark."""
WIDTH, HEIGHT, ROW = 400, 190, 22
"""Of the histogram, and of a row of the funnel, in points."""
_POINTS = 72
_SHARPNESS = 144
"""Dots an inch of a PNG."""
_LABELS = 0.34
"""The share of the funnel's width that names stand in."""
_LONGEST_NAME = 24


@dataclass(frozen=True, slots=True)
class Bin:
    """People with a score from `low` to `high`, by outcome in the order of JUDGED."""

    low: int
    high: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Plotted:
    """read: people whose file could be judged. left: each required point by a printable name, and whom it and those before it leave."""

    bins: tuple[Bin, ...]
    read: int
    left: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot in both forms. title, description: for those who do not see it. width, height: in points."""

    title: str
    description: str
    svg: str
    png: bytes
    width: int
    height: int


@lru_cache(maxsize=4)
def plots(plotted: Plotted) -> tuple[Plot, ...]:
    """The spread of scores, and the people left after each required point; nothing when nobody could be judged."""
    if not plotted.read:
        return ()
    drawn = [_plot("People by score", _scores_told(plotted), HEIGHT, lambda axes: _draw_scores(axes, plotted.bins))]
    if plotted.left:
        height = ROW * (len(plotted.left) + 1) + 6
        drawn.append(_plot("People left after each required point", _left_told(plotted), height, lambda axes: _draw_left(axes, plotted)))
    return tuple(drawn)


def _scores_told(plotted: Plotted) -> str:
    counts = ((sum(each.counts), each) for each in plotted.bins)
    return ", ".join(f"{count} from {each.low} to {each.high}" for count, each in counts if count) + "."


def _left_told(plotted: Plotted) -> str:
    return f"{plotted.read} read" + "".join(f", {count} left after {name}" for name, count in plotted.left) + "."


def _plot(title: str, description: str, height: int, draw: Callable[[Axes], Sequence[str]]) -> Plot:
    with _settings():
        from matplotlib.figure import Figure

        from screener.report.svg import themed  # here: a start without plots needs no lxml

        figure = Figure(figsize=(WIDTH / _POINTS, height / _POINTS), dpi=_POINTS)
        hints = draw(figure.add_axes((0, 0, 1, 1)))
        svg = themed(_saved(figure, "svg"), title, description, hints, {colour: name for name, colour in COLOURS.items()})
        return Plot(title, description, svg, _saved(figure, "png"), WIDTH, height)


def _saved(figure: Figure, form: str) -> bytes:
    figure.patch.set_visible(form == "png")
    with BytesIO() as file:
        nothing = {"Date": None, "Creator": None, "Format": None, "Type": None} if form == "svg" else {"Software": None}
        figure.savefig(file, format=form, metadata=nothing, dpi=_POINTS if form == "svg" else _SHARPNESS)
        return file.getvalue()


def _draw_scores(axes: Axes, bins: Sequence[Bin]) -> list[str]:
    """Bars on top of each other; returns what a pointer learns of each column, in order."""
    tallest = max((sum(each.counts) for each in bins), default=0) or 1
    axes.set(xlim=(-0.5, len(bins) - 0.5), ylim=(-0.14 * tallest, 1.12 * tallest))
    axes.axis("off")
    axes.axhline(0, color=COLOURS["line"], linewidth=1)
    hints = []
    for place, each in enumerate(bins):
        ground = 0
        for outcome, count in zip(JUDGED, each.counts, strict=True):
            if count:
                axes.bar(place, count, 0.9, ground, color=COLOURS[outcome])[0].set_gid(f"hint-{place}")
            ground += count
        _write(axes, place, -0.04 * tallest, str(each.low), "soft", ha="center", va="top")
        if ground:
            _write(axes, place, ground + 0.03 * tallest, str(ground), "ink", ha="center", va="bottom", weight="bold")
        parts = [f"{count} {outcome.replace('_', ' ')}" for outcome, count in zip(JUDGED, each.counts, strict=True) if count]
        hints.append(f"{ground} with a score from {each.low} to {each.high}: {', '.join(parts)}")
    return hints


def _draw_left(axes: Axes, plotted: Plotted) -> list[str]:
    """A bar for all who were read and one for those left after each point, with those whom it ruled out behind them."""
    rows = (("Read", plotted.read), *plotted.left)
    axes.set(xlim=(0, 1), ylim=(len(rows) - 0.4, -0.6))
    axes.axis("off")
    unit = (0.93 - _LABELS) / plotted.read
    hints, before = [], plotted.read
    for place, (name, count) in enumerate(rows):
        axes.barh(place, count * unit, 0.62, _LABELS, color=COLOURS["left"])[0].set_gid(f"hint-{place}")
        if before > count:
            [lost] = axes.barh(place, (before - count) * unit, 0.62, _LABELS + count * unit, color=COLOURS["does_not_meet"])
            lost.set_gid(f"hint-{place}")
        _write(axes, _LABELS - 0.02, place, shortened(name, _LONGEST_NAME) or "–", "ink", ha="right", va="center")
        _write(axes, _LABELS + before * unit + 0.015, place, str(count), "ink", ha="left", va="center", weight="bold")
        hints.append(f"{name}: {count} left" + (f", {before - count} ruled out" if before > count else ""))
        before = count
    return hints


def _write(axes: Axes, x: float, y: float, text: str, colour: str, *, ha: str, va: str, weight: str = "normal") -> None:
    # A dollar in the name of a requirement is a dollar.
    axes.text(x, y, text, color=COLOURS[colour], ha=ha, va=va, fontproperties=_font(weight), parse_math=False)


@lru_cache(maxsize=2)
def _font(weight: str) -> FontProperties:
    """The library's own: what the machine has differs from one to the next."""
    from matplotlib import get_data_path
    from matplotlib.font_manager import FontProperties

    file = Path(get_data_path(), "fonts", "ttf", "DejaVuSans-Bold.ttf" if weight == "bold" else "DejaVuSans.ttf")
    return FontProperties(fname=file, weight=weight, size=11)


@contextmanager
def _settings() -> Iterator[None]:
    """Matplotlib as it comes, silent: a folder for its cache that cannot be written to is no business of a recruiter's."""
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from matplotlib import rc_context, rcParamsDefault

        own = {key: value for key, value in rcParamsDefault.items() if not key.startswith("backend")}
        with rc_context({**own, "svg.fonttype": "none", "svg.hashsalt": "screen"}):
            yield
