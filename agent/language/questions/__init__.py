"""How questions are worded in each language: patterns by what they ask for. Knows no tool."""
