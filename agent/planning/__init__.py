"""The embedded planner: from a question to tool calls with trained weights and word lists, no language model needed."""
