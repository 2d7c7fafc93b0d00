"""Numbers that relate two values to each other: true and false arithmetic over the sample pair's results."""

import pytest

from agent.grounding import check


def faults(text, steps, question="What has changed here?"):
    return check(text, steps, [], [question], []).faults


@pytest.mark.parametrize(
    ("truth", "lie"),
    [
        (
            "The second largest is 18 m² smaller than the largest.",
            "The second largest is 28 m² smaller than the largest.",
        ),
        ("The largest is 49 m² larger than the smallest.", "The smallest is 49 m² larger than the largest."),
        ("The largest is almost one and a half times the smallest.", "The largest is twice the size of the smallest."),
        ("The south gained 30 % more than the north.", "The south gained twice as much as the north."),
        ("Three are larger than the median.", "Four are larger than the median."),
        ("Only one is larger than 150 m².", "Only two are larger than 150 m²."),
        ("The two largest together cover 296 m².", "The two largest together cover 396 m²."),
        ("They have between 100 and 160 m².", "They have between 120 and 160 m²."),
        ("On average just over two a year were built.", "On average just over three a year were built."),
        ("They would fill a square of about 30 by 30 metres.", "They would fill a square of about 50 by 50 metres."),
        (
            "Three years, one month and 15 days lie between the images.",
            "Two years, one month and 15 days lie between the images.",
        ),
        ("One eighteenth of the image is newly built.", "One eighth of the image is newly built."),
        ("The area is just over 890 m².", "The area is just over 600 m²."),
    ],
)
def test_arithmetic_over_results_is_checked(told, truth, lie):
    assert faults(truth, list(told.values())) == ()
    assert faults(lie, list(told.values()))


def test_a_question_may_name_what_is_compared(told):
    steps = list(told.values())
    assert faults("By 49 m².", steps, "How much larger is the largest than the smallest?") == ()
    assert faults("By 59 m².", steps, "How much larger is the largest than the smallest?")
    assert faults("Three of them.", steps, "How many are larger than 130 m²?") == ()
    assert faults("Five of them.", steps, "How many are larger than 130 m²?")
