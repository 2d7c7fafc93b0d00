"""What a number of a sentence refers to: its class, its sign, its place, its object. Knows no result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from agent.grounding.text.place_words import OPPOSITE_SIDE, places
from agent.grounding.text.quantity import REFERENCE, Quantity, is_label, is_reference
from agent.grounding.text.sentences import Sentence, Token, joined
from agent.grounding.text.words import (
    CHANGED,
    COUNTED_IN_IMAGES,
    KINDS,
    NEGATIONS,
    NOT_OF_CHANGE,
    ROLES,
    SIGNS,
    SUBJECTS,
    Kind,
    Sign,
)
from agent.language.english import ENGLISH

PREPOSITIONS = frozenset("of in on within across from over per at all".split())
MAX_ID_DIGITS = 8
PERIODS = frozenset("years months weeks days".split())
"""What lies between two dates is of the images, whatever was built in it."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A number with what it refers to."""

    quantity: Quantity
    kind: Kind | None
    """None where unknown."""
    sign: Sign | None
    places: tuple[str, ...]
    object_id: int | None
    """Number of the object that it belongs to."""
    named: bool
    """Whether it is the number of an object: "building 3"."""
    noun: str
    """The word that follows it."""
    heading: bool
    """Whether it heads a line, a list or a cell of a table, where objects have their numbers."""
    role: str
    """`largest`, `smallest`, `median` or `mean` where it is called one."""


def claim(quantity: Quantity, sentence: Sentence, before: Kind | None) -> Claim:
    """What a number refers to; `before` is the class that a pronoun takes up from the sentence before."""
    tokens = sentence.tokens
    clause = [token for token in tokens if token.clause == tokens[quantity.at].clause]
    named = is_reference(quantity, tokens)
    kind = KINDS.get(tokens[quantity.at - 1].text) if named else _kind(quantity, tokens, before)
    if quantity.unit is not None and quantity.unit.dimension in PERIODS:
        kind = "image"
    following = tokens[quantity.last + 1].text if quantity.last + 1 < len(tokens) else ""
    return Claim(
        quantity,
        None if following == ":" and quantity.unit is None and not named else kind,
        None if named else _sign(quantity, tokens),
        () if _is_whole(quantity, tokens) else places(joined(clause)),
        None if named else _object_id(quantity, tokens),
        named,
        following,
        _is_heading(quantity, tokens),
        _role(quantity, tokens),
    )


def opposed(claims: tuple[Claim, ...], sentence: Sentence) -> tuple[Claim, ...]:
    """Two amounts that are held against each other, each with its place: "506 m2 against 388 m2 in the north"."""
    if len(claims) != 2:
        return claims
    first, second = (one.quantity for one in claims)
    tokens = sentence.tokens
    contrast = next((at for at in range(first.last + 1, second.at) if tokens[at].text in CONTRASTS), None)
    if contrast is None or (first.unit and first.unit.dimension) != (second.unit and second.unit.dimension):
        return claims
    found = places(sentence.plain)
    if len(found) == 1 and found[0] in OPPOSITE_SIDE:
        other = OPPOSITE_SIDE[found[0]]
        found = (found[0], other) if places(joined(tokens[:contrast])) else (other, found[0])
    if len(found) != 2:
        return claims
    return tuple(replace(one, places=(place,)) for one, place in zip(claims, found, strict=True))


CONTRASTS = frozenset("against versus vs compared before ahead behind than".split())


def _is_whole(quantity: Quantity, tokens: Sequence[Token]) -> bool:
    """Whether a number counts a whole of which one is named: "the largest of the 7 buildings is in the north"."""
    words = [token.text for token in tokens[max(0, quantity.at - 2) : quantity.at]]
    return words[-1:] in (["of"], ["among"]) or words in (["of", "the"], ["among", "the"], ["of", "all"])


def _is_heading(quantity: Quantity, tokens: Sequence[Token]) -> bool:
    before, after = tokens[quantity.at - 1].text if quantity.at else "", tokens[quantity.last + 1 : quantity.last + 2]
    numbered = any(token.text in ("numbered", "ids", "numbers") for token in tokens)
    return numbered or (
        before in ("|", "", "-", "*", "\u2022")
        and bool(after)
        and after[0].text in ("|", ":", ".", ")", "(", ",", "and", "to")
    )


