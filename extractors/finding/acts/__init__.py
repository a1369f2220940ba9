"""One act as it is cited, by the manner of each language."""
