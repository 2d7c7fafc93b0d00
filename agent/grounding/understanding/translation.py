"""A sentence of any of the languages in English words, one after the other, so that one checker reads them all.

Word order stays, which the checks of a clause do not mind; a word without a gloss is not understood.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache

from agent.grounding.text.sentences import Token, sentences
from agent.grounding.text.words import FRACTIONS, MONTHS
from agent.grounding.understanding.vocabulary import PUNCTUATION, UNIT_WORDS, is_plain_at, is_plain_mark
from agent.language.answers.english import PARAPHRASES, SIDES
from agent.language.answers.glosses import longest
from agent.language.answers.inflections import by_stem, stem_of
from agent.language.english import ENGLISH
from agent.language.language import Language
from agent.language.registry import LANGUAGES

MARKS = str.maketrans(
    "\u2014\u2013\u3002\uff0c\u3001\uff1a\uff08\uff09\uff1b\uff01\uff1f\u00bf\u00a1\u00ab\u00bb\u201c\u201d",
    '  .,,:();!?  """"',
)
"""Punctuation of other scripts, as English writes it."""
PUNCTUATION_OF_ALL = PUNCTUATION | {"²"}
Known = Callable[[str], bool]
Excused = Callable[[str], Set[str]]


@dataclass(frozen=True, slots=True)
class Translated:
    """A sentence in English words."""

    text: str
    language: Language
    unknown: tuple[str, ...]
    """Words and signs that are not understood."""


def translate(original: str, known: Known, sides: Paraphrases = (), excused: Excused | None = None) -> Translated:
    """The sentence in the first language in which all of it is understood; else as English, with what is not.

    Args:
        original: a sentence of the answer.
        sides: paraphrases of the sides of an image, where results tell places by compass.
        known: whether a word that is not plain may stand here all the same, because a result holds it.
        excused: the words of a translation that may stand there although they are not understood.
    """
    original = _with_iso_dates(original)
    plain = paraphrased(original, sides)
    own = _tokens(original)
    tokens = own if plain == original else _tokens(plain)
    english = Translated(plain, ENGLISH, _unknown(tokens, known))
    if not english.unknown:
        return english
    for language in LANGUAGES:
        if language.glosses:
            translated = _translated(own, language, known)
            if not translated.unknown or (excused and set(translated.unknown) <= excused(translated.text)):
                return replace(translated, unknown=())
    return english


def in_english(question: str) -> str:
    """A question in the words of the language in which most of it is understood; what is not stays as it is."""
    read = [Translated(paraphrased(question), ENGLISH, _unknown(_tokens(question), _unheard))]
    read += [_translated(_tokens(question), language, _unheard) for language in LANGUAGES if language.glosses]
    return min(read, key=lambda one: len(one.unknown)).text


def _unheard(word: str) -> bool:  # noqa: ARG001 - no result holds the words of a question
    return False


def _tokens(text: str) -> tuple[Token, ...]:
    return tuple(token for one in sentences(text) for token in one.tokens)


CHINESE_DATE = re.compile(r"(\d{4})\u5e74(\d{1,2})\u6708(\d{1,2})\u65e5")
DAY = re.compile(rf"\b(\d\d?) \. (?=(?:{'|'.join(MONTHS)})\b)")
"""A day before its month, as German writes it."""
HALF_OF = re.compile(
    r"\bhalf (?=(?:all |the )*(?:new )*(?:buildings?|houses?|roads?|images?|scene|area|footprint|objects?)\b)"
)
"""A genitive without "of", as other languages have it."""
YEAR = re.compile(r"\b((?:19|20)\d\d) years\b")


CHINESE_DIGITS = {
    character: value for value, character in enumerate("\u96f6\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d")
}
CHINESE_PERCENT = re.compile(f"\u767e\u5206\u4e4b([{''.join(CHINESE_DIGITS)}\u5341]+|[\\d.]+)")
_COUNT = rf"(\d+|{ENGLISH.number_pattern})"
ONE_IN = re.compile(rf"\b{_COUNT} in {_COUNT}\b(?=(?: of)? (?:all )?(?:the )?pixels?)")
ONE_OF = re.compile(rf"\b(?:one|1)(?: pixel)? in (?:every )?{_COUNT}(?: pixels)?\b", re.IGNORECASE)
_BY_COUNT = {round(1 / value): word for word, value in FRACTIONS.items()}


def _chinese_percent(match: re.Match[str]) -> str:
    written = match[1]
    if written[0].isascii():
        return f" {written}% "
    tens, ten, ones = written.rpartition("\u5341")
    value = (10 * CHINESE_DIGITS.get(tens, 1) if ten else 0) + CHINESE_DIGITS.get(ones, 0)
    return f" {value}% "


def _one_in(match: re.Match[str]) -> str:
    some, of = (float(one) if one.isdigit() else float(ENGLISH.number(one) or 0) for one in match.groups())
    return f"{100 * some / of:.1f} % of" if of else match[0]


def _one_of(match: re.Match[str]) -> str:
    """Of "one pixel in eighteen": a fraction."""
    of = int(match[1]) if match[1].isdigit() else ENGLISH.number(match[1].lower())
    return f"one {_BY_COUNT[of]} of the image" if of in _BY_COUNT else match[0]


