"""Plain words that claim something beside numbers and signs: each guard holds those of one kind against the facts."""
