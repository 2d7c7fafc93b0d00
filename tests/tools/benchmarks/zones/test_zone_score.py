from tools.benchmarks.zones.simulated_programme import Programme
from tools.benchmarks.zones.zone_score import score


def test_differences_are_found_where_there_are_some():
    done = []
    found = score(2, Programme(side=14), lambda at, whole: done.append((at, whole)))
    assert (found.worlds, found.zones, done[-1]) == (2, 196, (4, 4))
    assert found.power > found.false_share
    assert found.average_coverage >= 0.5
