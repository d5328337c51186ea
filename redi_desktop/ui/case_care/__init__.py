"""What is done with a case as a whole: archived, handed over, taken over, given to the person, erased."""
