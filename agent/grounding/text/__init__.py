"""The text of an answer as claims: numbers, places, classes and signs."""
