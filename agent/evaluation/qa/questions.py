"""Questions about pairs whose answers follow from the true mask, worded by rng; and some that nothing can answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any, Literal

from agent.evaluation.qa.wordings import HALVES, NAMES, OF_A_CLASS, OF_ANYTHING, UNANSWERABLE, Form
from mci_model.data.labelled_pairs import LabelledPair
from mci_model.evaluation.mask_facts import ANY, MaskFacts, mask_facts
from mci_model.settings import BUILDING, ROAD
from tools.change.change_map import ObjectClass

Kind = Literal["count", "share", "where", "largest", "yes_no", "identical", "swapped", "unanswerable"]
View = Literal["as it is", "identical", "swapped"]
"""Which images are shown: before and after, before twice, or after and before."""
Truth = bool | int | float | str

MEASURED: tuple[Kind, ...] = ("count", "share", "where", "largest", "yes_no")
"""Kinds with an answer to be found; the others are about behaviour, and a constant answer passes them."""
KINDS: tuple[Kind, ...] = (*MEASURED, "identical", "swapped", "unanswerable")
SAME, DECLINED = "same", "declined"
IDS: dict[ObjectClass, tuple[int, ...]] = {"building": (BUILDING,), "road": (ROAD,), "any": ANY}
FIELDS = (("north-west", "north", "north-east"), ("west", "centre", "east"), ("south-west", "south", "south-east"))
"""The nine fields; north is the top of the image."""
HALF_NAMES = (("north", "south"), ("west", "east"))
CLEAR = 0.05
"""Share of the change by which one place must lead: below, it depends on how pieces across a border are counted."""
UNANSWERABLE_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class ExamQuestion:
    """A question about one pair, with its answer."""

    pair: str
    kind: Kind
    form: Form
    object_class: ObjectClass
    text: str
    truth: Truth
    view: View = "as it is"


def questions(pair: LabelledPair, seed: int = 0) -> list[ExamQuestion]:
    """What can be asked about one pair; the same for the same seed, whatever other pairs there are."""
    asker = _Asker(pair, mask_facts(pair.label), _rng(seed, pair.name))
    return [*asker.counts(), *asker.shares(), *asker.places(), *asker.yes_or_no(), *asker.consistent()]


def with_unanswerable(asked: Sequence[ExamQuestion], seed: int = 0) -> list[ExamQuestion]:
    """The questions with such as nothing can answer among them: one in ten of all."""
    names = list(dict.fromkeys(question.pair for question in asked))
    count = round(len(asked) * UNANSWERABLE_SHARE / (1 - UNANSWERABLE_SHARE))
    rng, added = _rng(seed, "unanswerable"), []
    for number in range(count if names else 0):
        text = UNANSWERABLE[(number + seed) % len(UNANSWERABLE)]
        added.append(ExamQuestion(rng.choice(names), "unanswerable", "nothing", "any", text, DECLINED))
    return [question for name in names for question in (*asked, *added) if question.pair == name]


def _rng(seed: int, name: str) -> Random:
    return Random(f"{seed} {name}")  # noqa: S311 - draws for wordings, not for secrets


@dataclass(frozen=True, slots=True)
class _Asker:
    """Words questions about one pair."""

    pair: LabelledPair
    facts: MaskFacts
    rng: Random

    @property
    def labelled(self) -> tuple[ObjectClass, ...]:
        """Classes of which the label tells: where roads are not labelled, nothing is known of them."""
        return ("building", "road") if self.pair.has_roads else ("building",)

    @property
    def changed(self) -> tuple[ObjectClass, ...]:
        """Those of which anything changed."""
        return tuple(name for name in self.labelled if self.facts.of(IDS[name]))

    def counts(self) -> Iterator[ExamQuestion]:
        for name in self.labelled:
            count = len(self.facts.of(IDS[name]))
            # A label tells no direction; only where nothing changed it is known that nothing came or went.
            forms: tuple[Form, ...] = ("number",) if count else ("number", "appeared", "disappeared")
            yield self._ask("count", self.rng.choice(forms), name, count)

    def shares(self) -> Iterator[ExamQuestion]:
        name = self.rng.choice((*self.labelled, "any") if self.pair.has_roads else self.labelled)
        yield self._ask("share", "percent", name, self.facts.percent(IDS[name]))

    def places(self) -> Iterator[ExamQuestion]:
        for name in self.changed:
            yield from (one for one in (self._field(name), self._half(name)) if one is not None)
            largest, *others = self.facts.of(IDS[name])
            yield self._ask("largest", "pixels", name, largest.pixels)
            if not others or others[0].pixels < largest.pixels:
                yield self._ask("largest", "place", name, FIELDS[largest.field[0]][largest.field[1]])

    def yes_or_no(self) -> Iterator[ExamQuestion]:
        for name in self.labelled:
            yield self._ask("yes_no", "yes_no", name, bool(self.facts.of(IDS[name])))
        anything = True if self.facts.pieces else False if self.pair.changed is False else None
        if anything is not None:
            yield self._ask("yes_no", "yes_no", "any", anything)

    def consistent(self) -> Iterator[ExamQuestion]:
        """The earlier image twice, of which even roads are known; and both images the other way round."""
        sure = self._ask("identical", "yes_no", "any", truth=False)
        name: ObjectClass = self.rng.choice(("building", "road"))
        count = self._ask("identical", self.rng.choice(("number", "appeared", "disappeared")), name, 0)
        yield from (replace(question, view="identical") for question in (sure, count))
        yield replace(self._ask("swapped", "number", self.rng.choice(self.labelled), SAME), view="swapped")

    def _field(self, name: ObjectClass) -> ExamQuestion | None:
        shares = self.facts.fields(IDS[name])
        second, first = sorted(shares.ravel().tolist())[-2:]
        if first - second < CLEAR * shares.sum():
            return None
        row, column = divmod(int(shares.argmax()), len(FIELDS))
        return self._ask("where", "field", name, FIELDS[row][column])

    def _half(self, name: ObjectClass) -> ExamQuestion | None:
        axis = self.rng.randrange(2)
        here, there = self.facts.halves(IDS[name], axis)
        if abs(here - there) <= CLEAR * (here + there):
            return None
        asked = "any" if self.pair.has_roads and self.changed == (name,) and self.rng.random() < 0.5 else name
        first, second = self.rng.choice(HALVES[axis])
        return self._ask("where", "half", asked, HALF_NAMES[axis][here < there], first=first, second=second)

    def _ask(self, kind: Kind, form: Form, name: ObjectClass, truth: Truth, **words: Any) -> ExamQuestion:
        wording = self.rng.choice((OF_ANYTHING if name == "any" else OF_A_CLASS)[form])
        thing, things = self.rng.choice(NAMES[name]) if name in NAMES else ("", "")
        text = wording.format(thing=thing, things=things, **words)
        return ExamQuestion(self.pair.name, kind, form, name, text, truth)
