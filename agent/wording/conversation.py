"""The pairs and files of a conversation, in words."""

from __future__ import annotations

from agent.wording.sentence import sentence
from agent.wording.words import ENGLISH, Words
from tools.catalogue.conversation_tools import AssumedPixels, CurrentPair
from tools.runs.written_files import SOME, WrittenFile, WrittenFiles


@sentence.register
def _(current: CurrentPair, words: Words = ENGLISH) -> str:
    names = {"before": current.before, "after": current.after}
    return words.say("pair-swapped" if current.swapped else "pair-current", pair=current.pair, **names)


@sentence.register
def _(assumed: AssumedPixels, words: Words = ENGLISH) -> str:
    return words.say("assumed-now", size=words.amount(assumed.pixel_size_m, "m"))


@sentence.register
def _(written: WrittenFiles, words: Words = ENGLISH) -> str:
    if not written.files:
        return words.say("files-none")
    several = len({one.pair for one in written.files}) > 1
    told = [
        words.say("file-of-pair", file=one.file, holds=_holds(one, words), pair=one.pair)
        if several
        else words.say("file", file=one.file, holds=_holds(one, words))
        for one in written.files
    ]
    return words.say("files", files=words.listed(told))


def _holds(one: WrittenFile, words: Words) -> str:
    """What a file holds: all of it, or some of the objects."""
    if one.holds.endswith(SOME):
        return words.say("holds-some", holds=words.term("holds", one.holds.removesuffix(SOME)))
    return words.term("holds", one.holds)
