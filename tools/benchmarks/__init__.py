"""Drawn sample pairs, the self-test on them, and speed and memory of the tools."""
