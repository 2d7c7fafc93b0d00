"""What kind of sentence it is: an offer, a question to the person, an admitted limit. Knows no result."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.grounding.text.sentences import Sentence, Token, joined
from agent.grounding.text.words import KINDS, UNSEEN

ABILITY = (
    r"(?:see|tell|say|know|detect|measure|count|check|recognise|recognize|identify|examine|determine"
    r"|judge|show|speak|compute|give|offer|answer|provide|export|verify|confirm|find|notice|infer|read"
    r"|prove|explain)"
)
DENIED = r"(?:cannot|can not|can't|could not|couldn't|unable to|not able to|(?:do|does|did) not|(?:don|doesn|didn)'t)"
ADMITS = re.compile(
    rf"\b{DENIED} (?:be )?(?:yet )?{ABILITY}|\b(?:cannot|can not|can't) be (?:seen|told|detected|measured"
    rf"|counted|known|said)"
    rf"|\bnot (?:been )?(?:checked|measured|counted|examined|looked at)\b"
    r"|\b(?:would|could|will) (?:not|never) be (?:noticed|seen|detected|found|measured|known)\b"
    r"|\b(?:have|has) no (?:evidence|information|data|results?|knowledge)\b|\bsay nothing about\b"
    r"|\bnot (?:visible|part of|shown|in (?:the|these) results)\b|\bwould not (?:show|appear)\b|\boutside (?:what|of)\b"
    r"|\b(?:cannot|can't) (?:rule out|exclude)\b|\bno \w+ (?:could|can) be (?:checked|seen|detected|measured)\b"
    r"|\b(?:have|has) not (?:yet )?(?:looked|checked|measured|examined|counted|detected)\b"
    r"|\b(?:is|are|was|were) not (?:detected|measured|seen|covered|counted|known)\b"
    r"|\bwould be (?:missed|overlooked)\b|\bbeyond what\b|\bnot something\b|\bcannot be (?:excluded"
    r"|ruled out|verified)\b"
    r"|\bno (?:information|data|results?|knowledge|tool|measurements?) (?:about|on|of|for|that|is|was)\b"
)
INDIRECT = frozenset("who whom whose why what how whether which when where if".split())
OFFERS = re.compile(
    r"^(?:(?:i|you|we) )?(?:can|could|may)(?: also)? (?:list|show|count|measure|export|compare|explain"
    r"|look|write|give|tell|save|ask"
    r"|check|find|report|use|see|draw)\b|^(?:i would|i'd|you asked|let me|here (?:is|are) (?:what|the|a|all|my)"
    r"|i will|please|if you|ask me|would you|do you want|do you need|shall i"
    r"|should i|what would|which (?:of|would|part)|is there anything|anything else|hello|hi\b|sorry|thanks|welcome)"
    r"|(?:^|, |; |so |then )(?:i|you|we) can (?:list|show|count|measure|export|compare|explain|give|tell|save|draw)\b"
    r"|\bif you (?:like|want|wish|need)\b"
)
THAT = re.compile(r"\b(?:tell|see|show|report|say|find|explain)(?: you)? (?:that|how many|\d)")


def is_offer(sentence: Sentence) -> bool:
    """Whether a sentence offers or asks something of the person, and states nothing."""
    plain = sentence.plain
    return bool(OFFERS.search(plain)) and not THAT.search(plain)


def detects_none(clause: Sequence[Token]) -> bool:
    """Whether a clause says that something of a class which the tools do detect was not detected."""
    text = joined(clause)
    return bool(UNDETECTED.search(text)) and _hides_a_denial(text)


UNDETECTED = re.compile(
    r"\b(?:cannot|can not|can't|do not|don't|did not|didn't|could not|nothing|never) (?:be )?(?:see|seen"
    r"|find|found|detect"
    r"|detected|identify|recognise|recognize|show|notice)\b"
)


def is_question(sentence: Sentence) -> bool:
    """Whether a sentence asks."""
    return sentence.plain.rstrip(" \"')").endswith("?")


def admitted(sentence: Sentence) -> Iterator[tuple[Token, ...]]:
    """The clauses in which a limit of the tools is admitted, in whose words nothing is claimed."""
    words = [token.text for token in sentence.tokens]
    if "but" in words or "however" in words:
        clauses: Sequence[tuple[Token, ...]] = sentence.clauses
    else:
        clauses = (sentence.tokens,)
    for clause in clauses:
        text = joined(clause)
        unknown = bool(UNKNOWN.search(text)) and bool(OPEN & {token.text for token in clause})
        if (ADMITS.search(text) or unknown) and not (UNDETECTED.search(text) and _hides_a_denial(text)):
            yield tuple(clause)


UNKNOWN = re.compile(r"\b(?:is|are|remains?|was) (?:unknown|unclear|not known)\b")
OPEN = INDIRECT | frozenset("cause causes reason reasons use purpose height heights explanation".split())


def _hides_a_denial(text: str) -> bool:
    """Whether it says of what the tools do detect that they did not: "I cannot see any new houses"."""
    words = set(re.findall(r"[\w'-]+", text))
    kinds = {KINDS[word] for word in words if word in KINDS}
    detectable = bool(kinds & {"building", "road"}) or (bool(kinds) and not words & UNSEEN)
    return detectable and not INDIRECT & words


def is_list_of_limits(text: str, sentence: Sentence) -> bool:
    """Whether a heading or an introduction admits limits, which a list follows: "What I cannot see:"."""
    after = text[sentence.end :].lstrip()
    return any(admitted(sentence)) and after.startswith(ITEM)


def is_item(text: str, sentence: Sentence) -> bool:
    """Whether a sentence is an item of a list."""
    return text[sentence.start : sentence.end].lstrip().startswith(ITEM)


ITEM = ("- ", "* ", "\u2022")
