"""All that an answer may rest on: facts and words of tool results, of questions, and of warnings to pass on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from agent.answer import Step
from agent.grounding.facts import facts as read_facts
from agent.grounding.facts.derived import derived
from agent.grounding.facts.fact import NO_STEP, Fact
from agent.grounding.facts.facts import DATE, words_of
from agent.grounding.facts.sides import sides
from agent.grounding.text.place_words import places
from agent.grounding.text.words import STOP
from agent.wording import sentence
from tools.explain.hypotheses import Explanation, Hypothesis

WORD = re.compile(r"[^\W\d_]+|\d+")
NAMES = frozenset({"zone", "parcel", "file", "pair", "artefact", "table", "zones", "overlay", "crs"})
"""Fields whose words are names, which may stand in a text whatever they look like."""
MIN_STEM_CHARS = 3
"""Letters of a stem, at least."""
NOT_ASSERTED = frozenset({"unseen", "to_check", "method", "notice"})
"""Fields whose nouns and places are not asserted."""


@dataclass(frozen=True, slots=True)
class Source:
    """Words of a result, an argument or a warning."""

    step: int
    field: str
    text: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Library:
    """What is known while an answer is checked."""

    facts: tuple[Fact, ...]
    sources: tuple[Source, ...]
    questions: tuple[str, ...]
    """Lower-case questions of the conversation."""
    causes: tuple[Source, ...]
    """Causes that an explain_change result offers."""
    dates: dict[str, frozenset[int]]
    """Of results and questions, with the steps that hold them."""
    current: frozenset[int]
    """Steps of this turn."""
    templates: tuple[Source, ...] = ()
    """Results in words, as the program itself tells them."""

    @property
    def numbered(self) -> frozenset[int]:
        """Steps that a marker can name."""
        return frozenset(source.step for source in self.sources if source.step > 0) | self.current - {0}

    @property
    def has_compass(self) -> bool:
        """Whether places are told by compass, so that the top of the image is its north."""
        places_told = {place for fact in self.facts for place in fact.places}
        by_compass = any(place.startswith(("north", "south", "east", "west")) for place in places_told)
        return by_compass and not any(place.startswith(("top", "bottom", "left", "right")) for place in places_told)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of zones, files and the like, the longest first; those of digits alone are numbers."""
        names = {source.text for source in self.sources if source.field in NAMES and _is_name(source.text)}
        return tuple(sorted(names, key=len, reverse=True))

    def asserted(self) -> str:
        """All words that results, arguments and questions assert, in lower case."""
        statements = [source.text.lower() for source in self.sources if source.field not in NOT_ASSERTED]
        return " ".join([*statements, *self.questions])

    def places(self) -> set[str]:
        """Places of arguments and questions, which may be repeated of any class."""
        given = [source.text.lower() for source in self.sources if source.field in ("argument", "area_of_interest")]
        return {place for text in [*given, *self.questions] for place in places(text)}

    def quoted(self, words: Iterable[str], share: float = 1.0) -> list[Source]:
        """The sources of whose words a passage is made, at least to a share of it."""
        terms = content(" ".join(words))
        if not terms:
            return []
        return [source for source in self.sources if len(terms & source.words) >= share * len(terms)]


def library(
    steps: Sequence[Step], earlier: Sequence[Step], questions: Sequence[str], warnings: Sequence[str]
) -> Library:
    """Collect what an answer may rest on."""
    every = [*earlier, *steps]
    facts = [fact for step in every for fact in read_facts.of_step(step)]
    facts += [fact for text in warnings for fact in read_facts.of_words(text)]
    facts += [*derived(facts), *sides(every)]
    sources = [source for step in every for source in _sources(step)]
    sources += [_source(NO_STEP, "warning", text) for text in warnings]
    return Library(
        tuple(dict.fromkeys(facts)),
        tuple(sources),
        tuple(text.lower() for text in questions),
        tuple(_source(s.number, "cause", h.cause) for s in every for h in _hypotheses(s)),
        _dates(sources, questions),
        frozenset(step.number for step in steps),
        tuple(_source(step.number, "template", sentence(step.result)) for step in every if step.result is not None),
    )


def _dates(sources: Sequence[Source], questions: Sequence[str]) -> dict[str, frozenset[int]]:
    dates = {date: frozenset[int]() for text in questions for date in DATE.findall(text)}
    for source in sources:
        for date in DATE.findall(source.text):
            dates[date] = dates.get(date, frozenset()) | {source.step}
    return dates


def _hypotheses(step: Step) -> Sequence[Hypothesis]:
    return step.result.hypotheses if isinstance(step.result, Explanation) else ()


def _sources(step: Step) -> Iterable[Source]:
    for name, text in words_of(step.result):
        yield _source(step.number, name, text)
    for _, text in words_of(step.arguments):
        yield _source(step.number, "argument", text)
    if step.error:
        yield _source(step.number, "error", step.error)


def _source(step: int, field: str, text: str) -> Source:
    return Source(step, field, text, frozenset(content(text)))


def content(text: str) -> set[str]:
    """The stems of the words of a text that are not stop words."""
    return {stem(word) for word in WORD.findall(text.lower()) if word not in STOP and len(word) > 1}


def stem(word: str) -> str:
    """A word without the endings of number and tense."""
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= MIN_STEM_CHARS:
            return word[: -len(ending)]
    return word


def _is_name(text: str) -> bool:
    """Whether a name is distinct from ordinary words and numbers."""
    return len(text) > 2 and not text.isdigit() and (text.lower() != text or not text.isalpha())
