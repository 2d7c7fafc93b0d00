"""What the web map shows: layers, tiles, drawn areas."""
