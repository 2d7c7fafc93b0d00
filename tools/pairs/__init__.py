"""Two dates on one grid: read, checked, co-registered."""
