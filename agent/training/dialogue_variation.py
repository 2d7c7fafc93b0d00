"""Variants of training dialogues: other numbers and other sides, in questions and plan lines alike; untidy typing."""

from __future__ import annotations

import random
import re
import unicodedata
from dataclasses import replace

from agent.planning.learned.training_examples import misspelt
from agent.planning.parser.words import DECLINED
from agent.training.dialogue_text import Dialogue, TaughtTurn

NUMBER = re.compile(r"(?<![A-Za-z_\d.,:-])\d+(?:[.,]\d+)?(?!\d)")
"""A number of a question, which may touch its unit."""
IN_LINE = re.compile(r"(?<![a-z\d.])\d+(?:\.\d+)?")
YEAR = re.compile(r"(?:19|20)\d\d")
SIDES = {
    "en": ("north", "south"),
    "de": ("nord", "süd"),
    "fr": ("nord", "sud"),
    "es": ("norte", "sur"),
    "zh": ("北", "南"),
}
OTHER_SIDES = re.compile(
    r"top|bottom|upper|lower|oben|unten|ober|unter[ens]|haut|\bbas\b|arriba|abajo|superior|inferior|[上下西东]"
    r"|sued|nort(?!he?|e)|nor[^tdm]|nord-?est|sud-?est|ouest",
    re.IGNORECASE,
)
"""Words of sides that are not turned round; a dialogue that holds one stays as it is."""
QUOTED = (*DECLINED, "archive", "places", "notes")
LOWERED, BARE, MISSPELT, UNMARKED, RENUMBERED = 0.25, 0.12, 0.12, 0.15, 0.7
"""Shares of dialogues, or of questions, that are varied so."""


def varied(dialogue: Dialogue, rng: random.Random) -> Dialogue:
    """A variant that means the same in other numbers, sides and letters."""
    turns = _turned(dialogue, rng)
    if rng.random() < RENUMBERED:
        turns = _renumbered(turns, rng)
    lowered = rng.random() < LOWERED
    bare = dialogue.language in ("es", "fr", "de") and rng.random() < BARE
    typed = (_typed(turn, dialogue.language, rng, lowered=lowered, bare=bare) for turn in turns)
    return replace(dialogue, turns=tuple(typed))


def _typed(turn: TaughtTurn, language: str, rng: random.Random, *, lowered: bool, bare: bool) -> TaughtTurn:
    """As people type; words that a plan line quotes stay as they are."""
    text = turn.question
    if any(line.startswith(QUOTED) for line in turn.lines):
        return turn
    if language != "zh":
        text = text.lower() if lowered else text
        text = _without_accents(text) if bare else text
        text = misspelt(text, rng) if rng.random() < MISSPELT else text
    return replace(turn, question=text.rstrip(" ?.!。\uff1f\uff01") if rng.random() < UNMARKED else text)


def _without_accents(text: str) -> str:
    parts = unicodedata.normalize("NFD", text.replace("ß", "ss"))
    return "".join(char for char in parts if not unicodedata.combining(char))


def _turned(dialogue: Dialogue, rng: random.Random) -> tuple[TaughtTurn, ...]:
    """North and south exchanged, where nothing else tells a side."""
    text = " ".join(turn.question for turn in dialogue.turns)
    names = SIDES.get(dialogue.language)
    plans = " ".join(line for turn in dialogue.turns for line in turn.lines)
    sided = names is not None and re.search("|".join(names), text, re.IGNORECASE) and re.search("north|south", plans)
    if names is None or not sided or OTHER_SIDES.search(text) or rng.random() < 0.5:
        return dialogue.turns
    return tuple(
        TaughtTurn(_exchanged(turn.question, names), tuple(_line_exchanged(line, names) for line in turn.lines))
        for turn in dialogue.turns
    )


def _line_exchanged(line: str, names: tuple[str, str]) -> str:
    return _exchanged(line, names if line.startswith(QUOTED) else ("north", "south"))


def _exchanged(text: str, names: tuple[str, str]) -> str:
    first, second = names

    def other(match: re.Match[str]) -> str:
        new = second if match[0].lower() == first else first
        return new.capitalize() if match[0][:1].isupper() else new

    return re.sub(f"{first}|{second}", other, text, flags=re.IGNORECASE)


def _renumbered(turns: tuple[TaughtTurn, ...], rng: random.Random) -> tuple[TaughtTurn, ...]:
    """Other numbers, the same ones in questions and lines."""
    of_lines = {
        number
        for turn in turns
        for line in turn.lines
        if not line.startswith(QUOTED)
        for number in IN_LINE.findall(line)
    }
    of_questions = dict.fromkeys(number for turn in turns for number in NUMBER.findall(turn.question))
    new = {
        number: _other(number, rng)
        for number in of_questions
        if number.replace(",", ".") in of_lines and not YEAR.fullmatch(number)
    }
    plain = {number.replace(",", "."): other.replace(",", ".") for number, other in new.items()}

    def in_question(text: str) -> str:
        return NUMBER.sub(lambda match: new.get(match[0], match[0]), text)

    def in_line(line: str) -> str:
        if line.startswith(QUOTED):
            return in_question(line)
        return IN_LINE.sub(lambda match: plain.get(match[0], match[0]), line)

    return tuple(TaughtTurn(in_question(turn.question), tuple(map(in_line, turn.lines))) for turn in turns)


def _other(number: str, rng: random.Random) -> str:
    """Another number of like size and form."""
    value = float(number.replace(",", "."))
    if not number.isdigit():
        decimals = len(re.split("[.,]", number)[1])
        other = f"{max(0.05, value * rng.choice((0.5, 0.8, 1.2, 1.5, 2, 3))):.{decimals}f}"
        return (other if float(other) else number.replace(",", ".")).replace(".", "," if "," in number else ".")
    if value <= 12:
        return str(rng.randint(2, 12)) if value > 2 else number
    if value <= 100:
        return str(rng.choice((rng.randint(13, 99), 5 * rng.randint(3, 19), 10 * rng.randint(2, 9))))
    return str(rng.choice((10 * rng.randint(10, 99), 50 * rng.randint(3, 40), 100 * rng.randint(2, 90))))
