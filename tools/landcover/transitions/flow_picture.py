"""The change of land cover as a picture: classes before at the left, after at the right, and what flowed between them.

Pure geometry, written as SVG that browsers and PDF makers draw alike: no script, nothing loaded. It lies on a light
plate of its own, so that it can be read on light and on dark pages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from tools.landcover.land_cover import Legend
from tools.landcover.transitions.cover_change import CoverChange, Ground, Transition, Transitions
from tools.number_format import significant

WIDTH, MARGIN, BAR = 780, 212, 14
"""Pixels: of the picture, of the labels at either side, of the bars of the classes."""
TOP, FOOT, GAP = 44, 38, 6
LOW, LABEL = 320, 30
"""Least height of the bars, and what each label takes."""
LONGEST = 27
"""Letters of a name that fit beside the picture."""
LEAST = 0.4
"""Thickness of a line that can be seen."""
FAINT, STRONG = 0.22, 0.68
"""Opacity of what kept its class, and of what changed."""
PLATE, DARK, LESS, LINE = "#fbfaf7", "#1c1f23", "#5d605e", "#2b2e33"
"""Colours: of the plate, of text, of text that matters less, and of lines."""
DIGITS = 3
"""Of numbers that are no whole ones."""
FONT = "font-family=\"'Noto Sans','DejaVu Sans',sans-serif\""


@dataclass(frozen=True, slots=True)
class _Bar:
    """A class at one date."""

    name: str
    ground: Ground
    top: float
    height: float
    colour: str


@dataclass(frozen=True, slots=True)
class _Band:
    """A transition between its two bars."""

    cell: Transition
    left: float
    right: float
    height: float
    colour: str


def flow_picture(found: Transitions, legend: Legend) -> str:
    """The transitions as an alluvial diagram; heights are shares of the pixels known at both dates.

    Args:
        found: the transitions.
        legend: of their classes, which lends the colours.

    Returns:
        An SVG document.
    """
    tall = max(LOW, LABEL * len(found.classes))
    colours = {one.name: "#{:02x}{:02x}{:02x}".format(*one.colour) for one in legend.classes}
    before = _bars(found.classes, lambda one: one.before, tall, colours)
    after = _bars(found.classes, lambda one: one.after, tall, colours)
    bands = sorted(_bands(found.cells, before, after), key=lambda band: (band.cell.changed, -band.cell.share))
    height = TOP + tall + FOOT
    key = "flow-" + (re.sub(r"[^A-Za-z0-9_-]", "-", found.layer) or "picture")
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'style="max-width:100%;height:auto" role="img" aria-labelledby="{key}-title {key}-text" {FONT}>',
        f'<title id="{key}-title">Land cover: what became what</title>',
        f'<desc id="{key}-text">{_plain(_description(found))}</desc>',
        f'<rect width="{WIDTH}" height="{height}" rx="6" fill="{PLATE}"/>',
        *[_drawn_band(band) for band in bands],
        *_side(before, "Earlier date", tall, at_left=True),
        *_side(after, "Later date", tall, at_left=False),
        _text(WIDTH / 2, height - 14, _caption(found), 11, "middle", colour=LESS),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _bars(
    classes: Sequence[CoverChange], of: Callable[[CoverChange], Ground], tall: float, colours: dict[str, str]
) -> dict[str, _Bar]:
    """The bars of one date, one below the other, in the order of the legend."""
    shown = [one for one in classes if of(one).pixels]
    scale, top, bars = tall - GAP * (len(classes) - 1), float(TOP), {}
    for one in shown:
        height = of(one).share * scale
        bars[one.name] = _Bar(one.name, of(one), top, height, colours[one.name])
        top += height + GAP
    return bars


def _bands(cells: Sequence[Transition], before: dict[str, _Bar], after: dict[str, _Bar]) -> list[_Band]:
    """Each transition leaves its bar in the order of the later classes, and reaches it in that of the earlier ones."""
    rows, columns = list(before), list(after)
    ordered = sorted(cells, key=lambda cell: (rows.index(cell.before), columns.index(cell.after)))
    left = {name: bar.top for name, bar in before.items()}
    right = {name: bar.top for name, bar in after.items()}
    bands = []
    for cell in ordered:
        bar = before[cell.before]
        height = bar.height * cell.pixels / bar.ground.pixels
        bands.append(_Band(cell, left[cell.before], right[cell.after], height, bar.colour))
        left[cell.before] += height
        right[cell.after] += height
    return bands


def _drawn_band(band: _Band) -> str:
    """A band with level ends; what it holds is told where a browser is asked by pointing."""
    start, end = MARGIN + BAR, WIDTH - MARGIN - BAR
    middle = (start + end) / 2
    left, right, height = band.left, band.right, band.height
    path = (
        f"M{start} {left:.2f}C{middle:g} {left:.2f} {middle:g} {right:.2f} {end} {right:.2f}"
        f"V{right + height:.2f}C{middle:g} {right + height:.2f} {middle:g} {left + height:.2f} {start} "
        f"{left + height:.2f}Z"
    )
    cell = band.cell
    told = f"{cell.before} to {cell.after}" if cell.changed else f"{cell.before}, unchanged"
    title = _plain(f"{told}: {_amount(cell)}")
    opacity = STRONG if cell.changed else FAINT
    thin = max(0.0, LEAST - height)  # what is too thin to be seen gets an edge
    edge = f' stroke="{band.colour}" stroke-opacity="{opacity}" stroke-width="{thin:.2f}"' if thin else ""
    return f'<path d="{path}" fill="{band.colour}" fill-opacity="{opacity}"{edge}><title>{title}</title></path>'


def _side(bars: dict[str, _Bar], heading: str, tall: float, *, at_left: bool) -> list[str]:
    """The bars of one date with their labels."""
    bar_at = MARGIN if at_left else WIDTH - MARGIN - BAR
    text_at, anchor = (MARGIN - 16, "end") if at_left else (WIDTH - MARGIN + 16, "start")
    near, far = (MARGIN - 1, text_at + 4) if at_left else (WIDTH - MARGIN + 1, text_at - 4)
    lines = [_text(text_at, 26, heading, 13, anchor, weight="600")]
    middles = [bar.top + bar.height / 2 for bar in bars.values()]
    for bar, middle, place in zip(bars.values(), middles, _apart(middles, TOP, TOP + tall), strict=True):
        lines += [
            f'<rect x="{bar_at}" y="{bar.top:.2f}" width="{BAR}" height="{bar.height:.2f}" '
            f'fill="{bar.colour}" stroke="{LINE}" stroke-width="0.6"/>',
            f'<path d="M{near} {middle:.2f}L{far} {place:.2f}" stroke="{LESS}" stroke-width="0.7"/>',
            _text(text_at, place - 1, _short(bar.name), 12.5, anchor),
            _text(text_at, place + 12, _amount(bar.ground), 10.5, anchor, colour=LESS),
        ]
    return lines


def _apart(middles: Sequence[float], top: float, bottom: float) -> list[float]:
    """Places for labels near these, none within `LABEL` of the next, all between top and bottom."""
    places: list[float] = []
    for middle in middles:
        places.append(max(middle, places[-1] + LABEL if places else top + LABEL / 2))
    limit = bottom - LABEL / 2
    for number in range(len(places) - 1, -1, -1):
        places[number] = min(places[number], limit)
        limit = places[number] - LABEL
    return places


def _text(
    across: float, down: float, text: str, size: float, anchor: str, *, weight: str = "400", colour: str = DARK
) -> str:
    look = f'font-size="{size:g}" font-weight="{weight}" text-anchor="{anchor}" fill="{colour}"'
    return f'<text x="{across:g}" y="{down:.2f}" {look}>{_plain(text)}</text>'


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"


def _plain(text: str) -> str:
    """Text of a person's table as XML holds it."""
    return escape("".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text))


def _amount(ground: Ground | Transition) -> str:
    """Ground in hectares, or pixels where nothing tells its size, and its share."""
    size, unit = (ground.pixels, "px") if ground.area_m2 is None else (ground.area_m2 / 1e4, "ha")
    told = f"{significant(size, DIGITS)} {unit}"
    return f"{told} ({significant(100 * ground.share, DIGITS)} %)"


def _caption(found: Transitions) -> str:
    return f"{_amount(found.changed)} changed; pale bands kept their class"


def _description(found: Transitions) -> str:
    """The picture in words, for those who do not see it."""
    changes = [cell for cell in found.cells if cell.changed]
    told = "; ".join(f"{cell.before} to {cell.after} {_amount(cell)}" for cell in changes)
    return f"{_amount(found.changed)} changed class{': ' if told else '.'}{told}"
