"""Cells and notes found again, filtered and ranked."""
