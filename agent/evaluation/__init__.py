"""Judging the planner and the loop. Never imported to answer."""
