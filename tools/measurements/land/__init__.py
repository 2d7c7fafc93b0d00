"""How one kind of land changed: its ground, its pieces, and what the network sees where bands tell nothing."""
