"""Tools on more than two dates."""
