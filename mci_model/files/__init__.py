"""Files that people give and that trainings leave: JSON read with limits, half-written files removed."""
