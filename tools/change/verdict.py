"""Whether a pair changed, judged from all that looked at it: the gate, buildings and roads, other ground."""

from __future__ import annotations

from dataclasses import dataclass

from mci_model.prediction import CHANGED_FROM
from tools.change.change_map import ChangedObject, ChangeMap

UNSURE_BELOW = 0.7
"""Mean probability below which an object is named as uncertain."""
SURE_FROM_PIXELS = 100
"""Buildings and roads from this size on are sure by themselves, if they are probable: few pairs that people call
unchanged show one."""
SURE_GROUND_FROM = 0.9
"""Mean probability from which other change is sure by itself; below it, seasons and shadows are among it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a pair changed."""

    changed: bool
    """Where the maps show change, and it is sure or the gate, too, holds the pair for changed."""
    shown: bool
    """Whether any map shows change."""
    gate: bool
    """Whether the network's probability of any change says changed."""
    probability: float
    """Of any change, 0-1: by the network's look at the whole, or that of the surest object that is sure by itself."""

    @property
    def agrees(self) -> bool:
        """Whether maps and gate say the same."""
        return self.shown == self.gate


def verdict(change_map: ChangeMap) -> Verdict:
    """Whether a pair changed; no gate overrules objects that are sure, and none makes a change that no map shows."""
    shown, gate = bool(change_map.everything), change_map.changed >= CHANGED_FROM
    sure = [obj.probability for obj in change_map.everything if _is_sure(obj)]
    # That anything changed is never less probable than that one thing did.
    return Verdict(
        changed=shown and (bool(sure) or gate),
        shown=shown,
        gate=gate,
        probability=max(change_map.changed, *sure, 0.0),
    )


def _is_sure(obj: ChangedObject) -> bool:
    if obj.object_class == "any":
        return obj.probability >= SURE_GROUND_FROM
    return obj.probability >= UNSURE_BELOW and obj.pixels >= SURE_FROM_PIXELS
