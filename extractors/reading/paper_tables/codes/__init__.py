"""Codes in cells, brought to the shape that their column or series has."""
