"""Tools on causes, certainty and limits. Their docstrings are what a model reads."""

from __future__ import annotations

from typing import Literal

from tools.catalogue.declaration import CATALOGUE, tool
from tools.change import selection
from tools.errors import ResolutionError
from tools.explain import certainty, hypotheses
from tools.explain.certainty import Certainty, DetectionLimits
from tools.explain.error_sources import Doubt, ErrorSource, error_source
from tools.explain.hypotheses import Explanation
from tools.explain.second_opinion import Verification
from tools.explain.spectral_hypotheses import explain_signs
from tools.measurements import index_maps as index_layers
from tools.measurements.recomputing import recomputed
from tools.spectrum.change_signs import signs_of_change
from tools.workspace.call_log import Call
from tools.workspace.workspace import Workspace


@tool(ability="offer causes that would fit", example="Why did it change?", network="always", shows_change=True)
def explain_change(workspace: Workspace, pair: str | None = None) -> Explanation:
    """Offer causes that would fit the measured change, as hypotheses with their evidence.

    Args:
        pair: Another pair of this conversation; leave out for the current one.

    Returns:
        Causes that fit, as hypotheses, each with the measured evidence and what would have to be checked.
    """
    chosen = workspace.pair(pair)
    try:
        return hypotheses.explain(workspace.change(chosen), workspace.card(chosen))
    except ResolutionError:
        if not index_layers.possible_indices(workspace, chosen):
            raise
    return explain_signs(signs_of_change(chosen, index_layers.index_request(workspace, chosen)))


@tool(
    ability="tell how sure I am and what I cannot see", example="How sure are you?", network="always", shows_change=True
)
def assess_certainty(workspace: Workspace, pair: str | None = None) -> Certainty:
    """Tell how sure the change found is: probabilities, unsure objects, missing data, warnings.

    Args:
        pair: Another pair of this conversation; leave out for the current one.

    Returns:
        Probability of any change, whether maps and probability agree, unsure objects, missing data, warnings.
    """
    chosen = workspace.pair(pair)
    change_map = workspace.told_change(chosen)
    caution = workspace.predictor.road_caution if change_map.seen_by == "network" else ""
    return certainty.certainty(change_map, workspace.card(chosen), caution)


@tool(ability="", example="What can you not see?", network="always")
def tell_limits(workspace: Workspace, pair: str | None = None) -> DetectionLimits:
    """Tell what can and cannot be seen in these images: classes, smallest object, fitting ground resolution.

    Args:
        pair: Another pair of this conversation; leave out for the current one.

    Returns:
        Classes that are seen, the smallest object, fitting ground resolutions, what is not seen.
    """
    asked = workspace.pair(pair)
    allowed, card = index_layers.possible_indices(workspace, asked), workspace.card(asked)
    if workspace.bands_tell(asked):
        return certainty.limits_of_bands(card, allowed)
    eyes = workspace.predictor
    return certainty.limits(
        card,
        eyes.road_caution,
        tells_direction=eyes.tells_direction,
        sees_ground=eyes.sees_ground,
        indices=allowed,
    )


@tool(ability="", example="Could it be a shadow?", network="always")
def tell_error_source(
    workspace: Workspace, doubt: Doubt, of: int | Literal["last"] | None = None, pair: str | None = None
) -> ErrorSource:
    """Tell how one thing may mislead: shadow or angle, a new roof, what is hidden, season, use, method, other sources.

    Args:
        doubt: What is doubted: appearance (shadow, light, viewing angle), rebuilt (renewed roofs, replaced buildings),
            hidden (under trees, small, missed), season (harvest, drought, leaves), use (what it is for, material,
            species), threshold (what decides that something counts), position (of outlines), counted_twice, accuracy
            (how it was checked, what a probability means), other_source (a register or report says otherwise).
        of: The object in doubt, by its number; last for the one spoken of last; leave out where it is about all.
        pair: Another pair of this conversation; leave out for the current one.

    Returns:
        The source of error, the object, co-registration offset, days between the dates within the year, smallest object
        that counts.
    """
    chosen = workspace.pair(pair)
    focus = workspace.focus.of(chosen.id)
    one = None
    if of is not None and (of != "last" or focus is not None):
        one = selection.details(workspace.told_change(chosen), of, focus).found
    return error_source(doubt, workspace.card(chosen), tell_limits(workspace, pair), one)


@tool(
    ability="compute the numbers of an answer anew by another path",
    example="Verify these numbers.",
    network="as far as known",
    phrases=("verify", "recompute", "recalculate", "second opinion"),
)
def verify_numbers(workspace: Workspace) -> Verification:
    """Compute the numbers of the last answer anew, from the files and by another code path, and tell what differs.

    Nothing kept is used; the network is computed by torch instead of the fastest backend, areas of objects by their
    outlines on the ellipsoid as well as by pixels.

    Returns:
        Verdict (pass, warn, fail), each number told and computed anew with the relative difference, what computed them.
    """
    return recomputed(workspace, workspace.calls.last(without=verify_numbers.__name__), _called)


def _called(workspace: Workspace, call: Call) -> object:
    return CATALOGUE.named(call.tool).function(workspace, **call.arguments)
