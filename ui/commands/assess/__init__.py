"""`terradelta assess`."""
