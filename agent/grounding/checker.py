"""The check itself: an answer in, the answer with its markers and the list of its faults out.

An allow-list: a sentence passes only when it is understood, each of its words plain or out of a result, and each of its
claims resting on a result. What is not understood is a fault, whatever it may say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from agent.answer import Step
from agent.grounding import checks
from agent.grounding.checks import Passage
from agent.grounding.guards.amount_guards import universal
from agent.grounding.guards.guards import guards
from agent.grounding.library import WORD, Library, library, stem
from agent.grounding.matching import Verdict, judge
from agent.grounding.passed_warnings import is_passed_on
from agent.grounding.relations import related
from agent.grounding.text.claims import Claim
from agent.grounding.text.reading import ParsedSentence, Reader
from agent.grounding.text.sentences import HIDDEN, Sentence, readable, sentences, without_markers
from agent.grounding.text.speech import admitted, is_item, is_list_of_limits, is_offer, is_question
from agent.grounding.text.words import KINDS, ROLES, SIGNS
from agent.grounding.understanding.tables import Row, rows
from agent.grounding.understanding.translation import SIDES_IN_IMAGE, Paraphrases, Translated, in_english, translate
from agent.grounding.understanding.vocabulary import leads_over
from agent.grounding.understanding.vouching import Vouching, vouching

MAX_ANSWER_CHARS = 20_000
"""Longer answers are refused."""
UNRELATED = "No values that tools returned make {}; say the values themselves."
QUOTED = 0.8
"""Share of a sentence's words from which it rests on the result that holds them."""


