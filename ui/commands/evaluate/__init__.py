"""`terradelta evaluate`: what the networks, the planner and the answers are worth on labelled data."""
