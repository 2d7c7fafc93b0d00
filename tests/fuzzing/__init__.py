"""Seeded mutations of what users give, and what the product does with them."""
