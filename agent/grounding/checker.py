"""The check itself: an answer in, the answer with its markers and the list of its faults out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agent.answer import Step
from agent.grounding import checks
from agent.grounding.checks import Passage
from agent.grounding.library import WORD, Library, library, stem
from agent.grounding.matching import judge
from agent.grounding.passed_warnings import is_passed_on
from agent.grounding.text.reading import ParsedSentence, is_english, read
from agent.grounding.text.sentences import readable, without_markers

MAX_ANSWER_CHARS = 20_000
"""Longer answers are refused."""
QUOTED = 0.8
"""Share of a sentence's words from which it rests on the result that holds them."""


@dataclass(frozen=True, slots=True)
class Checked:
    """An answer after the check."""

    text: str
    """With a marker such as [3] after each sentence that rests on step 3."""
    faults: tuple[str, ...]
    """What is wrong, in plain sentences; empty: the text may be shown."""


def check(
    text: str,
    steps: Sequence[Step],
    earlier: Sequence[Step],
    questions: Sequence[str],
    warnings: Sequence[str],
) -> Checked:
    """Check an answer against what tools returned.

    Numbers and their units are checked in any language with figures. Words (number words, classes, signs, places,
    objects, causes, and warnings without numbers) are checked only in English: of a text in another language the words
    are not understood, so that a wrong one is not caught.

    Args:
        text: what a language model answered; step markers of its own are replaced.
        steps: the tool calls of this turn.
        earlier: those of former turns, which the answer may repeat.
        questions: all that the person asked; their numbers and places may be repeated.
        warnings: what this answer must pass on.
    """
    if len(text) > MAX_ANSWER_CHARS:
        return Checked(text, (f"The answer is longer than {MAX_ANSWER_CHARS:,} characters; answer briefly.",))
    bare, marked = without_markers(text.strip())
    known = library(steps, earlier, questions, warnings)
    english = is_english(bare)
    asserted = frozenset(stem(word) for word in WORD.findall(known.asserted()))
    faults, ends = list[str](), list[tuple[int, str]]()
    for parsed in read(readable(bare, known.names), english=english):
        findings = list(_findings(Passage(parsed, known, asserted)))
        faults += [fault for fault, _ in findings if fault]
        meant = {number for at, number in marked if parsed.sentence.start < at <= parsed.sentence.end + 1}
        ends.append((_end(bare, parsed), _markers([resting for _, resting in findings], known, meant)))
    faults += [f"This warning is missing: {w}" for w in warnings if not is_passed_on(w, bare, english=english)]
    return Checked(_marked(bare, ends), tuple(dict.fromkeys(faults)))


def _findings(passage: Passage) -> Iterator[checks.Finding]:
    parsed, known = passage.parsed, passage.library
    for claim in parsed.claims:
        verdict = judge(claim, parsed.sentence.tokens, known.facts, known.dates)
        yield verdict.fault, verdict.steps
    yield from _dates(parsed, known)
    yield from checks.changes(passage)
    yield from checks.locations(passage)
    yield from checks.unseen_objects(passage)
    yield from checks.causes(passage)
    words = [token.text for token in parsed.sentence.tokens]
    yield "", frozenset(source.step for source in known.quoted(words, QUOTED))


def _dates(parsed: ParsedSentence, known: Library) -> Iterator[checks.Finding]:
    questions = " ".join(known.questions)
    for token in parsed.sentence.tokens:
        if token.kind != "date" or token.text in questions:
            continue
        steps = frozenset(source.step for source in known.sources if token.text in source.text)
        yield "" if steps else f"No tool told of the date {token.text}.", steps


def _markers(options: Sequence[frozenset[int]], known: Library, meant: set[int]) -> str:
    """The fewest steps on which all claims of a sentence rest; of equal ones those that the writer meant."""
    left, chosen = [option & known.numbered for option in options if option & known.numbered], list[int]()
    while left:
        numbers = {number for option in left for number in option}
        best = max(numbers, key=lambda n: (sum(n in option for option in left), n in meant, n in known.current, n))
        chosen.append(best)
        left = [option for option in left if best not in option]
    return "".join(f"[{number}]" for number in sorted(chosen))


def _end(text: str, parsed: ParsedSentence) -> int:
    """Where the marker of a sentence goes: behind it, within its table cell."""
    return len(text[: parsed.sentence.end].rstrip(" \t\n|"))


def _marked(text: str, ends: Sequence[tuple[int, str]]) -> str:
    parts, done = list[str](), 0
    for end, marker in ends:
        if marker and end > done:
            parts += [text[done:end], f" {marker}"]
            done = end
    return "".join([*parts, text[done:]])
