"""Evaluation of masks, objects, probabilities and captions against labels. Never imported for inference."""
