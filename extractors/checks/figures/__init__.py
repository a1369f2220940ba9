"""What figures say of each other: sums, totals, counts, loads, marks."""
