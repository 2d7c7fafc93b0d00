"""One conversation: its pairs, results, settings and files."""
