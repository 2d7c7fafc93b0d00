"""What kind of sentence it is: an offer, a question to the person, an admitted limit. Knows no result."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.grounding.text.sentences import Sentence, Token, joined
from agent.grounding.text.words import KINDS, SIGNS, UNSEEN
from agent.language.language import alternatives

ABILITY = (
    r"(?:see|tell|say|know|detect|measure|count|check|recognise|recognize|identify|examine|determine"
    r"|judge|show|speak|compute|give|offer|answer|provide|export|verify|confirm|find|notice|infer|read"
    r"|prove|explain|reveal|assess|establish|evaluate|distinguish|estimate|look at|look for|search for|deal with|track"
    r"|comment|vouch)"
)
DENIED = r"(?:cannot|can not|can't|could not|couldn't|unable to|not able to|(?:do|does|did) not|(?:don|doesn|didn)'t)"
ADMITS = re.compile(
    rf"\b{DENIED} (?:be )?(?:yet )?{ABILITY}|\b(?:cannot|can not|can't) be (?:seen|told|detected|measured"
    rf"|counted|known|said|determined|judged|recognised|inferred)"
    rf"|\bnot (?:been )?(?:checked|measured|counted|examined|looked at)\b"
    r"|\b(?:would not|could not|will not|wouldn't|couldn't|won't"
    r"|would never|could never) be (?:noticed|seen|detected|found|measured|known)\b"
    r"|\b(?:have|has) no (?:evidence|information|data|results?|knowledge)\b|\bsay nothing about\b"
    r"|\bnot (?:visible|part of|shown|in (?:the|these) results)\b|\bwould not (?:show|appear)\b|\boutside (?:what|of)\b"
    r"|\b(?:cannot|can't) (?:rule out|exclude)\b|\bno \w+ (?:could|can) be (?:checked|seen|detected|measured)\b"
    r"|\b(?:have|has) not (?:yet )?(?:looked|checked|measured|examined|counted|detected)\b"
    r"|\b(?:is|are|was|were) not (?:detected|measured|seen|covered|counted|known|recognised|recognized"
    r"|tracked|assessed|examined)\b"
    r"|\b(?:go|goes|remain|remains|stay|stays|pass|passes|escape|escapes) (?:unnoticed|undetected|unseen|me)\b"
    r"|\bout of (?:my |their )?(?:reach|scope)\b|\b(?:is|are) invisible to\b"
    r"|\bwould be (?:missed|overlooked)\b|\bbeyond what\b|\bnot something\b|\bcannot be (?:excluded"
    r"|ruled out|verified)\b"
    rf"|\b(?:results?|tools?|data|network|figures?|analysis|description|caption|images?|reports?) {DENIED}"
    r" (?:cover|mention|address|include|contain|state|indicate|specify|speak|deal)"
    r"|\b(?:stays?|remains?|is|are) hidden\b|\b(?:limited|restricted|confined) to (?:the )?(?:buildings|roads)\b"
    r"|\bno (?:way|means) (?:of|to) (?:know|tell|say|see|check|find|verify|establish|judg|measur)\w*"
    r"|\b(?:nothing|none)(?: of)?(?: \w+){0,4} (?:tells?|says?|shows?|mentions?|reveals?|explains?|indicates?|states?"
    r"|points?) (?:me |you |us )?(?:\w+ )?(?:why|how|what|who|whom|whose|whether|when|where|which|it|this"
    r"|that|to|about)\b"
    r"|\b(?:hard|difficult|impossible|not possible|isn't possible) (?:for me )?to (?:say|tell|know|judge|see)\b"
    r"|\b(?:would not|wouldn't) know\b|\bno idea\b|\b(?:is|are)(?: not|n't) (?:possible|available|among)\b"
    r"|\b(?:is|are)(?:n't| not) (?:something|one of the things|what)\b|\bneither confirm nor\b"
    r"|\bnor (?:rule out|deny)\b"
    r"|\b(?:do not|don't|does not|doesn't) have (?:that|this|any|the) (?:information|data|figure|number|detail)s?\b"
    r"|\b(?:would|will) (?:remain|stay) (?:unseen|unnoticed|undetected|invisible|hidden)\b|\bstays? invisible\b"
    r"|\bonly (?:see|speak|look|report|know|tell|work|detect|cover|compare|judge|measure)s?\b"
    r"|\bno (?:information|data|results?|knowledge|tool|measurements?) (?:about|on|of|for)\b"
)
INDIRECT = frozenset("who whom whose why what how whether which when where if".split())
OFFERS = re.compile(
    r"^(?:(?:i|you|we) )?(?:can|could|may)(?: also)? (?:list|show|count|measure|export|compare|explain"
    r"|look|write|give|tell|save|ask"
    r"|check|find|report|use|see|draw)\b|^(?:i would|i'd|you asked|let me|here (?:is|are) (?:what|the|a|all|my)"
    r"|i will|please|if you|ask me|would you|do you want|do you need|shall i"
    r"|should i|what would|which (?:of|would|part)|is there anything|anything else)"
    r"|(?:^|, |; |so |then )(?:i|you|we) can (?:list|show|count|measure|export|compare|explain|give|tell|save|draw)\b"
    r"|\bif you (?:like|want|wish|need)\b"
    r"|^(?:a|the|one|another) (?:good |useful |possible |sensible |natural |next )*(?:step|idea|option)\b"
    r"|^(?:you|we|one) (?:may|might|could|should) (?:also )?(?:want|wish|like|consider|try|look|ask|check|consult"
    r"|need)\b"
    r"|^(?:i would|i'd|i) (?:also )?(?:suggest|recommend|advise)\b"
    r"|^it (?:may|might|would|could) (?:make sense|help|be worth|be useful)\b"
    r"|^(?:consider|try|check|ask|see|consult|feel free)\b"
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
    r"\b(?:is|are|was|were|been) not (?:detected|found|seen|noticed|recognised)\b"
    r"|\b(?:cannot|can not|can't|do not|don't|did not|didn't|could not|nothing|never) (?:be )?(?:see|seen"
    r"|find|found|detect"
    r"|detected|identify|recognise|recognize|show|notice)\b"
)


def is_question(sentence: Sentence) -> bool:
    """Whether a sentence asks."""
    return sentence.plain.rstrip(" \"')").endswith("?")


def admitted(sentence: Sentence) -> Iterator[tuple[Token, ...]]:
    """The clauses in which a limit of the tools is admitted, with those that only list what it is about.

    Of "Trees, water and heights cannot be seen" that is all of it; of "The mill burnt down, which I cannot explain" the
    last clause alone.
    """
    clauses = sentence.clauses
    admitting = [_admits(clause) for clause in clauses]
    listing = [_only_names(clause) and not admits for clause, admits in zip(clauses, admitting, strict=True)]
    indirect = [clause[0].text in INDIRECT for clause in clauses]
    for at, clause in enumerate(clauses):
        behind = next((place for place in range(at, -1, -1) if not listing[place]), -1)
        ahead = next((place for place in range(at, len(clauses)) if not (listing[place] or indirect[place])), -1)
        if admitting[at] or (behind >= 0 and admitting[behind]) or (ahead >= 0 and admitting[ahead]):
            yield tuple(clause)


def _admits(clause: Sequence[Token]) -> bool:
    text = joined(clause)
    words = {token.text for token in clause}
    unknown = bool(UNKNOWN.search(text)) and bool(OPEN & words)
    beyond = words & (UNSEEN | INDIRECT | OPEN) or is_of_quality(text)
    unknown = unknown or bool(beyond and words & {"not", "cannot"} and words & DETECTING)
    return (bool(ADMITS.search(text)) or unknown) and not (bool(UNDETECTED.search(text)) and _hides_a_denial(text))


def _only_names(clause: Sequence[Token]) -> bool:
    """Whether a clause says nothing of its own, as one item of several does."""
    return not any(token.kind == "number" or token.text in SAYING or token.text in SIGNS for token in clause)


SAYING = frozenset(
    "is are was were be been has have had do does did can cannot could may might would will lies lie but "
    "however".split()
)
"""Words with which a clause says something."""
DETECTING = frozenset(
    "detect detected recognise recognised see seen measure measured determine determined say said know known tell told"
    " read found find distinguish identify identified analysed examined visible".split()
)
"""Verbs beside a denial of what no tool detects, in whatever order a language has them."""
UNKNOWN = re.compile(r"\b(?:is|are|remains?|was) (?:unknown|unclear|not known)\b")
OPEN = INDIRECT | frozenset("number cause causes reason reasons use purpose height heights explanation".split())


def _hides_a_denial(text: str) -> bool:
    """Whether it says of what the tools do detect that they did not: "I cannot see any new houses"."""
    words = set(re.findall(r"[\w'-]+", text))
    kinds = {KINDS[word] for word in words if word in KINDS}
    named = bool(kinds) or bool(words & SIGNS.keys())
    detectable = bool(kinds & {"building", "road"}) or (named and not words & UNSEEN)
    detectable = detectable and not is_of_quality(text)
    return detectable and not INDIRECT & words


def is_of_quality(text: str) -> bool:
    """Whether it speaks of a quality of buildings or roads that two images do not show: "the heights of the houses"."""
    return QUALITY_OF.search(text) is not None or INSIDE.search(text) is not None


QUALITY = r"(?:heights?|uses?|purposes?|functions?|ages?|colours?|colors?|materials?|owners?|floors|storeys|types?)"
_CLASS = alternatives([word for word, kind in KINDS.items() if kind in ("building", "road")])
INSIDE = re.compile(
    r"\b(?:inside|into|beneath|under|behind|through) (?:the |a |these |any )?(?:buildings?|houses?|roofs?)\b"
)
QUALITY_OF = re.compile(
    rf"\b{QUALITY}(?: (?:and|or|,) (?:the )?{QUALITY})*(?: of)?(?: the| these| those| any)?(?: new)? (?:{_CLASS})\b"
    rf"|\b(?:{_CLASS})(?: 's)?(?: ')? {QUALITY}\b"
)


def is_list_of_limits(text: str, sentence: Sentence) -> bool:
    """Whether a heading or an introduction admits limits, which a list follows: "What I cannot see:"."""
    after = text[sentence.end :].lstrip()
    return any(admitted(sentence)) and after.startswith(ITEM)


def is_item(text: str, sentence: Sentence) -> bool:
    """Whether a sentence is an item of a list."""
    return text[sentence.start : sentence.end].lstrip().startswith(ITEM)


ITEM = ("- ", "* ", "\u2022")
