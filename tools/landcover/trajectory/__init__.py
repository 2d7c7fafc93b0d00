"""How land cover develops over several dates: its path, what a chain of changes would lead to, and its pattern."""
