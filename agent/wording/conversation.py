"""The pairs and files of a conversation, in words."""

from __future__ import annotations

from agent.wording.sentence import sentence
from tools.catalogue.conversation_tools import AssumedPixels, CurrentPair
from tools.runs.written_files import WrittenFiles


@sentence.register
def _(current: CurrentPair) -> str:
    names = f"{current.before} as the earlier image and {current.after} as the later one"
    if current.swapped:
        return f"The dates are swapped: pair {current.pair} has {names}, and questions are about it from now on."
    return f"Questions are about pair {current.pair} from now on, which has {names}."


@sentence.register
def _(assumed: AssumedPixels) -> str:
    return f"Areas and lengths are told from now on assuming {assumed.pixel_size_m:g} m pixels."


@sentence.register
def _(written: WrittenFiles) -> str:
    if not written.files:
        return "No file was written yet; ask for one, such as a PDF report or a GeoJSON."
    several = len({one.pair for one in written.files}) > 1
    told = [f"{one.file} ({one.holds}{f'; pair {one.pair}' if several else ''})" for one in written.files]
    return f"Files written so far, in the folder of this conversation: {', '.join(told)}."
