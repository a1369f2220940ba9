"""The image of a page: read by an engine, what was lost or misread read again, seals and handwriting marked."""
