"""What was done, in words: files written, batches, self-tests."""

from __future__ import annotations

from agent.wording.conditions import limits_in_words
from agent.wording.sentence import sentence
from tools.benchmarks.selftest import SelfTest
from tools.number_format import plural, quantity
from tools.runs.batch import BatchResult
from tools.runs.exports import ExportResult


@sentence.register
def _(test: SelfTest) -> str:
    parts = [
        f"{quantity(size.found)} of {quantity(size.planted)} {size.size} roofs "
        f"({size.sides_m[0]:g} to {size.sides_m[1]:g} m wide)"
        for size in test.sizes
        if size.planted
    ]
    text = f"Of the buildings planted into this pair, the network found {', '.join(parts)}."
    if test.road_recall is not None:
        text += f" It marked {quantity(100 * test.road_recall)} % of the planted road."
    alarms = f"{quantity(test.false_alarms)} false alarms in {quantity(test.repeats)} looks"
    return f"{text} It raised {alarms}, {quantity(test.false_alarm_rate)} {test.false_alarm_unit}."


@sentence.register
def _(written: ExportResult) -> str:
    return f"{written.file} holds {written.holds}{limits_in_words(written.filter, written.filter_unit)}."


@sentence.register
def _(batch: BatchResult) -> str:
    parts = [f"{quantity(batch.done)} {plural('pair', batch.done)} done", f"{quantity(batch.failed)} failed"]
    parts += [f"{quantity(batch.kept)} kept from an earlier run"] if batch.kept else []
    parts += [f"{quantity(batch.duplicates)} listed twice"] if batch.duplicates else []
    return f"{', '.join(parts)}, in {quantity(batch.seconds)} s."
