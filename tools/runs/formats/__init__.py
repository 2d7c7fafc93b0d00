"""Kinds of files: each module has `FORMATS`, a tuple of `tools.runs.file_format.FileFormat`, and is found by itself."""
