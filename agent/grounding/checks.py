"""What is wrong with the words of an answer: signs, places, objects, causes. One check each; numbers have their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from agent.grounding.library import Library, content, stem
from agent.grounding.support import contradicted, leading, places_of, supporting
from agent.grounding.text.claims import one_sign
from agent.grounding.text.place_words import places
from agent.grounding.text.reading import ParsedSentence
from agent.grounding.text.sentences import Sentence, Token, joined
from agent.grounding.text.speech import ADMITS, admitted, is_offer, is_question
from agent.grounding.text.statements import Statement
from agent.grounding.text.words import (
    CAUSAL,
    CAUSES,
    CHANGED,
    KINDS,
    LARGEST,
    LEAST,
    MOST,
    NEGATIONS,
    OF_IMAGES,
    SIGNS,
    UNSEEN,
    Kind,
)
from agent.language.english import ENGLISH
from agent.language.language import alternatives

Finding = tuple[str, frozenset[int]]
"""A fault (empty where there is none) and the steps that a claim rests on."""
MIN_QUOTED = 3
"""Words of a clause that is more than the name of a place."""
MAX_WORDS = 8
"""Words of a cause that are compared."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence under check."""

    parsed: ParsedSentence
    library: Library
    asserted: frozenset[str]
    """Stems of all words that results and questions assert."""
    repeated: bool = False
    """Whether it repeats a sentence of a result."""
    asked: str = ""
    """The question before it, in English words."""


def changes(passage: Passage) -> Iterator[Finding]:
    """Statements of change, or of none, checked against all facts."""
    if _states_nothing(passage.parsed.sentence):
        yield from _presupposed(passage)
        return
    for statement in passage.parsed.statements:
        resting = supporting(statement, passage.library.facts)
        repeated = _repeats(passage, statement)
        if resting is not None or repeated:
            yield "", frozenset(fact.step for fact in resting or ()) | repeated
        elif passage.repeated:
            continue  # a result may contradict another, as a sentence of the network does its mask
        elif not _is_phrase(statement) or contradicted(statement, passage.library.facts):
            yield _fault_of(statement, passage), frozenset()


def _states_nothing(sentence: Sentence) -> bool:
    """Whether it admits a limit, offers or asks, so that what it says of change is only taken for granted."""
    return is_offer(sentence) or is_question(sentence) or any(admitted(sentence))


def _presupposed(passage: Passage) -> Iterator[Finding]:
    """What is taken for granted: "I do not know why the houses were demolished" tells of a demolition."""
    if ANY & {token.text for token in passage.parsed.sentence.tokens}:
        return
    free = {token.start for clause in admitted(passage.parsed.sentence) for token in clause}
    for clause in passage.parsed.sentence.clauses:
        sign = one_sign(clause)
        if sign is None or OPENING & {token.text for token in clause}:
            continue
        denied = _is_denied(clause) and clause[0].start not in free
        kinds = tuple(dict.fromkeys(KINDS[token.text] for token in clause if token.text in KINDS)) or ("any",)
        for kind in kinds:
            taken = Statement((kind,), sign, denied=denied, either=False, places=(), limited=False)
            if supporting(taken, passage.library.facts) is None:
                yield _fault_of(taken, passage), frozenset()


ANY = frozenset("anything something whatever".split())
OPENING = frozenset("whether if any".split())
"""Words that leave open whether something happened."""


def _is_phrase(statement: Statement) -> bool:
    """Whether it is no more than "the changed objects", as in a table of them: it needs no support."""
    return statement.kinds == ("any",) and statement.sign is None and not statement.denied


def _repeats(passage: Passage, statement: Statement) -> frozenset[int]:
    """The steps of whose own words a clause with this statement is made, such as a warning or a cause."""
    sources = [source for source in passage.library.sources if source.field not in ("status", "object_class")]
    for clause in passage.parsed.sentence.clauses:
        words = content(joined(clause))
        kinds = {KINDS[token.text] for token in clause if token.text in KINDS}
        if len(words) > 1 and (kinds & set(statement.kinds) or statement.kinds == ("any",)):
            steps = frozenset(source.step for source in sources if words <= source.words)
            if steps:
                return steps
    return frozenset()


def _fault_of(statement: Statement, passage: Passage) -> str:
    what = " and ".join({"building": "buildings", "road": "roads"}.get(kind, "objects") for kind in statement.kinds)
    where = f" in the {' or '.join(statement.places)}" if statement.places else ""
    verb = statement.sign or "changed"
    claimed = f"no {what} {verb}{where}" if statement.denied else f"{what} {verb}{where}"
    if contradicted(statement, passage.library.facts):
        return f"The tools do not bear out that {claimed}: they tell otherwise."
    return f"No tool told that {claimed}."


def locations(passage: Passage) -> Iterator[Finding]:
    """Places against those of results of the same class, of arguments and of questions.

    A sentence that stands in a result word by word has the place of that result, whatever another one compares.
    """
    if is_offer(passage.parsed.sentence) and not _tells(passage.parsed):
        return
    free = passage.library.places()
    kind: Kind | None = None
    for clause in passage.parsed.sentence.clauses:
        kind = next((KINDS[token.text] for token in clause if token.text in KINDS), kind)
        if _is_denied(clause) or "north is the top" in joined(clause):
            continue
        ahead, _, _ = joined(clause).partition(" than ")
        of_halves = bool({"half", "halves", "side"} & {token.text for token in clause})
        halves = places_of(kind, passage.library.facts, halves=True) if of_halves else set[str]()
        for place in places(joined(clause)):
            fault, steps = _location(passage, ahead if place in places(ahead) else "", kind, place, free | halves)
            yield "" if passage.repeated else fault, steps