@dataclass(frozen=True, slots=True)
class Checked:
    """An answer after the check."""

    text: str
    """With a marker such as [3] after each sentence that rests on step 3."""
    faults: tuple[str, ...]
    """What is wrong, in plain sentences; empty: the text may be shown."""
    sound: str = ""
    """The sentences without a fault, with their markers."""


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What becomes of a sentence."""

    faults: tuple[str, ...]
    resting: tuple[frozenset[int], ...]
    """Steps that its claims rest on."""


def check(
    text: str,
    steps: Sequence[Step],
    earlier: Sequence[Step],
    questions: Sequence[str],
    warnings: Sequence[str],
) -> Checked:
    """Check an answer against what tools returned.

    Args:
        text: what a language model answered; step markers of its own are replaced.
        steps: the tool calls of this turn.
        earlier: those of former turns, which the answer may repeat.
        questions: all that the person asked; their places may be repeated, their numbers are no facts.
        warnings: what this answer must pass on.
    """
    if len(text) > MAX_ANSWER_CHARS:
        return Checked(text, (f"The answer is longer than {MAX_ANSWER_CHARS:,} characters; answer briefly.",))
    bare, marked = without_markers(text.strip())
    known = library(steps, earlier, questions, warnings)
    asserted = frozenset(stem(word) for word in WORD.findall(known.asserted()))
    asked = in_english(questions[-1]) if questions else ""
    vouched, reader = vouching(known), Reader(asked)
    faults, ends, english = list[str](), list[tuple[int, int, str, bool]](), True
    agreeing, listing = "", False
    shown = readable(bare, known.names)
    sides = SIDES_IN_IMAGE if known.has_compass else ()
    table = rows(shown)
    for sentence in sentences(shown):
        said = list(_understood(sentence, shown, table, vouched, sides))
        english = english and all(one.language.code == "en" for one in said)
        opens_list = is_list_of_limits(shown, sentence)
        if not opens_list and all(
            one.text.strip(" .,!").lower() in ("yes", "no") or leads_over(one.text) for one in said
        ):
            agreeing = "A bare yes or no rests on nothing; say what the tools returned."
            continue
        if listing and is_item(shown, sentence) and vouched.is_limit(sentence):
            ends.append((sentence.start, _end(bare, sentence), "", True))
            continue
        listing = opens_list
        row = table.get(sentence.start)
        is_head = row is not None and row.is_head
        verdict = _judged(sentence, said, reader, known, asserted, vouched, is_head=is_head, asked=asked)
        agreeing = agreeing if verdict.faults or not any(verdict.resting) else ""
        faults += verdict.faults
        meant = {number for at, number in marked if sentence.start < at <= sentence.end + 1}
        marker = _markers(verdict.resting, known, meant)
        ends.append((sentence.start, _end(bare, sentence), marker, not verdict.faults))
    faults += [agreeing] if agreeing else []
    faults += [f"This warning is missing: {w}" for w in warnings if not is_passed_on(w, bare, english=english)]
    sound = [bare[start:end] + (f" {marker}" if marker else "") for start, end, marker, right in ends if right]
    marks = [(end, marker) for _, end, marker, _ in ends]
    return Checked(_marked(bare, marks), tuple(dict.fromkeys(faults)), " ".join(filter(None, map(str.strip, sound))))


def _understood(
    sentence: Sentence, shown: str, table: Mapping[int, Row], vouched: Vouching, sides: Paraphrases
) -> Iterator[Translated]:
    """A sentence, or a row of a table as sentences, in English words."""
    row = table.get(sentence.start)
    text = shown[sentence.start : sentence.end] if row is None else row.text
    for one in sentences(text):
        yield translate(text[one.start : one.end], vouched.knows(one), sides, vouched.excused)


def _judged(
    sentence: Sentence,
    said: Sequence[Translated],
    reader: Reader,
    known: Library,
    asserted: frozenset[str],
    vouched: Vouching,
    *,
    is_head: bool,
    asked: str,
) -> _Verdict:
    """A sentence: what is wrong with what it claims; else whether it is understood, and claims anything."""
    parsed = [reader.parse(part, english=one.language.code == "en") for one in said for part in sentences(one.text)]
    unknown = [word for one in said for word in one.unknown]
    quoted = vouched.quoting(parsed, unknown)
    repeated = vouched.repeats(sentence)
    passages = [Passage(part, known, asserted, repeated=repeated, asked=asked) for part in parsed]
    findings = [found for passage in passages for found in _findings(passage)]
    dates = [found for passage in passages for found in _dates(passage.parsed, known)]
    faults = [fault for fault, _ in (*findings, *dates) if fault]
    resting = tuple(steps for _, steps in findings)
    if not any(token.text in KINDS or token.text in SIGNS for part in parsed for token in part.sentence.tokens):
        resting = (*resting, *(steps for _, steps in dates))  # a date alone bears out nothing of what changed
    if quoted:
        resting = (*resting, quoted)
    if unknown and not (quoted or repeated) and not faults:
        words = ", ".join(f"'{word}'" for word in unknown[:6])
        faults.append(f"What {words} claims is in no result; say it in plain words, or leave it out.")
    is_taken = bool(faults or quoted or repeated or is_head)
    if not is_taken and not all(_is_supported(part, resting, vouched.hedged) for part in parsed):
        faults.append(f"Nothing that tools returned bears out: {' '.join(one.text for one in said).strip()[:80]}")
    return _Verdict(tuple(faults), (*resting, *(steps for _, steps in dates)))


def _is_supported(parsed: ParsedSentence, resting: Sequence[frozenset[int]], causes: Set[str]) -> bool:
    """Whether a sentence rests on a result, or is none that states anything."""
    sentence = parsed.sentence
    names = any(token.text == HIDDEN for token in sentence.tokens)
    shown = SHOWN_IN.search(sentence.plain) is not None
    if shown or names or any(resting) or is_offer(sentence) or any(admitted(sentence)):
        return True
    if parsed.claims:
        return not is_question(sentence)  # each number was held against the facts
    if parsed.hedged and any(token.text in causes for token in sentence.tokens):
        return True
    return not any(token.kind == "word" and token.text not in HEADING for token in sentence.tokens)


SHOWN_IN = re.compile(
    r"\b(?:marked|shown|listed|drawn|exported|saved|written|found) (?:in|on|to|as|below|above)\b.*"
    r"\b(?:map|mask|table|file|report|list|below|above)\b"
)
HEADING = frozenset(
    "a an the of in and or by for to with class classes building buildings house houses road roads area areas "
    "count counts number numbers result results table list summary overview size sizes share change changes "
    "changed object objects m m2 m² ha px percent place places unit what where how much many answer id part parts "
    "north south east west date dates image images value values details note notes hello hi here total you i can "
    "asked new largest median sorry thanks".split()
)
"""Words of headings and of heads of tables."""


def _findings(passage: Passage) -> Iterator[checks.Finding]:
    parsed, known = passage.parsed, passage.library
    for claim in _stated(parsed):
        verdict = Verdict("", universal(passage, claim))
        arithmetic = related(passage, claim) if not verdict.steps else None
        if passage.repeated and arithmetic is not None and not arithmetic:
            continue  # it stands in a result, word by word
        if arithmetic is not None:
            verdict = Verdict("" if arithmetic else UNRELATED.format(claim.quantity.text_with_unit), arithmetic)
        elif not verdict.steps:
            verdict = judge(claim, parsed.sentence.tokens, known.facts, known.dates)
        yield verdict.fault, verdict.steps
    yield from checks.changes(passage)
    if not (is_question(parsed.sentence) and is_offer(parsed.sentence)):
        yield from checks.locations(passage)
    yield from checks.unseen_objects(passage)
    yield from checks.causes(passage)
    yield from guards(passage)
    words = [token.text for token in parsed.sentence.tokens]
    yield "", frozenset(source.step for source in known.quoted(words, QUOTED))


def _stated(parsed: ParsedSentence) -> Sequence[Claim]:
    """The numbers that it states: "not 12, but 7" states one."""
    tokens = parsed.sentence.tokens
    words = [token.text for token in tokens]
    denied = [words[max(0, one.quantity.at - 2) : one.quantity.at] for one in parsed.claims]
    denied = [
        ["not"] if tokens[one.quantity.at].text == "one" and b[-1:] in (["into"], ["as"]) else b
        for one, b in zip(parsed.claims, denied, strict=True)
    ]  # "grouped into one" counts nothing
    stated = [one for one, before in zip(parsed.claims, denied, strict=True) if not _is_refuted(before)]
    # "The five largest" chooses some of those that were counted.
    stated = [one for one in stated if one.quantity.unit is not None or one.noun not in ROLES]
    if is_offer(parsed.sentence):
        stated = [one for one in stated if one.quantity.text != "one"]
    if "too" in words and ("many" in words or "few" in words):
        return [one for one in stated if one.quantity.unit is not None or one.noun in KINDS]
    return stated


def _is_refuted(before: Sequence[str]) -> bool:
    """Whether a number is named only to be denied: "not 12", "seven rather than nine"."""
    return before[-1:] == ["not"] or list(before) in (["rather", "than"], ["instead", "of"], ["and", "not"])


def _dates(parsed: ParsedSentence, known: Library) -> Iterator[checks.Finding]:
    for token in parsed.sentence.tokens:
        if token.kind != "date":
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


def _end(text: str, sentence: Sentence) -> int:
    """Where the marker of a sentence goes: behind it, within its table cell."""
    return len(text[: sentence.end].rstrip(" \t\n|"))


def _marked(text: str, ends: Sequence[tuple[int, str]]) -> str:
    parts, done = list[str](), 0
    for end, marker in ends:
        if marker and end > done:
            parts += [text[done:end], f" {marker}"]
            done = end
    return "".join([*parts, text[done:]])
