"""Simulated programmes over zones with known effects, and how well estimates of them hold."""
