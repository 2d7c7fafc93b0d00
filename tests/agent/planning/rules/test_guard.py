import pytest

from agent.planning.plan import PastTurn, PlannedCall
from agent.planning.rules.guard import guarded


def call(tool, **arguments):
    return PlannedCall(tool, arguments)


def test_names_and_numbers_that_nobody_said_go():
    invented = (call("count_objects", object_class="road", pair="7", min_area=50.0),)
    assert guarded(invented, "count the roads") == (call("count_objects", object_class="road"),)
    assert guarded(invented, "count the roads over 50 m2 in pair 7") == invented
    assert guarded((call("find_similar", k=9),), "more like this") == (call("find_similar", k=5),)
    assert guarded((call("find_similar", k=9),), "nine more like this") == (call("find_similar", k=9),)


def test_what_the_turn_before_said_stays():
    history = [PastTurn("count roads in pair 7", (call("count_objects", object_class="road", pair="7"),))]
    carried = (call("count_objects", object_class="building", pair="7"),)
    assert guarded(carried, "and the buildings?", history) == carried


def test_searched_words_are_those_of_the_question():
    slip = (call("find_changes", text="f farmland turned into a residential district", k=5),)
    told = guarded(slip, "Pairs showing farmland turned into a residential district.")
    assert told[0].arguments["text"] == "farmland turned into a residential district"
    kept = (call("find_changes", text="something else altogether", k=5),)
    assert guarded(kept, "search the archive") == kept


@pytest.mark.parametrize(
    ("said", "text", "k"),
    [
        ("farmland replaced by warehouses and give me the ten best matches", "farmland replaced by warehouses", 10),
        ("new bridges in the archive", "new bridges", 5),
        ("a lake that dried up, show me only three results.", "a lake that dried up", 3),
        ("houses in the archive district", "houses in the archive district", 5),
    ],
)
def test_where_is_looked_and_how_many_are_wanted_is_not_looked_for(said, text, k):
    told = guarded((call("find_changes", text=said, k=5),), f"Search for {said}")
    assert told == (call("find_changes", text=text, k=k),)


def test_no_call_is_made_twice_and_questions_are_passed_on_whole():
    twice = (call("inspect_pair"), call("inspect_pair"))
    assert guarded(twice, "resolution?") == (call("inspect_pair"),)
    assert guarded((call("ask_image"),), "is it snowing?")[0].arguments == {"question": "is it snowing?"}


@pytest.mark.parametrize(
    ("question", "plan"),
    [
        ("How many trees were felled?", (call("compare_index", index="ndvi"),)),
        ("How much did the lake shrink?", (call("compare_index", index="ndwi"),)),
        ("How many cars are parked there?", ()),
        ("How many hectares burnt?", (call("compare_index", index="nbr"),)),
        ("What did the wildfire destroy?", (call("compare_index", index="nbr"),)),
        ("How many burnt buildings are there?", (call("count_objects", object_class="any"),)),
        ("How large is the landslide?", ()),
        ("How many buildings stand by the lake?", (call("count_objects", object_class="any"),)),
        ("How many changed?", (call("count_objects", object_class="any"),)),
    ],
)
def test_what_no_mask_shows_is_not_counted_as_any_change(question, plan):
    assert guarded((call("count_objects", object_class="any"),), question) == plan
