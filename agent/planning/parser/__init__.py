"""The semantic parser: a small language model that reads the turns of a dialogue and writes plan lines."""