def _with_iso_dates(text: str) -> str:
    text = ONE_OF.sub(_one_of, text) if not ONE_IN.search(text) else text
    text = ONE_IN.sub(_one_in, CHINESE_PERCENT.sub(_chinese_percent, text))
    return CHINESE_DATE.sub(lambda m: f" {m[1]}-{int(m[2]):02d}-{int(m[3]):02d} ", text)


def paraphrased(text: str, more: Paraphrases = ()) -> str:
    """An English text in plain words where it says the same in others."""
    for pattern, words in (*_PATTERNS, *more):
        text = pattern.sub(words, text)
    return text


Paraphrases = Sequence[tuple[re.Pattern[str], str]]
_PATTERNS: Paraphrases = tuple(
    (re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), words) for pattern, words in PARAPHRASES
)
SIDES_IN_IMAGE: Paraphrases = tuple(
    (re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), words) for pattern, words in SIDES
)
"""What the sides of an image with north at its top are by compass."""


def _unknown(tokens: tuple[Token, ...], known: Known) -> tuple[str, ...]:
    words = [
        token.text
        for at, token in enumerate(tokens)
        if token.kind == "word" and not (is_plain_at(tokens, at) or known(token.text))
    ]
    marks = [token.text for at, token in enumerate(tokens) if token.kind == "mark" and not is_plain_mark(tokens, at)]
    return tuple(dict.fromkeys([*words, *marks]))


def _translated(tokens: tuple[Token, ...], language: Language, known: Known) -> Translated:
    parts, unknown, at = list[str](), list[str](), 0
    pieces = list(_pieces(tokens, language))
    while at < len(pieces):
        kind, text = pieces[at]
        if kind != "word":
            shown = text.translate(MARKS)
            parts.append(shown)
            if kind == "mark" and shown.strip() and shown not in PUNCTUATION_OF_ALL:
                unknown.append(text)
            at += 1
            continue
        length = next((n for n in range(_longest(language), 0, -1) if _phrase(pieces, at, n) in language.glosses), 0)
        if length:
            parts.append(language.glosses[_phrase(pieces, at, length)])
        else:
            bent = None if text in UNIT_WORDS or known(text) else _by_stem(language).get(_stem(text, language))
            parts.append(text if bent is None else bent)
            if bent is None and text != "x" and not (text in UNIT_WORDS or known(text)):
                unknown.append(text)
        at += max(1, length)
    text = YEAR.sub(r"\1", " ".join(part for part in parts if part))
    text = DAY.sub(r"\1 ", text)
    text = HALF_OF.sub("half of ", text)
    text = re.sub(r"\b(k?m) ([2²])(?![\w.,])", r"\1\2", text)
    return Translated(text, language, tuple(dict.fromkeys(unknown)))


def _phrase(pieces: list[tuple[str, str]], at: int, length: int) -> tuple[str, ...]:
    phrase = pieces[at : at + length]
    return tuple(text for _, text in phrase) if len(phrase) == length and all(k == "word" for k, _ in phrase) else ()


def _pieces(tokens: tuple[Token, ...], language: Language) -> Iterator[tuple[str, str]]:
    """Kind and text of each word, number and mark; words without blanks between and elisions are taken apart."""
    for token in tokens:
        if token.kind != "word" or (token.text,) in language.glosses:
            yield token.kind, token.text
        elif not language.spaced:
            yield from (("word", word) for word in _cut(token.text, language))
        elif "'" in token.text:
            yield from (("word", part) for part in token.text.split("'") if part)
        else:
            yield token.kind, token.text


def _cut(text: str, language: Language) -> Iterator[str]:
    """A run of characters cut at the longest known word each."""
    at = 0
    while at < len(text):
        ends = range(min(len(text), at + _longest_word(language)), at, -1)
        end = next((end for end in ends if (text[at:end],) in language.glosses), None)
        end = end or next((e for e in range(len(text), at, -1) if text[at:e] in UNIT_WORDS), at + 1)
        yield text[at:end]
        at = end


@cache
def _by_code() -> Mapping[str, tuple[int, int]]:
    """Words of the longest phrase and characters of the longest word, by language."""
    return {
        one.code: (longest(one.glosses), max((len(word) for phrase in one.glosses for word in phrase), default=0))
        for one in LANGUAGES
    }


@cache
def _stems() -> Mapping[str, tuple[tuple[str, ...], Mapping[str, str]]]:
    """Endings, the longest first, and English words by stem, by language."""
    endings = {one.code: tuple(sorted(one.endings.split(), key=len, reverse=True)) for one in LANGUAGES}
    return {one.code: (endings[one.code], by_stem(one.glosses, endings[one.code])) for one in LANGUAGES if one.endings}


def _by_stem(language: Language) -> Mapping[str, str]:
    return _stems()[language.code][1] if language.endings else {}


def _stem(text: str, language: Language) -> str:
    return stem_of(text, _stems()[language.code][0]) if language.endings else ""


def _longest(language: Language) -> int:
    return _by_code()[language.code][0]


def _longest_word(language: Language) -> int:
    return _by_code()[language.code][1]
