"""Columns and lines: parted, found where they were lost, read a second time."""
