"""Which kind of land a question says was lost to which other."""

from __future__ import annotations

from agent.reading.reading import Reading

BUILT = "built"
BUILT_ON = frozenset({"building", "road"})


def conversion(reading: Reading) -> tuple[str, str] | None:
    """The land that was lost, and what it became; None where the question names no two such kinds.

    Args:
        reading: of the question.
    """
    said = "confirm" in reading.acts or ("opens" in reading.marks and not reading.acts)  # "so fields were built over?"
    if "into" not in reading.cues or not (reading.asks_whether or said):
        return None
    covers = tuple(dict.fromkeys(cover for cover in reading.covers if cover != BUILT))
    if not covers or reading.statistics or reading.limits:
        return None
    built = reading.built_up or BUILT_ON & set(reading.classes) or "built" in reading.marks
    if len(covers) > 1:
        return covers[0], covers[1]
    return (covers[0], BUILT) if built else None
