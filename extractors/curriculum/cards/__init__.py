"""Cards of programmes and courses: labels with their values, title pages, and what a document is about."""
