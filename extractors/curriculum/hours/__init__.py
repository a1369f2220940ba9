"""Hours of a course: by kind of activity, in thematic plans, by week."""
