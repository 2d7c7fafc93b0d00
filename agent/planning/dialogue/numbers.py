"""Plans of one number about many objects: averages, densities, lengths, spacing."""

from __future__ import annotations

import re
from typing import Any

from agent.planning.plan import PlannedCall
from agent.reading.reading import Reading

GROUND = {
    "acre": re.compile(r"\bacres?\b", re.IGNORECASE),
    "mi2": re.compile(r"\b(?:sq(?:uare)?\.? ?mi(?:les?)?|mi2)\b", re.IGNORECASE),
    "km2": re.compile(r"km|square kilo|quadratkilo|cuadrado|carré|平方公里|平方千米", re.IGNORECASE),
}
"""Units of the ground that a density is of; hectares where none is named."""


def numbers(reading: Reading, wish: dict[str, Any]) -> list[PlannedCall]:
    """Calls for averages, densities, lengths and the like."""
    calls = []
    for name in ("spacing",) if "spacing" in reading.statistics else reading.statistics:
        if name == "spacing" and len(reading.numbers) >= 2:
            first, second = (int(one) for one in reading.numbers[:2])
            calls.append(PlannedCall("measure_distance", {"first": first, "second": second}))
        elif name == "total_area":
            calls.append(PlannedCall("measure_area", wish | {"unit": reading.unit or "m2"}))
        else:
            calls.append(PlannedCall("measure_objects", wish | _statistic(name, reading, wish)))
    if calls and reading.unit == "percent" and calls[0].tool == "measure_objects":
        calls.append(PlannedCall("measure_area", wish | {"unit": "percent"}))
    return calls


def _statistic(name: str, reading: Reading, wish: dict[str, Any]) -> dict[str, Any]:
    in_unit = {"unit": reading.ground_unit} if reading.ground_unit else {}
    if name == "density":
        unit = next((unit for unit, pattern in GROUND.items() if pattern.search(reading.text)), "ha")
        return {"statistic": "density", "unit": unit}
    if name == "yearly":
        if not reading.unit and "area" not in reading.acts:
            return {"statistic": "yearly_count"}
        return {"statistic": "yearly_area"} | in_unit
    if name in ("length", "perimeter", "spacing"):
        of = {"object_class": "road"} if name == "length" and wish["object_class"] == "any" else {}
        return {"statistic": name} | of | ({"unit": reading.length_unit} if reading.length_unit else {})
    return {"statistic": name} | in_unit
