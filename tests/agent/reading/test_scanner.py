from agent.reading.scanner import Scanner


def test_words_that_were_read_are_not_read_again():
    scanner = Scanner("Count the new new houses")
    assert [match[0] for match in scanner.take("new")] == ["new", "new"]
    assert not scanner.holds("new")
    assert scanner.rest() == ["count", "the", "houses"]


def test_no_phrase_reaches_over_words_that_were_read():
    scanner = Scanner("houses above 100")
    scanner.first("above")
    assert not scanner.holds(r"houses \d+")


def test_only_whole_words_fit_where_words_stand_apart():
    assert not Scanner("recounted").holds("count")
    assert Scanner("请计数房屋", spaced=False).holds("计数")


def test_the_first_place_is_taken_alone():
    scanner = Scanner("20 and 30")
    assert scanner.first(r"\d+")[0] == "20"
    assert scanner.rest() == ["and", "30"]


def test_curly_quotation_marks_and_blanks_are_made_plain():
    assert Scanner("what\u2019s\u00a0 the  count").text == "what's the count"
