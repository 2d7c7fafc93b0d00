"""How sure a result is, and which causes would fit it."""
