"""The tool on how right a map was found to be by people. Its docstring is what a model reads."""

from __future__ import annotations

from collections.abc import Iterator

from tools.assessment.assessment import AssessedAreas, Assessment, ClassAccuracy, told_of
from tools.assessment.cautions import cautions
from tools.catalogue.declaration import tool
from tools.change.change_map import ChangeMap, ObjectClass
from tools.errors import AssessmentError
from tools.notices import notice, term
from tools.pairs.pair import ImagePair
from tools.workspace.assessments import assessment_of
from tools.workspace.workspace import Workspace

CLASSES: tuple[ObjectClass, ...] = ("building", "road")
"""Of the network's maps, as assessments have them, too."""
MOST_APART = 0.02
"""By how much the mapped areas of the assessed map and of the present one may differ, as a share, before it is told."""


@tool(
    ability="tell areas adjusted by a labelled sample",
    example="What is the error-adjusted area of the buildings?",
    network="never",
    phrases=("error-adjusted", "adjusted area", "producer's accuracy", "user's accuracy", "assessed"),
)
def adjusted_areas(workspace: Workspace, assessed_class: str | None = None, pair: str | None = None) -> AssessedAreas:
    """Tell the error-adjusted areas and the accuracies of a map whose sample people have labelled (Olofsson 2014).

    Args:
        assessed_class: Class of the assessed map, such as building or trees; leave out for all.
        pair: Another pair of this conversation; leave out for the current one.

    Returns:
        Of each class mapped and adjusted area with standard error and 95 % interval (m2, share), user's and producer's
        accuracy; overall accuracy, labelled points, agreement of people.
    """
    chosen = workspace.pair(pair)
    found = assessment_of(workspace.settings, chosen)
    named = None if assessed_class is None else _named(found, assessed_class).name
    known = workspace.known_change(chosen)
    return told_of(found, (*cautions(found, named), *_beside(found, chosen, known)), named)


def _named(found: Assessment, text: str) -> ClassAccuracy:
    """The class that is asked for, by its name or a part of it.

    Raises:
        AssessmentError: there is none, or several.
    """
    exact = found.of(text)
    like = [one for one in found.classes if text.lower() in one.name.lower()] if exact is None else [exact]
    if len(like) != 1:
        names = ", ".join(one.name for one in found.classes)
        told = 'The assessed map has no class "{name}"; it has {names}.'
        raise AssessmentError(notice("no-assessed-class", told, name=text, names=names))
    return like[0]


def _beside(found: Assessment, pair: ImagePair, known: ChangeMap | None) -> Iterator[str]:
    """Whether the map that was assessed is the one that answers are about."""
    grid, assessed = pair.georeference, found.grid
    if grid is not None and assessed is not None and (assessed.height, assessed.width) != pair.size:
        yield notice(
            "assessed-other-grid",
            "{name} covers another ground than these images; its areas are those of all of it.",
            name=found.map_name,
        )
        return
    for name in CLASSES if known is not None and known.seen_by == "network" else ():
        one, objects = found.of(name), () if known is None else known.of(name)
        now = sum(thing.area_m2 or 0.0 for thing in objects)
        if one is None or one.mapped_m2 is None or abs(now - one.mapped_m2) <= MOST_APART * max(now, one.mapped_m2):
            continue
        yield notice(
            "assessed-other-map",
            "The map that was assessed holds {then:,.0f} m2 of {name}, the present one {now:,.0f} m2: other settings "
            "made it, and the adjusted area is that of the assessed one.",
            then=one.mapped_m2,
            name=term("assessed-name", name),
            now=now,
        )
