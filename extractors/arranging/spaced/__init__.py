"""Tables of text files laid out with spaces."""
