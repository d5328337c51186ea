"""The manual inside the program: chapters written in Markdown, read, searched and shown without a network."""
