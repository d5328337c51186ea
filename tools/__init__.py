"""What the people who work on the program use and the program itself never does."""
