"""A text cut into sentences, clauses and tokens that keep their places in it. Every pattern runs in linear time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from agent.grounding.text.words import CHANGED, KINDS, NEGATIONS, NUMBERS, SIGNS, SUBJECTS

# A run of marks starts a match only at its first mark, so that long runs are read once.
END = re.compile(r"(?<![.!?])[.!?]++[\"'\u201d)\]*]*+(?=\s|$)|\u3002|\n++")
SHORTENED = re.compile(r"\b(?:approx|ca|sq|fig|vs|e\.g|i\.e|resp)\.$", re.IGNORECASE)
ORDINAL = re.compile(
    r"\d\. (?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)\b", re.IGNORECASE
)
"""A day before its month, as German writes it."""
MARKER = re.compile(r" ?\[\d{1,3}(?:, ?\d{1,3}){0,9}\](?! ?(?:m|ha|km|px|pixels|%))")
LISTED = re.compile(r"^[ \t]{0,12}(?:[-*•][ \t]{0,4})?(\d{1,3})[.)][ \t]", re.MULTILINE)
TOKEN = re.compile(
    r"(?P<name>(?<!\w)(?:EPSG:\d+|WGS ?\d+|\d+:[a-z][\w-]*|v?\d+\.\d+\.\d+[\w.]*|v\d+(?:\.\d+)*)(?!\w))"
    r"|(?P<date>(?<![\w.])\d{4}-\d\d-\d\d|(?<![\w.])\d{1,4}([./])\d{1,2}\3\d{2,4}(?![\w]))"
    r"|(?P<by>(?<=\d)x(?=\d))"
    r"|(?P<number>(?:(?<![\w)\]])[-+])?(?:\d{1,3}(?:[,'\u00a0\u202f\u2009]\d{3})+(?!\d)|\d+)(?:[.,]\d+)?(?:e[-+]?\d+\b)?)"
    r"|(?P<word>[^\W\d_](?:[^\W\d]|(?<=[A-Za-z0-9_])\d|['.-](?=[^\W\d_]))*+(?:-\d+\w*)?)"
    r"|(?P<mark>\S)"
)
MAX_TOKENS = 300
"""Longer sentences are taken apart, so that the work grows with the length of a text and no faster."""
STRONG = frozenset(';:()[]{}"\u201c\u201d\u00ab\u00bb|!?\u2014')
INTRODUCING, CLOSING = frozenset(":|("), frozenset(",;)|.!")
JOINING = frozenset("and but while whereas although though however which yet".split())
ALIKE = str.maketrans("\u2019\u2018\u2212\u2013\u2011\u00d7\uff05\u066a", "''---x%%")
"""Characters that look alike, as the patterns have them."""
HIDDEN = "\u25a1"
"""Stands where something was taken out before the words are read; every other character keeps its place."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a mark."""

    kind: str
    text: str
    """In lower case."""
    start: int
    end: int
    clause: int
    """Number of its clause in the sentence."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and where it stands."""

    start: int
    end: int
    tokens: tuple[Token, ...]

    @property
    def clauses(self) -> tuple[tuple[Token, ...], ...]:
        """Its tokens by clause."""
        parts: dict[int, list[Token]] = {}
        for token in self.tokens:
            parts.setdefault(token.clause, []).append(token)
        return tuple(tuple(part) for part in parts.values())

    @property
    def plain(self) -> str:
        """Its tokens with one blank between."""
        return joined(self.tokens)


def joined(tokens: Iterable[Token]) -> str:
    """Tokens with one blank between."""
    return " ".join(token.text for token in tokens)


def without_markers(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text without the step markers that someone set; and where in it each one stood."""
    parts, markers, done, length = list[str](), list[tuple[int, int]](), 0, 0
    for marker in MARKER.finditer(text):
        parts.append(text[done : marker.start()])
        length, done = length + len(parts[-1]), marker.end()
        markers += [(length, int(number)) for number in re.findall(r"\d+", marker.group())]
    return "".join([*parts, text[done:]]), tuple(markers)


def readable(text: str, names: Iterable[str] = ()) -> str:
    """The text with markup, list numbers and names hidden, each character at its place."""
    hidden = re.sub(r"[*`#~]", " ", _without_list_numbers(text)).translate(ALIKE)
    for name in names:
        hidden = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", HIDDEN * len(name), hidden)
    return hidden


def _without_list_numbers(text: str) -> str:
    """List numbers claim nothing as long as they count up from one."""
    pieces, done, expected = [], 0, 1
    for match in LISTED.finditer(text):
        number = int(match.group(1))
        if number in (1, expected):
            pieces += [text[done : match.start(1)], " " * (match.end() - match.start(1))]
            done, expected = match.end(), number + 1
    return "".join([*pieces, text[done:]])


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text; lines end sentences, too."""
    for start, end in _spans(text):
        tokens = _tokens(text, start, end)
        for first in range(0, len(tokens), MAX_TOKENS):
            part = tuple(tokens[first : first + MAX_TOKENS])
            last = first + MAX_TOKENS >= len(tokens)
            yield Sentence(start if first == 0 else part[0].start, end if last else part[-1].end, part)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in END.finditer(text):
        ends_line = match.group().startswith("\n")
        if not ends_line and ORDINAL.match(text, max(0, match.start() - 1)):
            continue
        if not ends_line and SHORTENED.search(text, max(start, match.start() - 8), match.start() + 1):
            continue
        yield start, match.start() if ends_line else match.end()
        start = match.end()
    yield start, len(text)


def _tokens(text: str, start: int, end: int) -> list[Token]:
    tokens = [
        (str(match.lastgroup), match.group().lower(), match.start(), match.end())
        for match in TOKEN.finditer(text, start, end)
    ]
    clauses = _clauses([(kind, word) for kind, word, _, _ in tokens])
    return [Token(*token, clause) for token, clause in zip(tokens, clauses, strict=True)]


def _clauses(words: list[tuple[str, str]]) -> list[int]:
    """Number of the clause of each word; what has no statement of its own before an "and" goes with what follows."""
    numbers, number, open_clause = list[int](), 0, list[tuple[str, str]]()
    for at, (kind, word) in enumerate(words):
        if _parts(word, words[at + 1 : at + 5], open_clause):
            number, open_clause = number + 1, []
        numbers.append(number)
        open_clause.append((kind, word))
    return numbers


def _parts(word: str, after: list[tuple[str, str]], clause: list[tuple[str, str]]) -> bool:
    """Whether a new clause begins with a word; "houses gone: 0" and "| houses gone | 0 px |" are one each."""
    if word in INTRODUCING and after and after[0][0] == "number":
        alone = len(after) < len("0 m ^ 2".split()) or any(other in CLOSING for _, other in after[1:])
        return not alone or any(kind == "number" for kind, _ in clause)
    return word in STRONG or word == "," or (word in JOINING and not _unfinished(clause))


def _unfinished(clause: list[tuple[str, str]]) -> bool:
    """Whether a clause names objects without stating anything of them: "no houses", before "and roads changed"."""
    stating = [kind for kind, word in clause if kind == "number" or word in SIGNS or word in CHANGED or word in NUMBERS]
    naming = [word for _, word in clause if word in KINDS or word in NEGATIONS or word in SUBJECTS]
    return not stating and bool(naming)
