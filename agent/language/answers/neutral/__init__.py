"""Words of answers that claim nothing by themselves, by language: verbs of speaking, particles, report words."""
