"""What becomes of a plan that leaves out or contradicts what the question states; pieces of land in their place."""
