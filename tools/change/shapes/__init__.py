"""Shapes of changed objects and lengths on the ground: centre lines, outlines, distances."""
