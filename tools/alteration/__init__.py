"""Change of any kind between two dates of bands: where it is, how large, and what the ground was and is."""
