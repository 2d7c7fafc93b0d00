"""What was found in a pair, in words: its card, change, counts, areas, zones."""

from __future__ import annotations

from agent.wording.conditions import none_found, objects_in_words, without_limits
from agent.wording.ground import bands_sentence, with_other_change
from agent.wording.sentence import sentence
from mci_model.prediction import CHANGED_FROM
from tools.change.objects import ObjectCount
from tools.change.summary import Area, ChangeSummary, ClassChange, Description
from tools.change.zones import ZoneRow
from tools.measurements.zonal import ZonalChange
from tools.number_format import percent, plural, quantity
from tools.pairs.preflight import PairCard

UNIT_NAMES = {
    "m2": "m²",
    "ha": "ha",
    "km2": "km²",
    "percent": "%",
    "px": "px",
    "acre": "acres",
    "ft2": "square feet",
    "mi2": "square miles",
}
WHOLE = 0.995
"""Share of a zone in the images from which it counts as wholly seen."""
MAX_ZONES = 5
"""Zones told in a sentence; the table holds all of them."""
MANY = 2
"""Stands for any count of things that are named in the plural."""
MAX_FIELDS = 2
"""Fields of the image told with a class; the result holds all of them."""


@sentence.register
def _(card: PairCard) -> str:
    kinds = dict.fromkeys(f"{date.bands} band(s) of {date.dtype}" for date in (card.before, card.after))
    text = f"The images are {card.before.width} x {card.before.height} px with {' and '.join(kinds)}. "
    if card.crs is None:
        text += "They are not georeferenced. "
    else:
        name = card.crs if len(card.crs) < 40 else "a CRS without authority code"
        text += f"Their CRS is {name}; a pixel is {quantity(card.resolution_m)} m on the ground. "
    if card.before.date or card.after.date:
        text += f"Dates: {card.before.date or 'unknown'} and {card.after.date or 'unknown'}. "
    text += f"Both dates hold data on {quantity(100 * card.overlap)} % of the first image."
    if card.shift is not None and card.shift.sure:
        text += f" The co-registration offset is {quantity(card.shift.pixels)} px."
    return " ".join([text, *card.warnings])


@sentence.register
def _(description: Description) -> str:
    told = [f"{_capitalised(clause)}." for clause in description.caption.split("; ")]
    told.append(f"The probability of any change is {percent(description.probability)}.")
    if not description.mask_agrees:
        told.append(_disagreement(description))
    if description.network_words is not None:
        told.append(f'The network says{_of_part(description)}: "{_capitalised(description.network_words)}."')
    return " ".join(told)


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]


def _disagreement(description: Description) -> str:
    """What it means that the probability and the maps do not agree."""
    if description.probability >= CHANGED_FROM:
        return "Something may have changed that the maps do not show, so look at the picture."
    if description.changed:
        return "That is low, but the objects on the maps are sure."
    return "What the maps show is not sure, so look at the picture."


def _of_part(description: Description) -> str:
    if description.part is None:
        return ""
    top, left, height, width = description.part
    return f" of the most changed part, rows {top} to {top + height}, columns {left} to {left + width}"


@sentence.register
def _(summary: ChangeSummary) -> str:
    if summary.other is not None and summary.other.seen_by == "bands":
        return bands_sentence(summary.other, summary.unknown_share)
    text = "Changed pixels: " + "; ".join(_class_change(row) for row in summary.classes) + "."
    text = with_other_change(
        text, summary.other, first=not any(row.pixels for row in summary.classes if row.object_class != "any")
    )
    if summary.unknown_share > 0:
        text += f" {quantity(100 * summary.unknown_share)} % of the pixels hold no data at one date or both."
    return text


def _class_change(row: ClassChange) -> str:
    name = "other change" if row.object_class == "any" else f"{row.object_class}s"
    if row.pixels == 0:
        return f"{name} none"
    ground = "" if row.area_m2 is None else f", {quantity(row.area_m2)} m²"
    size = f"{name} {quantity(row.pixels)} px ({quantity(100 * row.share)} % of the valid area{ground})"
    fields = [f"{quantity(100 * field.share)} % in the {field.place}" for field in row.where[:MAX_FIELDS]]
    return f"{size}, {' and '.join(fields)}"


@sentence.register
def _(found: ObjectCount) -> str:
    name = "object" if found.object_class == "any" else found.object_class
    if found.count == 0:
        return none_found(found)
    text = f"{quantity(found.count)} {objects_in_words(found, found.count)}"
    if found.status == "any" and found.appeared is not None and found.disappeared is not None:
        text += f": {quantity(found.appeared)} appeared, {quantity(found.disappeared)} disappeared"
    if found.median_area_m2 is not None and found.largest_area_m2 is not None:
        sizes = f"median {quantity(found.median_area_m2)} m², largest {quantity(found.largest_area_m2)} m²"
        text += f" ({sizes})" if found.count > 1 else f" ({quantity(found.largest_area_m2)} m²)"
    elif found.objects and found.largest_area_m2 is None:
        largest = f"{quantity(found.objects[0].pixels)} px"
        text += f" (largest {largest})" if found.count > 1 else f" ({largest})"
    if found.largest_place is not None:
        text += f", {'the largest' if found.count > 1 else 'it lies'} in the {found.largest_place}"
    return f"{text}.{_of_touching(name, found.count)}"


def _of_touching(name: str, count: int) -> str:
    """How objects that touch are counted."""
    if name == "building":
        return " Touching ones are told apart where they narrow." if count > 1 else ""
    return " Touching ones count as one."


@sentence.register
def _(area: Area) -> str:
    text = f"{_capitalised(objects_in_words(area, MANY))} cover {quantity(area.value)} {UNIT_NAMES[area.unit]}"
    text += " of the valid area" if area.unit == "percent" else f" ({quantity(100 * area.share)} % of the valid area)"
    if area.interval is not None and area.interval_level is not None:
        low, high = (quantity(end) for end in area.interval)
        text += (
            f", in {quantity(100 * area.interval_level)} % of cases between {low} and {high} {UNIT_NAMES[area.unit]}"
        )
    none = area.of is not None and area.count == 0
    return f"{text}{without_limits(area) if none else ''}; {area.method}."


@sentence.register
def _(found: ZonalChange) -> str:
    changed = [row for row in found.rows if any(cell.pixels for cell in row.classes)]
    held = "holds" if len(changed) == 1 else "hold"
    text = f"Of {quantity(len(found.rows))} {plural('zone', len(found.rows))}, {quantity(len(changed))} {held} change"
    most = sorted(changed, key=lambda row: -sum(cell.pixels for cell in row.classes))[:MAX_ZONES]
    told = "; ".join(f"{row.zone}: {_zone(row)}" for row in most)
    rest = ", the most:" if len(most) < len(changed) else ":"
    return " ".join([f"{text}{rest} {told}." if told else f"{text}.", *found.warnings])


def _zone(row: ZoneRow) -> str:
    parts = []
    for cell in row.classes:
        if cell.pixels:
            size = f"{quantity(cell.pixels)} px" if cell.area_m2 is None else f"{quantity(cell.area_m2)} m²"
            parts.append(f"{cell.object_class}s {size} ({quantity(100 * cell.share)} % of its valid area)")
    if row.inside_share < WHOLE:
        parts.append(f"only {quantity(100 * row.inside_share)} % of it lies in the images")
    return ", ".join(parts)
