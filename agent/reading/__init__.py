"""What a question says, part by part: act, subject, filters, unit, claim, and the words that are left over."""
