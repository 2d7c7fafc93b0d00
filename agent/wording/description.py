"""A description of change in words: what the maps show, how sure that is, and what the network says."""

from __future__ import annotations

from agent.wording.sentence import sentence
from agent.wording.words import ENGLISH, Words, capitalised
from mci_model.prediction import CHANGED_FROM
from tools.change.sentences.clauses import Clause, Shown
from tools.change.summary import Description


@sentence.register
def _(description: Description, words: Words = ENGLISH) -> str:
    told = [words.say("stop", told=capitalised(clause)) for clause in _clauses(description, words)]
    told.append(words.say("description-probability", probability=words.percent(description.probability)))
    if not description.mask_agrees:
        told.append(_disagreement(description, words))
    if description.network_words is not None and words.code == "en":  # the network speaks English alone
        told.append(_quoted(description, description.network_words, words))
    return words.paragraph(told)


def _clauses(description: Description, words: Words) -> list[str]:
    """What the maps show; as the caption tells it in English, or where a description has nothing else."""
    if words.code == "en" or description.shown is None:
        return description.caption.split("; ")
    return shown_in_words(description.shown, words)


def _disagreement(description: Description, words: Words) -> str:
    """What it means that the probability and the maps do not agree."""
    shows = description.probability < CHANGED_FROM if description.shown is None else bool(description.shown.clauses)
    if not shows:
        return words.say("description-look")
    return words.say("description-sure" if description.changed else "description-unsure")


def _quoted(description: Description, said: str, words: Words) -> str:
    if description.part is None:
        return words.say("description-network", words=capitalised(said))
    top, left, height, width = description.part
    edges = {"top": top, "bottom": top + height, "left": left, "right": left + width}
    named = {name: str(edge) for name, edge in edges.items()}
    return words.say("description-network-part", words=capitalised(said), **named)


def shown_in_words(shown: Shown, words: Words) -> list[str]:
    """What maps show, a clause each without capital and full stop."""
    sure = "sure" if shown.sure else "maybe"
    things = [_things(one, sure, words) for one in shown.clauses if one.object_class != "any"]
    ground = [_ground(one, sure, words) for one in shown.clauses if one.object_class == "any"]
    ground += [words.say("clause-elsewhere", certainty=sure)] if shown.elsewhere else []
    if things:
        return [*things, *ground]
    counting = "all" if shown.counts_all else "some"
    if ground:
        return [*ground, words.say("clause-nothing", counting=counting)]
    if shown.ground_told:
        return [words.say("clause-nothing-at-all", counting=counting)]
    return [words.say("clause-nothing", counting=counting), words.say("clause-not-looked")]


def _things(one: Clause, sure: str, words: Words) -> str:
    about = {"kind": one.object_class, "status": one.status, "certainty": sure}
    return words.say("clause-objects", count=one.count, where=_where(one, words), **about)


def _ground(one: Clause, sure: str, words: Words) -> str:
    told = {
        "size": words.land(one.pixels, one.area_m2),
        "where": _where(one, words),
        "probability": words.percent(one.probability),
        "certainty": sure,
    }
    if not one.before:
        return words.say("clause-ground", **told)
    return words.say("clause-cover", before=words.cover(one.before), after=words.cover(one.after), **told)


def _where(one: Clause, words: Words) -> str:
    where = one.where
    if not where.place:
        return words.say(MESSAGES[where.manner])
    place = words.within(where.place) if where.place.startswith("the ") else words.term("at-place", where.place)
    return words.say(MESSAGES[where.manner], place=place, kind=one.object_class)


MESSAGES = {"alone": "where-alone", "all": "where-all", "both": "where-both", "mostly": "where-mostly"}
MESSAGES |= {"apart": "where-apart", "spread": "where-spread"}
"""Messages by the manner in which objects lie in a place, or in none."""
