"""Whole dialogues held against what each of their answers must and must not hold."""
