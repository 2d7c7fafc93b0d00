"""The folder of what can be made again: the user's, or the one that the environment names."""

from mci_model.files.user_cache import FOLDER_VARIABLE, user_cache


def test_the_environment_names_another_folder(monkeypatch, tmp_path):
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    assert user_cache() == tmp_path


def test_without_it_the_folder_is_the_users_own(monkeypatch):
    monkeypatch.delenv(FOLDER_VARIABLE, raising=False)
    assert user_cache().is_absolute()
    assert "terradelta" in user_cache().parts
