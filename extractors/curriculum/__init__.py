"""What programmes and syllabi share: labels and heads mapped by meaning, tables as grids, codes of outcomes, hours."""
