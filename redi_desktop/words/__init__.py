"""Codes turned into words: the one place where findings, problems, rules and kinds become sentences."""
