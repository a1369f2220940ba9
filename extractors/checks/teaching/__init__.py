"""What plans, programmes and syllabi say of courses, outcomes, weeks, sources and grades."""
