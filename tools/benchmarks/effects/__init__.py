"""Simulated worlds with an effect that is known, and how well it is found."""
