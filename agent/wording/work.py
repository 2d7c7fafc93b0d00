"""What was done, in words: files written, batches, self-tests."""

from __future__ import annotations

from agent.wording.conditions import limits, near
from agent.wording.sentence import sentence
from agent.wording.words import ENGLISH, Value, Words
from tools.benchmarks.selftest import SelfTest
from tools.change.places import part_in_words
from tools.landcover.transitions.cover_change import Ground
from tools.runs.batch import BatchResult
from tools.runs.exports import ExportResult


@sentence.register
def _(test: SelfTest, words: Words = ENGLISH) -> str:
    parts = [
        words.say(
            "selftest-size",
            found=size.found,
            planted=size.planted,
            size=size.size,
            low=f"{size.sides_m[0]:g}",
            high=f"{size.sides_m[1]:g}",
        )
        for size in test.sizes
        if size.planted
    ]
    told = [words.say("selftest", sizes=words.listed(parts))]
    if test.road_recall is not None:
        told.append(words.say("selftest-road", share=words.share(test.road_recall)))
    alarms: dict[str, Value] = {
        "alarms": test.false_alarms,
        "looks": test.repeats,
        "rate": words.quantity(test.false_alarm_rate),
    }
    return words.paragraph([*told, words.say("selftest-alarms", unit=test.false_alarm_unit, **alarms)])


@sentence.register
def _(written: ExportResult, words: Words = ENGLISH) -> str:
    if written.lost is not None and written.gained is not None:
        return _land(written, written.lost, written.gained, words)
    kinds = {"kind": written.object_class, "status": written.status}
    limited = limits(written.filter, written.filter_unit, words)
    if written.within != "whole":
        placed = written.filter_unit == "m2"
        limited.append(words.within(part_in_words(written.within, georeferenced=placed)))
    if written.nearness is not None:
        limited += near(written.nearness, "m" if written.filter_unit == "m2" else "length_px", words)
    some = bool(limited) or (written.object_class, written.status) != ("any", "any")
    if some and written.count is not None:
        return _some_objects(written, written.count, limited, words)
    holds = words.term("holds", written.holds)
    if limited:
        return words.say("export-limited", file=written.file, holds=holds, limits=words.conjoined(limited))
    if some:
        return words.say("export-whole", file=written.file, holds=holds, them=words.say("objects-named", **kinds))
    return words.say("export", file=written.file, holds=holds)


def _some_objects(written: ExportResult, count: int, limited: list[str], words: Words) -> str:
    """How many objects of which kind a file holds."""
    kinds = {"kind": written.object_class, "status": written.status}
    where = words.say("filter", condition=words.listed(limited, "list-conditions")) if limited else ""
    if not count:
        none = words.say("count-none", where=where, without="", **kinds)
        return words.paragraph([none, words.say("export-empty", file=written.file)])
    return words.say("export-objects", file=written.file, them=words.say("objects", count=count, **kinds) + where)


def _land(written: ExportResult, lost: Ground, gained: Ground, words: Words) -> str:
    """What a file holds of one kind of land."""
    about = {"file": written.file, "land": words.say("land", name=written.cover or "")}
    if not written.count:
        return words.say("export-land-none", **about)
    sizes = {"lost": words.land(lost.pixels, lost.area_m2), "gained": words.land(gained.pixels, gained.area_m2)}
    smallest = words.amount(written.smallest_pixels or 0, "px")
    return words.say("export-land", count=written.count, smallest=smallest, **sizes, **about)


@sentence.register
def _(batch: BatchResult, words: Words = ENGLISH) -> str:
    parts = [words.say("batch-done", count=batch.done), words.say("batch-failed", count=batch.failed)]
    parts += [words.say("batch-kept", count=batch.kept)] if batch.kept else []
    parts += [words.say("batch-twice", count=batch.duplicates)] if batch.duplicates else []
    return words.say("batch", parts=words.listed(parts), seconds=words.quantity(batch.seconds))
