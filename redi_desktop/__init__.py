"""REDI Desktop: reference budgets for a life in dignity, offline, on the social worker's own machine."""
