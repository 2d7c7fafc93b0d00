"""Judging: how well masks, objects, probabilities and captions fit what people labelled. Never imported to infer."""
