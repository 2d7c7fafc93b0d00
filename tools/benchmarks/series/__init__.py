"""Simulated series of dates with known truth, their score, and speed beside a loop over pixels."""
