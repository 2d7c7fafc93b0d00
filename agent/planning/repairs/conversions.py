"""One kind of land that was lost to another: "was farmland lost to construction?"."""

from __future__ import annotations

from agent.planning.plan import Plan, PlannedCall
from agent.reading.conversions import conversion
from agent.reading.reading import Reading

OF_LAND = ("land_change", "land_cover_transitions")
KEPT = ("within", "unit", "pair")


def with_conversion(plan: Plan, reading: Reading) -> Plan:
    """The plan with what the lost land became, in place of how much there is of either.

    Args:
        plan: as it is.
        reading: of the question.
    """
    found, calls = conversion(reading), [call for call in plan if call.tool in OF_LAND]
    if found is None or not calls:
        return plan
    kept = {name: value for name, value in calls[0].arguments.items() if name in KEPT}
    asked = PlannedCall("land_change", {"cover": found[0], "tell": "became", "way": "lost"} | kept)
    return (asked, *(call for call in plan if call.tool not in OF_LAND))
