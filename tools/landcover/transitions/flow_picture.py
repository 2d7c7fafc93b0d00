"""An alluvial diagram of land-cover change: classes before on the left, after on the right, transitions between them.

Plain SVG that browsers and PDF writers render alike: no script, no external resources. It has a light background of its
own, so that it is readable on light and on dark pages.
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
"""Pixels: width of the diagram, of the label margins, and of the class bars."""
TOP, BOTTOM, GAP = 44, 38, 6
MIN_HEIGHT, LABEL_HEIGHT = 320, 30
"""Minimum height of the bars, and height of a label."""
MAX_NAME_CHARS = 27
"""Characters of a name that fit in the margin."""
MIN_LINE = 0.4
"""Minimum visible thickness of a band."""
KEPT_OPACITY, CHANGED_OPACITY = 0.22, 0.68
"""Opacity of unchanged and of changed bands."""
BACKGROUND, TEXT, SECONDARY, LINE = "#fbfaf7", "#1c1f23", "#5d605e", "#2b2e33"
"""Colours of the background, text, secondary text, and lines."""
DIGITS = 3
"""Significant digits of non-integers."""
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


def flow_picture(transitions: Transitions, legend: Legend) -> str:
    """The transitions as an alluvial diagram; heights are shares of the pixels known at both dates.

    Args:
        transitions: the table to draw.
        legend: of their classes, with the colours.

    Returns:
        An SVG document.
    """
    tall = max(MIN_HEIGHT, LABEL_HEIGHT * len(transitions.classes))
    colours = {one.name: "#{:02x}{:02x}{:02x}".format(*one.colour) for one in legend.classes}
    before = _bars(transitions.classes, lambda one: one.before, tall, colours)
    after = _bars(transitions.classes, lambda one: one.after, tall, colours)
    bands = sorted(_bands(transitions.cells, before, after), key=lambda band: (band.cell.changed, -band.cell.share))
    height = TOP + tall + BOTTOM
    key = "flow-" + (re.sub(r"[^A-Za-z0-9_-]", "-", transitions.layer) or "picture")
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'style="max-width:100%;height:auto" role="img" aria-labelledby="{key}-title {key}-text" {FONT}>',
        f'<title id="{key}-title">Land cover: what became what</title>',
        f'<desc id="{key}-text">{_escaped(_description(transitions))}</desc>',
        f'<rect width="{WIDTH}" height="{height}" rx="6" fill="{BACKGROUND}"/>',
        *[_drawn_band(band) for band in bands],
        *_side(before, "Earlier date", tall, at_left=True),
        *_side(after, "Later date", tall, at_left=False),
        _text(WIDTH / 2, height - 14, _caption(transitions), 11, "middle", colour=SECONDARY),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _bars(
    classes: Sequence[CoverChange], of: Callable[[CoverChange], Ground], tall: float, colours: dict[str, str]
) -> dict[str, _Bar]:
    """The bars of one date, from top to bottom in the order of the legend."""
    shown = [one for one in classes if of(one).pixels]
    scale, top, bars = tall - GAP * (len(classes) - 1), float(TOP), {}
    for one in shown:
        height = of(one).share * scale
        bars[one.name] = _Bar(one.name, of(one), top, height, colours[one.name])
        top += height + GAP
    return bars


def _bands(cells: Sequence[Transition], before: dict[str, _Bar], after: dict[str, _Bar]) -> list[_Band]:
    """Bands leave a bar in the order of the later classes, and enter one in the order of the earlier classes."""
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
    """A band with horizontal ends; its amount is shown as a tooltip."""
    start, end = MARGIN + BAR, WIDTH - MARGIN - BAR
    middle = (start + end) / 2
    left, right, height = band.left, band.right, band.height
    path = (
        f"M{start} {left:.2f}C{middle:g} {left:.2f} {middle:g} {right:.2f} {end} {right:.2f}"
        f"V{right + height:.2f}C{middle:g} {right + height:.2f} {middle:g} {left + height:.2f} {start} "
        f"{left + height:.2f}Z"
    )
    cell = band.cell
    names = f"{cell.before} to {cell.after}" if cell.changed else f"{cell.before}, unchanged"
    title = _escaped(f"{names}: {_amount(cell)}")
    opacity = CHANGED_OPACITY if cell.changed else KEPT_OPACITY
    edge_width = max(0.0, MIN_LINE - height)  # bands too thin to be visible get a stroke
    stroke = f' stroke="{band.colour}" stroke-opacity="{opacity}" stroke-width="{edge_width:.2f}"' if edge_width else ""
    return f'<path d="{path}" fill="{band.colour}" fill-opacity="{opacity}"{stroke}><title>{title}</title></path>'


def _side(bars: dict[str, _Bar], heading: str, tall: float, *, at_left: bool) -> list[str]:
    """The bars of one date with their labels."""
    bar_at = MARGIN if at_left else WIDTH - MARGIN - BAR
    text_at, anchor = (MARGIN - 16, "end") if at_left else (WIDTH - MARGIN + 16, "start")
    near, far = (MARGIN - 1, text_at + 4) if at_left else (WIDTH - MARGIN + 1, text_at - 4)
    lines = [_text(text_at, 26, heading, 13, anchor, weight="600")]
    middles = [bar.top + bar.height / 2 for bar in bars.values()]
    for bar, middle, label_at in zip(bars.values(), middles, _label_positions(middles, TOP, TOP + tall), strict=True):
        lines += [
            f'<rect x="{bar_at}" y="{bar.top:.2f}" width="{BAR}" height="{bar.height:.2f}" '
            f'fill="{bar.colour}" stroke="{LINE}" stroke-width="0.6"/>',
            f'<path d="M{near} {middle:.2f}L{far} {label_at:.2f}" stroke="{SECONDARY}" stroke-width="0.7"/>',
            _text(text_at, label_at - 1, _truncated(bar.name), 12.5, anchor),
            _text(text_at, label_at + 12, _amount(bar.ground), 10.5, anchor, colour=SECONDARY),
        ]
    return lines


def _label_positions(middles: Sequence[float], top: float, bottom: float) -> list[float]:
    """Label positions near these, at least `LABEL_HEIGHT` apart, all between top and bottom."""
    places: list[float] = []
    for middle in middles:
        places.append(max(middle, places[-1] + LABEL_HEIGHT if places else top + LABEL_HEIGHT / 2))
    limit = bottom - LABEL_HEIGHT / 2
    for number in range(len(places) - 1, -1, -1):
        places[number] = min(places[number], limit)
        limit = places[number] - LABEL_HEIGHT
    return places


def _text(
    across: float, down: float, text: str, size: float, anchor: str, *, weight: str = "400", colour: str = TEXT
) -> str:
    style = f'font-size="{size:g}" font-weight="{weight}" text-anchor="{anchor}" fill="{colour}"'
    return f'<text x="{across:g}" y="{down:.2f}" {style}>{_escaped(text)}</text>'


def _truncated(name: str) -> str:
    return name if len(name) <= MAX_NAME_CHARS else f"{name[: MAX_NAME_CHARS - 1].rstrip()}…"


def _escaped(text: str) -> str:
    """Text escaped for XML, without control characters."""
    return escape("".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text))


def _amount(ground: Ground | Transition) -> str:
    """Area in hectares, or in pixels where it is unknown, and its share."""
    size, unit = (ground.pixels, "px") if ground.area_m2 is None else (ground.area_m2 / 1e4, "ha")
    amount = f"{significant(size, DIGITS)} {unit}"
    return f"{amount} ({significant(100 * ground.share, DIGITS)} %)"


def _caption(transitions: Transitions) -> str:
    return f"{_amount(transitions.changed)} changed; pale bands kept their class"


def _description(transitions: Transitions) -> str:
    """Text alternative of the diagram."""
    changes = [cell for cell in transitions.cells if cell.changed]
    listed = "; ".join(f"{cell.before} to {cell.after} {_amount(cell)}" for cell in changes)
    return f"{_amount(transitions.changed)} changed class{': ' if listed else '.'}{listed}"