TELLING = frozenset("is are was were lies lie stands stand has have had holds hold most more largest least".split())


def _tells(parsed: ParsedSentence) -> bool:
    """Whether an offer also tells something: "I can show you where they were built: in the west"."""
    words = {token.text for token in parsed.sentence.tokens}
    return bool(parsed.claims or words & (TELLING | SIGNS.keys() | CHANGED) or ":" in words)


NEXT = re.compile(rf"\b(?:{alternatives(ENGLISH.ordinals[1:])}) (?:{alternatives(sorted(LARGEST))})\b")
BOUND = re.compile(r"\bat (?:most|least)\b")
"""Of a size, which ranks nothing."""
AMOUNTS = frozenset("area footprint share part amount total portion".split())
"""What is the largest where most of it is."""


def _location(passage: Passage, words: str, kind: Kind | None, place: str, free: set[str]) -> Finding:
    """A place beside words such as "most" or "least"; what stands behind "than" comes without them."""
    facts = passage.library.facts
    ranked = set(BOUND.sub(" ", words).split())
    if ranked & LEAST and place in leading(kind, facts, place):
        return f"The tools tell that most changed in the {place}, not least.", frozenset()
    of_amount = bool(ranked & AMOUNTS) and not any(KINDS.get(word) == kind for word in ranked if not word.endswith("s"))
    largest = ranked & LARGEST and not NEXT.search(words)  # where the second one lies, the guard of places checks
    lead = (
        "largest" if largest and not of_amount else "most" if ranked & MOST or (ranked & LARGEST and of_amount) else ""
    )
    most = leading(kind, facts, place) if lead == "most" else places_of(kind, facts, lead) if lead else set()
    known = most or places_of(kind, facts) | free
    if place not in known and not _is_quoted(passage, words):
        part = {"largest": "the largest", "most": "most"}.get(lead if most else "", "any")
        of = f" of the {kind}s" if kind in ("building", "road") else " of the change"
        return f"No tool told that {part}{of} lies in the {place}.", frozenset()
    return "", frozenset(fact.step for fact in facts if place in fact.places and fact.value > 0)


def _is_quoted(passage: Passage, words: str) -> bool:
    """Whether a clause of some length stands in a result; descriptions of methods name no place."""
    sources = passage.library.quoted([words]) if len(content(words)) >= MIN_QUOTED else []
    return any(source.field != "method" for source in sources)


def unseen_objects(passage: Passage) -> Iterator[Finding]:
    """Nouns of objects that no tool detects and nobody named."""
    free = {token.start for clause in admitted(passage.parsed.sentence) for token in clause}
    for clause in passage.parsed.sentence.clauses:
        if _is_denied(clause):
            continue
        for token in clause:
            if token.start in free:
                continue
            unknown = token.text in UNSEEN and stem(token.text) not in passage.asserted
            if unknown:
                yield f"No tool told of any {token.text}.", frozenset()


def causes(passage: Passage) -> Iterator[Finding]:
    """Causes, which two images never show: only those that explain_change offers, and only as possible."""
    sentence = f" {passage.parsed.sentence.plain} "
    linked = list(_linked(sentence))
    named = [word for word in _named(passage.parsed) if not any(word in reason.split() for reason in linked)]
    for cause in (*linked, *named):
        offering = _offering(passage, cause)
        if offering and not passage.parsed.hedged:
            yield f"'{cause}' is only a possible cause: word it as one (may, possibly).", frozenset()
        elif offering or _is_warned_of(passage, cause):
            yield "", frozenset(offering)
        else:
            yield f"No tool offers a cause such as '{cause}'; two images do not show causes.", frozenset()


OF_WRITER = frozenset("i i'd i'm i've i'll we you".split())
"""Words of what somebody says or does, for which there is a reason that is no cause of change."""


def _linked(sentence: str) -> Iterator[str]:
    """What follows "because" and the like, unless it is about the images."""
    for link in CAUSAL:
        ahead, link_found, rest = sentence.partition(f" {link} ")
        if OF_WRITER & set(ahead.split()):
            continue
        words = [word for word in takewhile(lambda word: word[-1] not in ".,;:!?()", rest.split()) if word != "of"]
        if (
            link_found
            and words
            and not set(words) & (OF_IMAGES | {"unknown", "unclear", "open"})
            and not ADMITS.search(rest)
        ):
            yield " ".join(words[:MAX_WORDS])


def _named(parsed: ParsedSentence) -> Iterator[str]:
    """Fires, floods and the like, wherever they stand without being denied."""
    for clause in parsed.sentence.clauses:
        if not _is_denied(clause):
            yield from (token.text for token in clause if token.text in CAUSES)


def _offering(passage: Passage, cause: str) -> list[int]:
    """The steps of which a cause holds a word."""
    words = content(cause)
    return [source.step for source in passage.library.causes if words & source.words]


def _is_warned_of(passage: Passage, cause: str) -> bool:
    """Whether a reason stands in a warning or a refusal, word by word: those speak of images, not of the ground."""
    sources = [source for source in passage.library.sources if source.field in ("warning", "warnings", "error")]
    return len(content(cause)) > 1 and any(content(cause) <= source.words for source in sources)


def _is_denied(clause: Sequence[Token]) -> bool:
    return any(token.text in NEGATIONS or token.text.endswith("n't") for token in clause)
