"""Advice of tools in terms of the page: what they name as options of commands, a person finds as controls here."""

from __future__ import annotations

import re

LOOK_ALL_THE_SAME = "Look for buildings and roads on coarse images all the same"
"""A box in the tab Pair."""
SENSOR = "“Sensor” (tab Pair)"
CONTROLS = {
    "any-resolution": f"“{LOOK_ALL_THE_SAME}” (tab Pair)",
    "sensor": SENSOR,
    "scale": f"scale in {SENSOR}",
    "offset": f"offset in {SENSOR}",
    "baseline": f"baseline in {SENSOR}",
    "map-accuracy": "“map accuracy” (terradelta.open in Python)",
    "zones": "“zones” (terradelta.open in Python)",
    "min-area": "“Minimum object size” (tab Objects)",
    "min-probability": "“Least probability” (tab Objects)",
}
"""By the names of options; none of two letters or less is one."""
OPTION = re.compile(rf"--({'|'.join(CONTROLS)})\b")


def on_page(text: str) -> str:
    """A sentence whose options are named as the controls that do the same; others stay as they are."""
    return OPTION.sub(lambda found: CONTROLS[found[1]], text)
