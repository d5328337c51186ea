"""What leaves the program as data: a case, its budget to reckon with, a list for a funding scheme, anonymous totals.

Nothing here happens by itself: each is asked for by the worker, who also has it noted in the journal.
"""
