"""The archive on disk: Chroma store, table of cells, vectors, words and notes."""
