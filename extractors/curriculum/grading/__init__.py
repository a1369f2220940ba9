"""What is graded in a course, its shares and scores, and the scales of grades."""
