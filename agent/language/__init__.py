"""The words of the languages that terradelta reads: one file a language, joined for its readers. Knows no tool."""
