"""Questions to train the intents on, made from the phrase lists beside this file; some of them are misspelt."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

from agent.planning.learned.intents import NONE
from agent.planning.learned.training_examples import misspelt

BANK = Path(__file__).with_suffix(".json")
"""Phrase lists, templates of each intent that refer to them in braces, and words to lead in with."""


def questions(seed: int, each: int) -> Iterator[tuple[str, str]]:
    """(question, intent), `each` of every intent, the same for the same seed."""
    bank = json.loads(BANK.read_text(encoding="utf-8"))
    rng = random.Random(seed)
    for intent, templates in bank["templates"].items():
        for number in range(each):
            template = templates[number % len(templates)]
            text = _expand(template, bank["phrases"], rng)
            text = text if intent == NONE else rng.choice(bank["leads"]) + text
            text = text + rng.choice(("", "", "?", ".", "!"))
            yield (misspelt(text, rng) if rng.random() < 0.3 else text), intent


def _expand(template: str, phrases: dict[str, list[str]], rng: random.Random) -> str:
    while "{" in template:
        template = re.sub(r"\{(\w+)\}", lambda match: rng.choice(phrases[match[1]]), template)
    return re.sub(r"\s+", " ", template).strip()
