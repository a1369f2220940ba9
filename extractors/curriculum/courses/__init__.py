"""Lists of courses and plans of study: rows, parts, semesters, credits, and what sentences say of a course."""
