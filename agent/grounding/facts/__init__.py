"""Results of tools as facts that an answer may state."""
