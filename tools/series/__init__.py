"""More than two dates of one place: opened on one grid, and told when, where and by how much they changed."""
