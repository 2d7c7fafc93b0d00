"""Questions whose true answers can be computed, asked of the whole agent and scored."""
