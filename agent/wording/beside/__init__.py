"""What is said beside results: yes, no or a correction before them, and after them what was left out."""
