"""Small documents of our own composition, their gold tables, and the program that makes both from one source."""
