"""Figures that bind, as they are printed: comparator, number, unit."""
