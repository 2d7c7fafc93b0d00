"""Exported networks of tests are kept in a folder of their own; the tiny network tells everything that one can."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mci_model.files.user_cache import FOLDER_VARIABLE


@pytest.fixture(autouse=True)
def kept(tmp_path, monkeypatch):
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "kept"))
    return tmp_path / "kept" / "backends"


@pytest.fixture(scope="session")
def tiny_settings(tiny_settings):
    return replace(tiny_settings, has_gate=True, tells_direction=True, sees_ground=True, words_see_mask=True)


@pytest.fixture
def tiny_network(tiny_network):
    """Its random trunk gives features next to zero, whose angles would be rounding."""
    for head in (tiny_network.ground.change, tiny_network.ground.cover):
        for norm in head.norms:
            norm.running_var.fill_(1e-8)
    return tiny_network
