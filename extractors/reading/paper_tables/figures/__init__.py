"""Figures in cells, proved by shape, width, series or sum."""
