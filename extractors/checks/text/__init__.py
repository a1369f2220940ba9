"""What the text itself shows: clauses left out, words lost, misprints, the language."""
