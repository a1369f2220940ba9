"""Spans settled by their shape or their place before the search: codes, dates, labels, mastheads, names."""
