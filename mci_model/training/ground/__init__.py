"""Training of the ground heads: change of any kind, and land cover, on the frozen trunk of a trained network."""
