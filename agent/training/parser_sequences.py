"""Dialogues as token sequences, of which the plan lines are learnt; batches of like length."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import torch

from agent.planning.learned.training_examples import TrainingExample, training_examples
from agent.planning.parser.lines import BETWEEN, write
from agent.planning.parser.prompt import ARROW, END, MOST_TURNS
from agent.training.dialogue_text import Dialogue, TaughtTurn
from agent.training.dialogue_variation import varied

IGNORED = -100
"""Label of tokens that are given, not learnt."""
SINGLE = 0.15
"""Share of sequences that are examples of the older lessons, on tools of which dialogues seldom speak."""
LESSONS = 12000
"""Examples of these that are drawn."""
OF_DIALOGUES = frozenset({"count_objects", "measure_area", "find_objects", "compare_areas"})
"""Tools that dialogues teach better: they tell what appeared from what disappeared."""
BEGUN_LATER = 0.25
"""Share of dialogues whose first turns are left out."""
POOL = 96
"""Sequences that are sorted by length together, which saves padding."""
MOST_ROWS = 32


@dataclass(frozen=True, slots=True)
class TokenRow:
    """Tokens of one dialogue."""

    ids: list[int]
    labels: list[int]
    """The same where they are learnt, IGNORED elsewhere."""


@dataclass(frozen=True, slots=True)
class Encoder:
    """Writes dialogues as tokens."""

    tokenizer: Any

    def row(self, turns: Sequence[TaughtTurn], *, teaches_first: bool) -> TokenRow:
        """The turns one after the other; the first one's lines are given where it leans on turns left out."""
        row = TokenRow([self.tokenizer.bos_token_id], [IGNORED])
        for place, turn in enumerate(turns):
            asked = self._tokens(" ".join(turn.question.split()) + ARROW.rstrip(" "))
            lines = self._tokens(" " + BETWEEN.join(turn.lines) + END)
            learnt = place or teaches_first
            row.ids.extend(asked + lines)
            row.labels.extend([IGNORED] * len(asked) + (lines if learnt else [IGNORED] * len(lines)))
        return row

    def _tokens(self, text: str) -> list[int]:
        return list(self.tokenizer(text, add_special_tokens=False).input_ids)


def rows(taught: Sequence[Dialogue], encoder: Encoder, seed: int) -> Iterator[TokenRow]:
    """Variants of all dialogues in ever new orders, without end; examples of the older lessons among them."""
    rng = random.Random(seed)
    lessons = [turns for example in training_examples(seed, LESSONS) if (turns := _of_lesson(example))]
    while True:
        for dialogue in rng.sample(taught, len(taught)):
            turns = varied(dialogue, rng).turns
            start = rng.randrange(1, len(turns) - 1) if len(turns) > 3 and rng.random() < BEGUN_LATER else 0
            yield encoder.row(turns[start : start + MOST_TURNS + 1], teaches_first=start == 0)
            while rng.random() < SINGLE:
                one = rng.choice(lessons)
                yield encoder.row(one, teaches_first=len(one) == 1)


def _of_lesson(example: TrainingExample) -> tuple[TaughtTurn, ...]:
    """The turns of an example; none where dialogues teach it better, or lines cannot say it."""
    turns = [*((turn.question, turn.plan) for turn in example.history), (example.question, example.plan)]
    lines = [write(plan) for _, plan in turns]
    if any(not plan or OF_DIALOGUES & {call.tool for call in plan} for _, plan in turns) or None in lines:
        return ()
    return tuple(
        TaughtTurn(question, tuple((text or "").split(BETWEEN)))
        for (question, _), text in zip(turns, lines, strict=True)
    )


def batches(source: Iterator[TokenRow], tokens: int, seed: int) -> Iterator[list[TokenRow]]:
    """Rows of like length, at most `tokens` of them together with padding."""
    rng, pool = random.Random(seed), list[TokenRow]()
    while True:
        if len(pool) < POOL // 2:
            pool = sorted([*pool, *(next(source) for _ in range(POOL))], key=lambda row: len(row.ids))
        place = rng.randrange(len(pool))
        some = [pool.pop(place)]
        while pool and len(some) < MOST_ROWS:
            following = pool[min(place, len(pool) - 1)]
            if max(len(following.ids), *(len(row.ids) for row in some)) * (len(some) + 1) > tokens:
                break
            some.append(pool.pop(min(place, len(pool) - 1)))
        yield some


def padded(some: Sequence[TokenRow]) -> tuple[torch.Tensor, torch.Tensor]:
    """(rows, longest) tokens and labels. Padding stands behind, where nothing that is learnt looks at it."""
    longest = max(len(row.ids) for row in some)
    ids = torch.zeros(len(some), longest, dtype=torch.long)
    labels = torch.full_like(ids, IGNORED)
    for place, row in enumerate(some):
        ids[place, : len(row.ids)] = torch.tensor(row.ids)
        labels[place, : len(row.labels)] = torch.tensor(row.labels)
    return ids, labels
