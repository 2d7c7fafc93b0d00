"""The map of change, and what is counted and measured on it."""
