"""Drawn maps with known truth and known errors, and how right their assessments are."""
