"""Plain words that claim something, each held against results of the sample pair; and the same truly said."""

import pytest

from agent.grounding import check


def faults(text, steps):
    return check(text, list(steps.values()), [], ["What has changed here?"], []).faults


@pytest.mark.parametrize(
    "lie",
    [
        "Several roads appeared.",
        "Three of the buildings are uncertain.",
        "I am 100 % sure of that.",
        "The caption and the mask do not agree.",
        "Clouds hide part of the image.",
        "Two buildings are in the north, the others in the south.",
        "The north gained more: 506 m2 against 388 m2 in the south.",
        "None of the new buildings is in the south.",
        "New buildings were not detected.",
        "Every building has a probability above 95 %.",
        "All of them are larger than 120 m2.",
        "A couple of buildings appeared.",
        "Most houses are in the east.",
        "The majority of the scene changed.",
        "About a quarter of the ground is now built up.",
        "There are now 7 buildings in the image.",
        "7 of the buildings are new.",
        "5.45 % of the buildings are new.",
        "The number of buildings rose by 5.45 %.",
        "Every building is larger than 150 m2.",
        "The buildings are 130 to 157 m2 in size.",
        "97 % of the image changed.",
        "The houses were there in 2018 but not in 2021.",
        "7 buildings appeared before 2018.",
        "The second image is of 2018-05-04.",
        "The images were taken in May and December.",
        "| what | before | after |\n|---|---|---|\n| houses | 7 | 0 |",
        "The new houses are larger than before.",
        "The north gained more than the south.",
        "Fewer buildings are there.",
        "Building 3 is the largest.",
        "The biggest change is a road.",
        "One building more than six appeared.",
        "Building 3 is larger than building 2.",
        "The northern half changed more.",
        "Building 5 is gone.",
        "Building 3 lies in the north.",
        "All of them are in the north.",
        "The houses are in the top left corner.",
        "All buildings are new.",
        "Only roads changed.",
        "I could not find any new building.",
        "The area of the buildings could not be measured.",
        "Houses may have been demolished.",
        "The CRS is EPSG:4326.",
        "The scene stayed calm.",
        "The old mill was demolished, which I cannot explain.",
        "Houses were demolished, and I do not know why.",
        "It was demolished by a fire that I cannot explain.",
        "A flood I cannot measure hit the town.",
        "Please note that the houses were demolished.",
        "Please note that no buildings appeared.",
        "Would you like to know why the houses were demolished?",
        "I can list the roads that were built.",
        "I would say that roads changed.",
        "The school was built before the houses; I did not check it.",
        "I do not know who bombed the houses.",
        "What I cannot see:\n\n- a river was dammed",
        "Sorry, no buildings appeared.",
        "The results do not show any growth.",
        "Large houses appeared.",
        "Yes.",
        "It did.",
    ],
)
def test_a_lie_in_plain_words_is_a_fault(told, lie):
    assert faults(lie, told)


@pytest.mark.parametrize(
    "truth",
    [
        "Several buildings appeared.",
        "None of the 7 buildings is uncertain.",
        "I am quite sure: the probability of change is above 95 %.",
        "The caption and the mask agree.",
        "The images are free of clouds and overlap completely.",
        "None of the new buildings is in the centre.",
        "The southern half changed more: 506 m2 against 388 m2 in the north.",
        "Every building has a probability of more than 0.9.",
        "The largest building accounts for 18 % of the new footprint.",
        "The rest of the image did not change.",
        "I can also compare the east with the west.",
        "More than half of the change lies in the south.",
        "7 new buildings are in the image.",
        "5.45 % of the image is newly built.",
        "Every building is larger than 100 m2.",
        "The buildings are 108 to 157 m2 in size.",
        "A change is 97 % probable.",
        "The houses were not there in 2018 but are there in 2021.",
        "7 buildings appeared between 2018 and 2021.",
        "The second image is of 2021-06-19.",
        "The images are of May 2018 and June 2021.",
        "| half | buildings | m2 |\n|---|---|---|\n| north | 3 | 388 |\n| south | 4 | 506 |",
        "The south gained more than the north.",
        "There are more buildings.",
        "Building 1 is the largest.",
        "The second largest is building 2.",
        "Building 2 is larger than building 3.",
        "The southern half changed more.",
        "Building 5 is new.",
        "Building 3 lies in the south-east.",
        "All seven buildings are new.",
        "Only buildings changed.",
        "I could not find any new road.",
        "The average building covers 128 m2.",
        "The CRS is EPSG:32614.",
        "The roads stayed the same.",
        "Yes, 7 buildings appeared.",
        "Siete edificios aparecieron; ninguna carretera cambió.",
        "I can list all seven houses if you like.",
        "Trees and water cannot be seen by these tools.",
        "I do not know why they were built.",
        "What the buildings are used for cannot be seen.",
        "Crops, bare soil and water are beyond what these tools detect.",
        "I have no information about a flood.",
        "What I cannot see:\n\n- trees and crops\n- water",
    ],
)
def test_the_same_truly_said_passes(told, truth):
    assert faults(truth, told) == ()


def test_a_question_makes_nothing_true(told):
    steps = list(told.values())
    for lie, question in (
        ("Yes, 12 houses appeared.", "Did 12 houses appear?"),
        ("The accuracy is 99.9 %.", "Does the certificate say 99.9 % accuracy?"),
        ("The school is new.", "Is the school new?"),
    ):
        assert check(lie, steps, [], [question], []).faults


def test_sound_sentences_stay_where_others_do_not(told):
    checked = check("7 buildings appeared. A river dried up. No road changed.", list(told.values()), [], [], [])
    assert len(checked.faults) == 1
    assert "river" not in checked.sound
    assert checked.sound.startswith("7 buildings appeared. [")
    assert "No road changed. [" in checked.sound
