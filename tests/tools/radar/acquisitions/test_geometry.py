"""Orbit, pass and polarisation from the names and tags of products as they are delivered."""

import pytest

from tools.radar.acquisitions.geometry import Geometry, geometry_of, polarisations_of, without_polarisation

ESA = "S1A_IW_GRDH_1SDV_20210701T053000_20210701T053025_038582_048D6C_7F1A"


@pytest.mark.parametrize(
    ("stem", "tags", "expected"),
    [
        (ESA, {}, Geometry(None, (38582 - 73) % 175 + 1, 5 * 3600 + 30 * 60)),
        ("S1B_IW_GRDH_1SDV_20210701T170000_20210701T170025_027582_034ABC_1111", {}, Geometry(None, 81, 61200)),
        ("OPERA_L2_RTC-S1_T069-147170-IW1_20231002T001122Z_v1.0_VV", {}, Geometry(None, 69, 682)),
        ("s1_2021_desc_orbit044_vv", {}, Geometry("descending", 44, None)),
        ("x", {"sat:orbit_state": "ascending", "sat:relative_orbit": "44"}, Geometry("ascending", 44, None)),
        ("x", {"ORBIT_PASS_DIRECTION": "Descending", "TRACK_NUMBER": "168"}, Geometry("descending", 168, None)),
        ("radar_2021-07-01", {}, Geometry()),
        ("landscape_asc_desc", {"relativeOrbit": "999"}, Geometry()),
    ],
)
def test_what_names_and_tags_tell(stem, tags, expected):
    assert geometry_of(stem, tags) == expected


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        (Geometry("ascending"), Geometry("descending"), "ascending and descending pass"),
        (Geometry(orbit=44), Geometry(orbit=117), "relative orbits 44 and 117"),
        (Geometry(second=20_000), Geometry(second=62_000), "05:33 and 17:13 UTC, which one orbit never has"),
        (Geometry(second=86_390), Geometry(second=20), None),
        (Geometry("ascending", 44), Geometry("ascending", 44, 100), None),
        (Geometry("ascending"), Geometry(orbit=44), None),
    ],
)
def test_one_orbit_or_two(one, other, how):
    assert one.differs(other) == how
    assert (other.differs(one) is None) == (how is None)


@pytest.mark.parametrize(
    ("descriptions", "stem", "expected"),
    [
        (("VV", "VH"), "x", ("VV", "VH")),
        (("Sigma0_VH_db", "Sigma0_VV_db", "angle"), "x", ("VH", "VV", None)),
        ((None,), "s1_20210701_VV", ("VV",)),
        ((None, None), "s1_VV_VH", (None, None)),
        ((None,), "survey", (None,)),
    ],
)
def test_polarisations_by_description_or_file_name(descriptions, stem, expected):
    assert polarisations_of(descriptions, stem) == expected


def test_files_of_one_date_have_one_name_without_the_polarisation():
    names = {without_polarisation(f"S1_20210701_{name}_db") for name in ("VV", "VH")}
    assert names == {"s1_20210701_db"}
    assert without_polarisation("S1_20210702_VV_db") not in names
