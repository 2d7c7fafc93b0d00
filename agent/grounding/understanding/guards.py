"""Plain words that claim something beside numbers and signs: quantities in words, times, ranks, comparisons, wholes.

Each guard looks for its words in a sentence and holds them against the facts; where it finds its words and no fact, the
sentence is at fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from agent.grounding.checks import Finding, Passage
from agent.grounding.facts.fact import Fact
from agent.grounding.support import places_of, speaks_of, supporting, whole_sign
from agent.grounding.text.claims import Claim
from agent.grounding.text.place_words import places
from agent.grounding.text.sentences import Token, joined
from agent.grounding.text.statements import Statement
from agent.grounding.text.words import (
    AREA,
    CHANGED,
    COUNT,
    COUNTED_IN_IMAGES,
    FRACTIONS,
    HEDGES,
    KINDS,
    LARGEST,
    NEGATIONS,
    PIXELS,
    ROLES,
    SHARE,
    SIGNS,
    Kind,
    Sign,
)
from agent.grounding.understanding.speech import admitted, detects_none, is_offer
from agent.language.answers.english import VAGUE, WITH_COMPANION
from agent.language.english import ENGLISH

TOLERANCE = 0.02
PROPORTIONS = frozenset("most mostly mainly majority".split())
WHOLE = re.compile(
    r"\b(?:now|currently|altogether|exist|stands?)\b|\bin total\b|\bin the (?:image|images|scene|picture|pictures|area)\b"
    r"|\b(?:consists?|comprises?|contains?|includes?)\b|\btotal (?:number|count) of\b|\bof (?:the|all|these|those) (?:buildings|houses|roads|structures|streets)\b"
)
NOW = re.compile(r"\b(?:now|currently|in all|exists?)\b")
EACH = frozenset("each every any".split())
BOUND_OF_TIME = {"first": frozenset("since after from".split()), "last": frozenset("by until before to till".split())}
FIRST_DATE = frozenset("first earlier before former initial previous".split())
LAST_DATE = frozenset("second later after latest last final".split())
DIFFERENCE = "more|less|fewer|larger|smaller|bigger|greater|higher|lower"
COMPARED = re.compile(rf"\b(?:{DIFFERENCE}|wide|long|high|large)(?:er)?\b")
ARITHMETIC = re.compile(
    rf"\b(?:\d+|{ENGLISH.number_pattern})(?: \w+)?(?: \w+)? (?:more|less|fewer) than (?:\d|{ENGLISH.number_pattern}\b)"
)
LONE = re.compile(r"\b(?:more|fewer|less|larger|smaller|bigger|greater|higher|lower)\b")


def guards(passage: Passage) -> Iterator[Finding]:
    """All faults of words that are plain, but claim something."""
    for guard in (
        _vague,
        _proportions,
        _whole,
        _each,
        _times,
        _compared,
        _ranked,
        _numbered,
        _companions,
        _names,
        _of_kind,
        _undetected,
        _all_there,
        _halves,
        _only,
        _hedged,
        _ranges,
        _at_a_date,
    ):
        yield from guard(passage)


def _words(clause: Sequence[Token]) -> list[str]:
    return [token.text for token in clause]


def _kind_of(clause: Sequence[Token]) -> Kind | None:
    return next((KINDS[token.text] for token in clause if token.text in KINDS), None)


def _sign_of(words: Sequence[str]) -> Sign | None:
    signs = {SIGNS[word] for word in words if word in SIGNS}
    return next(iter(signs)) if len(signs) == 1 else None


def _facts(passage: Passage, dimension: str, kind: Kind | None) -> list[Fact]:
    return [
        one for one in passage.library.facts if one.dimension == dimension and speaks_of(kind, one) and not one.limit
    ]


def _vague(passage: Passage) -> Iterator[Finding]:
    """ "Several buildings": a count in words, which a count of that kind must bear out."""
    for clause in passage.parsed.sentence.clauses:
        words = _words(clause)
        for at, word in enumerate(words):
            kind = next((KINDS[after] for after in words[at + 1 : at + 4] if after in KINDS), None)
            counts = word in VAGUE and kind is not None
            if word == "pair" and words[at + 1 : at + 2] == ["of"]:
                counts = kind is not None
            if not counts or kind is None:
                continue
            least, most = VAGUE.get(word, (2, 2))
            sign = _sign_of(words)
            fits = [
                one
                for one in _facts(passage, COUNT, kind)
                if least <= one.value <= most and one.kind != "image" and sign in (None, one.sign, *_any_sign(one))
            ]
            if fits:
                yield "", frozenset(one.step for one in fits)
            else:
                yield f"No tool returned a count that '{word}' fits.", frozenset()


def _any_sign(fact: Fact) -> tuple[Sign, ...]:
    return () if fact.sign else ("appeared", "disappeared")


def _proportions(passage: Passage) -> Iterator[Finding]:
    """ "Most of it": of a place, which is checked with places, or of a whole of which more than half is known."""
    for clause in passage.parsed.sentence.clauses:
        words = _words(clause)
        for at, word in enumerate(words):
            if word not in PROPORTIONS or words[at - 1 : at] == ["at"]:
                continue
            found = places(joined(clause))
            leading = places_of(_kind_of(clause), passage.library.facts, "most")
            if not found or not set(found) <= leading:
                yield f"No tool told of '{word}'.", frozenset()


def _whole(passage: Passage) -> Iterator[Finding]:
    """ "There are now 7 buildings": what is counted are changed ones, never all that stand there."""
    sentence = passage.parsed.sentence
    words = _words(sentence.tokens)
    changing = any(word in SIGNS or word in CHANGED or word in ("change", "changes") for word in words)
    counts = [one for one in passage.parsed.claims if one.quantity.unit is None and not one.named and one.noun]
    counts = [one for one in counts if one.kind in ("building", "road")]
    if counts and not changing and WHOLE.search(sentence.plain):
        yield "Tools count what changed, not all that stands in the images.", frozenset()
    sized = [one for one in passage.parsed.claims if one.quantity.unit is not None and one.kind in ("building", "road")]
    if sized and not changing and NOW.search(sentence.plain):
        yield "Tools measure what changed, not all that stands in the images.", frozenset()
    for one in passage.parsed.claims:
        after = words[one.quantity.last + 1 : one.quantity.last + 4]
        if one.quantity.unit is None and after[:1] == ["of"] and any(word in KINDS for word in after):
            number = next((word for word in after if word.isdigit() or ENGLISH.number(word) is not None), None)
            if number is None and not any(word in ("these", "them") for word in after):
                yield "Tools count what changed, not how many of all that is.", frozenset()


def _of_kind(passage: Passage) -> Iterator[Finding]:
    """ "5 % of the buildings": shares are of the images."""
    words = _words(passage.parsed.sentence.tokens)
    for one in passage.parsed.claims:
        if one.quantity.unit is None or one.quantity.unit.dimension != SHARE:
            continue
        after = words[one.quantity.last + 1 : one.quantity.last + 5]
        if words[one.quantity.at - 1 : one.quantity.at] == ["by"] and "image" not in after:
            yield "Tools return shares of the images, not by how much something grew.", frozenset()
        if after[:1] == ["of"] and any(word in KINDS and KINDS[word] in ("building", "road") for word in after[:3]):
            yield "Shares that tools return are of the images, not of all buildings or roads.", frozenset()


def _each(passage: Passage) -> Iterator[Finding]:
    """ "Each covers more than 100 m²": of a whole list of objects."""
    for clause in passage.parsed.sentence.clauses:
        words = _words(clause)
        every = bool(EACH & set(words)) or "apiece" in words
        denied = bool({"no", "none"} & set(words))
        for one in passage.parsed.claims:
            unit = one.quantity.unit
            inside = any(token.start == passage.parsed.sentence.tokens[one.quantity.at].start for token in clause)
            sized = unit is not None and unit.dimension in (AREA, PIXELS) and inside
            universal = (every and not any(word in COUNTED_IN_IMAGES for word in words)) or (
                bool(one.quantity.bound) and bool({"all", "none", "no"} & set(words))
            )
            if not sized or not universal or "together" in words or unit is None or one.kind == "image":
                continue
            sizes = [
                fact
                for fact in _facts(passage, unit.dimension, one.kind)
                if fact.object_id is not None and not fact.role
            ]
            extreme = [
                fact.value / unit.scale
                for fact in _facts(passage, unit.dimension, one.kind)
                if fact.role == "largest" and denied and one.quantity.bound == "over"
            ]
            if extreme and all(_holds(one, value, denied=True) for value in extreme):
                continue
            if not sizes or not all(_holds(one, fact.value / unit.scale, denied=denied) for fact in sizes):
                yield "No tool told that of each of them.", frozenset()


def _holds(claim: Claim, value: float, *, denied: bool) -> bool:
    wanted = claim.quantity.values[0]
    bound = {"over": "under", "under": "over"}.get(claim.quantity.bound, "") if denied else claim.quantity.bound
    if bound == "over":
        return value >= wanted - claim.quantity.readings[0].slack * denied
    if bound == "under":
        return value <= wanted + claim.quantity.readings[0].slack * denied
    return abs(value - wanted) <= claim.quantity.readings[0].slack


def _times(passage: Passage) -> Iterator[Finding]:
    """Dates: of the images by their order; of change as from one date to the other, since tools know no moment between."""
    known = sorted(passage.library.dates)
    if not known:
        return
    tokens = passage.parsed.sentence.tokens
    words = _words(tokens)
    months = [word for word in words if word in _MONTH_NUMBERS and word != "may"]
    if months and not all(any(date[5:7] == _MONTH_NUMBERS[word] for date in known) for word in months):
        yield "No tool told of that month.", frozenset()
    dated = [
        (at, date)
        for at, token in enumerate(tokens)
        if (date := _date_of(token, known)) is not None and not {*words[at + 1 : at + 3]} & KINDS.keys()
    ]
    speaks_of_change = any(word in KINDS or word in SIGNS for word in words)
    if speaks_of_change and len({date for _, date in dated}) == 1:
        at, date = dated[0]
        yield from _of_one_date(words[max(0, at - 3) : at], date, known)
    elif speaks_of_change and len(dated) > 1:
        yield from _of_clauses(passage, known)
    elif not speaks_of_change:
        for clause_dates in _by_clause(passage, dated):
            yield from _of_images(clause_dates, words, known)


_MONTH_NUMBERS = {word: f"{int(number):02d}" for number, line in ENGLISH.months.items() for word in line.split()}


def _date_of(token: Token, known: Sequence[str]) -> str | None:
    if token.kind == "date":
        return next((date for date in known if date == token.text), None)
    if token.kind == "number" and len(token.text) == len("2018"):
        return next((date for date in known if date.startswith(f"{token.text}-")), None)
    return None


def _of_one_date(before: Sequence[str], date: str, known: Sequence[str]) -> Iterator[Finding]:
    side = "first" if date == known[0] else "last"
    allowed = BOUND_OF_TIME[side] | (frozenset(("in", "on", "at", "of")) if side == "last" else frozenset())
    if not allowed & set(before):
        yield f"Tools tell what changed from one date to the other, not what happened at {date}.", frozenset()


def _of_clauses(passage: Passage, known: Sequence[str]) -> Iterator[Finding]:
    """ "There in 2021 but not in 2018": as what appeared is, not as what disappeared."""
    sentence = passage.parsed.sentence
    sign = whole_sign(_kind_of(sentence.tokens), passage.library.facts)
    for clause in sentence.clauses:
        dates = {date for token in clause if (date := _date_of(token, known)) is not None}
        words = _words(clause)
        bounded = bool({*BOUND_OF_TIME["first"], *BOUND_OF_TIME["last"], "between", "and"} & set(words))
        speaks = any(word in KINDS or word in SIGNS or word in ("there", "they", "it") for word in words)
        if len(dates) != 1 or bounded or not speaks:
            continue
        denied = any(word in NEGATIONS or word.endswith("n't") for word in words)
        there = {"appeared": known[-1], "disappeared": known[0]}.get(sign or "")
        if there is None or (next(iter(dates)) == there) == denied:
            yield "Tools tell otherwise of when it was there.", frozenset()


def _by_clause(passage: Passage, dated: Sequence[tuple[int, str]]) -> Iterator[tuple[tuple[int, str], ...]]:
    if len(dated) == 1:
        yield tuple(dated)


def _of_images(dated: Sequence[tuple[int, str]], words: Sequence[str], known: Sequence[str]) -> Iterator[Finding]:
    for _, date in dated:
        early, late = bool(FIRST_DATE & set(words)), bool(LAST_DATE & set(words))
        if len(known) > 1 and ((early and not late and date != known[0]) or (late and not early and date != known[-1])):
            yield f"{date} is not the date of that image.", frozenset()


def _compared(passage: Passage) -> Iterator[Finding]:
    """ "Larger than": than a number, which is checked with it; of two places or two objects that are both known."""
    sentence = passage.parsed.sentence
    plain = f" {sentence.plain} "
    words = _words(sentence.tokens)
    if any(word in HEDGES for word in words):
        return
    if " than " in plain:
        ahead, _, behind = plain.partition(" than ")
        if ARITHMETIC.search(plain):
            yield "Tools returned no such sum; say the number that they returned.", frozenset()
            return
        number = bool(re.match(r"\s*(?:the |about )?[\d]", behind)) or _begins_with_number(behind)
        ids = [one for one in passage.parsed.claims if one.named]
        if number and not places(behind):
            return
        if _is_of_places(passage, ahead, behind):
            return
        if len(ids) == 2 and _is_larger(passage, ids, smaller="smaller" in ahead):
            return
        yield "No tool compared that.", frozenset()
    else:
        yield from _more_of_a_kind(passage)


def _is_of_places(passage: Passage, ahead: str, behind: str) -> bool:
    """Whether more changed in the first place than in the second, as a comparison of both says."""
    first, second, less = places(ahead), places(behind), bool(re.search(r"\b(?:less|fewer|smaller)\b", ahead))
    more, other = (second, first) if less else (first, second)
    compared = {one for fact in passage.library.facts if fact.role == "difference" for one in fact.places}
    return bool(more and other) and bool(set(more) & compared) and not set(other) & compared


def _begins_with_number(text: str) -> bool:
    words = [word for word in text.split() if word not in ("a", "an", "the", "about")]
    return bool(words) and (ENGLISH.number(words[0]) is not None or words[0] in FRACTIONS)


def _is_larger(passage: Passage, ids: Sequence[Claim], *, smaller: bool) -> bool:
    sizes = []
    for one in ids:
        known = [
            fact.value
            for fact in passage.library.facts
            if fact.object_id == int(one.quantity.values[0]) and fact.dimension in (AREA, PIXELS)
        ]
        sizes.append(max(known, default=0.0))
    return 0 not in sizes and (sizes[0] < sizes[1] if smaller else sizes[0] > sizes[1])


def _more_of_a_kind(passage: Passage) -> Iterator[Finding]:
    """ "More buildings", "fewer roads": a sign; other comparatives need something to be compared with."""
    for clause in passage.parsed.sentence.clauses:
        words = _words(clause)
        for at, word in enumerate(words):
            if not LONE.fullmatch(word):
                continue
            kind = next((KINDS[after] for after in words[at + 1 : at + 3] if after in KINDS), None)
            if any(after in COUNTED_IN_IMAGES for after in words[at + 1 : at + 3]) or is_offer(passage.parsed.sentence):
                continue
            if kind is not None and word in ("more", "fewer", "less"):
                sign: Sign = "appeared" if word == "more" else "disappeared"
                stated = Statement((kind,), sign, any(w in NEGATIONS for w in words), False, (), limited=False)
                if supporting(stated, passage.library.facts) is None:
                    yield f"No tool told of {word} {words[at + 1]}.", frozenset()
            elif not set(places(joined(clause))) & places_of(None, passage.library.facts, "most"):
                yield f"No tool compared what is called '{word}'.", frozenset()


def _ranked(passage: Passage) -> Iterator[Finding]:
    """ "Building 3 is the largest", "the biggest change is a road"."""
    for clause in passage.parsed.sentence.clauses:
        words = _words(clause)
        at = next((at for at, word in enumerate(words) if word in LARGEST or ROLES.get(word) == "smallest"), None)
        if at is None:
            continue
        ordinal = words[at - 1] if at else ""
        rank = ENGLISH.ordinals.index(ordinal) if ordinal in ENGLISH.ordinals else 0
        listed = _listed(passage)
        if ROLES.get(words[at]) == "smallest":
            listed = listed[::-1]
        plural = any(word in KINDS and word.endswith("s") for word in words[at + 1 : at + 3]) or any(
            word.isdigit() or ENGLISH.number(word) is not None for word in words[max(0, at - 1) : at]
        )
        for one in passage.parsed.claims:
            inside = any(token.start == passage.parsed.sentence.tokens[one.quantity.at].start for token in clause)
            if one.named and inside and not plural:
                right = rank < len(listed) and listed[rank] == int(one.quantity.values[0])
                yield ("" if right else f"No tool told that object {one.quantity.text} has that rank."), frozenset()
        named = [KINDS[word] for word in words[:at] + words[at + 1 :] if word in KINDS and KINDS[word] != "any"]
        changes = any(word in ("change", "changes", "object", "objects") for word in words[at : at + 3])
        kinds = {fact.kind for fact in passage.library.facts if fact.object_id is not None and fact.dimension == AREA}
        if changes and named and kinds != {named[0]}:
            yield f"No tool told that the {words[at]} of all is of that class.", frozenset()


def _listed(passage: Passage) -> list[int]:
    """Numbers of the objects of a list, the largest first."""
    sizes: dict[int, float] = {}
    for fact in passage.library.facts:
        if fact.object_id is not None and fact.dimension in (AREA, PIXELS):
            sizes[fact.object_id] = max(sizes.get(fact.object_id, 0.0), fact.value)
    return sorted(sizes, key=lambda number: -sizes[number])


def _numbered(passage: Passage) -> Iterator[Finding]:
    """ "Building 5 is gone", "building 3 lies in the north": what is said of one object."""
    for clause in passage.parsed.sentence.clauses:
        words = _words(clause)
        starts = {token.start for token in clause}
        ids = [
            int(one.quantity.values[0])
            for one in passage.parsed.claims
            if one.named and passage.parsed.sentence.tokens[one.quantity.at].start in starts
        ]
        sign, denied = _sign_of(words), any(word in NEGATIONS or word.endswith("n't") for word in words)
        for number in ids:
            own = [fact for fact in passage.library.facts if fact.object_id == number]
            signs = {fact.sign for fact in own if fact.sign}
            if sign and own and ((sign in signs) == denied):
                yield f"No tool told that object {number} {sign}.", frozenset()
            located = {place for fact in own for place in fact.places}
            told = places(joined(clause))
            if told and own and not denied and not any(part in place for part in told for place in located):
                yield f"No tool told that object {number} lies there.", frozenset()


def _companions(passage: Passage) -> Iterator[Finding]:
    """Words that claim nothing only beside another one."""
    words = set(_words(passage.parsed.sentence.tokens))
    if is_offer(passage.parsed.sentence):
        return
    for word in words & WITH_COMPANION.keys():
        if WITH_COMPANION[word] not in words:
            yield f"'{word}' is not understood.", frozenset()


def _names(passage: Passage) -> Iterator[Finding]:
    """Reference systems, versions and the like: as a result has them."""
    for token in passage.parsed.sentence.tokens:
        if token.kind == "name":
            bare = token.text.replace(" ", "")
            steps = [one.step for one in passage.library.sources if bare in one.text.lower().replace(" ", "")]
            yield ("" if steps else f"No tool told of {token.text}."), frozenset(steps)


UNMEASURED = re.compile(
    r"\b(?:cannot|can not|can't|did not|didn't|was not|were not|has not been|have not been) (?:be )?(?:measured?|counted?)\b"
)


def _undetected(passage: Passage) -> Iterator[Finding]:
    """ "I could not find any new building": a denial of what the tools detect."""
    for clause in passage.parsed.sentence.clauses:
        kind = _kind_of(clause)
        unmeasured = UNMEASURED.search(joined(clause)) is not None
        measured = [one for dimension in (AREA, PIXELS, COUNT) if kind for one in _facts(passage, dimension, kind)]
        if unmeasured and any(one.value > 0 for one in measured):
            yield "Tools measured what this says they could not.", frozenset()
        if kind is None or not detects_none(clause):
            continue
        stated = Statement((kind,), _sign_of(_words(clause)), denied=True, either=False, places=(), limited=False)
        resting = supporting(stated, passage.library.facts)
        if resting is None:
            yield "Tools detected what this says they did not.", frozenset()
        else:
            yield "", frozenset(fact.step for fact in resting)


def _all_there(passage: Passage) -> Iterator[Finding]:
    """ "All of them are in the north", "all buildings are new": of every one that is listed, and of no others."""
    for clause in passage.parsed.sentence.clauses:
        words, found = _words(clause), places(joined(clause))
        if is_offer(passage.parsed.sentence):
            return
        every = {"all", "every", "each", "only", "both", "exclusively"} & set(words) or _speaks_of_all(clause)
        if not every:
            continue
        if found and not any(word in NEGATIONS for word in words):
            listed = [one for one in passage.library.facts if one.object_id is not None and one.dimension == AREA]
            inside = [any(part in place for part in found for place in one.places) for one in listed if one.places]
            if not inside or not all(inside):
                yield "No tool told that all of them lie there.", frozenset()
        at = words.index("all") if "all" in words else len(words)
        unnumbered = [word for word in words[at + 1 : at + 4] if word in KINDS]
        numbered = any(word.isdigit() or ENGLISH.number(word) is not None for word in words)
        if (
            unnumbered
            and not numbered
            and "changed" not in words[at + 1 : at + 4]
            and "new" not in words[at + 1 : at + 3]
        ):
            yield "Tools count what changed, not all that stands in the images.", frozenset()


ALL_OF_THEM = re.compile(
    r"\b(?:they|these|those|the (?:new |changed )?(?:buildings|houses|roads|structures|streets|objects|changes))"
    r"(?: all| that \w+)? (?:are|were|lie|lay|stand|stood|appeared|can be found)\b"
)


def _speaks_of_all(clause: Sequence[Token]) -> bool:
    """ "The houses are in the north": all of them, unless it says how many or that it is most of them."""
    words = _words(clause)
    counted = any(token.kind == "number" for token in clause) or any(ENGLISH.number(word) is not None for word in words)
    return bool(ALL_OF_THEM.search(joined(clause))) and not counted and not PROPORTIONS & set(words)


def _halves(passage: Passage) -> Iterator[Finding]:
    """ "The north changed more": as a comparison of both parts says."""
    if " than " in f" {passage.parsed.sentence.plain} ":
        return
    for clause in passage.parsed.sentence.clauses:
        words, found = _words(clause), places(joined(clause))
        compared = {one for fact in passage.library.facts if fact.role == "difference" for one in fact.places}
        half = bool({"half", "halves"} & set(words))
        ranked = "more" in words or (half and "most" in words)
        if compared and len(found) == 1 and ranked and not set(found) <= compared:
            yield f"No tool told that more changed in the {found[0]}.", frozenset()


def _only(passage: Passage) -> Iterator[Finding]:
    """ "Only buildings changed": the other class did not."""
    for clause in passage.parsed.sentence.clauses:
        kinds = {KINDS[token.text] for token in clause if token.text in KINDS} & {"building", "road"}
        if "only" not in _words(clause) or len(kinds) != 1 or any(token.kind == "number" for token in clause):
            continue
        (other,) = {"building", "road"} - kinds
        stated = Statement((other,), None, denied=True, either=False, places=(), limited=False)
        resting = supporting(stated, passage.library.facts)
        known = resting is not None
        yield ("" if known else f"No tool told that no {other} changed."), frozenset(f.step for f in resting or ())


def _hedged(passage: Passage) -> Iterator[Finding]:
    """ "Houses may have been demolished": a sign must be known, also where it is worded as possible."""
    if not passage.parsed.hedged or any(admitted(passage.parsed.sentence)):
        return
    words = _words(passage.parsed.sentence.tokens)
    of_causes = {word for cause in passage.library.causes for word in cause.text.lower().split()}
    sign, kind = _sign_of([word for word in words if word not in of_causes]), _kind_of(passage.parsed.sentence.tokens)
    if sign is None:
        return
    stated = Statement((kind or "any",), sign, denied=False, either=False, places=(), limited=False)
    if supporting(stated, passage.library.facts) is None:
        yield f"No tool told that anything {sign}, so that it is not possible either.", frozenset()


def universal(passage: Passage, claim: Claim) -> frozenset[int]:
    """The steps by which a limit holds of all objects: "all of them are larger than 100 m²"; empty where it does not."""
    words, unit = set(_words(passage.parsed.sentence.tokens)), claim.quantity.unit
    if unit is None or unit.dimension not in (AREA, PIXELS) or not claim.quantity.bound:
        return frozenset()
    if not words & (EACH | {"all", "none", "no"}):
        return frozenset()
    denied = bool(words & {"no", "none"})
    sizes = [
        one
        for one in _facts(passage, unit.dimension, claim.kind)
        if one.object_id is not None and one.role != "of object"
    ]
    holds = sizes and all(_holds(claim, one.value / unit.scale, denied=denied) for one in sizes)
    return frozenset(one.step for one in sizes) if holds else frozenset()


def _ranges(passage: Passage) -> Iterator[Finding]:
    """ "The buildings are 108 to 157 m2": from the smallest to the largest, or an interval that a tool returned."""
    words = _words(passage.parsed.sentence.tokens)
    for one, other in pairwise(passage.parsed.claims):
        joint = words[one.quantity.last + 1 : other.quantity.at]
        unit = other.quantity.unit
        if joint not in (["to"], ["-"], ["and"]) or (joint == ["and"] and "between" not in words) or unit is None:
            continue
        if unit.dimension not in (AREA, PIXELS) or one.quantity.unit is None:
            continue
        facts = _facts(passage, unit.dimension, one.kind)
        sizes = sorted(fact.value / unit.scale for fact in facts if fact.object_id is not None)
        ends = [(sizes[0], sizes[-1])] if sizes else []
        apart = [
            fact.value / unit.scale for fact in facts if fact.scoped and fact.object_id is None and not fact.places
        ]
        ends += list(pairwise(apart))
        if not any(_holds(one, low, denied=False) and _holds(other, high, denied=False) for low, high in ends):
            yield "No tool returned that range.", frozenset()


def _at_a_date(passage: Passage) -> Iterator[Finding]:
    """ "Houses before: 7": tools count what changed, not what stood there at a date."""
    for clause in passage.parsed.sentence.clauses:
        words, starts = _words(clause), {token.start for token in clause}
        signed = any(word in SIGNS or word in CHANGED for word in words)
        for one in passage.parsed.claims:
            token = passage.parsed.sentence.tokens[one.quantity.at]
            counted = one.kind in ("building", "road") and one.quantity.unit is None and not one.named
            if token.start in starts and counted and not signed and words[-1:] and words[-1] in ("before", "after"):
                yield "Tools count what changed, not what stood there at a date.", frozenset()
