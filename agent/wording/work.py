"""What was done, in words: files written, batches, self-tests."""

from __future__ import annotations

from agent.wording.conditions import limits
from agent.wording.sentence import sentence
from agent.wording.words import ENGLISH, Value, Words
from tools.benchmarks.selftest import SelfTest
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
    holds = words.term("holds", written.holds)
    kept = words.conjoined(limits(written.filter, written.filter_unit, words)) if not written.filter.keeps_all else ""
    if kept:
        return words.say("export-limited", file=written.file, holds=holds, limits=kept)
    return words.say("export", file=written.file, holds=holds)


@sentence.register
def _(batch: BatchResult, words: Words = ENGLISH) -> str:
    parts = [words.say("batch-done", count=batch.done), words.say("batch-failed", count=batch.failed)]
    parts += [words.say("batch-kept", count=batch.kept)] if batch.kept else []
    parts += [words.say("batch-twice", count=batch.duplicates)] if batch.duplicates else []
    return words.say("batch", parts=words.listed(parts), seconds=words.quantity(batch.seconds))
