"""Commands that train the embedded planner. Never imported to answer."""
