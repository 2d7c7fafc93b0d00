"""The ten dialogues in docs/dialogues.md are held again: the same calls, words, and numbers within rounding.

`python -m tests.agent.test_dialogues` writes them anew.
"""

import re
import sys
import tempfile
from pathlib import Path

import pytest

from agent import ChangeAgent
from tools.benchmarks.sample_pairs import write_sample

pytestmark = [pytest.mark.model, pytest.mark.parser]

DOCUMENT = Path(__file__).parents[2] / "docs" / "dialogues.md"
SEED, SIZE = 3, 256
HEAD = """# Ten dialogues

Held on the drawn pair that `terradelta demo` opens, answered by the embedded planner and network without a language
model, as `tests/agent/test_dialogues.py` holds them again. A number in brackets is the call that a sentence rests on.
Of each answer the first 300 characters stand here.
"""
SHOWN_CHARS = 300
OTHERWISE = 0.15
DIALOGUES = {
    "Corrections": (
        "how many buildings changed?", "no, I meant the roads", "forget the roads. only buildings above 150 m2",
        "and below 150?", "list them", "drop the filter", "so how many are they?",
    ),
    "Units and numbers": (
        "total built up area in sq ft", "ok then in square meters", "what share of the picture is that",
        "average size of a house?", "median?", "how many per hectare", "and how many a year?",
    ),
    "Claims and doubts": (
        "confirm that 25 were built", "did any house get demolished", "so zero houses?", "ok so whats the real number",
        "are you sure?", "i count 12", "is that more than the roads?",
    ),
    "One object": (
        "the biggest house?", "is it new?", "how far is it from the nearest road?",
        "what is the distance between building 2 and building 3", "where is building 2?",
        "which building is the most uncertain?",
    ),
    "Places": (
        "where did it change?", "how many are in the north?", "and in the south?", "which half has more?",
        "show the roads only",
    ),
    "Files": (
        "give me that as geojson and also excel", "kml?", "only those over 200 m2 as csv", "email it to me",
        "where is the file",
    ),
    "Out of reach": (
        "hi there", "how many swimming pools?", "buildings in total in 2018?", "when were they built?",
        "what's the weather like there", "never mind", "thanks",
    ),
    "Español": (
        "¿qué ha cambiado?", "¿cuántas casas nuevas hay?", "¿y en el sur?", "solo las de más de 200 m2",
        "¿cuánto miden en promedio?", "¿estás seguro?", "mándamelo por correo", "gracias",
    ),
    "Deutsch": (
        "was hat sich verändert?", "wie viele Häuser wurden gebaut?", "und die Straßen?", "nein, ich meinte die Häuser",
        "nur die über 200 m²", "wurde etwas abgerissen?", "danke",
    ),
    "Français, 中文": (
        "combien de maisons ont été construites ?", "et la surface en hectares ?", "laquelle est la plus grande ?",
        "新建了多少栋房子？", "平均多大？", "谢谢",
    ),
}  # fmt: skip
NUMBER = re.compile(r"\d[\d,. \u202f]*\d|\d")


def held(folder):
    """(title, [(question, calls, answer)]) of every dialogue."""
    pair, agent = write_sample(folder, SEED, SIZE), ChangeAgent.load()
    for number, (title, questions) in enumerate(DIALOGUES.items()):
        with agent.open(pair.before, pair.after, folder / f"out-{number}") as session:
            answers = [session.ask(question) for question in questions]
        yield title, [(one.question, [_call(step) for step in one.steps], one.text) for one in answers]


def _call(step):
    told = ", ".join(f"{name}={value}" for name, value in step.arguments.items())
    return f"[{step.number}] {step.tool}({told})"


def _written(dialogues):
    parts = [HEAD]
    for title, turns in dialogues:
        parts.append(f"## {title}\n")
        for question, calls, text in turns:
            listed = "".join(f"`{call}`  \n" for call in calls)
            shown = text if len(text) <= SHOWN_CHARS else f"{text[:SHOWN_CHARS]}…"
            parts.append(f"**{question}**\n\n{listed}\n> {shown}\n")
    return "\n".join(parts)


def _turns(text):
    """The turns of a document, without numbers and the ends of long lines."""
    return [[NUMBER.sub("#", line)[:200] for line in turn.splitlines()] for turn in text.split("\n**")]


def test_the_dialogues_are_held_again(tmp_path):
    recorded, now = _turns(DOCUMENT.read_text(encoding="utf-8")), _turns(_written(held(tmp_path)))
    assert len(now) == len(recorded)
    others = [turn for turn, before in zip(now, recorded, strict=True) if turn != before]
    # Where two lines are nearly as likely, a processor that rounds otherwise makes the parser write the other one.
    assert len(others) <= OTHERWISE * len(recorded), others


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        sys.stdout.write(_written(held(Path(place))))
