"""Whether a sentence is understood: each of its words is plain or out of a result, and each claim can be checked."""