def _role(quantity: Quantity, tokens: Sequence[Token]) -> str:
    """What a size is among others, from the words of its clause before it; not of several: "the five largest"."""
    clause = tokens[quantity.at].clause
    role = ""
    for place in range(quantity.at):
        word, after = tokens[place].text, tokens[place + 1].text
        if tokens[place].clause == clause and word in ROLES:
            role = "" if after in KINDS and after.endswith("s") else ROLES[word]
            ordinal = tokens[place - 1].text if place else ""
            if role and ordinal in ENGLISH.ordinals[1:]:
                role = f"{role} {ENGLISH.ordinals.index(ordinal) + 1}"
    return role


def _kind(quantity: Quantity, tokens: Sequence[Token], before: Kind | None) -> Kind | None:
    """The class word of a number: the next in its clause, else the last before it."""
    clause = tokens[quantity.at].clause
    if quantity.unit is None and tokens[quantity.last + 1 : quantity.last + 2]:
        nearest = [token.text for token in tokens[quantity.last + 1 : quantity.last + 3] if token.clause == clause]
        if any(word in COUNTED_IN_IMAGES for word in nearest) and not any(word in KINDS for word in nearest):
            return "image"
    for token in tokens[quantity.last + 1 :]:
        if token.clause != clause:
            break
        if token.text in KINDS:
            return KINDS[token.text]
    return _kind_before(quantity, tokens, before)


def _kind_before(quantity: Quantity, tokens: Sequence[Token], before: Kind | None) -> Kind | None:
    clause = tokens[quantity.at].clause
    of_images = any(token.text in NOT_OF_CHANGE for token in tokens if token.clause == clause)
    for place in range(quantity.at - 1, -1, -1):
        word = tokens[place].text
        if word in KINDS and not _is_denied(place, tokens) and not is_landmark(place, tokens):
            return None if of_images and tokens[place].clause != clause else KINDS[word]
        of_class = place > 0 and tokens[place - 1].text in KINDS
        if word in SUBJECTS and not of_class and not _is_after_preposition(place, tokens):
            return None
    return before


def _is_denied(place: int, tokens: Sequence[Token]) -> bool:
    """Whether a noun is denied: "but no roads; 894 m2 in total" speaks of something else."""
    around = [*tokens[max(0, place - 3) : place], *tokens[place + 1 : place + 2]]
    return any(token.text in NEGATIONS for token in around if token.clause == tokens[place].clause)


def is_landmark(place: int, tokens: Sequence[Token]) -> bool:
    """Whether an object only locates another one: "south of building 3"."""
    if not 0 < place < len(tokens) - 1:
        return False
    return tokens[place - 1].text == "of" and tokens[place + 1].kind == "number"


def _is_after_preposition(place: int, tokens: Sequence[Token]) -> bool:
    return any(token.text in PREPOSITIONS for token in tokens[max(0, place - 3) : place])


def _sign(quantity: Quantity, tokens: Sequence[Token]) -> Sign | None:
    """Appeared or disappeared, by the clause of a number; None where it says both or "appeared or changed"."""
    clause = [token for token in tokens if token.clause == tokens[quantity.at].clause]
    return one_sign(clause)


def one_sign(clause: Sequence[Token]) -> Sign | None:
    """The one sign that a clause states; None where it states both, or "appeared or changed"."""
    words = [token.text for token in clause]
    signs = {SIGNS[word] for word in words if word in SIGNS}
    if len(signs) != 1 or ("or" in words and any(word in CHANGED for word in words)):
        return None
    return next(iter(signs))


def _object_id(quantity: Quantity, tokens: Sequence[Token]) -> int | None:
    """The object named last before a number, up to a semicolon or a colon."""
    for place in range(quantity.at - 1, 0, -1):
        word, before = tokens[place].text, tokens[place - 1].text
        if word == ":" and is_label(place - 1, tokens):
            return int(before)
        if word in (";", ":"):
            return None
        number = tokens[place].kind == "number" and word.isdigit() and len(word) <= MAX_ID_DIGITS
        if number and before in REFERENCE and not is_landmark(place - 1, tokens):
            return int(word)
    return None
