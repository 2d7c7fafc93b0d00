"""The pairs and files of a conversation."""

import pytest

from agent.wording import sentence
from tools.catalogue.change_tools import count_objects, detect_change
from tools.catalogue.conversation_tools import list_files, select_pair, swap_dates
from tools.catalogue.export_tools import export_result
from tools.errors import UnknownPairError


def test_swapped_dates_are_another_pair_and_back(workspace, sample):
    first = workspace.pair()
    swapped = swap_dates(workspace)
    assert (swapped.pair, workspace.current) == ("2", "2")
    assert (swapped.before, swapped.after) == (sample.after.name, sample.before.name)
    assert [one.path for one in workspace.pair().sources] == [one.path for one in reversed(first.sources)]
    assert swap_dates(workspace).pair == "1"
    assert len(workspace.pairs) == 2
    assert count_objects(workspace, "building", pair="2").pair == "2"
    assert sentence(swapped) == (
        f"The dates are swapped: pair 2 has {sample.after.name} as the earlier image and {sample.before.name} as the "
        "later one, and questions are about it from now on."
    )


def test_days_that_were_stated_stay_with_their_files(sample, tmp_path, eyes):
    from tools.workspace.run_settings import RunSettings
    from tools.workspace.workspace import Workspace

    settings = RunSettings(date_before="2015-01-02", date_after="2020-03-04")
    space = Workspace(tmp_path, lambda: eyes, settings=settings)
    space.open(sample.before, sample.after)
    swap_dates(space)
    assert [source.date for source in space.pair().sources] == ["2020-03-04", "2015-01-02"]


def test_a_pair_is_chosen_by_its_number_or_name(workspace, sample):
    swap_dates(workspace)
    chosen = select_pair(workspace, "1")
    assert (chosen.pair, workspace.current) == ("1", "1")
    assert sentence(chosen).startswith("Questions are about pair 1 from now on")
    with pytest.raises(UnknownPairError, match="there is 1, 2"):
        select_pair(workspace, "7")


def test_written_files_are_listed_without_their_folder(workspace):
    assert sentence(list_files(workspace)) == (
        "No file was written yet; ask for one, such as a PDF report or a GeoJSON."
    )
    export_result(workspace, "csv")
    export_result(workspace, "geojson", min_area=100)
    told = list_files(workspace)
    assert [one.file for one in told.files] == ["objects.csv", "objects-min100.geojson"]
    assert str(workspace.folder) not in sentence(told)
    assert sentence(told) == (
        "Files written so far, in the folder of this conversation: objects.csv (the changed objects as a table), "
        "objects-min100.geojson (the changed objects as polygons in degrees, some of them)."
    )


def test_files_are_told_with_their_pair_where_there_are_several(workspace):
    detect_change(workspace)
    swap_dates(workspace)
    export_result(workspace, "csv")
    assert {one.pair for one in list_files(workspace).files} == {"1", "2"}
    assert [one.file for one in list_files(workspace, "2").files] == ["objects.csv"]
    assert "objects.csv (the changed objects as a table; pair 2)" in sentence(list_files(workspace))
