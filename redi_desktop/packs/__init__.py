"""Parameter packs: read strictly, refused with file, row and column, never half loaded."""
