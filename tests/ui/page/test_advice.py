from ui.page.advice import CONTROLS, on_page


def test_options_of_commands_are_named_as_the_controls_of_the_page():
    told = on_page("Give finer images, or pass --any-resolution to look all the same; or --sensor x, --map-accuracy.")
    assert "--" not in told
    assert "(tab Pair) to look all the same" in told


def test_what_is_no_option_stays():
    assert on_page("a -- b --anything, --sensors") == "a -- b --anything, --sensors"
    assert all("--" not in control for control in CONTROLS.values())
