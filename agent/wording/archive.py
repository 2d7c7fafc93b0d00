"""What an archive was found to hold, in words."""

from __future__ import annotations

from agent.wording.sentence import sentence
from tools.catalogue.found_pairs import Card, FoundPairs, Memories, OpenedPair, Remembered
from tools.number_format import plural, quantity


@sentence.register
def _(found: FoundPairs) -> str:
    if not found.cards:
        return " ".join(["The archive holds nothing of that kind.", *found.warnings])
    count = len(found.cards)
    text = f"Of {quantity(found.searched)} {plural('part', found.searched)} of pairs in the archive, "
    text += f"{quantity(count)} {'is' if count == 1 else 'are'} nearest: "
    return " ".join([text + " ".join(map(_card, found.cards)), *found.warnings])


def _card(card: Card) -> str:
    told = [f"score {card.score:.2f}", *_ground(card)]
    if any(card.dates):
        told.append(" to ".join(day or "unknown" for day in card.dates))
    if card.lonlat is not None:
        told.append(f"at {card.lonlat[1]:.5f}, {card.lonlat[0]:.5f}")
    return f"({card.number}) {card.caption} ({', '.join(told)}, {card.after})."


def _ground(card: Card) -> list[str]:
    """What changed there; nothing where none did."""
    told = []
    for name, area, pixels in (
        ("buildings", card.building_m2, card.building_pixels),
        ("roads", card.road_m2, card.road_pixels),
    ):
        if pixels:
            told.append(f"{name} {quantity(pixels)} px" if area is None else f"{name} {quantity(area)} m²")
    return told


@sentence.register
def _(opened: OpenedPair) -> str:
    text = (
        f"Number {opened.number} is open now as pair {opened.pair}: {opened.before} and {opened.after}; what was found "
        f"lies in columns {opened.columns[0]} to {opened.columns[1]}, rows {opened.rows[0]} to {opened.rows[1]}."
    )
    return " ".join([text, *opened.warnings])


@sentence.register
def _(found: Memories) -> str:
    if not found.remembered:
        return " ".join(["The archive holds no note on that.", *found.warnings])
    return " ".join(["Kept notes say:", *map(_note, found.remembered), *found.warnings])


def _note(one: Remembered) -> str:
    day = "" if one.day is None else f", {one.day}"
    return f'"{one.text}" (source: {one.source}{day}).'
