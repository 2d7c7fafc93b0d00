"""What a killed training leaves in its folder."""

from mci_model.files.leftovers import clean


def test_half_written_files_go_and_others_stay(tmp_path):
    for name in (".tmpdyW8EM", "weights.partial", "weights.json.partial", "weights.json", ".tmpfiles.txt", "log.csv"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "views.partial").mkdir(exist_ok=True)
    clean(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"weights.json", ".tmpfiles.txt", "log.csv", "views.partial"}


def test_a_folder_is_made(tmp_path):
    clean(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
