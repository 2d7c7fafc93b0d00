"""Words of answers, which the checker of answers understands: English ones, and those of other languages in English."""
