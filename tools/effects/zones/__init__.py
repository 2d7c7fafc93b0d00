"""Effects of a programme that differ over zones: where it was most effective, and whether that can be told."""
