"""Drawn radar scenes with known truth, and how the tests of change hold on them."""
