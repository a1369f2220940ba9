"""Cells of ruled tables that were lost or laid wrong, read by themselves."""
