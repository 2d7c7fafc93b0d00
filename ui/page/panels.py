"""What stands beside the map: the preflight card, both dates, the objects, the steps of answers, and files. As HTML.

Names and texts from files are escaped: they are data.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape
from typing import Any

from agent.answer import Step
from tools.change.change_map import ChangeMap
from tools.change.places import Compass
from tools.number_format import plural, quantity
from tools.pairs.pair import ImagePair
from tools.pairs.preflight import PairCard
from tools.runs.format_registry import asked
from ui.page.advice import on_page
from ui.page.visiting.visitor import Visitor

FIRST = "Drop a before and an after image on the page, or open a sample."
MAX_ROWS = 5_000
MAX_CHARS = 20_000
"""Of a step's result; the record holds all of it."""
MEASURED = {
    "index": "the values of the index at each pixel",
    "cover": "the class at each pixel",
    "cover_table": "what became what, as a table",
    "flow": "what became what, as a picture",
    "radar": "change by radar at each pixel",
    "radar_classes": "change by radar at each pixel",
    "radar_picture": "change by radar, as a picture",
}
HEADERS = ["id", "class", "status", "area", "pixels", "probability %", "place", "longitude", "latitude"]
KINDS = ["number", "str", "str", "number", "number", "number", "str", "number", "number"]


def card(visitor: Visitor) -> str:
    """The preflight card: what the pair is, and what to beware of."""
    workspace = visitor.session.workspace
    if workspace.current is None:
        waiting = " and ".join(f"{escape(path.name)} ({date})" for date, path in visitor.waiting.items())
        return f"<p>{waiting} is here; now give the other image.</p>" if waiting else f"<p>{FIRST}</p>"
    pair = workspace.pair()
    card = workspace.card(pair)
    chips = "".join(f'<span class="td-chip">{escape(chip)}</span>' for chip in _chips(pair, card))
    warned = "".join(f'<div class="td-warn">{escape(on_page(text))}</div>' for text in card.warnings)
    count = f"{len(card.warnings)} {plural('note', len(card.warnings))}"
    folded = f'<details class="td-notes"><summary>{count}</summary>{warned}</details>' if warned else ""
    return f'<div class="td-card" role="group" aria-label="What the images are">{chips}{folded}</div>'


def _chips(pair: ImagePair, card: PairCard) -> list[str]:
    chips = [f"{pair.sources[0].name} ⇄ {pair.sources[1].name}", f"{pair.size[1]:,} x {pair.size[0]:,} px"]
    if pair.georeference is not None:
        chips += [pair.georeference.short_crs, f"{quantity(pair.georeference.resolution_m)} m a pixel"]
    else:
        chips.append("not georeferenced")
    chips.append(f"overlap {quantity(100 * card.overlap)} %")
    if card.shift is not None and card.shift.sure:
        chips.append(f"offset {quantity(card.shift.pixels)} px")
    return chips


def dates(visitor: Visitor) -> str:
    """Both dates side by side, with what was done to them."""
    workspace = visitor.session.workspace
    if workspace.current is None:
        return f"<p>{FIRST}</p>"
    pair = workspace.pair()
    figures = [
        f'<figure><img src="picture/{escape(pair.id)}/{date}.png" alt="The {date} image, {escape(source.name)}">'
        f"<figcaption>{date.capitalize()}: {escape(source.name)}</figcaption></figure>"
        for date, source in zip(("before", "after"), pair.sources, strict=True)
    ]
    notes = "".join(f"<li>{escape(note)}</li>" for note in pair.notes)
    return f'<div class="td-pair">{"".join(figures)}</div><ul>{notes}</ul>'


def objects(visitor: Visitor) -> list[list[Any]]:
    """A row for each object that counts, the largest first."""
    workspace = visitor.session.workspace
    found = None if workspace.current is None else workspace.known_change(workspace.pair())
    return [] if found is None else _rows(found)


def _rows(found: ChangeMap) -> list[list[Any]]:
    compass = Compass.of(found)
    return [
        [
            thing.id,
            thing.object_class,
            "" if thing.status == "any" else thing.status,
            None if thing.area_m2 is None else round(thing.area_m2, 1),
            thing.pixels,
            round(100 * thing.probability),
            compass.place(thing),
            *((None, None) if thing.lonlat is None else (round(place, 6) for place in thing.lonlat)),
        ]
        for thing in found.objects[:MAX_ROWS]
    ]


def objects_note(visitor: Visitor) -> str:
    """How many count, of how many that were found, and where."""
    workspace = visitor.session.workspace
    found = None if workspace.current is None else workspace.known_change(workspace.pair())
    if found is None:
        return "Ask what changed; the objects are listed here."
    unit = "square metres" if found.georeference else "pixels"
    where = " in the drawn area" if found.area_of_interest else ""
    shown = f"; the {MAX_ROWS:,} largest are listed" if len(found.objects) > MAX_ROWS else ""
    return f"{len(found.objects):,} of {len(found.found):,} objects{where} count{shown}. Areas are in {unit}."


def evidence(steps: Sequence[Step], rendered: dict[int, str]) -> str:
    """Every call of the conversation with its result; numbers in answers lead here.

    Args:
        steps: of the conversation.
        rendered: what was made of steps before, by their numbers; new ones are added.
    """
    if not steps:
        return "<p>Each number in an answer leads to the call it comes from; they are listed here.</p>"
    for step in steps:
        if step.number not in rendered:
            rendered[step.number] = _step(step)
    return f'<div class="td-steps">{"".join(rendered[step.number] for step in steps)}</div>'


def _step(step: Step) -> str:
    record = step.to_json()
    arguments = ", ".join(f"{name}={value}" for name, value in step.arguments.items())
    result = json.dumps(record["result"], indent=1, ensure_ascii=False) if step.error is None else step.error
    cut = result if len(result) <= MAX_CHARS else f"{result[:MAX_CHARS]}\n… the record holds the rest"
    return (
        f'<details id="evidence-{step.number}"><summary>[{step.number}] {escape(step.tool)}({escape(arguments)}), '
        f"{step.seconds:.2f} s</summary><pre>{escape(cut)}</pre></details>"
    )


def files(visitor: Visitor) -> str:
    """What can be taken away, made when it is asked for."""
    workspace = visitor.session.workspace
    found = None if workspace.current is None else workspace.known_change(workspace.pair())
    made = [] if workspace.current is None else list(visitor.layers().files)
    if found is None and not made:
        return "<p>Ask what changed; then maps, tables and a report can be taken away here.</p>"
    pair = workspace.pair()
    kinds = [one for one in asked().values() if one.fits(pair) and (found or not one.needs_change)]
    listed = [(one.name, one.holds) for one in kinds]
    listed += [(one.path.name, MEASURED[one.kind]) for one in made]
    return f'<ul class="td-files">{"".join(_link(pair.id, name, what) for name, what in listed)}</ul>'


def _link(pair: str, name: str, what: str) -> str:
    place = f"files/{escape(pair)}/{escape(name)}"
    return f'<li><a href="{place}" download><b>{escape(name)}</b><br>{escape(what)}</a></li>'
