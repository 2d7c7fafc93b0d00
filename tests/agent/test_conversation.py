"""The conversation in docs/conversation.md is held again: the same calls, and the same numbers within rounding.

`python -m tests.agent.test_conversation` writes it anew.
"""

import re
import sys
import tempfile
from pathlib import Path

import pytest

from agent import ChangeAgent
from tools.benchmarks.sample_pairs import write_sample

pytestmark = [pytest.mark.model, pytest.mark.parser]

DOCUMENT = Path(__file__).parents[2] / "docs" / "conversation.md"
SEED, SIZE = 3, 256
QUESTIONS = (
    "Hi, what are these images?",
    "What changed?",
    "How many buildings appeared, and how much ground do they cover in hectares?",
    "and in square metres?",
    "Where is the largest one?",
    "How many houses are south of it?",
    "Is there more change in the north or in the south?",
    "Why might this have changed?",
    "How sure are you?",
    "Thanks. Export that as GeoJSON.",
)
HEAD = """# A conversation

Ten questions about the drawn pair that `terradelta demo` opens, answered by the embedded planner and network, as
`tests/agent/test_conversation.py` holds them again. A number in brackets is the call that a sentence rests on.
"""
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def held(folder):
    """(question, calls, answer) of every turn."""
    pair = write_sample(folder, SEED, SIZE)
    session = ChangeAgent.load().open(pair.before, pair.after, folder / "out")
    for question in QUESTIONS:
        answer = session.ask(question)
        yield question, [_call(step) for step in answer.steps], answer.text


def _call(step):
    told = ", ".join(f"{name}={value}" for name, value in step.arguments.items())
    return f"[{step.number}] {step.tool}({told})"


def _written(turns):
    parts = [HEAD]
    for question, calls, text in turns:
        listed = "".join(f"`{call}`  \n" for call in calls)
        parts.append(f"**{question}**\n\n{listed}\n> {text}\n")
    return "\n".join(parts)


def test_the_conversation_is_held_again(tmp_path):
    recorded, now = (text.split("\n**") for text in (DOCUMENT.read_text(encoding="utf-8"), _written(held(tmp_path))))
    assert len(now) == len(recorded)
    others = [one for one, before in zip(now, recorded, strict=True) if NUMBER.sub("#", one) != NUMBER.sub("#", before)]
    # Where two lines are nearly as likely, a processor that rounds otherwise makes the parser write the other one.
    assert len(others) <= 2, others
    for one, before in zip(now, recorded, strict=True):
        if one not in others:
            numbers = [[float(found.replace(",", "")) for found in NUMBER.findall(text)] for text in (one, before)]
            assert numbers[0] == pytest.approx(numbers[1], rel=0.03, abs=1.01)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        sys.stdout.write(_written(held(Path(place))))
