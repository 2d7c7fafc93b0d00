"""The tool on the effect of an event. Its docstring is what a model reads."""

from __future__ import annotations

from tools.catalogue.declaration import tool
from tools.effects.result import EventEffect
from tools.errors import EffectError, NoSeriesError
from tools.measurements import event_effects
from tools.notices import notice
from tools.workspace.workspace import Workspace


@tool(
    ability="hold what an event did against places that it did not reach",
    example="Was it the fire in 2019-05, or would it have happened anyway?",
    network="never",
)
def explain_effect(
    workspace: Workspace,
    event: str | None = None,
    place: str | None = None,
    controls: tuple[str, ...] | None = None,
    until: str | None = None,
    index: str | None = None,
) -> EventEffect:
    """Tell whether an event (a mine, a fire) changed a place of the open series, or it would have gone so anyway.

    Args:
        event: When it happened: a day, a month or a year, as the person says it.
        place: Name of the zone that it hit; leave out for the area of interest.
        controls: Names of zones that it did not reach; leave out to have them chosen by likeness before the event.
        until: Last date that counts, such as 2021 or 2021-05; leave out for all.
        index: Name of an index or a band in lower case; leave out for what the files hold, else ndvi.

    Returns:
        Mean, cumulative and relative effect with 95 % limits, p, verdict (supported, not supported, inconclusive) with
        its reasons, every check with its outcome, breaks found without the event, controls, charts and tables.
    """
    if not workspace.over_time.is_open:
        text = (
            "Two dates cannot tell what brought a change about; that needs a series of dates before and after the "
            "event, and places that it did not reach."
        )
        raise NoSeriesError(notice("two-dates-no-cause", text))
    if event is None:
        text = "When the event happened is not said; name its day, month or year."
        raise EffectError(notice("no-event-day", text))
    return event_effects.explain_effect(workspace, event, place, controls, until, index)[0]
