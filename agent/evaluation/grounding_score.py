"""How well lies are told from honest sentences: each is held against results of the sample pair, as answers are.

A line of the file: `text` with placeholders such as {count} or {area_m2}, which results fill; `lie`; `class` of lie;
`language` (ISO 639-1); `question` that was asked; `tools`, "all" or "few", that were called before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from agent.answer import Step
from agent.errors import SentenceFileError
from agent.evaluation.qa.oracle_predictor import OraclePredictor
from agent.grounding import check
from agent.language.english import ENGLISH
from agent.language.registry import LANGUAGES
from mci_model.change_predictor import ChangePredictor
from mci_model.data.scene_renderer import render
from mci_model.data.synthetic_scene import compose
from mci_model.errors import JsonFileError
from mci_model.files.json_files import read_json_lines
from tools.benchmarks.sample_pairs import write_sample
from tools.catalogue import CATALOGUE
from tools.workspace.workspace import Workspace

SEED = 3
CAPTION = "seven houses are built"
"""Of the drawn pair."""
BUILDINGS = {"object_class": "building"}
FEW: tuple[tuple[str, dict[str, Any]], ...] = (
    ("detect_change", {}),
    ("count_objects", BUILDINGS),
    ("measure_area", {**BUILDINGS, "unit": "m2"}),
)
ALL: tuple[tuple[str, dict[str, Any]], ...] = (
    ("inspect_pair", {}),
    ("detect_change", {}),
    ("describe_change", {}),
    ("count_objects", BUILDINGS),
    ("count_objects", {"object_class": "road"}),
    ("measure_area", {**BUILDINGS, "unit": "m2"}),
    ("find_objects", {**BUILDINGS, "k": 7}),
    ("compare_areas", {"first": "north", "second": "south"}),
    ("explain_change", {}),
    ("assess_certainty", {}),
    ("tell_limits", {}),
)
PLACEHOLDER = re.compile(r"\{(\w+)\}")


class JudgedSentence(BaseModel):
    """A line of the file."""

    model_config = ConfigDict(extra="ignore")

    text: str
    lie: bool
    kind: str = Field(alias="class")
    language: str = "en"
    question: str = "What has changed here?"
    tools: Literal["all", "few"] = "all"


@dataclass(frozen=True, slots=True)
class GroundingScore:
    """What passed that should not, and what was refused that should not."""

    lies: int
    passed: int
    """Lies that were not caught."""
    honest: int
    refused: int
    """Honest sentences that were taken for lies."""
    by_class: dict[str, tuple[int, int]]
    """Sentences judged wrongly, and all, by class."""
    wrong: tuple[tuple[JudgedSentence, str, tuple[str, ...]], ...]
    """Lines judged wrongly, as they were filled, with the faults that were found."""


def score(path: Path, predictor: Callable[[], ChangePredictor] | None = None) -> GroundingScore:
    """Judge the sentences of a file.

    Args:
        path: JSON lines.
        predictor: loads the network that looks at the drawn pair; None: one that knows what was drawn, so that a
            sentence is true or false whatever a network makes of the pair.

    Raises:
        SentenceFileError: a line is no such sentence.
    """
    lines, predictor = _read(path), predictor or _knowing
    with TemporaryDirectory(prefix="terradelta-grounding-") as folder:
        steps = {
            "all": _called(Path(folder) / "all", predictor, ALL),
            "few": _called(Path(folder) / "few", predictor, FEW),
        }
    values = _values(steps["all"])
    wrong = []
    for line in lines:
        text = _filled(line, values)
        faults = check(text, steps[line.tools], [], [line.question], []).faults
        if bool(faults) != line.lie:
            wrong.append((line, text, faults))
    lies, missed, all_of, wrong_of = sum(line.lie for line in lines), 0, Counter[str](), Counter[str]()
    for line in lines:
        all_of[line.kind] += 1
    for line, _, _ in wrong:
        missed += line.lie
        wrong_of[line.kind] += 1
    by_class = {kind: (wrong_of[kind], count) for kind, count in sorted(all_of.items())}
    return GroundingScore(lies, missed, len(lines) - lies, len(wrong) - missed, by_class, tuple(wrong))


def _knowing() -> OraclePredictor:
    """One that knows the drawn pair, in which all that changed appeared."""
    label = render(compose(SEED)).label
    return OraclePredictor(label, CAPTION, appeared=np.ones(label.shape, np.float32))


def _read(path: Path) -> list[JudgedSentence]:
    try:
        return read_json_lines(path, TypeAdapter(JudgedSentence))
    except JsonFileError as error:
        raise SentenceFileError(f"{path.name} is no file of sentences: {error} See docs/evaluation.md.") from error


def _called(
    folder: Path, predictor: Callable[[], ChangePredictor], calls: Sequence[tuple[str, dict[str, Any]]]
) -> list[Step]:
    sample = write_sample(folder / "sample", SEED)
    workspace = Workspace(folder / "workspace", predictor)
    workspace.open(sample.before, sample.after)
    return [
        Step(tool, arguments, CATALOGUE.named(tool).function(workspace, **arguments), None, 0.0, number)
        for number, (tool, arguments) in enumerate(calls, 1)
    ]


def _values(steps: Sequence[Step]) -> dict[str, float]:
    """What placeholders stand for."""
    card, _, _, counted, _, area, found, halves, *_ = (step.result for step in steps)
    sizes = [one.object.area_m2 for one in found.objects]
    interval = area.interval or (area.value, area.value)
    return {
        "count": counted.count,
        "area_m2": round(area.value),
        "low_m2": round(interval[0]),
        "high_m2": round(interval[1]),
        "share_percent": round(100 * area.share, 2),
        "largest_m2": round(sizes[0]),
        "second_m2": round(sizes[1]),
        "median_m2": round(sorted(sizes)[len(sizes) // 2]),
        "north_m2": round(halves.parts[0].area_m2),
        "south_m2": round(halves.parts[1].area_m2),
        "image_m2": round(card.area_m2),
        "pixels": found.pixels,
    }


def _filled(line: JudgedSentence, values: dict[str, float]) -> str:
    def value(match: re.Match[str]) -> str:
        name = match.group(1)
        if name.lower() == "count_word":
            word = _spelt(int(values["count"]), line.language)
            return word.capitalize() if name.startswith("C") else word
        return f"{values[name]:g}" if name in values else match.group()

    return PLACEHOLDER.sub(value, line.text)


def _spelt(count: int, code: str) -> str:
    """A count in words of a language; in figures where it has none for it."""
    english = ENGLISH.spelt(count)
    language = next((one for one in LANGUAGES if one.code == code), None)
    if language is None or language is ENGLISH:
        return english if language else str(count)
    return next((" ".join(phrase) for phrase, gloss in language.glosses.items() if gloss == english), str(count))
