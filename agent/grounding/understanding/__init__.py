"""Whether a sentence is understood: each of its words is plain, or stands in a result, and each claim can be checked."""
