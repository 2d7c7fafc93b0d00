"""A stratified sample of a map: its strata, size, points, plan and files."""
