"""Statistics of changed objects: sizes, density, rates, lengths, distances."""
