"""Training and evaluation pairs: read, composed, augmented."""
