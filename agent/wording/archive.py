"""What an archive was found to hold, in words."""

from __future__ import annotations

from agent.wording.sentence import sentence
from agent.wording.words import ENGLISH, Words
from tools.catalogue.found_pairs import Card, FoundPairs, Memories, OpenedPair, Remembered


@sentence.register
def _(found: FoundPairs, words: Words = ENGLISH) -> str:
    if not found.cards:
        return words.paragraph([words.say("archive-none"), *words.notices(found.warnings)])
    text = words.say("archive", searched=found.searched, count=len(found.cards))
    return " ".join([text, *(_card(card, words) for card in found.cards), *words.notices(found.warnings)])


def _card(card: Card, words: Words) -> str:
    told = [words.say("archive-score", score=words.decimal(card.score)), *_ground(card, words)]
    if any(card.dates):
        before, after = (day or words.say("unknown") for day in card.dates)
        told.append(words.say("archive-dates", before=before, after=after))
    if card.lonlat is not None:
        longitude, latitude = (f"{degrees:.5f}" for degrees in card.lonlat)
        told.append(words.say("found-at", latitude=latitude, longitude=longitude))
    told.append(str(card.after))
    return words.say("archive-card", number=str(card.number), caption=card.caption, told=words.listed(told))


def _ground(card: Card, words: Words) -> list[str]:
    """What changed there; nothing where none did."""
    told = []
    for kind, area, pixels in (
        ("building", card.building_m2, card.building_pixels),
        ("road", card.road_m2, card.road_pixels),
    ):
        if pixels:
            told.append(
                words.say("class-ground", name=words.say("classes", kind=kind), ground=words.size(pixels, area))
            )
    return told


@sentence.register
def _(opened: OpenedPair, words: Words = ENGLISH) -> str:
    left, right, top, bottom = (str(edge) for edge in (*opened.columns, *opened.rows))
    text = words.say(
        "archive-opened",
        number=str(opened.number),
        pair=opened.pair,
        before=opened.before,
        after=opened.after,
        left=left,
        right=right,
        top=top,
        bottom=bottom,
    )
    return words.paragraph([text, *words.notices(opened.warnings)])


@sentence.register
def _(found: Memories, words: Words = ENGLISH) -> str:
    if not found.remembered:
        return words.paragraph([words.say("notes-none"), *words.notices(found.warnings)])
    return " ".join(
        [words.say("notes"), *(_note(one, words) for one in found.remembered), *words.notices(found.warnings)]
    )


def _note(one: Remembered, words: Words) -> str:
    source = one.source if one.day is None else words.listed([one.source, str(one.day)])
    return words.say("note", text=one.text, source=source)
