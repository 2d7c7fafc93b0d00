"""The parts of the embedded planner that go by wording."""
