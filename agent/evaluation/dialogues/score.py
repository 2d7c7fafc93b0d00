"""Dialogues held with an agent, each answer judged right, wrong or evasive.

file -> a conversation for each dialogue, its turns in order -> answers -> shares
"""

from __future__ import annotations

import re
import statistics
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from agent.change_agent import ChangeAgent
from agent.evaluation.dialogues.dialogue_file import Dialogue, Turn, image_of, read_dialogues
from tools.benchmarks.placed_images import with_place
from tools.types import Progress

Judgement = Literal["right", "wrong", "evasive"]
REFUSES = re.compile(
    r"\b(?:cannot|can't|no tool|not able|unable|no puedo|je ne peux pas|kann nicht|kann ich nicht)\b|无法|不能",
    re.IGNORECASE,
)
"""Words by which an answer says that it is none."""

SIDES_M = {"utm": 0.5, "s2": 10.0}
"""Ground size of a pixel of images that are given a place on earth."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A turn with its answer."""

    dialogue: str
    question: str
    answer: str
    judgement: Judgement
    calls: tuple[str, ...]
    """Tools with their arguments, in words."""


@dataclass(frozen=True, slots=True)
class DialogueScore:
    """All answers."""

    judged: tuple[Judged, ...]

    def report(self) -> dict[str, Any]:
        """Shares of all turns, and of right ones by dialogue."""
        names = dict.fromkeys(one.dialogue for one in self.judged)
        return {
            "turns": len(self.judged),
            **{kind: _share(self.judged, kind) for kind in ("right", "wrong", "evasive")},
            "by_dialogue": {
                name: _share([one for one in self.judged if one.dialogue == name], "right") for name in names
            },
        }


def _share(judged: Sequence[Judged], kind: str) -> float:
    return statistics.fmean(one.judgement == kind for one in judged)


def judge(turn: Turn, answer: str, *, measured: bool) -> Judgement:
    """Whether an answer is right; else evasive if it only says that it cannot, and wrong if it says something else.

    Args:
        turn: what the answer must hold.
        answer: in words.
        measured: whether it rests on the result of a tool.
    """
    if turn.is_right(answer):
        return "right"
    return "evasive" if not measured and REFUSES.search(answer) and turn.is_clean(answer) else "wrong"


def score(file: Path, agent: ChangeAgent, progress: Progress | None = None) -> DialogueScore:
    """Hold every dialogue of a file with an agent.

    Args:
        file: as `read_dialogues` reads it.
        agent: who answers.
        progress: called with the number of dialogues done, and of all.

    Raises:
        QuestionFileError: as for `read_dialogues`, or an image is missing.
        RasterError, PairError: an image cannot be used.
    """
    dialogues, judged = read_dialogues(file), list[Judged]()
    for place, dialogue in enumerate(dialogues, 1):
        judged += _held(file, dialogue, agent)
        if progress:
            progress(place, len(dialogues))
    return DialogueScore(tuple(judged))


def _held(file: Path, dialogue: Dialogue, agent: ChangeAgent) -> Iterable[Judged]:
    with tempfile.TemporaryDirectory(prefix="terradelta-dialogue-") as folder:
        images = [image_of(file, name) for name in dialogue.files]
        side_m = SIDES_M.get(dialogue.pair.place)
        if side_m is not None:
            images = [with_place(image, Path(folder), side_m) for image in images]
        before, after = images
        with agent.open(before, after, folder=Path(folder) / "conversation") as session:
            for turn in dialogue.turns:
                answer = session.ask(turn.user)
                measured = any(step.error is None for step in answer.steps)
                calls = tuple(f"{step.tool}({step.arguments})" for step in answer.steps)
                judgement = judge(turn, answer.text, measured=measured)
                yield Judged(dialogue.id, turn.user, answer.text, judgement, calls)
