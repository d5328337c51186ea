"""« Pourquoi ? »: why an amount is what it is, in words, down to source and date, and where to change it."""
