from ui.page.guard.rate_limit import MAX_KNOWN, RateLimit


def test_a_burst_then_as_many_as_come_back_in_time():
    now = [0.0]
    limit = RateLimit(burst=3, per_minute=6, clock=lambda: now[0])
    assert [limit.allows("ann") for _ in range(4)] == [True, True, True, False]
    assert limit.allows("bob"), "each has a bucket"
    now[0] += 9.9
    assert not limit.allows("ann")
    now[0] += 0.2
    assert limit.allows("ann")
    now[0] += 3600
    assert [limit.allows("ann") for _ in range(4)] == [True, True, True, False], "no more than a burst is saved up"


def test_names_that_are_invented_take_no_memory():
    limit = RateLimit(burst=1, per_minute=1, clock=lambda: 0.0)
    for number in range(MAX_KNOWN + 50):
        assert limit.allows(str(number))
    assert not limit.allows(str(MAX_KNOWN + 49))
    assert len(limit._buckets) <= MAX_KNOWN
