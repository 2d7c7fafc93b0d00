"""Parcels as a person's file has them: laid on a grid by number, summed up in one pass, compared, outlined, judged."""
