"""The rights and reductions to look at first: their conditions, read once, asked of a case in three values."""
