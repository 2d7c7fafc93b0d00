"""Which objects, where more, why, how sure, and what cannot be seen, in words."""

from __future__ import annotations

from agent.wording.conditions import none_found, objects_in_words
from agent.wording.ground import ground_change
from agent.wording.sentence import sentence
from tools.change.selection import AreaComparison, FoundObjects, ObjectDetails, PartChange, PlacedObject
from tools.explain.certainty import Certainty, DetectionLimits
from tools.explain.hypotheses import Explanation, Hypothesis
from tools.number_format import percent, plural, quantity


@sentence.register
def _(found: FoundObjects) -> str:
    if found.count == 0:
        return none_found(found)
    size = f"{quantity(found.pixels)} px" if found.area_m2 is None else f"{quantity(found.area_m2)} m²"
    together = f", {size} together" if found.count > 1 else ""
    listed = "; ".join(_object(one) for one in found.objects)
    order = f", the {found.order} first" if found.count > 1 else ""
    return f"{quantity(found.count)} {objects_in_words(found, found.count)}{together}{order}: {listed}."


def _object(one: PlacedObject) -> str:
    thing = one.object
    size = f"{quantity(thing.pixels)} px" if thing.area_m2 is None else f"{quantity(thing.area_m2)} m²"
    told = [size, f"in the {one.place}"] + ([thing.status] if thing.status != "any" else [])
    if thing.lonlat is not None:
        told.append(f"at {thing.lonlat[1]:.5f}, {thing.lonlat[0]:.5f}")
    name = "place" if thing.object_class == "any" else thing.object_class
    became = f": {ground_change(*thing.cover)}" if thing.cover is not None else ""
    return f"{name} {thing.id} ({', '.join(told)}, {percent(thing.probability)} probable{became})"


@sentence.register
def _(one: ObjectDetails) -> str:
    told = _object(one.found)
    name = "place" if one.found.object.object_class == "any" else one.found.object.object_class
    if one.of_class == 1:
        return f"{told[:1].upper()}{told[1:]}, the only changed {name}."
    return f"{told[:1].upper()}{told[1:]}, number {one.rank} of {one.of_class} changed {name}s by size."


@sentence.register
def _(found: AreaComparison) -> str:
    here, there = (_part(row) for row in found.parts)
    if found.more is None:
        return f"Equally much changed in both: {here}; {there}."
    name = "changed" if found.object_class == "any" else f"changed {found.object_class} ground lies"
    verb = "More changed" if found.object_class == "any" else f"More {name}"
    more = next(row.name for row in found.parts if row.part == found.more)
    return f"{verb} in {more}: {here}; {there}."


def _part(row: PartChange) -> str:
    size = f"{quantity(row.pixels)} px" if row.area_m2 is None else f"{quantity(row.area_m2)} m²"
    return f"{row.name} {quantity(row.count)} {plural('object', row.count)}, {size}"


@sentence.register
def _(found: Explanation) -> str:
    if not found.hypotheses:
        return "Nothing changed that would need a cause."
    return f"Possible causes: {' '.join(_hypothesis(one) for one in found.hypotheses)} {found.notice}"


def _hypothesis(one: Hypothesis) -> str:
    cause = one.cause[:1].upper() + one.cause[1:]
    return f"{cause} (evidence: {'; '.join(one.evidence)}; to be checked against {one.to_check})."


@sentence.register
def _(sure: Certainty) -> str:
    text = f"The probability of any change is {percent(sure.probability)}"
    if sure.seen_by == "bands":
        text += ", by the bands."
    else:
        text += ", and the maps agree." if sure.mask_agrees else ", but the maps do not agree."
    if sure.objects:
        text += f" {quantity(sure.unsure_objects)} of {quantity(sure.objects)} objects are less than "
        text += f"{quantity(100 * sure.unsure_below)} % probable"
        text += f", {quantity(100 * sure.unsure_share)} % of the changed pixels." if sure.unsure_objects else "."
    if sure.unknown_share > 0:
        text += f" {quantity(100 * sure.unknown_share)} % of the pixels hold no data at one date or both."
    return " ".join([text, *sure.warnings])


def _class(name: str) -> str:
    return "other ground" if name == "any" else f"{name}s"


@sentence.register
def _(told: DetectionLimits) -> str:
    smallest = f"{told.smallest_pixels} px"
    smallest += "" if told.smallest_m2 is None else f" ({quantity(told.smallest_m2)} m² here)"
    low, high = (quantity(side) for side in told.fit_resolution_m)
    kinds = " and ".join(map(_class, told.classes)) if told.classes != ("any",) else "ground of any kind, by its bands,"
    text = f"I see change of {kinds} from {smallest} up, "
    text += "and tell what appeared from what disappeared" if told.tells_direction else "but not its direction"
    text += f"; images of {low} to {high} m a pixel suit me"
    text += "." if told.resolution_m is None else f", these have {quantity(told.resolution_m)} m."
    text += f" I cannot see {', '.join(told.unseen)}."
    if "ndvi" in told.indices:
        text += f" Spectral indices that the bands allow tell more: {', '.join(told.indices)}."
    return " ".join([text, *told.warnings])
