"""Words that results vouch for: short names in them anywhere, and whole sentences of theirs that an answer repeats."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from agent.grounding.facts.fact import NO_STEP
from agent.grounding.library import NOT_ASSERTED, WORD, Library, Source, content, stem
from agent.grounding.text.reading import ParsedSentence
from agent.grounding.text.sentences import Sentence, Token, joined, readable, sentences
from agent.grounding.text.speech import INDIRECT, admitted, is_question
from agent.grounding.text.words import CAUSES as CAUSES_NAMED
from agent.grounding.text.words import HEDGES, KINDS, NEGATIONS, SIGNS, UNSEEN
from agent.wording import ABILITIES

MAX_NAME_WORDS = 4
"""Of a text of a result that is a name or a label, whose words may stand anywhere."""
MIN_QUOTED = 2
"""Content words of a sentence that repeats one of a result."""
SENTENCES = frozenset(
    {"cause", "to_check", "evidence", "caption", "network_words", "unseen", "notice", "method", "hypotheses"}
)
"""Fields whose words may be repeated only as the sentences that they are."""
CAUSES = frozenset({"cause", "to_check", "evidence"})
"""Fields whose words stand in hedged sentences."""

UNKNOWN = frozenset(
    "storey storeys stories floor floors height heights use purpose owner owners name names much "
    "cost costs price prices affect affects affected effect effects impact consequence consequences resident residents "
    "inhabitant inhabitants tenant tenants neighbours family families population town city village country region "
    "state province developer builder architect company firm age ages material materials colour colours color colors "
    "shape roof roofs residential commercial industrial homes offices stood happened happens legal permit permits plan "
    "plans planned traffic rent rents value values life lives live everyday inside indoors "
    "tall owns own lived error errors miss misses mistake mistakes".split()
)
"""Further things of buildings and roads that two images do not show."""
COMMON = frozenset("a an the or and of in what is for other any its their".split())
OF_THE_TOOLS = (
    "The tools detect and count only changes of buildings and roads.",
    "Touching buildings count as one, so that the true number may be higher or lower.",
    "Touching buildings are told apart split where they narrow; wall to wall they may count as one.",
    "Areas are sums of pixel areas.",
    "The tools show and tell what changed, not why it changed.",
    "What changed is found by a network, which may be wrong.",
    "Two images do not show a cause.",
    "The count number comes from grouping merging joining touching neighbouring connected pixels of one class.",
    "The area size comes from adding summing up the pixel areas of all changed pixels.",
    "The analysis, method, tools and program are limited restricted to buildings and roads: only they are looked "
    "searched for, detected, recognised and reported.",
    "The tools returned give no cause or reason: more would be guessing, a guess, speculation.",
)
"""What holds of the tools whatever they return."""


OF_PLACED = "The images are georeferenced, so that areas can be given, told and measured in square metres m2 m\u00b2."


@dataclass(frozen=True, slots=True)
class Repeatable:
    """A sentence of a result."""

    step: int
    words: frozenset[str]
    denied: bool


@dataclass(frozen=True, slots=True)
class Vouching:
    """What results vouch for."""

    names: frozenset[str]
    """Words of labels and names, in lower case."""
    hedged: frozenset[str]
    """Words of possible causes."""
    beyond: frozenset[str]
    """Stems of words for what tools do not detect, and of questions: they stand where a limit is admitted."""
    repeatable: tuple[Repeatable, ...]
    exact: frozenset[str]
    """Sentences of results and of their templates, token by token."""

    def knows(self, sentence: Sentence) -> Callable[[str], bool]:
        """Whether a word may stand in this sentence though it is not plain."""
        clauses = list(admitted(sentence))
        admitting = {token.text for clause in clauses for token in clause if self._is_beyond(token.text)}
        admitting |= {token.text for clause in clauses if _asserts_nothing(clause) for token in clause}
        from_causes = self.hedged if _is_hedged(sentence) else frozenset[str]()
        return lambda word: word in self.names or word in admitting or word in from_causes

    def excused(self, text: str) -> frozenset[str]:
        """Words of a translated sentence that stand where a limit is admitted, and so claim nothing."""
        clauses = [clause for one in sentences(text) for clause in admitted(one) if _asserts_nothing(clause)]
        return frozenset(token.text for clause in clauses for token in clause)

    def _is_beyond(self, word: str) -> bool:
        return stem(word) in self.beyond or word in CAUSES_NAMED  # a flood, but not what was flooded

    def is_limit(self, sentence: Sentence) -> bool:
        """Whether an item of a list of limits holds nothing but what tools do not detect."""
        words = [token for token in sentence.tokens if token.kind == "word"]
        plain = all(self._is_beyond(token.text) or token.text in COMMON for token in words)
        return plain and not any(token.kind == "number" or token.text in SIGNS for token in sentence.tokens)

    def quoting(self, parsed: Sequence[ParsedSentence], unknown: Sequence[str]) -> frozenset[int]:
        """The steps of which all of these sentences repeat one; empty where one of them repeats none.

        Args:
            parsed: the sentences.
            unknown: words that are not plain, which must be among those that are repeated.
        """
        repeated = {word for one in parsed for word in content(joined(one.sentence.tokens))}
        if not all(content(word) and content(word) <= repeated for word in unknown):
            return frozenset()
        steps = [self._quoting(one) for one in parsed]
        return frozenset().union(*steps) if steps and all(steps) else frozenset()

    def repeats(self, sentence: Sentence) -> bool:
        """Whether a sentence stands in a result word by word, numbers included."""
        return joined(sentence.tokens) in self.exact

    def _quoting(self, parsed: ParsedSentence) -> frozenset[int]:
        words = content(joined(parsed.sentence.tokens))
        if len(words) < MIN_QUOTED or is_question(parsed.sentence):
            return frozenset()
        denied = _denies(parsed.sentence)
        return frozenset(one.step for one in self.repeatable if words <= one.words and one.denied == denied)


def vouching(known: Library) -> Vouching:
    """Collect it from all that an answer may rest on."""
    labels = [source for source in known.sources if source.field not in NOT_ASSERTED | SENTENCES | {"argument"}]
    names = {word for source in labels if _is_name(source) for word in source.text.lower().replace("_", " ").split()}
    hedged = {word for source in known.sources if source.field in CAUSES for word in source.text.lower().split()}
    every = [one for source in (*known.sources, *known.templates) for one in _sentences(source)]
    placed = [source for source in known.sources if source.field == "crs"]
    every += [one for source in placed for one in _sentences(replace(source, text=OF_PLACED))]
    every += [
        one for text in (*OF_THE_TOOLS, ABILITIES) for one in _sentences(Source(NO_STEP, "tools", text, frozenset()))
    ]
    exact = {
        joined(one.tokens)
        for source in (*known.sources, *known.templates)
        for one in sentences(readable(source.text, known.names))
    } | {joined(one.tokens) for one in sentences(readable(ABILITIES))}
    limits = [source.text.lower() for source in known.sources if source.field == "unseen"]
    told = {word for text in (*limits, *known.questions, ABILITIES.lower()) for word in WORD.findall(text)}
    beyond = frozenset(stem(word) for word in UNSEEN | UNKNOWN | told)
    return Vouching(
        frozenset(names),
        frozenset(word.strip(".,;:()") for word in hedged),
        beyond,
        tuple(every),
        frozenset(exact),
    )


def _asserts_nothing(clause: Sequence[Token]) -> bool:
    """Whether a clause that admits a limit takes nothing for granted: no number, no sign, nothing that was done."""
    kinds = {KINDS.get(token.text) for token in clause} & {"building", "road"}
    if kinds and {token.text for token in clause} & (INDIRECT - {"whether", "if"}):
        return False  # "who bombed the houses" takes for granted that somebody did
    return not any(
        token.kind in ("number", "name", "date") or token.text in SIGNS or token.text in CAUSES_NAMED
        for token in clause
    )


def _is_name(source: Source) -> bool:
    return len(source.text.split()) <= MAX_NAME_WORDS


def _sentences(source: Source) -> list[Repeatable]:
    read = list(sentences(readable(source.text)))
    return [Repeatable(source.step, frozenset(content(joined(one.tokens))), _denies(one)) for one in read]


def _denies(sentence: Sentence) -> bool:
    """Whether an odd number of its words deny."""
    words = [token.text for token in sentence.tokens]
    return sum(word in NEGATIONS or word.endswith("n't") for word in words) % 2 == 1


def _is_hedged(sentence: Sentence) -> bool:
    return any(token.text in HEDGES for token in sentence.tokens) or WOULD.search(sentence.plain) is not None


WOULD = re.compile(r"\bwould (?:also )?(?:fit|match|explain|be consistent with)\b")
