"""The trained parts of the embedded planner, and what they are trained on."""
