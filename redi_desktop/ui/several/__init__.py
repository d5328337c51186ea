"""What is done with several cases in one go: documents for each of them, lists about all of them."""
