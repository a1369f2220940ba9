"""The search for what was printed: chunks of a line, their readings, and the best sequence of those."""
