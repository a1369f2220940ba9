"""What spaCy marks in running text: labels, dates, numbers of acts, persons."""
