from agent.answer import Step
from agent.grounding.facts.facts import of_step
from agent.grounding.text.words import AREA, COUNT, ID, LENGTH, PIXELS, SHARE


def facts(step):
    return list(of_step(step))


def test_units_follow_from_the_names_of_fields(told):
    found = {(fact.dimension, round(fact.value, 4)) for step in told.values() for fact in facts(step)}
    assert {(AREA, 893.881), (PIXELS, 3574), (SHARE, 0.0545), (COUNT, 7), (LENGTH, 0.5001), (ID, 5)} <= found


def test_classes_and_signs_follow_from_the_fields_around(told):
    counts = [fact for fact in facts(told["buildings"]) if fact.dimension == COUNT]
    assert {fact.kind for fact in counts if fact.value == 7} == {"building"}
    assert {(fact.sign, fact.value) for fact in counts if fact.sign and not fact.object_id} == {
        ("appeared", 7),
        ("disappeared", 0),
    }
    assert all(fact.kind == "image" for fact in facts(told["card"]))


def test_places_follow_from_parts_and_conditions(told):
    assert {"north", "south"} == {place for fact in facts(told["halves"]) for place in fact.places}
    assert all("north" in fact.places for fact in facts(told["north"]) if fact.kind == "building")


def test_hectares_are_square_metres(told):
    assert any(fact.dimension == AREA and round(fact.value) == 894 for fact in facts(told["hectares"]))


def test_values_of_tools_to_come_are_read_from_dicts():
    step = Step(
        "find_similar", {}, {"hits": [{"object_class": "road", "length_m": 12.5}], "seconds": 2.0}, None, 0.1, 3
    )
    assert {(fact.dimension, fact.value) for fact in facts(step)} == {(LENGTH, 12.5), ("time", 2.0)}


def test_long_lists_are_cut_and_counted(told):
    step = told["buildings"]
    first = step.result.objects[0]
    many = [first] * 5000
    result = step.result.__class__("1", "building", "any", 5000, 5000, 0, None, None, None, "m", tuple(many))
    found = facts(Step("count_objects", {}, result, None, 0.1, 1))
    assert any(fact.dimension == COUNT and fact.value == 5000 for fact in found)
    assert len(found) < 2000
