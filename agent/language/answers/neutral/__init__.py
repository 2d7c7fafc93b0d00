"""Words of answers that claim nothing by themselves, by language: verbs of speaking and listing, particles, report words."""
