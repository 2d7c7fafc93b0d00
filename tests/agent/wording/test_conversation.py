from agent.wording import sentence
from tools.catalogue.conversation_tools import AssumedPixels, CurrentPair
from tools.runs.written_files import WrittenFile, WrittenFiles

CURRENT = CurrentPair("2", "a.tif", "b.tif")


def written(*pairs):
    holds = "the changed objects as a table"
    return WrittenFiles("", tuple(WrittenFile("objects.csv", "csv", holds, f"{pair}:csv", pair) for pair in pairs))


def test_the_current_pair_is_told_with_its_files():
    assert sentence(CURRENT) == (
        "Questions are about pair 2 from now on, which has a.tif as the earlier image and b.tif as the later one."
    )
    swapped = sentence(CurrentPair("2", "b.tif", "a.tif", swapped=True))
    assert swapped.startswith("The dates are swapped: pair 2 has b.tif as the earlier image and a.tif as the later")


def test_an_assumed_pixel_size_is_told():
    assert sentence(AssumedPixels("1", 0.3)) == "Areas and lengths are told from now on assuming 0.30 m pixels."


def test_files_are_listed_with_their_pair_where_there_are_several():
    assert sentence(WrittenFiles("", ())).startswith("No file was written yet")
    assert "objects.csv (the changed objects as a table)" in sentence(written("1"))
    told = sentence(written("1", "2"))
    assert "; pair 1)" in told
    assert "; pair 2)" in told
    assert "pair" not in sentence(written("1"))
